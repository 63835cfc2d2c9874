import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "../../../src/domain/text/fold.ts";
import { invisible } from "../../helpers/invisible.ts";

test.each([
  ["plain text", "a-b 'c'", "a-b 'c'"],
  ["wide letters and digits", "\uff50\uff57\uff1a \uff11\uff12", "pw: 12"],
  ["styled letters", "\u{1d429}\u{1d430}", "pw"],
  ["dashes", "a\u2010b\u2013c\u2014d\u2212e", "a-b-c-d-e"],
  ["spaces and tabs", "a\u00a0b\u2003c\u202fd\te", "a b c d e"],
  ["line breaks", "a\r\nb\u2028c", "a\n\nb\nc"],
  ["quotes", "\u201ea\u201c \u00abb\u00bb \u2018c\u2019", '"a" "b" \'c\''],
  ["an accent of its own", "contrasen\u0303a, u\u0308ber", "contrase\u00f1a, \u00fcber"],
  ["lines through letters", "p\u0336w\u0332", "pw"],
  ["signs of other scripts", "\u0915\u094d\u0937 \u4e2d", "\u0915\u094d\u0937 \u4e2d"],
])("folds %s", (_, text, folded) => {
  expect(foldText(text).text).toBe(folded);
});

test.each(Object.entries(invisible))("removes %s", (_, character) => {
  expect(foldText(`a${character}b`).text).toBe("ab");
});

test("says which part of the original became a part of the folded text", () => {
  const { text, originalAt } = foldText("\uff50w:\u200b hunter\u00ad2\u2026");
  const start = text.indexOf("hunter2");
  expect(originalAt(start, start + 7)).toBe("hunter\u00ad2");
  expect(originalAt(0, text.length)).toBe("\uff50w:\u200b hunter\u00ad2\u2026");
});

test("folds a text to what it was before invisible characters were put in", () => {
  const character = fc.constantFrom(...Object.values(invisible));
  const part = fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), character);
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), (parts) => {
      const original = parts.flat().join("");
      const { text, originalAt } = foldText(original);
      expect(text).toBe(parts.map(([seen]) => seen).join(""));
      expect(originalAt(0, text.length)).toBe(original);
    }),
  );
});

test("an accent belongs to its letter, however much invisible text lies between", () => {
  expect(foldText(`caf\u0065${"\u200b".repeat(1500)}\u0301!`).text).toBe("caf\u00e9!");
});
