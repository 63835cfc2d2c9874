import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { onTestFinished } from "vitest";
import { progressWith, projectAfter } from "./loop.ts";
import { bin, cleanEnv, waitForEnd } from "./program.ts";
import { createTempFolder } from "./temp.ts";

/** Runs a function after a test. */
export type After = typeof onTestFinished;

/** Creates a folder with saved progress for the program. */
export function createHome(after: After, saved = progressWith(projectAfter("spec"))) {
  const home = createTempFolder(after);
  const file = join(home, "progress.json");
  writeFileSync(file, JSON.stringify(saved));
  return { home, file, env: cleanEnv(home, { BUILDER_PM_HOME: home }) };
}

/** Starts the server with a pipe on each stream. */
export function startServer(after: After, env: Record<string, string>) {
  const child = spawn(process.execPath, [bin, "mcp"], { env, stdio: "pipe" });
  after(() => void child.kill("SIGKILL"));
  const ended = waitForEnd(child);
  const send = (message: unknown) =>
    child.stdin.write(`${typeof message === "string" ? message : JSON.stringify(message)}\n`);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  const read = async (count: number) => {
    while (output.split("\n").length <= count) await new Promise((go) => setTimeout(go, 5));
    return output
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  };
  return { child, ended, send, read };
}

/** The first message of a host. */
export const hello = {
  ...{ jsonrpc: "2.0", id: 1, method: "initialize" },
  params: {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "test", version: "1" },
  },
};
/** A call of a tool. */
export const status = {
  jsonrpc: "2.0",
  id: 2,
  method: "tools/call",
  params: { name: "get_status" },
};
