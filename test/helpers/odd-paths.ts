import { execFileSync, spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { onTestFinished } from "vitest";
import { root } from "./context.ts";
import { helpOf, listCommandPaths } from "./docs.ts";
import { bin, cleanEnv, type Ended, waitForEnd } from "./program.ts";
import { openSharedProcess } from "./shared-process.ts";
import { createTempFolder } from "./temp.ts";

/** Root may do everything, so the program runs as another account. */
const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

type After = typeof onTestFinished;

/** What has to stand before the path, where a command needs more than that. */
const leads: Readonly<Record<string, readonly string[]>> = {
  start: ["An own idea", "--anyway"],
  "projects folder": ["script"],
  "content new": ["slice", "mine"],
};

/** What has to stand before an option that takes a path, where a command needs more than that. */
const optionLeads: Readonly<Record<string, readonly string[]>> = {
  team: [join(root, "test", "fixtures", "team")],
};

/** A place in a command line that takes a path. */
export interface PathArgument {
  /** The command, and the option if it is one: "spec --answers". */
  name: string;
  /** Returns the command line with a path. */
  type: (path: string) => string[];
}

/** Lists the arguments and options of all commands that take a file or a folder. */
export function listPathArguments(): PathArgument[] {
  return listCommandPaths().flatMap((command) => {
    const help = helpOf(command.split(" "));
    const words = [...command.split(" "), ...(leads[command] ?? [])];
    const isArgument = /^Usage: .*[<[](?:file|folder)[\]>]$/m.test(help);
    const found = help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+) <(?:file|folder)>/gm);
    const options = [...found].flatMap(([, option = ""]) => (option === "--content" ? [] : option));
    return [
      ...(isArgument ? [{ name: command, type: (path: string) => [...words, path] }] : []),
      ...options.map((option) => ({
        name: `${command} ${option}`,
        type: (path: string) => [...words, ...(optionLeads[command] ?? []), option, path],
      })),
    ];
  });
}

/** What can be at a path, besides a plain file. Some systems have no /proc. */
export const oddPaths = [
  "fifo",
  "link-to-fifo",
  "folder",
  "forbidden",
  "forbidden/inside",
  "socket",
  "loop",
  "loop/inside",
  "dangling",
  "plain/x",
  "huge",
  "unreadable",
  "pack-of-odd-files",
  `${"long/".repeat(1000)}x`,
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
].filter((path) => !path.startsWith("/proc") || existsSync("/proc"));

/** Creates what {@link oddPaths} names, each in a way that no other account can use more of. */
export async function createOddPaths(after: After): Promise<string> {
  const home = createTempFolder(after);
  const at = (...names: string[]) => join(home, ...names);
  execFileSync("chmod", ["777", home]);
  mkdirSync(at("folder"), { mode: 0o777 });
  mkdirSync(at("forbidden"), { mode: 0 });
  for (const kind of ["fifo", "loop", "dangling", "unreadable", "huge", "socket"] as const)
    await createOdd(at(kind), kind, after);
  symlinkSync("fifo", at("link-to-fifo"));
  writeFileSync(at("plain"), "x");
  mkdirSync(at("pack-of-odd-files", "slices"), { recursive: true });
  mkdirSync(at("pack-of-odd-files", "guide"), { mode: 0 });
  execFileSync("mkfifo", [at("pack-of-odd-files", "slices", "fifo.md")]);
  execFileSync("mkfifo", [at("pack-of-odd-files", "steps")]);
  symlinkSync("loop.md", at("pack-of-odd-files", "slices", "loop.md"));
  symlinkSync("loop", at("pack-of-odd-files", "loop"));
  symlinkSync("/dev/zero", at("pack-of-odd-files", "slices", "zero.md"));
  symlinkSync(at("forbidden"), at("pack-of-odd-files", "rules"));
  symlinkSync(at("forbidden", "inside.md"), at("pack-of-odd-files", "slices", "forbidden.md"));
  return home;
}

/** What {@link createOdd} can put at a path. */
export const oddKinds = [
  ...(["fifo", "link-to-zero", "folder", "socket", "loop"] as const),
  ...(["dangling", "unreadable", "huge"] as const),
];

/** Puts something odd at a path. */
export async function createOdd(
  path: string,
  kind: (typeof oddKinds)[number],
  after: After,
): Promise<void> {
  if (kind === "fifo") execFileSync("mkfifo", [path]);
  else if (kind === "link-to-zero") symlinkSync("/dev/zero", path);
  else if (kind === "folder") mkdirSync(path);
  else if (kind === "loop") symlinkSync(path, path);
  else if (kind === "dangling") symlinkSync(`${path}-nowhere`, path);
  else if (kind === "unreadable") writeFileSync(path, "x", { mode: 0 });
  else if (kind === "huge") {
    writeFileSync(path, "");
    truncateSync(path, 10 * 1024 ** 3);
    // Linux doesn't let an account link files of another one, so that it would be copied.
    if (account) chownSync(path, account.uid, account.gid);
  } else {
    const server = createServer().listen(path);
    await new Promise((resolve) => server.once("listening", resolve));
    after(() => void server.close());
  }
}

/** Opens a process that must end by itself after the last line, with nothing left open. */
export function openAsAnyone(home: string, after: After) {
  const env = cleanEnv(home, { BUILDER_PM_HOME: join(home, "home") });
  return openSharedProcess({ env, cwd: home, ...account, after });
}

/**
 * Returns true for a known exit code and, on failure, a sentence without raw system errors. A
 * command line that lacks an argument proves nothing.
 */
export function isSound({ code, stdout, stderr }: Ended): boolean {
  if (code === null || code > 4 || /\bE[A-Z]{3,}:|^\s+at /m.test(stderr)) return false;
  if (/missing|required argument/.test(stderr) && code === 2) return false;
  return code === 0 || /[.!?]\n|"\}\n/.test(stderr + stdout) || code === 3;
}

/**
 * Starts a command line in a process of its own, and interrupts it after a while. Returns the
 * milliseconds from then to its end; 0 if it had ended before.
 */
export async function interrupt(
  words: readonly string[],
  home: string,
  { env = {}, wait }: { env?: Record<string, string>; wait: number },
): Promise<number> {
  const child = spawn(process.execPath, [bin, ...words], {
    ...{ env: cleanEnv(home, { BUILDER_PM_HOME: join(home, "home"), ...env }), cwd: home },
    ...account,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = waitForEnd(child);
  await pause(wait);
  const since = performance.now();
  if (child.exitCode !== null || !child.kill("SIGINT")) return 0;
  const limit = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(limit);
  return performance.now() - since;
}
