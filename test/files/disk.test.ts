import { mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder, resolveLinks } from "../../src/files/disk.ts";
import { createTempFolder } from "../helpers/temp.ts";

test("resolves the links of a path whose end doesn't exist", () => {
  const folder = realpathSync(createTempFolder());
  mkdirSync(join(folder, "real"));
  symlinkSync(join(folder, "real"), join(folder, "link"));
  symlinkSync(join(folder, "nowhere"), join(folder, "broken"));
  const resolved = ["link", "link/new/file", "broken", "broken/file"].map((path) =>
    resolveLinks(join(folder, path)),
  );
  const expected = ["real", "real/new/file", "broken", "broken/file"];
  expect(resolved).toEqual(expected.map((path) => join(folder, path)));
});

test.skipIf(process.platform === "win32")("resolves a path of 1,000 folders", () => {
  const folder = realpathSync(createTempFolder());
  const deep = join(folder, "long/".repeat(750));
  makeFolder(deep);
  const path = join(deep, "x/".repeat(250), "y");
  expect(resolveLinks(path)).toBe(path);
});
