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
