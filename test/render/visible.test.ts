import fc from "fast-check";
import { expect, test } from "vitest";
import { makeAllVisible, makeVisible } from "../../src/render/visible.ts";
import { ACTS, hostile } from "../helpers/hostile.ts";

test("the sample list is long enough, and each entry could affect a terminal", () => {
  expect(Object.keys(hostile).length).toBeGreaterThanOrEqual(45);
  expect(Object.entries(hostile).filter(([, text]) => !ACTS.test(text))).toEqual([]);
});

test.each(Object.entries(hostile))("%s leaves nothing that acts", (_name, text) => {
  const shown = makeVisible(text);
  expect(shown).not.toMatch(ACTS);
  expect(shown).not.toBe("");
});

test.each([
  ["a line break stays", "one\ntwo", "one\ntwo"],
  ["a Windows line break becomes one", "one\r\ntwo", "one\ntwo"],
  ["a tab becomes a space", "one\ttwo", "one two"],
  ["escape becomes its symbol", "\u001b[31m", "\u241b[31m"],
  ["delete becomes its symbol", "\u007f", "\u2421"],
  ["a lone carriage return becomes its symbol", "a\rb", "a\u240db"],
  ["8-bit controls become their number", "\u009b", "<U+009B>"],
  ["bidi becomes its number", "\u202e", "<U+202E>"],
  ["tags become their number", "\u{e0041}", "<U+E0041>"],
])("%s", (_name, text, want) => {
  expect(makeVisible(text)).toBe(want);
});

test.each([
  ["a family of four", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}"],
  ["a skin tone", "\u{1f44d}\u{1f3fd}"],
  ["a flag", "\u{1f1e9}\u{1f1ea}"],
  ["an emoji with its selector", "\u2764\ufe0f"],
  ["combining marks", "e\u0301 n\u0303"],
  ["Chinese", "\u6d4b\u8bd5"],
  ["Arabic", "\u0645\u0631\u062d\u0628\u0627"],
  ["an Arabic verse sign", "\u06dd\u0661"],
  ["Persian with a non-joiner", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"],
  ["Hindi with a joiner", "\u0915\u094d\u200d\u0937"],
  ["typography", "\u201cquotes\u201d \u2013 \u2026"],
])("keeps %s", (_name, text) => {
  expect(makeVisible(text)).toBe(text);
});

test("makes any text safe, and changes nothing the second time", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    }),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const shown = makeVisible(typed);
      expect(shown).not.toMatch(ACTS);
      expect(makeVisible(shown)).toBe(shown);
    }),
    { numRuns: 1_000 },
  );
});

test("makes every text in a view safe, without changing other values or the view", () => {
  const day = new Date(0);
  const view = {
    title: "\u0007",
    list: ["\u001b", { deep: "\b" }],
    day,
    count: 1,
    none: undefined,
    nothing: null,
    on: true,
  };
  expect(makeAllVisible(view)).toEqual({
    title: "\u2407",
    list: ["\u241b", { deep: "\u2408" }],
    day,
    count: 1,
    none: undefined,
    nothing: null,
    on: true,
  });
  expect(view.title).toBe("\u0007");
});
