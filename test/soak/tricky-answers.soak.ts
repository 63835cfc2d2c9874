import fc from "fast-check";
import { expect, test } from "vitest";
import { compareShown, type Reader, readers, trickyAnswers } from "../helpers/readers.ts";

test("every markdown reader shows an answer as typed", ({ task }) => {
  const different = Object.keys(readers).map((reader) => {
    const answers = fc.sample(trickyAnswers, { numRuns: 20_000, seed: 2 });
    const count = answers.filter((text) => {
      const { shown, typed } = compareShown(reader as Reader, text);
      return JSON.stringify(shown) !== JSON.stringify(typed);
    }).length;
    return { reader, count };
  });
  Object.assign(task.meta, {
    words: different.map(({ reader, count }) => `${reader} ${count} different`).join(", "),
  });
  expect(different.filter(({ count }) => count > 0)).toEqual([]);
});
