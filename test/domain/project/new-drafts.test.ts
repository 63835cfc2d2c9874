import { expect, test } from "vitest";
import type { AnswerLine } from "../../../src/domain/project/answer-line.ts";
import { listNewInRound } from "../../../src/domain/project/new-drafts.ts";
import { projectAfter } from "../../helpers/loop.ts";

const project = projectAfter("spec");

function listNew(known: string, text: string, from?: "report"): string[] {
  const draft: AnswerLine = { text, marks: [], ...(from ? { from } : {}) };
  const lines = listNewInRound(project, [{ text: known, marks: [] }], () => [draft]);
  return lines.map((line) => line.text);
}

const assumed = (what: string) => `The agent assumed: "${what}" Is that right?`;

test("an agent's line in other words isn't new", () => {
  expect(listNew("A dark mode switch", "A switch for the dark mode", "report")).toEqual([]);
  expect(listNew(assumed("Prices are in euros."), assumed("Euros, for prices."), "report")).toEqual(
    [],
  );
});

test.each([
  ["A dark mode switch", "A dark mode switch and an admin page"],
  ["Keeps 3 backups", "Keeps 5 backups"],
  [assumed("Euros."), assumed("Weekly.")],
])("%j isn't %j", (known, text) => {
  expect(listNew(known, text, "report")).toEqual([text]);
});

test("a person's own lines are compared as they are", () => {
  expect(listNew("C1: Not met. Why?", "C1: Not met. But why?")).toHaveLength(1);
});
