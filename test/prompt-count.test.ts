import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTempFolder } from "./helpers/temp.ts";
import { type Act, walk } from "./helpers/walk.ts";

const spec: Act[] = [
  {
    sees: /where does it hurt/,
    type: "On June 1, Priya joined two exports by hand in 42 minutes.",
  },
  { sees: /What number should change/, type: "From 42 minutes to 10. Then we decide to keep it." },
  { sees: /What goes in, what happens/, type: "orders.csv goes in, report.csv comes out." },
  { sees: /tempting things/, pick: [0, 1] },
  { sees: /what must it never do/, pick: [0, 1] },
  {
    sees: /whether it works\?/,
    type: "For each of the last 3 weeks, every value matches the report made by hand.",
    more: [
      "With one column renamed, the run stops with a line naming that column.",
      "Making the report takes 10 minutes or less, down from 42, by stopwatch.",
    ],
  },
  {
    sees: /missing, wrong or repeated\?/,
    type: "An empty file shows the line 'No rows in orders.csv'",
    more: ["A second run shows the same report, not a second copy"],
  },
  { sees: /When will you stop/, type: "If it is still off after 4 hours, I stop." },
];
const start: Act[] = [{ sees: /Start it like this\?/, choose: 0 }];
const predict: Act[] = [{ sees: /How many of your checks/, type: "2" }];
const judge: Act[] = [
  { sees: /C\d: (?:For each|Making)[\s\S]*Is this check met\?/, choose: 0 },
  { sees: /C\d: With one column[\s\S]*Is this check met\?/, choose: 1 },
  { sees: /What did you see\?/, type: "Ran it for June 1 and compared all 18 values." },
  { sees: /Which of your edge cases held\?/, pick: [0] },
  { sees: /What did you try/, type: "Last year's dates gave a report full of zeros." },
  { sees: /What did it build/, type: "" },
  { sees: /Which of these apply/, pick: [3] },
];
const hand: Act[] = [
  { sees: /Which engineer/, type: "Mira from the billing team" },
  { sees: /What's faked/, type: "The exchange rate is hard-coded" },
];
const keepAll: Act = { sees: /Press Enter to keep all of this/, pick: [] };
const decide = (choose: number): Act[] => [
  { sees: /number now\?/, type: "12 minutes" },
  { sees: /What's your decision/, choose },
  { sees: /Why\?/, type: "Every value matched, but a renamed column slips through." },
  { sees: /What do you know now/, type: "I never wrote down which columns must be there." },
  { sees: /Update your reality check/, choose: 0 },
];

/** Walks whole rounds with one home, and counts the prompts of each. */
function openWalks(plain: boolean) {
  const [home, cwd] = [createTempFolder(), createTempFolder()];
  return async (lines: Record<string, Act[]>): Promise<string[]> => {
    const prompts: string[] = [];
    for (const [line, acts] of Object.entries(lines)) {
      const ended = await walk(home, line.split(" "), acts, { plain, cwd });
      expect({ line, code: ended.code, said: ended.stderr }).toMatchObject({ line, code: 0 });
      prompts.push(...ended.prompts);
    }
    return prompts;
  };
}

const checkFlags = ["problem", "slice", "spec", "review", "engineer"]
  .map((id) => `--answer ${id}=partly`)
  .join(" ");

test.each([{ plain: false }, { plain: true }])(
  "a first round asks at most 27 prompts, and a later one 10 (plain: $plain)",
  async ({ plain }) => {
    const run = openWalks(plain);
    await run({ [`check ${checkFlags}`]: [] });
    const first = await run({
      "start script": start,
      spec,
      brief: predict,
      review: judge,
      handoff: [...hand, keepAll],
      decide: decide(1),
    });
    expect(first.length).toBeLessThanOrEqual(27);
    const second = await run({
      brief: predict,
      review: [keepAll, ...judge.slice(1)],
      handoff: [keepAll],
      decide: decide(0),
    });
    expect(second.length).toBeLessThanOrEqual(10);
  },
);

/** What an agent reports after a pass. */
function writeReport(
  folder: string,
  { checks, faked, added, assumed }: Record<"checks" | "faked" | "added" | "assumed", string>,
): void {
  const text = `# Report
Agent: Claude Code
## Checks
${checks}
## How to run it
Run \`node report.mjs\` in the folder.
## What is faked
${faked}
## Packages and services used
- csv-parse 5
## Added without being asked
${added}
## Assumptions
${assumed}
## Ideas
None
## For the engineer
- Is the order number unique across shops?
`;
  writeFileSync(join(folder, "REPORT.md"), text);
}

const firstReport = {
  checks: `- C1: met (ran). 18 of 18 values matched.
- C2: met (read). The code names the column.
- C3: met (ran). It took 2 minutes.`,
  faked: "- The exchange rate is hard-coded at 1.08",
  added: "- A settings file for other currencies",
  assumed: "- A refund belongs to the month of its order",
};
const secondReport = {
  checks: `- C1: met (ran). 18 of 18 values matched again.
- C2: met (ran). It stopped and named the column.
- C3: met (ran). It took 2 minutes.`,
  faked: "- The exchange rate is hard-coded at 1.08\n- Shops without a name are left out",
  added: "- A settings file for other currencies\n- A log file",
  assumed: "- An order without a date counts for today",
};

const nothingLeft = { ...secondReport, faked: "None", added: "None" };

const judgeNoneAgain: Act[] = judge.map((act) =>
  act.sees.source.includes("With one column") ? { ...act, choose: 0 } : act,
);
const judgeTwoAgain: Act[] = [
  { sees: /C1: [\s\S]*Is this check met\?/, choose: 0 },
  { sees: /C[23]: [\s\S]*Is this check met\?/, choose: 1 },
  ...judge.slice(2),
];

test.each(
  [false, true].flatMap((plain) => [
    { plain, open: 1, judging: judge, report: secondReport, most: 10 },
    { plain, open: 1, judging: judge, report: nothingLeft, most: 10 },
    { plain, open: 2, judging: judgeTwoAgain, report: secondReport, most: 12 },
    { plain, open: 0, judging: judgeNoneAgain, report: secondReport, most: 8 },
  ]),
)(
  "with a report, a later round asks at most $most (to judge again: $open, plain: $plain)",
  async ({ plain, judging, report, most }) => {
    const run = openWalks(plain);
    await run({ [`check ${checkFlags}`]: [] });
    const folder = join(createTempFolder(), "monday");
    const opened = await run({ [`start script --folder ${folder}`]: start, spec, brief: predict });
    writeReport(folder, firstReport);
    const judged = await run({
      review: [...judging, keepAll],
      handoff: [...hand, keepAll],
      decide: decide(1),
    });
    expect([...opened, ...judged].length).toBeLessThanOrEqual(28);
    const briefed = await run({ brief: predict });
    writeReport(folder, report);
    const later = await run({
      review: [keepAll, ...judging.slice(1)],
      handoff: [keepAll],
      decide: decide(0),
    });
    expect([...briefed, ...later].length).toBeLessThanOrEqual(most);
  },
);

const notes = `# Monday report

## Problem

On June 1, Priya joined two exports by hand in 42 minutes.

## Success metric

From 42 minutes to 10. Then we decide whether to keep the Monday report.

## What it does

orders.csv and refunds.csv go in, report.csv comes out.

## Out of scope

- Sending the report
- A screen with buttons

## Constraints

- Reads only orders.csv and refunds.csv
- Never changes either file

## Acceptance criteria

- For each of the last 3 weeks, every value matches the report made by hand.
- With one column renamed, the run stops with a line naming that column.
- Making the report takes 10 minutes or less, down from 42, by stopwatch.

## Edge cases

- An empty file shows the line 'No rows in orders.csv'
- A second run shows the same report, not a second copy

## Stop rule

If it is still off after 4 hours, I stop and ask the data owner.
`;

test.each([{ plain: false }, { plain: true }])(
  "a first round with full notes asks at most 21 prompts (plain: $plain)",
  async ({ plain }) => {
    const run = openWalks(plain);
    const file = join(createTempFolder(), "notes.md");
    writeFileSync(file, notes);
    await run({ [`check ${checkFlags}`]: [] });
    const first = await run({
      [`start --from ${file}`]: start,
      spec: [keepAll],
      brief: predict,
      review: judge,
      handoff: [...hand, keepAll],
      decide: decide(0),
    });
    expect(first.length).toBeLessThanOrEqual(21);
  },
);

const editTwo: Act[] = [
  { sees: /Press Enter to keep all of this/, pick: [0, 2] },
  { sees: /How does someone run it\?/, type: 'Open a terminal and run "node report.mjs"' },
  { sees: /ask engineering\?/, type: "1: Would you join on the order number?" },
];

test.each([{ plain: false }, { plain: true }])(
  "each draft that a person edits is one more prompt (plain: $plain)",
  async ({ plain }) => {
    const run = openWalks(plain);
    await run({ [`check ${checkFlags}`]: [] });
    await run({ "start script": start, spec, brief: predict, review: judge });
    const edited = await run({ handoff: [...hand, ...editTwo] });
    expect(edited).toHaveLength(5);
  },
);

test.each([{ plain: false }, { plain: true }])(
  "a first round with full notes and two edited answers asks at most 23 (plain: $plain)",
  async ({ plain }) => {
    const run = openWalks(plain);
    const file = join(createTempFolder(), "notes.md");
    writeFileSync(file, notes);
    await run({ [`check ${checkFlags}`]: [] });
    const spec = [
      { sees: /Press Enter to keep all of this/, pick: [0, 1] },
      { sees: /where does it hurt/, type: " Two shops were missing." },
      { sees: /What number should change/, type: "" },
    ];
    const first = await run({
      [`start --from ${file}`]: start,
      spec,
      brief: predict,
      review: judge,
      handoff: [...hand, keepAll],
      decide: decide(0),
    });
    expect(first.length).toBeLessThanOrEqual(23);
  },
);
