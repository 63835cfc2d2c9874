import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findMemoryFolder } from "./helpers/memory-folder.ts";
import { createTempFolder } from "./helpers/temp.ts";

test.each([
  { name: "a folder that runs no programs", options: "rw,noexec,relatime" },
  { name: "a folder that isn't in memory", options: undefined },
])("$name isn't used for temporary files", ({ options }) => {
  const folder = createTempFolder();
  const mounts = join(folder, "mounts");
  writeFileSync(mounts, options ? `tmpfs ${folder} tmpfs ${options} 0 0\n` : "");
  expect(findMemoryFolder(folder, mounts)).toBeUndefined();
});

test("a system without a list of mounts has no folder in memory", () => {
  const folder = createTempFolder();
  expect(findMemoryFolder(folder, join(folder, "mounts"))).toBeUndefined();
});
