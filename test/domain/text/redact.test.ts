import fc from "fast-check";
import { expect, test } from "vitest";
import { replaceFolded } from "../../../src/domain/text/redact.ts";
import { countRuns } from "../../helpers/runs.ts";

test.each([
  ["The key is abc-123.", "abc-123", "The key is [gone]."],
  ["abc-123 and abc-123", "abc-123", "[gone] and [gone]"],
  ["with a dash: abc\u2011123", "abc-123", "with a dash: [gone]"],
  ["hidden: ab\u200bc-1\u00ad23", "abc-123", "hidden: [gone]"],
  ["wide: \uff41bc-123", "abc-123", "wide: [gone]"],
  ["+49 30 123\u00a0456", "+4930123456", "[gone]"],
  ["abc-\n123", "abc-123", "[gone]"],
  ["abc-124", "abc-123", "abc-124"],
  ["a.c", "abc", "a.c"],
  ["abc", "a.c", "abc"],
  ["nothing", "", "nothing"],
])("%j without %j is %j", (text, wanted, after) => {
  expect(replaceFolded(text, wanted, "[gone]")).toBe(after);
});

test("takes any text out of any other, and leaves what is around it", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 20 });
  const secret = fc.stringMatching(/^[A-Za-z0-9.*+?^${}()|[\]\\/-]{3,20}$/);
  fc.assert(
    fc.property(words, secret, words, (before, wanted, after) => {
      const taken = replaceFolded(`${before} ${wanted} ${after}`, wanted, "\u2588");
      expect(taken).not.toContain(wanted);
      expect(taken).toContain("\u2588");
    }),
    { numRuns: countRuns(1000) },
  );
});
