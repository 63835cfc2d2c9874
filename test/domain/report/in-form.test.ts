import { expect, test } from "vitest";
import { readReport } from "../../../src/domain/report/read-report.ts";

const lists = [
  [
    "The list shows every account with 1 user after 7 days",
    "It's fast",
    "Accounts older than 30 days are not shown",
  ],
  [
    "Opens in 2 seconds or less",
    "The list shows 23 rows from export.csv",
    "An empty file shows a message",
  ],
];

/** What an agent says beside each claim: nothing of the checks, or what another check says. */
const words = [
  "Ran it with 60 rows.",
  "Works with export.csv.",
  "Opened in 2 seconds with tickets.csv.",
  "Ran it with the October export; all 23 came up.",
  "The list shows 23 rows from export.csv and opens in 2 seconds.",
  "Opens in 2 seconds.",
  "Tried it with an empty file, which shows the message.",
  "Verified in the browser, with the console open.",
];

const forms = [
  ["met (ran)", "met"],
  ["not met (read)", "not-met"],
  ["partly (assumed)", "partly"],
  ["cannot tell", "cannot-tell"],
] as const;

function readAll(checks: readonly string[], said: readonly string[], title = "# Report") {
  const lines = said.map((text, index) => `- C${index + 1}: ${text}`).join("\n");
  const text = `${title}\nAgent: X\n## Checks\n${lines}\n## How to run it\nnode a.js\n`;
  return readReport(text, checks).claims.map(({ claim }) => claim);
}

test.each(
  lists.flatMap((checks) =>
    words.flatMap((text) => forms.map(([form, claim]) => ({ checks, text, form, claim }))),
  ),
)("reads $form by the names of the checks, beside $text", ({ checks, text, form, claim }) => {
  const said = checks.map(() => `${form}. ${text}`);
  expect(readAll(checks, said)).toEqual([claim, claim, claim]);
});

test("reads it below a title of its own, if little is said beside the claims", () => {
  const [checks = []] = lists;
  const said = checks.map(() => "met (ran). Ran it with 60 rows.");
  expect(readAll(checks, said, "# Report: onboarding reminder")).toEqual(["met", "met", "met"]);
});
