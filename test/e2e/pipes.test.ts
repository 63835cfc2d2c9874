import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bin, cleanEnv, runProgram, waitForEnd } from "../helpers/program.ts";
import { openSharedProcess } from "../helpers/shared-process.ts";
import { createTempFolder } from "../helpers/temp.ts";

test("a whole check works by flags, from the first answer to the reset", async () => {
  const home = createTempFolder();
  const runShared = openSharedProcess({ env: cleanEnv(home), cwd: home, after: onTestFinished });
  const run = (...words: string[]) => runShared(words);
  const saved = join(home, "saved", "progress.json");

  expect((await run("status")).stdout).toContain("You haven't answered anything yet");
  expect((await run("slices", "show", "script")).code).toBe(0);
  expect(readdirSync(home)).toEqual([]);

  const one = await run(
    "check",
    "--answer",
    "problem=yes",
    "--evidence",
    'problem=14 tickets, "all" of them',
  );
  expect(one).toMatchObject({
    code: 0,
    stderr: "Saved. Not answered yet: slice, spec, review and engineer.\n",
  });
  const rest = ["slice=partly", "spec=not-yet", "review=not-yet", "engineer=not-yet"];
  const all = await run("check", ...rest.flatMap((answer) => ["--answer", answer]));
  expect(all).toMatchObject({ code: 0, stderr: "" });
  expect(all.stdout).toContain("You said yes to 1 of 5, partly to 1");
  expect(readdirSync(join(home, "saved"))).toEqual(["progress.json", "progress.json.bak"]);

  const { nextStep } = JSON.parse((await run("status", "--json")).stdout);
  expect((await run(...nextStep.command.split(" ").slice(1))).code).toBe(0);

  const report = (await run("export")).stdout;
  expect(report).toContain('Yes (no finished project shows it yet): 14 tickets, "all" of them');
  expect(await run("export", "-o", "report.md")).toMatchObject({ code: 0, stdout: "" });
  expect(readFileSync(join(home, "report.md"), "utf8")).toBe(report);
  expect(await run("export", "-o", "report.md")).toMatchObject({ code: 1, stdout: "" });

  expect((await run("reset", "--yes")).code).toBe(0);
  expect(existsSync(saved)).toBe(false);
  expect(JSON.parse((await run("check", "--json")).stdout)).toMatchObject({ answered: 0 });
});

test("loads colors and the width of wide characters when needed", async () => {
  const home = createTempFolder();
  await runProgram(["start", "script", "--title", "\u65e5\u672c\u8a9e".repeat(20)], { home });
  const { stdout } = await runProgram(["projects"], { home, env: { FORCE_COLOR: "1" } });
  expect(stdout).toContain("\u001b[1mYour projects");
  const widest = Math.max(
    ...stdout.split("\n").map((line) => line.match(/[\u65e5\u672c\u8a9e]/g)?.length ?? 0),
  );
  expect(widest).toBeGreaterThan(30);
  expect(widest).toBeLessThanOrEqual(40);
});

test("check without a terminal prints the checklist and flags and exits with 2", async () => {
  const { code, stdout, stderr } = await runProgram(["check"]);
  expect(code).toBe(2);
  expect(stdout).toContain("Item: problem");
  expect(stderr).toBe(
    "Can't ask questions: this isn't a terminal (add --accessible to answer in plain " +
      "lines).\n" +
      'Answer with flags instead: builder-pm check --answer problem=yes --evidence problem="..."\n',
  );
});

