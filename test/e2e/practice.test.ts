import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../helpers/context.ts";
import { runProgram } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { keys, openTerminal, type Terminal } from "../helpers/terminal.ts";

const env = { BUILDER_PM_CONTENT: "team" };
const { down, enter, ctrlC } = keys;

/** Creates a home with the sample pack, and functions to run the program there. */
function openHome() {
  const home = createTempFolder();
  cpSync(join(root, "test/fixtures/pack-support"), join(home, "team"), { recursive: true });
  return {
    home,
    run: (...words: string[]) => runProgram(words, { home, env }),
    open: (words: string[], settings = {}) => openTerminal(words, { home, env, ...settings }),
    read: () => JSON.parse(readFileSync(join(home, "saved", "progress.json"), "utf8")),
  };
}

const flags = (...answers: string[]) => answers.flatMap((answer) => ["--answer", answer]);
const finish = ["verdict.1=met", "verdict.2=met", "verdict.3=met", "else=", "named.1=no"];
const drill = ["practice", "open-queue"];

/** Types a text into a prompt, and sends it once it is there. */
async function type({ press, waitFor }: Terminal, text: string) {
  press(text);
  await waitFor(text);
  press(enter);
}

test.each([80, 50])("a drill in a terminal of %s columns, and a stop", async (columns) => {
  const { open, home, run } = openHome();
  const first = open(drill, { columns });
  await first.waitFor(/Is this check met\?[\s\S]*Ctrl\+C/);
  expect(first.lines().join("")).toContain("practice-open-queue/index.html");
  first.press(down, enter);
  await first.waitFor("How sure are you?");
  first.press(down, enter);
  await first.waitFor(/What did you see\?[\s\S]*\n >/);
  first.press("3 rows");
  await first.waitFor("3 rows");
  first.press(ctrlC);
  expect(await first.waitForEnd()).toBe(130);
  expect(first.lines().join("")).toContain('builder-pm practice open-queue --answer saw.1="3 ');
  expect(first.lines().join(" ")).toContain("Stopped. Your answers are saved.");

  const second = open(["practise"], { columns, rows: 60 });
  await second.waitFor(/Question 1 of 4[\s\S]*What did you see\?[\s\S]*\n >/);
  expect(second.lines().join("\n")).toContain("You've judged 1 of 3 checks.");
  expect(second.lines().join("\n")).toMatch(
    /1 of 4\s+C1: The total[\s\S]*You said: not met, sure\.[\s\S]*What did you see/,
  );
  await type(second, "3 rows");
  await second.waitFor("Question 2 of 4");
  second.press(enter);
  await second.waitFor(/2 of 4[\s\S]*How sure/);
  second.press(down, enter);
  await second.waitFor(/2 of 4[\s\S]*What did you see/);
  second.press(enter);
  await second.waitFor("Question 3 of 4");
  second.press(down, down, enter);
  await second.waitFor(/3 of 4[\s\S]*What did you see/);
  second.press(enter);
  await second.waitFor(/Is anything else wrong[\s\S]*\n >/);
  await type(second, "a phone number");
  await second.waitFor("Did you name this?");
  second.press(enter);
  expect(await second.waitForEnd()).toBe(0);
  const shown = second.lines().join(" ").replaceAll(/\s+/g, " ");
  expect(shown).toContain("Caught: it isn't met. The agent said: met.");
  expect(shown).toContain("You couldn't tell. It's met.");
  expect(shown).toContain("You said: not met, sure. You saw: 3 rows");
  expect(shown).toContain("Planted defects you caught: 1 of 1");
  expect(existsSync(join(home, "practice-open-queue", "REPORT.md"))).toBe(true);
  expect((await run("status")).stdout).toContain("Practice: 1 drill");
});

test("a drill in plain lines from a pipe", async () => {
  const { home } = openHome();
  const ended = await runProgram(drill, {
    home,
    env: { ...env, ACCESSIBLE: "1" },
    input: "1\n3\n\n1\n3\n\n3\n\n\n2\n",
  });
  expect(ended).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Missed: it isn't met."),
  });
});

test("a coding agent can't judge through a pipe", async () => {
  const { home } = openHome();
  const ended = await runProgram(drill, {
    home,
    env: { ...env, ACCESSIBLE: "1", CLAUDECODE: "1" },
    input: "1\n3\n\n",
  });
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain("Only the person can do this, in a terminal of their own.");
  expect(existsSync(join(home, "saved"))).toBe(true);
});

