import { expect, test } from "vitest";
import { describeContexts } from "../../../../src/domain/notes/learned/context.ts";
import { readNoteTexts } from "../../../../src/domain/notes/read-notes.ts";
import { stepOf } from "../../../helpers/loop.ts";

const { questions } = stepOf("spec");

/** Reads notes whose texts are about edges by these shares, and lists the features of each. */
function describe(notes: string, shares: readonly number[]) {
  const { texts } = readNoteTexts(notes, questions);
  expect(texts).toHaveLength(shares.length);
  const judged = shares.map((edges) => ({
    likely: new Map([
      ["-", 1 - edges],
      ["edges", edges],
    ]),
    known: 1,
  }));
  const describeAt = describeContexts(texts, judged);
  return shares.map((_, index) => describeAt(index));
}

const notes = "# Badges\n\n## Lights\n- One\n- Two\n- Three\n\n## Doors\n- Four\n";

test("says what the other lines of a section and of the notes are about", () => {
  const [first, , , last] = describe(notes, [0.1, 0.8, 0.6, 0.4]);
  expect(first?.get("section edges")).toBeCloseTo(3 * 0.7);
  expect(first?.get("headed section edges")).toBeCloseTo(3 * 0.7);
  expect(first?.get("near edges")).toBeCloseTo(3 * 0.7);
  expect(first?.get("document edges")).toBeCloseTo(3 * 0.6);
  expect(first?.get("own edges")).toBeCloseTo(0.5 * Math.log(0.101));
  expect(first?.has("not alone")).toBe(true);
  expect([last?.has("section edges"), last?.has("not alone")]).toEqual([false, false]);
});

test("says which question another text answers better", () => {
  const [first, second] = describe(notes, [0.1, 0.8, 0.6, 0.4]);
  expect([first?.get("most edges"), second?.get("most edges")]).toEqual([0.8, 0.6]);
});

test("names the two neighbors on both sides, also those below another heading", () => {
  const [, , third] = describe(notes, [0.1, 0.8, 0.6, 0.4]);
  expect(third?.get("two before edges")).toBe(0.1);
  expect(third?.get("before edges")).toBe(0.8);
  expect(third?.get("after edges")).toBe(0.4);
  expect(third?.has("two after edges")).toBe(false);
});

test("says of a line alone only what it says itself", () => {
  const [only] = describe("# Badges\n\n## Lights\n- One\n", [0.5]);
  const others = [...(only ?? [])].filter(([name]) => !name.startsWith("own "));
  expect(others.filter(([, value]) => value > 0)).toEqual([["headed", 1]]);
});
