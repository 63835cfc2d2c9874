import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../src/cli.ts";
import { createTestWorld, root } from "../helpers/context.ts";
import { progressWith, projectAfter, sampleAnswers } from "../helpers/loop.ts";
import { judge, proudReport, sealedWords, withReport } from "../helpers/reports.ts";
import { createTempFolder } from "../helpers/temp.ts";

const LONG_LINE = "C1: met (ran). Ran it for the last 3 weeks, one by one: 18 of 18 values equal.";
const text = `${proudReport}\n- ${LONG_LINE}\n- C3: ${sampleAnswers.spec?.checks}\n`;
const sealed = withReport(projectAfter("spec", "brief"), text);
const ways = [
  "lint FILE",
  "lint FILE --json",
  "lint FILE --spec",
  "lint FILE --explain",
  "start Other --anyway --from FILE",
  "spec --from FILE",
  "spec --from FILE --json --because x",
];
const texts = [
  ["a copy", text],
  ["a copy with other line ends", text.replaceAll("\n", "\r\n")],
  ["a copy without its last line end", text.trimEnd()],
  ["a chat around it", `Here you are:\n\n${text}\nAnything else?\n`],
  ["three of its lines", proudReport.split("\n").slice(3, 6).join("\n\n")],
  ["quoted lines", proudReport.split("\n").slice(3, 6).join("\n").replace(/^/gm, "> * ")],
  ["a long line", `Is this vague?\n\n${LONG_LINE.replace("weeks, ", "weeks,\n")}\n`],
] as const;

/** Runs a command about a file with this text; returns what it prints and its exit code. */
async function run(way: string, text: string, saved: string) {
  const home = createTempFolder();
  const file = join(home, "notes.md");
  writeFileSync(file, text);
  writeFileSync(join(home, "progress.json"), saved);
  const words = way.split(" ").map((word) => (word === "FILE" ? file : word));
  const { world, stdout, stderr } = createTestWorld(home, { words });
  const code = await main(world, root);
  return { code, shown: stdout() + stderr() };
}

const cases = ways.flatMap((way) => texts.map(([what, given]) => [way, what, given] as const));

test.each(cases)("%s refuses a sealed report: %s", async (way, _, given) => {
  const { code, shown } = await run(way, given, JSON.stringify(progressWith(sealed)));
  expect(code).toBe(1);
  expect(shown.replace(/\s+/g, " ")).toContain("so nothing of it is shown");
  expect(shown).toContain("builder-pm report --show");
  expect(sealedWords.filter((word) => shown.includes(word))).toEqual([]);
});

test.each(ways)("%s takes the same text once the claims are open", async (way) => {
  const judged = JSON.stringify(progressWith(judge(sealed, ["met", "not-met", "met"])));
  expect((await run(way, text, judged)).shown).not.toContain("sealed");
});

test.each([
  ["one short line", "- Only orders.csv is read.\n- C3: not tried.\n"],
  ["the person's own checks", `- ${sampleAnswers.spec?.checks}\n`],
  ["headings and commands", "# Report\n## Checks\n## How to run it\n## What is faked\n"],
])("lint takes %s of a sealed report", async (_, given) => {
  const { shown } = await run("lint FILE", given, JSON.stringify(progressWith(sealed)));
  expect(shown).not.toContain("sealed");
});

test("lint checks a text even if what is saved is damaged", async () => {
  const { code, shown } = await run("lint FILE", "- The report is fast.\n", "{");
  expect(shown).toContain('"fast" has no measure');
  expect(code).toBe(1);
});
