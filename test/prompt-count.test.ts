import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  checkFlags,
  decide,
  hand,
  judge,
  keepAll,
  openWalks,
  predict,
  spec,
  start,
} from "./helpers/round-acts.ts";
import { createTempFolder } from "./helpers/temp.ts";
import type { Act } from "./helpers/walk.ts";

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

/** Walks a first round that starts from full notes, and returns its prompts. */
async function walkFromNotes(plain: boolean, spec: Act[]): Promise<string[]> {
  const run = openWalks(plain);
  const file = join(createTempFolder(), "notes.md");
  writeFileSync(file, notes);
  await run({ [`check ${checkFlags}`]: [] });
  return run({
    [`start --from ${file}`]: start,
    spec,
    brief: predict,
    review: judge,
    handoff: [...hand, keepAll],
    decide: decide(0),
  });
}

test.each([{ plain: false }, { plain: true }])(
  "a first round with full notes asks at most 21 prompts (plain: $plain)",
  async ({ plain }) => {
    const first = await walkFromNotes(plain, [keepAll]);
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
    const first = await walkFromNotes(plain, [
      { sees: /Press Enter to keep all of this/, pick: [0, 1] },
      { sees: /where does it hurt/, type: " Two shops were missing." },
      { sees: /What number should change/, type: "" },
    ]);
    expect(first.length).toBeLessThanOrEqual(23);
  },
);
