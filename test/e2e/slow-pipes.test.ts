import { execFileSync, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { newProject, progressWith } from "../helpers/loop.ts";
import { bin, cleanEnv, runProgram, waitForEnd } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";

const isWindows = process.platform === "win32";
const program = `"${process.execPath}" "${bin}"`;

/** Runs a line of bash in a folder; $B is the program. */
function runShell(line: string, home: string) {
  const options = { env: cleanEnv(home), cwd: home };
  return waitForEnd(spawn("bash", ["-c", line.replaceAll("$B", program)], options));
}

/** Creates a home with an open project. */
function openProject(after = onTestFinished): string {
  const home = createTempFolder(after);
  mkdirSync(join(home, "saved"));
  writeFileSync(join(home, "saved", "progress.json"), JSON.stringify(progressWith(newProject())));
  return home;
}

const answers = '{"problem": "Priya joins two exports by hand, 42 minutes."}';
const saved = (home: string) => readFileSync(join(home, "saved", "progress.json"), "utf8");

/** Starts a child with a non-blocking stdin, and writes to it after a while. */
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

test
  .skipIf(isWindows || !hasPython)
  .concurrent(
    "waits for a non-blocking pipe that isn't ready (needs Python)",
    async ({ onTestFinished: after }) => {
      const home = openProject(after);
      const words = [process.execPath, bin, "spec", "--answers", "-"];
      const late = answers.replace(" by hand", "| by hand|");
      const options = { env: cleanEnv(home), cwd: home };
      const child = spawn("python3", ["-c", lateWriter, late, ...words], options);
      expect(await waitForEnd(child)).toMatchObject({ code: 0 });
      expect(saved(home)).toContain("Priya joins two exports by hand, 42 minutes.");
    },
  );

/** Gives a child a non-blocking stdout, and reads it after a while. */
const lateReader = `
import fcntl, os, subprocess, sys, time
reader, writer = os.pipe()
fcntl.fcntl(writer, fcntl.F_SETFL, os.O_NONBLOCK)
child = subprocess.Popen(sys.argv[1:], stdout=writer)
os.close(writer)
time.sleep(0.4)
while True:
    part = os.read(reader, 4096)
    if not part:
        break
    os.write(1, part)
sys.exit(child.wait())
`;

test
  .skipIf(isWindows || !hasPython)
  .concurrent(
    "writes more than a non-blocking pipe holds (needs Python)",
    async ({ onTestFinished: after }) => {
      const home = createTempFolder(after);
      writeFileSync(join(home, "checks.md"), "- The report is fast.\n".repeat(2000));
      const words = [process.execPath, bin, "lint", "checks.md", "--json"];
      const options = { env: cleanEnv(home), cwd: home };
      const { code, stdout, stderr } = await waitForEnd(
        spawn("python3", ["-c", lateReader, ...words], options),
      );
      expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
      expect(JSON.parse(stdout).findings.length).toBeGreaterThanOrEqual(2000);
    },
  );

test.skipIf(isWindows).concurrent.for([
  { name: "a late pipe", line: "(sleep 0.5; say) | $B lint -" },
  { name: "/dev/stdin", line: "(sleep 0.5; say) | $B lint /dev/stdin" },
  { name: "a file as input", line: "say > x; $B lint - < x" },
  { name: "a late substitution", line: "$B lint <(sleep 0.7; say)" },
  { name: "a named pipe with a late writer", line: "mkfifo p; (sleep 0.2; say > p) & $B lint p" },
])("reads $name to its end (needs a POSIX shell)", async ({ line }, { onTestFinished: after }) => {
  const shell = `say() { echo The report is fast.; }; ${line} --kind criterion`;
  const { code, stdout } = await runShell(shell, createTempFolder(after));
  expect(code).toBe(1);
  expect(stdout).toContain("vague-term");
});

const readers = ["lint", "spec --answers", "import"];
const waiting = readers.flatMap((words) => [`${words} -`, `${words} p`]);

test.skipIf(isWindows).concurrent.for(waiting)(
  "SIGINT stops %s, and nothing is saved",
  async (words, { onTestFinished: after }) => {
    const home = openProject(after);
    const before = saved(home);
    execFileSync("mkfifo", [join(home, "p")]);
    const held = openSync(join(home, "p"), "r+");
    after(() => closeSync(held));
    // Nothing is written to either pipe, and neither is closed.
    const options = { env: cleanEnv(home), cwd: home };
    const child = spawn(process.execPath, [bin, ...words.split(" ")], options);
    const ended = waitForEnd(child);
    await pause(1000);
    expect(child.exitCode).toBeNull();
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: null, stdout: "", stderr: "" });
    expect(child.signalCode).toBe("SIGINT");
    expect(saved(home)).toBe(before);
  },
);

