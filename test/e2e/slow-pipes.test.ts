import { execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { bin, cleanEnv, runProgram, waitForEnd } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";

const isWindows = process.platform === "win32";
const program = `"${process.execPath}" "${bin}"`;

/** Runs a line of bash in a folder; $B is the program. */
function runShell(line: string, home: string) {
  const options = { env: cleanEnv(home), cwd: home };
  return waitForEnd(spawn("bash", ["-c", line.replaceAll("$B", program)], options));
}

async function openProject(): Promise<string> {
  const home = createTempFolder();
  await runProgram(["start", "script", "--title", "Monday report"], { home });
  return home;
}

const answers = '{"problem": "Priya joins two exports by hand, 42 minutes."}';
const saved = (home: string) => readFileSync(join(home, "saved", "progress.json"), "utf8");

/** Gives its child a standard input that doesn't block, and writes to it after a while. */
const lateWriter = `
import fcntl, os, subprocess, sys, time
reader, writer = os.pipe()
fcntl.fcntl(reader, fcntl.F_SETFL, os.O_NONBLOCK)
child = subprocess.Popen(sys.argv[2:], stdin=reader)
os.close(reader)
for part in sys.argv[1].split("|"):
    time.sleep(0.4)
    os.write(writer, part.encode())
os.close(writer)
sys.exit(child.wait())
`;

const hasPython = (() => {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(isWindows || !hasPython)(
  "a pipe that doesn't block and isn't ready is waited for (needs Python)",
  async () => {
    const home = await openProject();
    const words = [process.execPath, bin, "spec", "--answers", "-"];
    const late = answers.replace(" by hand", "| by hand|");
    const options = { env: cleanEnv(home), cwd: home };
    const child = spawn("python3", ["-c", lateWriter, late, ...words], options);
    expect(await waitForEnd(child)).toMatchObject({ code: 0 });
    expect(saved(home)).toContain("Priya joins two exports by hand, 42 minutes.");
  },
);

test.skipIf(isWindows).each([
  { name: "a late pipe", line: "(sleep 0.5; say) | $B lint -" },
  { name: "/dev/stdin", line: "(sleep 0.5; say) | $B lint /dev/stdin" },
  { name: "a file as input", line: "say > x; $B lint - < x" },
  { name: "a late substitution", line: "$B lint <(sleep 0.7; say)" },
  { name: "a named pipe with a late writer", line: "mkfifo p; (sleep 0.2; say > p) & $B lint p" },
])("$name is read to its end (needs a POSIX shell)", async ({ line }) => {
  const shell = `say() { echo The report is fast.; }; ${line} --kind criterion`;
  const { code, stdout } = await runShell(shell, createTempFolder());
  expect(code).toBe(1);
  expect(stdout).toContain("vague-term");
});

const readers = ["lint", "spec --answers", "import"];
const waiting = readers.flatMap((words) => [`${words} -`, `${words} p`]);
