import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runPractice } from "../../../src/commands/practice/command.ts";
import { runStatus } from "../../../src/commands/status.ts";
import type { Progress } from "../../../src/domain/progress/progress.ts";
import { createTestContext } from "../../helpers/context.ts";
import { all, createFolders, DRILL, finish, practice } from "../../helpers/practice.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { createTempFolder } from "../../helpers/temp.ts";

/** Gives the saved try another id: each test context counts its ids from 1. */
function renamed(saved: Progress | undefined): Progress {
  const [attempt] = Object.values(saved?.practice ?? {});
  return { ...saved, practice: { first: attempt } } as Progress;
}

function answersOf(saved: Progress | undefined) {
  const [attempt] = Object.values(saved?.practice ?? {});
  return Object.entries(attempt?.answers ?? {}).map(([name, { text }]) => `${name}=${text}`);
}

test("writes the folder, names the pack, and prints the address to open", async () => {
  const folders = createFolders();
  const answers: ScriptedAnswer[] = ["stop"];
  const { context, stderr } = createTestContext({
    terminal: true,
    cwd: folders.cwd,
    options: { content: [folders.pack] },
    answers,
  });
  await expect(runPractice(context, DRILL, {})).rejects.toMatchObject({
    message: "Stopped. No answer is saved yet. To continue: builder-pm practice open-queue",
    exitCode: 130,
  });
  const { folder, pack } = folders;
  expect(stderr().replaceAll(/\s+/g, " ")).toContain(
    `This drill is part of "${pack}". Its files go to "${folder}".`,
  );
  expect(stderr()).toContain(`    file://${folder}/index.html\n`);
  expect(readFileSync(join(folder, "BRIEF.md"), "utf8")).toContain("- C2: A request without");
  expect(readFileSync(join(folder, "REPORT.md"), "utf8")).toMatch(/^# Report\n[\s\S]*- C1: met/);
  expect(existsSync(join(folder, "requests.csv"))).toBe(true);
});

test.each([
  { id: "invite-page", explains: false },
  { id: "churn-board", explains: true },
])("explains the marks of a report only if $id has them", async ({ id, explains }) => {
  const answers: ScriptedAnswer[] = ["stop"];
  const cwd = createTempFolder();
  const { context, stderr } = createTestContext({ terminal: true, cwd, answers });
  await expect(runPractice(context, id, {})).rejects.toMatchObject({ exitCode: 130 });
  expect(stderr().includes("(ran)")).toBe(explains);
});

test("the status names a drill that was stopped", async () => {
  const folders = createFolders();
  const answers: ScriptedAnswer[] = ["stop"];
  const settings = { terminal: true, cwd: folders.cwd, options: { content: [folders.pack] } };
  const { context, stdout } = createTestContext({ ...settings, answers });
  await expect(runPractice(context, DRILL, {})).rejects.toMatchObject({ exitCode: 130 });
  await runStatus(context);
  expect(stdout()).toMatch(
    /You've started the drill "Who waits in our queue"\.\s+To\s+go\s+on:\s+builder-pm practice\n/,
  );
});

test("walks the checks, goes back, and shows what was planted", async () => {
  const folders = createFolders();
  const answers: ScriptedAnswer[] = [
    { choose: "met", asked: "Is this check met?" },
    { choose: "back", asked: "How sure" },
    { choose: "not-met", startsOn: "met" },
    { choose: "3" },
    { type: "the export has 3" },
    { choose: "not-met" },
    { choose: "2" },
    { type: "" },
    { choose: "cannot-tell" },
    { type: "", asked: "What did you see?" },
    { type: "a phone number", asked: "Your answer" },
    { choose: "yes", asked: "Did you name this?", startsOn: "no" },
  ];
  const { stdout, saved } = await practice(folders, {}, { terminal: true, answers });
  expect(answersOf(saved)).toEqual([
    ...["verdict.1=not-met", "sure.1=3", "saw.1=the export has 3"],
    ...["verdict.2=not-met", "sure.2=2", "saw.2=", "verdict.3=cannot-tell", "saw.3="],
    ...["else=a phone number", "named.1=yes"],
  ]);
  expect(stdout).toMatchInlineSnapshot(`
    "
      What was planted in "Who waits in our queue"

      C1: The total equals the number of open requests in requests.csv.
          Caught: it isn't met. The agent said: met. You said: not met, sure.
          You saw: the export has 3
          Where: The total above the table.
          To see it:
            1. Count the open rows in requests.csv.
            2. Compare with the page: it says 2, and the export has 3.
          Ask: What happens to a row with an empty cell?
          Kind: Empty cells dropped

      C2: A request without an owner is listed under 'No owner'.
          You doubted this one, and it's met. The agent said: met. You said: not
          met, fairly sure.
          Where: The last row of the table.
          To see it:
            1. Look for 'No owner' in the column Owner.

      C3: The button 'Oldest first' puts the oldest request at the top.
          You couldn't tell. It's met. The agent said: met.
          Where: The top of the table.
          To see it:
            1. Click 'Oldest first' and read the first date.

      Beyond the checks
          You wrote: a phone number

      Also: The page shows a customer's phone number.
          You named it.
          Where: The second row of the table.
          To see it:
            1. Read the column Note.
          Ask: Whose data is on this page?
          Kind: Personal data

      Read more:
        builder-pm guide claims
        builder-pm guide limits

      How you did
        Planted defects you caught: 1 of 1
        Sound checks you doubted: 1 of 2
        False claims you trusted: 0 of 1
        Defects beyond the checks you named: 1 of 1
        Checks you couldn't tell: 1
        The one verdict you were sure of was right.
    "
  `);
});

test("takes every answer as a flag, and goes on where it stopped", async () => {
  const folders = createFolders();
  const first = await practice(folders, { answer: all });
  expect(first.stderr).toContain("Saved. Not answered yet: sure.2, saw.2, saw.3 and else.\n");
  expect(first.stderr).toMatch(/C2: A request without an owner.*\n {6}You said: not met\.\n/);
  const second = await practice(
    folders,
    { answer: ["else=x"] },
    { saved: first.saved as Progress },
  );
  expect(second.stdout).toContain("Missed: it isn't met. The agent said: met.");
  const [attempt] = Object.values(second.saved?.practice ?? {});
  expect(attempt).toMatchObject({
    drill: DRILL,
    truth: [
      { verdict: "not-met", claim: "met" },
      { verdict: "met", claim: "met" },
      { verdict: "met", claim: "met" },
    ],
    planted: ["The page shows a customer's phone number."],
    answers: { "verdict.1": { text: "met", via: "flag" } },
  });
});

test("prints JSON before, between and after the answers", async () => {
  const folders = createFolders();
  const json = true;
  const before = await practice(folders, { json });
  expect(JSON.parse(before.stdout)).toEqual({
    version: 1,
    drill: {
      id: DRILL,
      title: "Who waits in our queue",
      folder: folders.folder,
      open: "index.html",
    },
    checks: [1, 2, 3].map((number) => ({
      id: String(number),
      text: expect.any(String),
      answered: false,
    })),
    result: null,
  });
  const half = await practice(
    folders,
    { json, answer: ["verdict.2=met"] },
    { saved: before.saved as Progress },
  );
  expect(
    JSON.parse(half.stdout).checks.map(({ answered }: { answered: boolean }) => answered),
  ).toEqual([false, true, false]);
  expect(JSON.parse(half.stdout).checks[1]).toEqual({
    ...{ id: "2", text: expect.any(String), answered: true, verdict: "met" },
  });
  const end = await practice(folders, { json, answer: finish }, { saved: half.saved as Progress });
  expect(JSON.parse(end.stdout).result).toEqual({
    ...{ planted: 1, caught: 0, sound: 2, doubted: 1, falseClaims: 1, trusted: 1 },
    extras: [
      {
        ...{ id: "1", what: "The page shows a customer's phone number.", named: null },
        ...{ where: "The second row of the table.", how: ["Read the column Note."] },
        ...{ kind: "personal-data", ask: "Whose data is on this page?", guide: "limits" },
      },
    ],
    checks: expect.arrayContaining([
      {
        ...{ id: "2", truth: "met", claim: "met", where: "The last row of the table." },
        ...{
          how: ["Look for 'No owner' in the column Owner."],
          kind: null,
          ask: null,
          guide: null,
        },
      },
    ]),
  });
  const { practice: tries } =
    (await practice(folders, { json, answer: ["named.1=yes"] }, { saved: end.saved as Progress }))
      .saved ?? {};
  expect(Object.values(tries ?? {})[0]?.answers["named.1"]?.text).toBe("yes");
});

test("lists the drills with the first try, and counts only that", async () => {
  const folders = createFolders();
  const { saved } = await practice(folders, { answer: finish });
  const again = await practice(
    folders,
    { again: true, answer: ["verdict.1=not-met", ...finish.slice(3)] },
    { saved: renamed(saved) },
  );
  expect(again.stdout).toContain("Your first try at this drill is the one that counts.");
  const list = await practice(
    folders,
    { list: true, json: true },
    { saved: again.saved as Progress },
  );
  const { drills, totals } = JSON.parse(list.stdout);
  expect(drills).toContainEqual({
    ...{ id: DRILL, title: "Who waits in our queue", minutes: 4 },
    ...{ tried: true, caught: 0, planted: 1 },
  });
  expect(totals).toEqual({
    ...{ drills: 1, planted: 1, caught: 0, sound: 2, doubted: 1, falseClaims: 1, trusted: 1 },
  });
});
