import { expect, test } from "vitest";
import { tryContentFiles } from "../helpers/fuzz-content.ts";

// The long form is test/soak/broken-content.soak.ts.
test("never runs broken content, and reports each problem with a fix", async () => {
  const { files, executed, wrong } = await tryContentFiles(400);
  expect({ files, executed, wrong: wrong.slice(0, 3) }).toEqual({
    files: 400,
    executed: 0,
    wrong: [],
  });
});
