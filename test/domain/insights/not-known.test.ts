import { expect, test } from "vitest";
import { isNotKnown } from "../../../src/domain/insights/not-known.ts";

test.each([
  "Not timed yet",
  "not measured",
  "don’t know yet",
  "We haven't timed it yet.",
  "Too early to say",
  "N/A",
  "n.a.",
  "-",
  "?",
])("reads %s as not known", (text) => {
  expect(isNotKnown(text)).toBe(true);
});

test.each(["", "9 minutes", "-5 minutes", "a lot less", "none", "not measured, about 9 minutes"])(
  "doesn't read %j as not known",
  (text) => {
    expect(isNotKnown(text)).toBe(false);
  },
);
