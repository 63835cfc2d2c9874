import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./context.ts";
import { createTempFolder } from "./temp.ts";

/** The path of the built program. */
export const bin = join(root, "bin", "builder-pm.cjs");

/** The exit code and output of a program. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Returns an environment without personal settings, with the home `home`. */
export function cleanEnv(home: string, more: Record<string, string> = {}): Record<string, string> {
  // biome-ignore lint/style/noProcessEnv: a child process needs the PATH and (on Windows) more.
  const { PATH = "", SYSTEMROOT = "", TEMP = "" } = process.env;
  return {
    PATH,
    ...(SYSTEMROOT ? { SYSTEMROOT, TEMP } : {}),
    HOME: home,
    BUILDER_PM_HOME: join(home, "saved"),
    // Otherwise what is next to the saved progress would depend on the version of Node.
    NODE_DISABLE_COMPILE_CACHE: "1",
    ...more,
  };
}

/** Runs the built program to its end, with `input` on a pipe if there is any. */
export function runProgram(
  words: readonly string[],
  {
    home = createTempFolder(),
    env,
    input,
  }: { home?: string; env?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  const stdio: SpawnOptions["stdio"] = [input === undefined ? "ignore" : "pipe", "pipe", "pipe"];
  const child = spawn(process.execPath, [bin, ...words], {
    env: cleanEnv(home, env),
    cwd: home,
    stdio,
  });
  child.stdin?.end(input);
  return waitForEnd(child);
}

/** Waits until a child process has ended and all its output is read. */
export function waitForEnd(child: ChildProcess): Promise<Ended> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => void stdout.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => void stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      }),
    );
  });
}