const ansi = Buffer.from('{"problem": "Priya\r\nat the Caf\xe9 closes"}\r\n', "latin1");

test.each(readers)("%s rejects a file saved as ANSI", async (words) => {
  const home = openProject();
  const before = saved(home);
  writeFileSync(join(home, "ansi.txt"), ansi);
  expect(await runProgram([...words.split(" "), "ansi.txt"], { home })).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^"ansi\.txt" isn't UTF-8 text \(line 2\).*\nSave it as UTF-8/),
  });
  expect(saved(home)).toBe(before);
});

test.each(["UTF-16LE", "UTF-16BE"])(
  "%s with its byte order mark is read everywhere",
  async (encoding) => {
    const home = openProject();
    const write = (text: string) => {
      const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
      writeFileSync(join(home, "wide"), encoding === "UTF-16LE" ? bytes : bytes.swap16());
    };
    write(answers.replace("Priya", "Zo\u00eb"));
    expect(await runProgram(["spec", "--answers", "wide"], { home })).toMatchObject({ code: 0 });
    expect(saved(home)).toContain("Zo\u00eb joins");
    write("The report is fast.");
    const linted = await runProgram(["lint", "wide", "--kind", "criterion"], { home });
    expect(linted.stdout).toContain("vague-term");
    write((await runProgram(["export", "--json"], { home })).stdout);
    const other = createTempFolder();
    const imported = await runProgram(["import", join(home, "wide")], { home: other });
    expect(imported).toMatchObject({ code: 0 });
    expect(saved(other)).toContain("Zo\u00eb joins");
  },
);

test.each([
  { input: "", name: "nothing" },
  { input: " \n\u00a0\u200b\u2060\ufeff\r\n", name: "invisible characters" },
])("rejects lint of $name with 2, from a pipe and from a file", async ({ input }) => {
  const home = createTempFolder();
  writeFileSync(join(home, "empty.md"), input);
  const empty = { code: 2, stdout: "" };
  expect(await runProgram(["lint", "-"], { home, input })).toMatchObject({
    ...{ ...empty, stderr: expect.stringMatching(/^The piped text is empty, .*\.\nCheck/) },
  });
  expect(await runProgram(["lint", "-", "--spec", "--json"], { home, input })).toMatchObject(empty);
  expect(await runProgram(["lint", "-"], { home })).toMatchObject(empty);
  expect(await runProgram(["lint", "empty.md"], { home })).toMatchObject({
    ...{ ...empty, stderr: expect.stringMatching(/^"empty\.md" is empty, /) },
  });
  const spec = openProject();
  expect(await runProgram(["spec", "--answers", "-"], { home: spec, input })).toMatchObject({
    ...empty,
    stderr: expect.stringMatching(/^The piped text is empty\. Nothing.*\nWrite/),
  });
});

test("reports where the JSON of answers is wrong and saves nothing", async () => {
  const home = openProject();
  const before = saved(home);
  const input = '{\n  "problem": "Priya",\n  "problem": "Mira"\n}';
  expect(await runProgram(["spec", "--answers", "-"], { home, input })).toEqual({
    code: 2,
    stdout: "",
    stderr:
      'The piped text has "problem" twice, on lines 2 and 3. Nothing was saved.\n' +
      'Keep one of the two. Write a list as: ["one", "two"]\n',
  });
  const comma = input.replace(/,\n.*Mira"/, ",");
  expect((await runProgram(["spec", "--answers", "-"], { home, input: comma })).stderr).toBe(
    "The piped text isn't valid JSON (line 2, column 21): there is a comma before the closing }. " +
      "Nothing was saved.\nDelete this comma.\n",
  );
  expect(saved(home)).toBe(before);
});

test
  .skipIf(isWindows)
  .each([
    "park $'Caf\\xe9 closes'",
    "log $'Caf\\xe9' --minutes 5",
    "start flow --title $'Caf\\xe9'",
    "spec --answer $'problem=Caf\\xe9'",
    "check --answer problem=yes --evidence $'problem=\\x93fast\\x94'",
    "spec --answers - --because $'na\\xefve' <<< '{}'",
  ])("rejects bytes on the command line that aren't UTF-8: %s", async (words) => {
  const home = openProject();
  const before = saved(home);
  const { code, stdout, stderr } = await runShell(`$B ${words}`, home);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(
    /^".*\ufffd.*" has a character that can't be read\. Nothing was saved\.\nType the word/,
  );
  expect(saved(home)).toBe(before);
});
