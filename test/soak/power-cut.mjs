import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { withFolder } from "./folder.mjs";
import { openProgram } from "./inside.mjs";
import { readIdeas } from "./writing.mjs";

/**
 * Bar D7: saves on an ext4 disk that loses power a moment later, and mounts it again. Needs root;
 * returns undefined if it can't mount or cut the power.
 * @param {number} cuts
 */
export function cutPower(cuts) {
  return withFolder(async (folder) => {
    const disk = prepareDisk(folder);
    if (!disk) return undefined;
    try {
      return await cutOften(disk, cuts);
    } finally {
      spawnSync("umount", [disk.place]);
    }
  });
}

/**
 * @param {Disk} disk
 * @param {number} cuts
 */
async function cutOften(disk, cuts) {
  let [corrupt, lost] = [0, 0];
  for (let cut = 1; cut <= cuts; cut++) {
    const saved = await saveAndCut(disk, cut);
    if (saved === undefined) return undefined;
    if (saved === "corrupt") corrupt++;
    else if (saved < cut) lost++;
  }
  return {
    met: corrupt + lost === 0,
    words: `${corrupt} corrupt, ${lost} acknowledged answers lost`,
  };
}

/** @typedef {{ image: string, place: string }} Disk */

/**
 * @param {string} folder
 * @returns {Disk | undefined}
 */
function prepareDisk(folder) {
  const disk = { image: join(folder, "disk.img"), place: join(folder, "disk") };
  mkdirSync(disk.place);
  const isMade =
    runs("truncate", "-s", "32M", disk.image) &&
    runs("mkfs.ext4", "-q", "-O", "^has_journal,^metadata_csum", disk.image);
  return isMade && runs("tune2fs", "-O", "has_journal", disk.image) && mount(disk)
    ? disk
    : undefined;
}

/**
 * Saves one more answer, cuts the power 60 ms later, and returns how many are left.
 * @param {Disk} disk
 * @param {number} number
 * @returns {Promise<number | "corrupt" | undefined>}
 */
async function saveAndCut(disk, number) {
  const home = join(disk.place, "home");
  const run = openProgram(home);
  if (!existsSync(join(home, "progress.json"))) await run("start", "script");
  const { code, stderr } = await run("park", `a-${number}`);
  if (code !== 0) throw new Error(stderr);
  await new Promise((resolve) => setTimeout(resolve, 60));
  if (!shutDown(disk) || !runs("umount", disk.place) || !mount(disk)) return undefined;
  try {
    return readIdeas(home).get("a")?.includes(number) ? number : 0;
  } catch {
    return "corrupt";
  }
}

/**
 * Shuts a filesystem down without flushing (EXT4_IOC_SHUTDOWN without a log flush).
 * @param {Disk} disk
 */
function shutDown({ place }) {
  const program =
    "import fcntl, os, struct, sys; fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), " +
    "0x8004587D, struct.pack('I', 2))";
  return runs("python3", "-c", program, place);
}

/** @param {Disk} disk */
function mount({ image, place }) {
  return runs("mount", "-o", "loop", image, place);
}

/**
 * @param {string} program
 * @param {string[]} words
 */
function runs(program, ...words) {
  return spawnSync(program, words, { stdio: "ignore" }).status === 0;
}
