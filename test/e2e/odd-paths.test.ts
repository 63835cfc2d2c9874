import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, type onTestFinished, test } from "vitest";
import { cleanEnv, type Ended } from "../helpers/program.ts";
import { openSharedProcess } from "../helpers/shared-process.ts";
import { createTempFolder } from "../helpers/temp.ts";

const isWindows = process.platform === "win32";

/** Every command that takes a path. */
const commands = {
  lint: (path: string) => ["lint", path],
  answers: (path: string) => ["spec", "--answers", path],
  import: (path: string) => ["import", path],
  export: (path: string) => ["export", "-o", path],
  "export over it": (path: string) => ["export", "--force", "-o", path],
  "content lint": (path: string) => ["content", "lint", path],
  "content new": (path: string) => ["content", "new", "slice", "mine", "--dir", path],
  "a pack": (path: string) => ["slices", "--content", path],
  "a pack by variable": () => ["slices"],
};

const allPaths = [
  "fifo",
  "link-to-fifo",
  "folder",
  "socket",
  "loop",
  "dangling",
  "plain/x",
  "huge",
  "unreadable",
  "/dev/zero",
  "/dev/random",
  "/dev/null",
  "/dev/tty",
  "/dev/full",
  "/proc",
  "/proc/version",
  "/proc/kmsg",
  "/proc/self/mem",
  "/proc/self/environ",
  "/proc/none",
  "/sys",
  "/dev",
  "/dev/fd/none",
  "pack-of-odd-files",
];

/** Some systems have no /proc. */
const paths = allPaths.filter((path) => !path.startsWith("/proc") || existsSync("/proc"));

/** Root may do everything, so the program runs as another account. */
const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

async function createFolder(after: typeof onTestFinished): Promise<string> {
  const home = createTempFolder(after);
  const at = (...names: string[]) => join(home, ...names);
  execFileSync("chmod", ["777", home]);
  execFileSync("mkfifo", [at("fifo")]);
  symlinkSync("fifo", at("link-to-fifo"));
  symlinkSync("loop-back", at("loop"));
  symlinkSync("loop", at("loop-back"));
  symlinkSync("nowhere", at("dangling"));
  mkdirSync(at("folder"), { mode: 0o777 });
  writeFileSync(at("plain"), "x");
  writeFileSync(at("unreadable"), "x", { mode: 0 });
  writeFileSync(at("huge"), "");
  truncateSync(at("huge"), 10 * 1024 ** 3);
  mkdirSync(at("pack-of-odd-files", "slices"), { recursive: true });
  mkdirSync(at("pack-of-odd-files", "guide"), { mode: 0 });
  execFileSync("mkfifo", [at("pack-of-odd-files", "slices", "fifo.md")]);
  execFileSync("mkfifo", [at("pack-of-odd-files", "steps")]);
  symlinkSync("loop.md", at("pack-of-odd-files", "slices", "loop.md"));
  symlinkSync("loop", at("pack-of-odd-files", "loop"));
  symlinkSync("/dev/zero", at("pack-of-odd-files", "slices", "zero.md"));
  const server = createServer().listen(at("socket"));
  await new Promise((resolve) => server.once("listening", resolve));
  after(() => void server.close());
  return home;
}

/** Opens a process that must end by itself after the last path, with nothing left open. */
function openIn(home: string, after: typeof onTestFinished) {
  const env = cleanEnv(home, { BUILDER_PM_HOME: join(home, "home") });
  const account = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  return openSharedProcess({ env, cwd: home, ...account, after });
}

/** Returns true for a known exit code and, on failure, a sentence without raw system errors. */
function isSound({ code, stderr }: Ended): boolean {
  if (code === null || code > 3 || /\bE[A-Z]{3,}:|^\s+at /m.test(stderr)) return false;
  return code === 0 || stderr.includes(".\n");
}

// The program waits for a while for a pipe without a writer.
test.skipIf(isWindows).concurrent.for(Object.keys(commands) as (keyof typeof commands)[])(
  "%s answers every odd path with a sentence and never hangs",
  async (name, { onTestFinished: after }) => {
    const home = await createFolder(after);
    const run = openIn(home, after);
    const begun = await run(["start", "script", "--title", "Monday report"]);
    expect(begun.code).toBe(0);
    const bad: unknown[] = [];
    for (const path of paths) {
      const env = name === "a pack by variable" ? { BUILDER_PM_CONTENT: path } : {};
      const ended = await run(commands[name](path), { env });
      if (!isSound(ended)) bad.push({ path, ...ended });
    }
    expect(bad).toEqual([]);
  },
);
