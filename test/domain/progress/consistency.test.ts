import fc from "fast-check";
import { expect, test } from "vitest";
import { findInconsistency, repairProgress } from "../../../src/domain/progress/consistency.ts";
import { anyFile } from "../../helpers/random.ts";
import { countRuns } from "../../helpers/runs.ts";

/** Lists every text that a value holds, except ids and times. */
function listTexts(value: unknown, key = ""): string[] {
  if (typeof value === "string") return /^(?:u?id|startedAt|endedAt)$/.test(key) ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => listTexts(inner, name));
}

test("repairs any file, keeps every text, and leaves what is right as it is", () => {
  let repaired = 0;
  fc.assert(
    fc.property(anyFile, (file) => {
      const after = repairProgress(file);
      expect(findInconsistency(after)).toBeUndefined();
      expect(after === file).toBe(findInconsistency(file) === undefined);
      expect(repairProgress(after)).toBe(after);
      expect(listTexts(after)).toEqual(expect.arrayContaining(listTexts(file)));
      if (after !== file) repaired++;
    }),
    { numRuns: countRuns(500) },
  );
  expect(repaired).toBeGreaterThan(20);
});
