import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprint } from "../../src/front-matter/fingerprint.ts";

test("any change of one place changes it, and its place in memory doesn't", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      fc.nat(),
      fc.nat(254),
      (bytes, at, by) => {
        const changed = bytes.slice();
        const index = at % bytes.length;
        changed[index] = ((bytes[index] ?? 0) + by + 1) % 256;
        const later = new Uint8Array([0, ...bytes]).subarray(1);
        expect(fingerprint(later)).toBe(fingerprint(bytes));
        expect(fingerprint(changed)).not.toBe(fingerprint(bytes));
      },
    ),
  );
});

test("files of the same bytes in another order, or with more of them, differ", () => {
  const texts = [
    "",
    "\0",
    "\0\0\0\0",
    "ab\ncd\n",
    "cd\nab\n",
    "abcdefgh",
    "efghabcd",
    "abcdefgh\0",
  ];
  const all = texts.map((text) => fingerprint(Buffer.from(text)));
  expect(new Set(all).size).toBe(texts.length);
});
