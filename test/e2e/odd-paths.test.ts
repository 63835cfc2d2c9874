import { chmodSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newProject, progressWith } from "../helpers/loop.ts";
import {
  createOdd,
  createOddPaths,
  isSound,
  listPathArguments,
  oddKinds,
  oddPaths,
  openAsAnyone,
  type PathArgument,
} from "../helpers/odd-paths.ts";
import { createTempFolder } from "../helpers/temp.ts";

const isWindows = process.platform === "win32";

const found = listPathArguments();
/** Every step takes `--answers` in the same way, so that one of them is enough here. */
const [steps, others] = [true, false].map((isStep) =>
  found.filter(({ name }) => name.endsWith(" --answers") === isStep),
) as [PathArgument[], PathArgument[]];
const places = [
  ...steps.slice(0, 1),
  ...others,
  { name: "export over it", type: (path: string) => ["export", "--force", "-o", path] },
  { name: "a pack", type: (path: string) => ["slices", "--content", path] },
];

test("finds every argument that takes a path", () => {
  expect(found.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["import", "lint", "export --output", "spec --from", "start --folder"]),
  );
  expect(places.length).toBeGreaterThan(11);
});

// The program waits for a while for a pipe without a writer.
test.skipIf(isWindows).concurrent.for(places)(
  "$name answers every odd path with a sentence and never hangs",
  async ({ type }, { onTestFinished: after }) => {
    const home = await createOddPaths(after);
    const run = openAsAnyone(home, after);
    const begun = await run(["start", "script", "--title", "Monday report"]);
    expect(begun.code).toBe(0);
    const bad: unknown[] = [];
    for (const path of oddPaths) {
      const ended = await run(type(path));
      if (!isSound(ended)) bad.push({ path, ...ended });
    }
    expect(bad).toEqual([]);
  },
);

test.skipIf(isWindows).concurrent.for(["BUILDER_PM_CONTENT", "BUILDER_PM_HOME"])(
  "%s may be any odd path",
  async (name, { onTestFinished: after }) => {
    const home = await createOddPaths(after);
    const run = openAsAnyone(home, after);
    const bad: unknown[] = [];
    for (const path of oddPaths) {
      for (const line of ["slices", "status", "doctor", "check --answer slice=yes"]) {
        const ended = await run(line.split(" "), { env: { [name]: path } });
        if (!isSound(ended)) bad.push({ path, line, ...ended });
      }
    }
    expect(bad).toEqual([]);
  },
);

test.skipIf(isWindows)(
  "content lint over a link into a forbidden folder exits with 3",
  async ({ onTestFinished: after }) => {
    const run = openAsAnyone(await createOddPaths(after), after);
    const { code, stdout } = await run(["content", "lint", "pack-of-odd-files"]);
    expect(code).toBe(3);
    expect(stdout).toMatch(/forbidden\.md:1:1: permission denied/);
    expect(stdout).toMatch(/guide:1:1: .*permission denied\n +check the file and its permissions/);
  },
);

/** The files of the saved progress, and copies of it that sync tools make. */
const savedFiles = [
  "progress.json",
  "progress.json.bak",
  "progress.json.lock",
  "progress.json.new",
  "progress.json.bak.new",
  "progress-LAPTOP.json",
  "progress (conflicted copy 2026-01-02).json",
];

test.skipIf(isWindows).concurrent.for(savedFiles)(
  "%s may be anything",
  async (name, { onTestFinished: after }) => {
    const home = createTempFolder(after);
    chmodSync(home, 0o777);
    const run = openAsAnyone(home, after);
    const bad: unknown[] = [];
    for (const kind of oddKinds) {
      const folder = join(home, kind);
      mkdirSync(folder);
      chmodSync(folder, 0o777);
      const saved = join(folder, "progress.json");
      writeFileSync(saved, JSON.stringify(progressWith(newProject())), { mode: 0o666 });
      if (name === "progress.json") renameSync(saved, `${saved}.bak`);
      await createOdd(join(folder, name), kind, after);
      for (const line of ["status", "doctor", "park later", "undo", "doctor --restore"]) {
        const ended = await run(line.split(" "), { env: { BUILDER_PM_HOME: folder } });
        if (!isSound(ended)) bad.push({ kind, line, ...ended });
      }
    }
    expect(bad).toEqual([]);
  },
);