test("a window that was left open saves nothing once another one finished the drill", async () => {
  const { open, run, read } = openHome();
  const window = open(drill);
  await window.waitFor("Is this check met?");
  expect((await run(...drill, ...flags(...finish))).code).toBe(0);
  const before = read();
  window.press(down, enter);
  expect(await window.waitForEnd()).toBe(1);
  expect(window.lines().join(" ").replaceAll(/\s+/g, " ")).toContain(
    "You finished this drill in another window, or reset it, so nothing was saved. " +
      "Try: builder-pm practice open-queue",
  );
  expect(read()).toEqual(before);
});

test("undo leaves a drill alone, and takes back the change before it", async () => {
  const { run, read } = openHome();
  await run("check", "--answer", "problem=yes");
  await run(...drill, ...flags(...finish));
  const { practice } = read();
  const undone = await run("undo");
  expect(undone.stderr).toContain("Undid: your answer to");
  expect(read().practice).toEqual(practice);
  await run("undo", "--redo");
  expect(read()).toMatchObject({ practice, runs: [{ answers: { problem: { answer: "yes" } } }] });
  expect((await run("undo")).code).toBe(0);
  expect((await run("undo")).stderr).toContain("There is nothing to undo.");
});

test("two computers add up their drills, and undo takes back what an import brought", async () => {
  const [here, there] = [openHome(), openHome()];
  await there.run(...drill, ...flags(...finish));
  await there.run("export", "--json", "-o", join(here.home, "theirs.json"));
  const imported = await here.run("import", "theirs.json");
  expect(imported.stdout).toContain("1 practice drill: new or changed.");
  expect((await here.run("import", "theirs.json")).stdout).toContain("Nothing new");
  await here.run(...drill, "--again", ...flags("verdict.1=not-met", ...finish.slice(1)));
  const totals = async () => JSON.parse((await here.run("practice", "--json")).stdout).totals;
  expect(await totals()).toMatchObject({ drills: 1, caught: 0 });
  expect((await here.run("undo")).stderr).toContain("Undid: 1 practice drill");
  expect(await totals()).toMatchObject({ drills: 1, caught: 1 });
  await here.run("undo", "--redo");
  expect(await totals()).toMatchObject({ drills: 1, caught: 0 });
});

test("a key in an answer is found before an export, and taken out for good", async () => {
  const { run, read, home } = openHome();
  const key = `sk-${"live"}-${"a1B2c3D4".repeat(5)}`;
  await run(...drill, ...flags(`saw.1=it printed ${key}`, "verdict.1=met"));
  const shared = await run("export", "--json");
  expect(shared).toMatchObject({ code: 1, stdout: "" });
  expect(JSON.parse(shared.stderr).message).toContain(
    'Your answer "saw.1" in the drill "Who waits in our queue"',
  );
  const page = await run("export");
  expect(page.code).toBe(0);
  expect((await run("redact", "1")).code).toBe(0);
  expect(JSON.stringify(read())).not.toContain(key);
  const [attempt] = Object.values<{ answers: Record<string, { text: string }> }>(read().practice);
  expect(attempt?.answers["verdict.1"]?.text).toBe("met");
  expect(readFileSync(join(home, "saved", "progress.json.bak"), "utf8")).not.toContain(key);
});

test("the numbers are on the progress page and in the history, without any project", async () => {
  const { run } = openHome();
  await run(...drill, ...flags("sure.1=3", ...finish));
  const line =
    "Practice: 1 drill, caught 0 of 1 planted defect, doubted 0 of 2 sound checks, " +
    "trusted 1 of 1 false claim.";
  for (const words of [
    ["status"],
    ["status", "--history"],
    ["export"],
    ["export", "--format", "text"],
    ["practice", "--list"],
  ])
    expect((await run(...words)).stdout.replaceAll(/\s+/g, " ")).toContain(line);
  expect((await run("export")).stdout).toContain("The one verdict you were sure of was wrong.");
  const history = JSON.parse((await run("status", "--history", "--json")).stdout);
  expect(history.practice).toMatchObject({ drills: 1, trusted: 1, sure: { judged: 1, right: 0 } });
});

test("a file that was saved before drills existed loads, and gains nothing", async () => {
  const { home, run, read } = openHome();
  await run("check", "--answer", "problem=yes");
  expect(read()).not.toHaveProperty("practice");
  writeFileSync(join(home, "old.json"), JSON.stringify({ version: 1, runs: [], projects: [] }));
  expect((await run("import", "old.json")).code).toBe(0);
  expect(read()).not.toHaveProperty("practice");
});
