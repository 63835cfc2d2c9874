import { expect, test } from "vitest";
import { compileRules } from "../../src/linter/rules.ts";
import { lintText, readProseLines } from "../../src/linter/text.ts";
import { loadRules } from "../helpers/rules.ts";

const ruleset = compileRules(await loadRules("content/rules"));

test.each([
  ["- a check", "a check", 2],
  ["  * [x] a check", "a check", 8],
  ["3. a check", "a check", 3],
  ["C1: a check", "a check", 4],
  ["- **C2:** a check", "a check", 10],
  ["> a check", "a check", 2],
  ["plain", "plain", 0],
])("reads %j without its marker", (line, text, offset) => {
  expect(readProseLines(line)).toEqual([{ line: 1, offset, text, kind: "criterion" }]);
});

test("skips headings, code, front matter and empty lines", () => {
  const text = "---\ntitle: Fast\n---\n# Checks\n\n```\nfast\n```\r\n- one\r\n\r\n---\n- two\n";
  expect(readProseLines(text).map(({ line, text: words }) => [line, words])).toEqual([
    [9, "one"],
    [12, "two"],
  ]);
});

test.each([
  ["## Problem\nwords", "problem"],
  ["Problem:\nwords", "problem"],
  ["Problem: words", "problem"],
  ["## Problem\nold\n## Checks\nwords", "criterion"],
  ["## Evidence\nwords", "evidence"],
  ["words", "criterion"],
])("reads the last line of %j as %s", (text, kind) => {
  expect(readProseLines(text).at(-1)?.kind).toBe(kind);
});

test("gives the line and column in the file", () => {
  const [finding] = lintText("# Checks\n\n- [ ] C1: The page loads quickly.\n", {}, ruleset);
  expect(finding).toMatchObject({ line: 3, column: 26, length: 7, rule: "vague-term" });
});

test("lets the caller choose the kind", () => {
  const text = "Freelancers get paid late.";
  expect(lintText(text, { kind: "problem" }, ruleset)[0]?.rule).toBe("no-evidence");
  expect(
    lintText(`# Problem\n${text}`, { kind: "criterion" }, ruleset).map(({ rule }) => rule),
  ).not.toContain("no-evidence");
});
