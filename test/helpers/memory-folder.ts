import { accessSync, constants, readFileSync, statfsSync } from "node:fs";

/** What the tests need at most, with room to spare. */
const ENOUGH = 1024 ** 3;

/**
 * Returns a folder that Linux keeps in memory, undefined if it has none that will do. The tests
 * save thousands of times, and most of that time would be spent waiting for the disk; `npm run
 * soak` tests what is on the disk after a power cut.
 */
export function findMemoryFolder(folder = "/dev/shm", mounts = "/proc/mounts"): string | undefined {
  try {
    const [, options = ""] =
      new RegExp(`^\\S+ ${folder} tmpfs (\\S+)`, "m").exec(readFileSync(mounts, "utf8")) ?? [];
    const { bavail, bsize } = statfsSync(folder);
    accessSync(folder, constants.W_OK);
    const runsPrograms = options !== "" && !options.split(",").includes("noexec");
    return runsPrograms && bavail * bsize >= ENOUGH ? folder : undefined;
  } catch {
    return undefined;
  }
}
