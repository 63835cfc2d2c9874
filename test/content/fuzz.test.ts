import { expect, test } from "vitest";
import { tryContentFiles } from "../helpers/fuzz-content.ts";

// test/soak/broken-content.soak.ts is the long version.
test("never runs broken content, and reports each problem with a fix", async () => {
  const { files, executed, wrong } = await tryContentFiles(1_000);
  expect({ files, executed, wrong: wrong.slice(0, 3) }).toEqual({
    files: 1_000,
    executed: 0,
    wrong: [],
  });
});
