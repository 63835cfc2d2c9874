import fc from "fast-check";
import { expect, test } from "vitest";
import { changeSealed, isSealed, seal, unseal } from "../../../src/domain/text/seal.ts";

test("what was sealed can be read back", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const sealed = seal(value);
      expect(isSealed(sealed)).toBe(true);
      expect(unseal(sealed)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a long text survives, whatever it is made of", () => {
  const text = "18 of 18 ✅ 値 ".repeat(20_000);
  expect(unseal(seal(text))).toBe(text);
});

test("no word of it can be read in what is saved", () => {
  expect(seal({ claim: "met", text: "all checks pass" })).not.toMatch(/met|check|pass/);
});

test.each(["", "met", "sealed:", "sealed:%%%", "sealed:AAAA", "sealed:eyJh"])(
  "%j holds nothing that could be read",
  (text) => {
    expect(unseal(text)).toBeUndefined();
    expect(changeSealed(text, () => "new")).toBe(text);
  },
);

test("a change is sealed again, and no change leaves the text as it was", () => {
  const sealed = seal(["a", "b"]);
  expect(changeSealed(sealed, (value) => value)).toBe(sealed);
  expect(unseal(changeSealed(sealed, () => ["a", "c"]))).toEqual(["a", "c"]);
});
