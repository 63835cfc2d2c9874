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
