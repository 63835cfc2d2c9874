import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bin, cleanEnv, type Ended, waitForEnd } from "../helpers/program.ts";
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

async function createFolder(): Promise<string> {
  const home = createTempFolder();
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
  onTestFinished(() => void server.close());
  return home;
}

function start(words: string[], home: string, pack: { BUILDER_PM_CONTENT?: string } = {}) {
  const env = cleanEnv(home, { BUILDER_PM_HOME: join(home, "home"), ...pack });
  const account = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
  // A program that hangs is killed, and then has no exit code.
  const limit = { timeout: 8000, killSignal: "SIGKILL" } as const;
  return spawn(process.execPath, [bin, ...words], { env, cwd: home, stdio, ...account, ...limit });
}

/** Returns true for a known exit code and, on failure, a sentence without raw system errors. */
function isSound({ code, stderr }: Ended): boolean {
  if (code === null || code > 3 || /\bE[A-Z]{3,}:|^\s+at /m.test(stderr)) return false;
  return code === 0 || stderr.includes(".\n");
}

test.skipIf(isWindows).each(Object.keys(commands) as (keyof typeof commands)[])(
  "%s answers every odd path with a sentence and never hangs",
  async (name) => {
    const home = await createFolder();
    const begun = await waitForEnd(start(["start", "script", "--title", "Monday report"], home));
    expect(begun.code).toBe(0);
    const bad: unknown[] = [];
    const tryPath = async (path: string) => {
      const pack = name === "a pack by variable" ? { BUILDER_PM_CONTENT: path } : {};
      const ended = await waitForEnd(start(commands[name](path), home, pack));
      if (!isSound(ended)) bad.push({ path, ...ended });
    };
    for (let at = 0; at < paths.length; at += 4)
      await Promise.all(paths.slice(at, at + 4).map(tryPath));
    expect(bad).toEqual([]);
  },
  60_000,
);
