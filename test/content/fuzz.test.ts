import { expect, test } from "vitest";
import { tryContentFiles } from "../helpers/fuzz-content.ts";

// The long form is test/soak/broken-content.soak.ts.
test("a broken content file is never run, and never throws anything but the one error with a place and a fix", async () => {
  const { files, executed, wrong } = await tryContentFiles(400);
  expect({ files, executed, wrong: wrong.slice(0, 3) }).toEqual({
    files: 400,
    executed: 0,
    wrong: [],
  });
});
