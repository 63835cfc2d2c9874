import fc from "fast-check";
import { expect, test } from "vitest";
import { type KeyboardInput, readChunk, readLostPaste } from "../../src/prompts/keys.ts";

const START = "\u001b[200~";
const END = "\u001b[201~";

/** Formats input: pastes in angle brackets, keys in square brackets. */
function format(inputs: readonly KeyboardInput[]): string {
  const words = inputs.map((input) => {
    if ("key" in input) return `[${JSON.stringify(input.key).slice(1, -1)}]`;
    return input.isPaste ? `<${input.text}>` : input.text;
  });
  return words.join("");
}

test.each([
  { typed: "a", inputs: "a", rest: "" },
  { typed: "\r", inputs: "[\\r]", rest: "" },
  { typed: "\n", inputs: "[\\r]", rest: "" },
  { typed: "\u001b[B", inputs: "[\\u001b[B]", rest: "" },
  { typed: "\u001b[D\u001b[DXY Z", inputs: "[\\u001b[D][\\u001b[D]XY Z", rest: "" },
  { typed: "\u007f\u007fnew words", inputs: "[\u007f][\u007f]new words", rest: "" },
  { typed: "\u001bb\u001bOD", inputs: "[\\u001bb][\\u001bOD]", rest: "" },
  { typed: "\u0003", inputs: "[\\u0003]", rest: "" },
  { typed: "one\rtwo", inputs: "<one\ntwo>", rest: "" },
  { typed: "one\r\n", inputs: "one[\\r]", rest: "" },
  { typed: "one\r\ntwo\r\n", inputs: "<one\ntwo>", rest: "" },
  { typed: "\r\n\r\n", inputs: "[\\r]", rest: "" },
  { typed: "one\r\u001b[B", inputs: "one[\\r][\\u001b[B]", rest: "" },
  { typed: "a\tb", inputs: "ab", rest: "" },
  { typed: "a\u001b[", inputs: "a", rest: "\u001b[" },
  { typed: "a\u001b[1;5", inputs: "a", rest: "\u001b[1;5" },
  { typed: "a\u001b", inputs: "a", rest: "\u001b" },
  { typed: `a${END}b`, inputs: "<a>b", rest: "" },
  { typed: `line two\rline three${END}`, inputs: "<line two\nline three>", rest: "" },
  { typed: ` the list\r${END}`, inputs: "<the list>", rest: "" },
  { typed: "\u001bO\u0003", inputs: "[\\u001bO][\\u0003]", rest: "" },
  { typed: "\u001b\r", inputs: "[\\r]", rest: "" },
  { typed: `${START}a\u0003\u001b[A\u001a${END}`, inputs: "<a[A>", rest: "" },
  { typed: `${START}one\ntwo\n${END}`, inputs: "<one\ntwo>", rest: "" },
  { typed: `${START}o\tone${END}`, inputs: "<o\tone>", rest: "" },
  { typed: `${START}one\n${END}\r`, inputs: "<one>[\\r]", rest: "" },
  { typed: `a${START}b${END}c${START}d\r\re${END}\r`, inputs: "a<b>c<d\n\ne>[\\r]", rest: "" },
  { typed: `a${START}b\r`, inputs: "a", rest: `${START}b\r` },
  { typed: "", inputs: "", rest: "" },
])("reads $typed as $inputs", ({ typed, inputs, rest }) => {
  const read = readChunk(typed);
  expect({ inputs: format(read.inputs), rest: read.rest }).toEqual({ inputs, rest });
});

test("never presses Enter for an unmarked paste, even in several chunks", () => {
  const first = readChunk("one\rtwo\r");
  expect(format(first.inputs)).toBe("<one\ntwo>");
  const second = readChunk("three\r", first.tail);
  expect(format(second.inputs)).toBe("<\nthree>");
  expect(format(readChunk("\r").inputs)).toBe("[\\r]");
});

test.each([
  { rest: "text", inputs: "<text>" },
  { rest: "text\r", inputs: "<text>[\\r]" },
  { rest: "text\u0003", inputs: "<text>[\\u0003]" },
  { rest: "one\rtwo\u0004", inputs: "<one\ntwo>[\\u0004]" },
  { rest: "one\rtwo\r", inputs: "<one\ntwo>" },
  { rest: "text\u0003\r", inputs: "<text>[\\u0003]" },
  { rest: "", inputs: "" },
])("reads a paste that lost its end, $rest, as $inputs", ({ rest, inputs }) => {
  expect(format(readLostPaste(START + rest))).toBe(inputs);
});

test("never presses Enter for a marked paste, wherever it is split", () => {
  const parts = fc.constantFrom("a", " ", "\r", "\n", "\t", "\u6d4b", "~", "[");
  const text = fc.array(parts).map((chosen) => chosen.join(""));
  fc.assert(
    fc.property(text, fc.nat(), (pasted, cut) => {
      const typed = START + pasted + END;
      const at = 2 + (cut % (typed.length - 1));
      const first = readChunk(typed.slice(0, at));
      const second = readChunk(first.rest + typed.slice(at));
      const inputs = [...first.inputs, ...second.inputs];
      const expected = pasted.replace(/\r\n?/g, "\n").trim();
      expect(inputs).toEqual(expected === "" ? [] : [{ text: expected, isPaste: true }]);
    }),
  );
});
