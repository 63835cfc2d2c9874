import fc from "fast-check";
import { expect, test } from "vitest";
import { readKeys } from "../../src/prompts/keyboard.ts";

const START = "\u001b[200~";
const END = "\u001b[201~";

test.each([
  { typed: "a", keys: "a", rest: "" },
  { typed: "\r", keys: "\r", rest: "" },
  { typed: "\u001b[B", keys: "\u001b[B", rest: "" },
  { typed: "one\rtwo", keys: "one two", rest: "" },
  { typed: "one\r\n", keys: "one\r", rest: "" },
  { typed: "one\r\ntwo\r\n", keys: "one two ", rest: "" },
  { typed: "\r\n\r\n", keys: "\r", rest: "" },
  { typed: "a\u001b[", keys: "a", rest: "\u001b[" },
  { typed: "a\u001b", keys: "a\u001b", rest: "" },
  { typed: `${START}a\u0003\u001b[A\u001a${END}`, keys: "a[A", rest: "" },
  { typed: `${START}one\ntwo\n${END}`, keys: "one two", rest: "" },
  { typed: `${START}one\n${END}\r`, keys: "one\r", rest: "" },
  { typed: `a${START}b${END}c${START}d\r\re${END}\r`, keys: "abcd e\r", rest: "" },
  { typed: `a${START}b\r`, keys: "a", rest: `${START}b\r` },
  { typed: "", keys: "", rest: "" },
])("$typed gives the keys $keys", ({ typed, keys, rest }) => {
  expect(readKeys(typed)).toMatchObject({ keys, rest });
});

test("a paste without marks never presses Enter, in whatever pieces it comes", () => {
  const first = readKeys("one\rtwo\r");
  expect(first).toEqual({ keys: "one two ", rest: "", isPaste: true });
  expect(readKeys("three\r", first.isPaste)).toEqual({ keys: "three ", rest: "", isPaste: true });
  expect(readKeys("\r", false)).toEqual({ keys: "\r", rest: "", isPaste: false });
});

test("no marked paste ever presses Enter, whatever it holds and wherever it is cut", () => {
  const text = fc.array(fc.constantFrom("a", " ", "\r", "\n", "\t", "\u6d4b", "~", "[")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.nat(), (pasted, cut) => {
      const typed = START + pasted + END;
      const at = 2 + (cut % (typed.length - 1));
      const first = readKeys(typed.slice(0, at));
      const second = readKeys(first.rest + typed.slice(at));
      expect(first.keys + second.keys).not.toMatch(/[\r\n\t]/);
      expect((first.keys + second.keys).replace(/ +/g, " ")).toBe(pasted.replace(/[\r\n\t ]+/g, " ").trim());
    }),
  );
});
