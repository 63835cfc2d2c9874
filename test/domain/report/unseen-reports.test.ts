import { expect, test } from "vitest";
import { readReport } from "../../../src/domain/report/read-report.ts";
import {
  cleanCodeLines,
  cleanKeyLines,
  loadKeyedReports,
  scoreReport,
} from "../../helpers/report-key.ts";

/** Reports in plain prose, whose other parts have no heading or label. */
const unlabeled = ["04-gemini-prose.md", "06-aider-chat-log.txt", "10-junior-contractor-email.txt"];
/** Its second report leaves out what it doesn't change. */
const partial = ["08-opencode-two-reports.md"];

test.each(loadKeyedReports("b"))("makes no wrong claim from the report $name", (report) => {
  const read = readReport(report.text, report.key.checks);
  expect(scoreReport(report, read).wrong).toEqual([]);
  if ([...unlabeled, ...partial].includes(report.name)) return;
  for (const part of ["run", "faked", "packages", "added", "engineer"] as const)
    expect([part, cleanCodeLines(read[part])]).toEqual([
      part,
      cleanCodeLines(cleanKeyLines(report.key[part])),
    ]);
});

test("reads 83 of 88 claims in reports by an author who didn't know the reader", () => {
  const scores = loadKeyedReports("b").map((report) =>
    scoreReport(report, readReport(report.text, report.key.checks)),
  );
  const sum = (list: number[]) => list.reduce((all, count) => all + count, 0);
  expect(sum(scores.map((score) => score.keyed))).toBe(88);
  // Before it was extended for these reports, the reader read 75 of them.
  expect(scores.flatMap(({ missed }) => missed)).toEqual([
    "06-aider-chat-log.txt C3: met",
    "10-junior-contractor-email.txt C2: met",
    "10-junior-contractor-email.txt C3: not-met",
    "10-junior-contractor-email.txt C4: met",
    "21-gemini-contradictions.md C1: partly",
  ]);
});

test.each(loadKeyedReports("c"))("makes no wrong claim from the later report $name", (report) => {
  const read = readReport(report.text, report.key.checks);
  expect(scoreReport(report, read).wrong).toEqual([]);
});

/** Reports that the reader understands in part: each way to write is rare. */
const unread = {
  "01-claude-code-form-withdrawn.md": 1, // The claim is taken back elsewhere, so there is none.
  "07-aider-chat-log.txt": 1, // "This is met as far as the code goes."
  "14-claude-code-deutsch.md": 1, // "Das kann ich nicht beurteilen."
  "24-claude-code-log-pushback.txt": 1, // The claim is taken back in the chat below the report.
};

test("reads 99 of 103 claims in reports by another author who didn't know the reader", () => {
  const scores = loadKeyedReports("c").map((report) => ({
    name: report.name,
    ...scoreReport(report, readReport(report.text, report.key.checks)),
  }));
  // Before it was extended for these reports, the reader read 73 of them, and one wrong; before it
  // knew ordinals in prose, JSON, other letters and quoted checks, it read 82.
  expect(scores.reduce((sum, { keyed }) => sum + keyed, 0)).toBe(103);
  const missed = scores.filter((score) => score.missed.length > 0);
  expect(Object.fromEntries(missed.map(({ name, missed }) => [name, missed.length]))).toEqual(
    unread,
  );
});

test("reads 54 of 64 claims in reports by a third author, and none wrongly", () => {
  const scores = loadKeyedReports("e").map((report) =>
    scoreReport(report, readReport(report.text, report.key.checks)),
  );
  expect(scores.flatMap(({ wrong }) => wrong)).toEqual([]);
  // At first sight, the reader read 46 of them, and 6 wrongly.
  expect(scores.reduce((sum, { keyed }) => sum + keyed, 0)).toBe(64);
  expect(scores.flatMap(({ missed }) => missed)).toEqual([
    ...[1, 2].map((number) => `03-cursor-reworded.md C${number}: met`), // Under "What works".
    "03-cursor-reworded.md C3: not-met",
    "03-cursor-reworded.md C4: not-tried",
    "03-cursor-reworded.md C5: met",
    "13-claude-withdrawn.md C2: not-met", // What is taken back makes no claim.
    "13-claude-withdrawn.md C4: not-met",
    "13-claude-withdrawn.md C5: met",
    "15-codex-other-project.md C3: met",
    "16-copilot-nested-chat.md C5: not-tried", // Said after the report.
  ]);
});

test("a claim in the form of the brief may count fewer than all behind it", () => {
  const text = "# Report\n## Checks\n- C1: met (ran). At most 4 of 10 from one country.\n";
  const [claim] = readReport(text, ["No country has more than 4 of the 10"]).claims;
  expect(claim).toEqual({ claim: "met", basis: "ran" });
});
