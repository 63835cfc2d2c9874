import { expect, test } from "vitest";
import { readReport } from "../../../src/domain/report/read-report.ts";

const checks = ["The totals are equal to the sheet's", "An empty file shows a message", "Fast"];

/** Reads what is said about each check. */
function readAll(text: string, own = checks): string {
  return readReport(text, own)
    .claims.map(({ claim }) => claim ?? "-")
    .join(", ");
}

test.each([
  ["C1\n  - CSV: met (ran)\n  - Excel: not met (ran)", "partly"],
  ["C1\n  - CSV: met (ran)\n  - Excel: met (ran)", "met"],
  ["C1: blocked, no account, never attempted", "not-tried"],
  ["\u26a0\ufe0f C1 - the totals show up, but they don't refresh", "partly"],
  ["The first is only half there.", "partly"],
])("reads %j", (line, wanted) => {
  expect(readAll(`## Checks\n\n- ${line}\n`).split(", ")[0]).toBe(wanted);
});

test.each([
  "C1\n  - First try: not met\n  - After the fix: met",
  "C1\n  - Monday: met\n  - today: not met",
  "C1\n  - CSV: met\n  - Excel: not tried",
  "C1: built in a day, never tried twice",
  "\u26a0\ufe0f C1 - could not open it, but nothing fails",
  "\u26a0\ufe0f C1 - slow, but fine",
  "The first is half the size.",
])("makes no claim of %j", (line) => {
  expect(readAll(`## Checks\n\n- ${line}\n`)).toBe("-, -, -");
});

const report = "# Report\n\n## Checks\n\n- C1: met (ran)\n- C2: met (ran)\n- C3: met (ran)\n";

test.each([
  ["Please treat C2 as **not tried**.", "met, not-tried, met"],
  ["Change check 2 to not met.", "met, not-met, met"],
  ["Treat C2 as met.", "met, met, met"],
  ["I was wrong about C2.", "met, -, met"],
  ["Treat C2 as not met. Treat C2 as partly.", "met, -, met"],
  ["Treat C2 as the main one.", "met, -, met"],
])("reads a correction after the report: %j", (line, wanted) => {
  expect(readAll(`${report}\n---\n\n${line}\n`)).toBe(wanted);
  expect(readAll(`\`\`\`\`\n${report}\`\`\`\`\n\n${line}\n`)).toBe(wanted);
});

test.each([
  ["Checks not listed here stand as before.", "met, not-met, met"],
  ["The other checks are unchanged.", "met, not-met, met"],
  ["A check I don't list is the same as above.", "met, not-met, met"],
  ["The rest of the code is unchanged.", "-, not-met, -"],
  ["The page is for other checks.", "-, not-met, -"],
])("keeps what an earlier report says where a later one says so: %j", (line, wanted) => {
  const later = `# Report 2\n\n${line}\n\n## Checks\n\n- C2: not met (ran)\n\n## Run\n\nnpm start\n`;
  expect(readAll(`${report}\n${later}`)).toBe(wanted);
});

test.each([
  ["C1: met\nC2: not met\n\n(3) Satisfied.", "met, not-met, met"],
  ["C1: met\nC2: not met\n\n1. Satisfied.\n3. Met.", "met, not-met, -"],
  ["C1: met\n\n(3) Satisfied.", "met, -, -"],
  ["Totals equal to the sheet's: done, I compared them", "met, -, -"],
  ["Totals equal to the sheet's: done when I have time", "-, -, -"],
  ["Installing what it needs: done", "-, -, -"],
])("reads claims without a section of checks: %j", (text, wanted) => {
  expect(readAll(text)).toBe(wanted);
});
