import { expect, test } from "vitest";
import { tryContentFiles } from "../helpers/fuzz-content.ts";

test("never runs a broken content file, and throws only the expected error", async ({ task }) => {
  const found = { files: 0, executed: 0, wrong: 0, slowest: 0 };
  for (let seed = 1; seed <= 100; seed++) {
    const { files, executed, wrong, slowest } = await tryContentFiles(1_000, seed);
    found.files += files;
    found.executed += executed;
    found.wrong += wrong.length;
    found.slowest = Math.max(found.slowest, slowest);
  }
  const { files, executed, wrong, slowest } = found;
  const words =
    `${files} files, ${executed} executed, ${wrong} other exceptions, slowest file ` +
    `${slowest.toFixed(0)} ms`;
  Object.assign(task.meta, { words });
  expect({ executed, wrong }).toEqual({ executed: 0, wrong: 0 });
});