test("without a command or a terminal, prints the help and exits with 0", async () => {
  const { code, stdout, stderr } = await runProgram([]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("Usage: builder-pm [command] [options]");
});

test.skipIf(process.platform === "win32")(
  "a reader that closes the pipe early is not an error (needs a POSIX shell)",
  async () => {
    for (const words of ["slices", "slices show script", "export", "--help", "check --json"]) {
      const program = `"${process.execPath}" "${bin}"`;
      const line = `${program} ${words} | head -c 1; echo "code \${PIPESTATUS[0]}"`;
      const child = spawn("bash", ["-c", line], { env: cleanEnv(createTempFolder()) });
      const { stdout, stderr } = await waitForEnd(child);
      expect({ words, stderr, end: stdout.slice(1) }).toEqual({
        words,
        stderr: "",
        end: "code 0\n",
      });
    }
  },
);

test.skipIf(!existsSync("/dev/full"))(
  "reports a full disk behind stdout (needs /dev/full)",
  async () => {
    const child = spawn("bash", ["-c", `"${process.execPath}" "${bin}" slices > /dev/full`], {
      env: cleanEnv(createTempFolder()),
    });
    const { code, stderr } = await waitForEnd(child);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("The output couldn't be written: the disk is full.\n"),
    });
  },
);

test("ACCESSIBLE=1 asks over a pipe and keeps answers if the input ends early", async () => {
  const home = createTempFolder();
  const env = { ACCESSIBLE: "1" };
  const first = await runProgram(["check"], { home, env, input: "1\n14 tickets\n9\n3\n" });
  expect(first.code).toBe(130);
  expect(first.stderr).toMatch(
    /You chose: Yes[\s\S]*Please type a number from 1 to \d\.[\s\S]*You chose: Not yet/,
  );
  expect(first.stderr).toMatch(
    /\nStopped\. 2 of 5 answers are saved\. To continue: builder-pm check\n$/,
  );
  expect(first.stderr).not.toContain("\u001b");
  const second = await runProgram(["check"], { home, env, input: "3\n3\n3\n" });
  expect(second.code).toBe(0);
  expect(second.stdout).toContain("You said yes to 1 of 5");
});

test.each([
  {
    name: "a home inside a plain file",
    words: ["check", "--answer", "problem=yes"],
    place: "report.md/home",
  },
  { name: "damaged progress, read", words: ["status"], damaged: "{" },
  { name: "damaged progress, written", words: ["check", "--answer", "problem=yes"], damaged: "{" },
  { name: "damaged progress, bare call", words: [], damaged: "{" },
])("$name exits with 4, one sentence and a fix", async ({ words, place = "saved", damaged }) => {
  const home = createTempFolder();
  await runProgram(["export", "-o", "report.md"], { home });
  await runProgram(["check", "--answer", "problem=yes"], { home });
  if (damaged) writeFileSync(join(home, "saved", "progress.json"), damaged);
  const { code, stdout, stderr } = await runProgram(words, {
    home,
    env: { BUILDER_PM_HOME: join(home, place) },
  });
  expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
  expect(stderr).toMatch(/^(The file with your|Your) saved progress.* ".*".*\.\n(Fix|Check) .*\n$/);
  if (damaged) expect(readFileSync(join(home, "saved", "progress.json"), "utf8")).toBe(damaged);
});

test("prints the stack only with BUILDER_PM_DEBUG", async () => {
  const words = ["slices", "show", "scrpt"];
  expect((await runProgram(words)).stderr).not.toMatch(/^\s+at /m);
  expect((await runProgram(words, { env: { BUILDER_PM_DEBUG: "1" } })).stderr).toMatch(/^\s+at /m);
});

test("reports a wrong command line once, in our own words", async () => {
  const told = { code: 2, stdout: "", stderr: 'Unknown option "--jsn".\nDid you mean --json?\n' };
  expect(await runProgram(["check", "--jsn"])).toEqual(told);
  const { stderr } = await runProgram(["check", "--jsn", "--json"]);
  expect(JSON.parse(stderr)).toEqual({
    code: 2,
    message: 'Unknown option "--jsn".',
    fix: "Did you mean --json?",
  });
  expect((await runProgram(["check", "--\u001b[2J"])).stderr).not.toContain("\u001b");
});
