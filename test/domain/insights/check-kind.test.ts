import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkKinds, findCheckKind } from "../../../src/domain/insights/check-kind.ts";

/** Checks with the kind that each of two readers gave them, who didn't know the code. */
const labeled: { text: string; labels: string[] }[] = JSON.parse(
  readFileSync("test/fixtures/check-kinds.json", "utf8"),
);

test("agrees with two readers about 80 checks, as they do with each other", () => {
  expect(labeled).toHaveLength(80);
  const labels = labeled.flatMap(({ text, labels }) =>
    labels.map((label) => label === findCheckKind(text)),
  );
  const agreed = labels.filter(Boolean).length / labels.length;
  expect(agreed).toBeGreaterThanOrEqual(0.85);
});

test.each([
  ["For each of the last 3 weeks, every value equals the hand-made report.", "value"],
  ["With one column renamed, the run stops with a line naming that column.", "error"],
  ["Making the report takes 10 minutes or less, down from 42, by stopwatch.", "time"],
  ["Run twice with the same file, it makes no second copy.", "repeat"],
  ["4 of 5 testers finish the flow without help.", "people"],
  ["A user without the admin role can't see the list.", "access"],
  ["The button is shown on one screen with the summary.", "appearance"],
  ["The manager gets a message in Teams.", "other"],
])("%s is about: %s", (text, kind) => {
  expect(findCheckKind(text)).toBe(kind);
});

test("reads any text, however long", () => {
  for (const text of ["", "\u0000", "x".repeat(1e6), "\u202e\ud800", "1 of ".repeat(1e5)])
    expect(checkKinds).toContain(findCheckKind(text));
});
