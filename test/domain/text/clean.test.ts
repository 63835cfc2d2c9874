import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanLine, cleanText } from "../../../src/domain/text/clean.ts";

const HEBREW = "\u05e9\u05dc\u05d5\u05dd";
const ARABIC = "\u0633\u0644\u0627\u0645";

test.each([
  { name: "vertical tab", given: "a\u000bb" },
  { name: "form feed", given: "a\u000cb" },
  { name: "next line", given: "a\u0085b" },
  { name: "line separator", given: "a\u2028b" },
  { name: "paragraph separator", given: "a\u2029b" },
  { name: "carriage return", given: "a\rb" },
  { name: "Windows line break", given: "a\r\nb" },
])("turns a $name into a line feed, and into a space on one line", ({ given }) => {
  expect(cleanText(given)).toBe("a\nb");
  expect(cleanLine(given)).toBe("a b");
});

const invisible = [..."\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u180e\u2061\u2064\ufff9"];

test.each(
  invisible.map((character) => ({ code: character.codePointAt(0)?.toString(16), character })),
)("removes U+$code at the start, in the middle and at the end", ({ character }) => {
  expect(cleanText(`${character}pass${character}word${character}`)).toBe("password");
  expect(cleanText(character.repeat(3))).toBe("");
});

test.each([
  { name: "a family of emoji", text: "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}" },
  { name: "a heart with a variation selector", text: "\u2764\ufe0f" },
  { name: "a keycap", text: "1\ufe0f\u20e3" },
  { name: "a flag", text: "\u{1f1e9}\u{1f1ea}" },
  {
    name: "the flag of England",
    text: "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
  },
  { name: "a combining accent", text: "cafe\u0301" },
  { name: "a composed accent", text: "caf\u00e9" },
  { name: "Chinese", text: "\u4f60\u597d\u3002" },
  { name: "Korean letters", text: "\u1112\u1161\u11ab" },
  { name: "Persian with a joiner", text: "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645" },
  { name: "Hindi with a joiner", text: "\u0915\u094d\u200d\u0937" },
  { name: "a direction mark beside Hebrew", text: `${HEBREW}\u200f!` },
  { name: "a direction mark before Arabic", text: `(\u200e${ARABIC})` },
  { name: "a right-to-left override, which the screen shows", text: "\u202etxt.exe" },
  { name: "an escape sequence, which the screen shows", text: "\u001b]0;title\u0007" },
  { name: "curly quotes and dashes", text: "\u201cyes\u201d \u2013 \u2019tis" },
])("keeps $name byte for byte", ({ text }) => {
  expect(cleanText(text)).toBe(text);
  expect(cleanLine(text)).toBe(text);
});

test.each([
  { given: "a\u00a0b\u202fc\u3000d\te", want: "a b c d e" },
  { given: "  a  ", want: "a" },
  { given: "one\n\n\n\ntwo", want: "one\n\ntwo" },
  { given: "one  \n two", want: "one\n two" },
  { given: "\u200d\u200c\ufe0f", want: "" },
  { given: "half \ud83d emoji", want: "half \ufffd emoji" },
  { given: " \u2003\u200b\n", want: "" },
])("cleans $given", ({ given, want }) => {
  expect(cleanText(given)).toBe(want);
});

test("changes nothing the second time, and leaves no other line break", () => {
  const parts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(...invisible, "\r", "\u2028", HEBREW, "\u200d"),
  );
  fc.assert(
    fc.property(fc.array(parts), (chosen) => {
      const once = cleanText(chosen.join(""));
      expect(cleanText(once)).toBe(once);
      expect(once).not.toMatch(/[\t\r\u000b\u000c\u0085\u2028\u2029\u200b\ufeff]/);
      expect(cleanLine(once)).not.toMatch(/\s\s|\n/);
    }),
  );
});
