import { expect, test } from "vitest";
import { mapTexts } from "../../../src/domain/text/map-texts.ts";
import { addNpx } from "../../../src/domain/text/npx.ts";

test("changes every text in a value", () => {
  const at = new Date(0);
  expect(
    mapTexts({ next: [{ command: "builder-pm check" }], at, count: 1, none: null }, addNpx),
  ).toEqual({
    next: [{ command: "npx builder-pm check" }],
    at,
    count: 1,
    none: null,
  });
});

test("passes the key of a text, also inside lists", () => {
  const value = { a: "x", list: ["y", { b: "z" }] };
  const named = mapTexts(value, (text, key) => `${key}:${text}`);
  expect(named).toEqual({ a: "a:x", list: ["list:y", { b: "b:z" }] });
});

test("copies only what holds a text that changed", () => {
  const same = { list: ["a"], when: new Date(0) };
  const value = { same, other: [{ text: "b" }, same] };
  const mapped = mapTexts(value, (text) => text.toUpperCase().replace("A", "a"));
  expect(mapped).toEqual({ same, other: [{ text: "B" }, same] });
  expect(mapped.same).toBe(same);
  expect(mapped.other[1]).toBe(same);
  expect(value.other[0]).toEqual({ text: "b" });
});

test("a key that sets the prototype stays a key", () => {
  const value = JSON.parse('{"__proto__": {"text": "a"}}');
  const mapped = mapTexts(value, (text) => text.toUpperCase());
  expect(JSON.stringify(mapped)).toBe('{"__proto__":{"text":"A"}}');
});
