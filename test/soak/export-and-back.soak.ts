import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeProgress } from "../../src/domain/progress/merge.ts";
import { emptyProgress } from "../../src/domain/progress/progress.ts";
import { renderJson } from "../../src/render/json/json.ts";
import { readExported } from "../../src/store/exported.ts";
import { anyProgress } from "../helpers/random.ts";

test("imports what was exported, and a second import changes nothing", ({ task }) => {
  let different = 0;
  for (const progress of fc.sample(anyProgress, { numRuns: 10_000, seed: 6 })) {
    const exported = renderJson(progress);
    const back = mergeProgress(emptyProgress, readExported(exported, "x.json"));
    const again = mergeProgress(back.progress, back.progress);
    const same = [back.progress, again.progress].map(
      (other) => JSON.stringify(sort(other)) === JSON.stringify(sort(progress)),
    );
    if (same.includes(false) || again.runs.length + again.projects.length > 0) different++;
  }
  Object.assign(task.meta, { words: `${different} came back different` });
  expect(different).toBe(0);
});

/** Sorts the keys of every object alphabetically. */
function sort(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sort);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, sort(inner)] as const)
      .toSorted(),
  );
}
