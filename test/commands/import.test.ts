import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExport } from "../../src/commands/export.ts";
import { runImport } from "../../src/commands/import.ts";
import type { Progress } from "../../src/domain/progress/progress.ts";
import { MAX_EXPORT_MEGABYTES } from "../../src/store/limits.ts";
import { createTestContext, type TestSettings } from "../helpers/context.ts";
import { newProject, progressWith, projectAfter } from "../helpers/loop.ts";
import { answered, noon, progressOf, runOf } from "../helpers/samples.ts";
import { readProgress } from "../helpers/store.ts";

const parked = (...days: number[]) =>
  days.map((day) => ({ idea: `Day ${day}`, at: noon(day).toISOString() }));
const here = {
  ...progressWith(
    newProject({ parked: parked(2, 3) }),
    newProject({ uid: "uid-2", id: "flow", slice: "flow" }),
  ),
  runs: [runOf("a", { problem: answered("yes") })],
};
const there = {
  ...progressWith(
    newProject({ parked: parked(2, 4) }),
    newProject({ uid: "uid-3", id: "flow", slice: "flow" }),
  ),
  runs: [runOf("b", { problem: answered("partly", { day: 2 }) }, { day: 2 })],
};

const importedAt = noon(22).toISOString();

/** Returns progress as it is after an import today. */
function markImported(progress: Progress): Progress {
  const projects = progress.projects.map((project) => ({ ...project, importedAt }));
  return { ...progress, projects };
}

/** Creates a context, and a file to import. */
function createImport(content: Progress | string, settings: TestSettings = {}) {
  const test = createTestContext(settings);
  const file = join(test.home, "other.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  const saved = (): Progress => {
    const { undo: _, ...progress } = readProgress(test.file);
    return progress;
  };
  return { ...test, other: file, saved };
}

test("adds what is new, takes later versions, keeps the others, and prints each", async () => {
  const { context, other, saved, stdout, stderr } = createImport(there, { saved: here });
  await runImport(context, other, {});
  expect(stdout().replaceAll(/\s+/g, " ")).toContain(
    [
      ` Imported "${other}":`,
      'Project "script", Monday report: the file has a newer version, so it replaces yours. ' +
        "Your version goes into its history.",
      'Project "flow-2", Monday report: new. You already have a project "flow".',
      "1 reality check: new. ",
    ].join(" - "),
  );
  expect(saved().projects.map(({ uid, id }) => `${uid} ${id}`)).toEqual([
    "uid-1 script",
    "uid-2 flow",
    "uid-3 flow-2",
  ]);
  expect(saved().projects[0]).toEqual({
    ...there.projects[0],
    importedAt,
    versions: [here.projects[0]],
  });
  expect(saved().runs.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(stderr()).toMatch(/^Next: builder-pm /);
});

test("changes nothing if the same file is imported again", async () => {
  const { context, other, file, stdout } = createImport(there, { saved: here });
  await runImport(context, other, {});
  const before = { bytes: readFileSync(file, "utf8"), words: stdout() };
  await runImport(context, other, {});
  expect(readFileSync(file, "utf8")).toBe(before.bytes);
  expect(stdout().slice(before.words.length).replaceAll(/\s+/g, " ")).toBe(
    ` Nothing new: you already have everything in "${other}". `,
  );
});

test("prints the changes and the command with --dry-run, and saves nothing", async () => {
  const { context, other, file, stdout, stderr } = createImport(there);
  await runImport(context, other, { dryRun: true });
  expect(stdout()).toMatch(/Nothing was saved\.[\s\S]*would\s+do\s+this:[\s\S]*Project "flow"/);
  expect(stderr()).toBe(`To import it: builder-pm import "${other}"\n`);
  expect(existsSync(file)).toBe(false);
});

test("requires --yes for --replace, and counts what would be replaced", async () => {
  const { context, other, saved } = createImport(there, { saved: here });
  await expect(runImport(context, other, { replace: true })).rejects.toMatchObject({
    message:
      "This replaces everything you have (2 projects and 1 reality check) " +
      "with 2 projects and 1 reality check. Nothing has changed yet.",
    fix: `To go ahead: builder-pm import "${other}" --replace --yes`,
    exitCode: 2,
  });
  expect(saved()).toEqual(here);
});

test("replaces everything with --replace --yes", async () => {
  const { context, other, saved, stdout, stderr } = createImport(there, { saved: here });
  await runImport(context, other, { replace: true, yes: true });
  expect(saved()).toEqual(markImported(there));
  expect(stderr()).toContain("To undo this: builder-pm undo\n");
  expect(stdout()).toContain("  - Before: 2 projects and 1 reality check.\n");
});

test("imports a complete export on a new computer", async () => {
  const saved = {
    ...progressWith(projectAfter("spec", "brief", "review")),
    runs: progressOf(runOf("a", {})).runs,
  };
  const from = createTestContext({ saved });
  const file = join(from.home, "copy.json");
  await runExport(from.context, { format: "json", output: file });
  const to = createImport("{}");
  await runImport(to.context, file, {});
  expect(to.saved()).toEqual(markImported(saved));
});

test.each([
  ["a progress page", "# Builder PM progress", "it is a page or notes"],
  [
    "a file with a mistake at its end",
    JSON.stringify({ ...here, runs: [...here.runs, { id: 1 }] }),
    "runs.1",
  ],
])("changes nothing for %s", async (_, content, reason) => {
  const { context, other, saved } = createImport(content, { saved: here });
  for (const options of [{}, { replace: true, yes: true }]) {
    await expect(runImport(context, other, options)).rejects.toThrow(reason);
  }
  expect(saved()).toEqual(here);
});

test("rejects a file larger than any export before reading it", async () => {
  const { context, other } = createImport("");
  truncateSync(other, (MAX_EXPORT_MEGABYTES + 1) * 1024 * 1024);
  await expect(runImport(context, other, {})).rejects.toThrow(`"${other}" is larger than 492 MB.`);
});

test("takes an export of more than 16 MB, with characters that an export writes longer", async () => {
  const idea = "\u007f".repeat(3 * 1024 * 1024);
  const saved = progressWith(newProject({ parked: [{ idea, at: noon(2).toISOString() }] }));
  const from = createTestContext({ saved });
  const file = join(from.home, "mine.json");
  // Looking for secrets in so much would take longer than all the rest.
  await runExport(from.context, { json: true, output: file, allowSensitive: true });
  expect(statSync(file).size).toBeGreaterThan(16 * 1024 * 1024);
  const to = createTestContext();
  await runImport(to.context, file, {});
  expect(readProgress(to.file).projects).toEqual(markImported(saved).projects);
});
