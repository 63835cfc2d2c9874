import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { expect, test } from "vitest";
import { runExport } from "../../src/commands/export.ts";
import { runHelp } from "../../src/commands/help.ts";
import { runImport } from "../../src/commands/import.ts";
import { runReset } from "../../src/commands/reset.ts";
import { runStatus } from "../../src/commands/status.ts";
import { createTestContext } from "../helpers/context.ts";
import { newProject } from "../helpers/loop.ts";
import { started } from "../helpers/reality-check.ts";
import { readProgress } from "../helpers/store.ts";

test("status without answers points to the check and creates nothing", async () => {
  const { context, home, stdout } = createTestContext();
  await runStatus(context);
  expect(stdout()).toMatch(/You haven't answered anything yet[\s\S]*builder-pm check/);
  expect(readdirSync(home)).toEqual([]);
});

test("status --json has the counts and the absolute path of the saved file", async () => {
  const { context, file, stdout } = createTestContext({
    saved: started,
    words: ["status", "--json"],
  });
  await runStatus(context);
  const { items, ...rest } = JSON.parse(stdout());
  expect(items.map(({ id, level }: { id: string; level: string | null }) => [id, level])).toEqual([
    ["problem", "said"],
    ["slice", null],
    ["spec", null],
    ["review", null],
    ["engineer", null],
  ]);
  expect(rest).toEqual({
    version: 1,
    checklist: "reality-check",
    total: 5,
    answered: 1,
    done: 1,
    partly: 0,
    shown: 0,
    file,
    openProject: null,
    content: [],
    practice: null,
    nextStep: {
      command: "builder-pm check",
      reason: "1 of 5 answers is saved; continue where you stopped",
    },
  });
});

test.each(["-", undefined])("export to %s prints only the document", async (output) => {
  const { context, stdout, stderr } = createTestContext({ saved: started });
  await runExport(context, output ? { output } : {});
  expect(stdout()).toMatch(/^# Builder PM progress\n[\s\S]*[^\n]\n$/);
  expect(stderr()).toBe("");
});

test("export -o writes the same bytes and keeps an existing file", async () => {
  const { context, home, stdout, stderr } = createTestContext({ saved: started });
  const file = join(home, "report.md");
  await runExport(context, { output: file });
  expect(stderr()).toBe(`Written to "${file}".\n`);
  expect(stdout()).toBe("");
  await runExport(context, {});
  expect(readFileSync(file, "utf8")).toBe(stdout());
  writeFileSync(file, "mine");
  await expect(runExport(context, { output: file })).rejects.toMatchObject({ exitCode: 1 });
  expect(readFileSync(file, "utf8")).toBe("mine");
  await runExport(context, { output: file, force: true });
  expect(readFileSync(file, "utf8")).toBe(stdout());
});

test.skipIf(process.platform === "win32")("export --json -o is for its owner only", async () => {
  const { context, home } = createTestContext({ saved: started });
  const file = join(home, "mine.json");
  await runExport(context, { output: file, json: true });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("export --json is the saved progress without the undo history", async () => {
  const saved = { ...started, laterField: "\u202e", undo: { past: [] } } as typeof started;
  const { context, stdout } = createTestContext({ saved });
  await runExport(context, { json: true });
  expect(JSON.parse(stdout())).toEqual({ ...started, laterField: "\u202e" });
  expect(stdout()).not.toContain("\u202e");
});

test("export --json --project holds only that project", async () => {
  const [one, two] = [newProject(), newProject({ uid: "uid-2", id: "script-2" })];
  const { context, stdout } = createTestContext({ saved: { ...started, projects: [one, two] } });
  await runExport(context, { json: true, project: "script-2" });
  expect(JSON.parse(stdout())).toEqual({ version: 2, runs: [], projects: [two] });
});

test("export --format text prints the page without markdown", async () => {
  const { context, stdout } = createTestContext({ saved: started });
  await runExport(context, { format: "text" });
  expect(stdout()).toContain(
    "- [x] The problem is real and I can show where I saw it.\n" +
      "  - Yes (no finished project shows it yet)\n- [ ] ",
  );
  expect(stdout()).toContain("\nOver time:\n\n- Nov 1, 2026, not finished: yes to 1 of 5\n");
});

test.each([
  {
    options: { format: "jsn" },
    message: 'There is no format "jsn".',
    fix: "Did you mean json? Use markdown, text, html or json.",
  },
  {
    options: { json: true, format: "text" },
    ...{ message: "You can't combine --json and --format text.", fix: "Use one of the two." },
  },
])("rejects export $options", async ({ options, message, fix }) => {
  const { context } = createTestContext();
  await expect(runExport(context, options)).rejects.toMatchObject({ message, fix, exitCode: 2 });
});

test("export never overwrites the saved progress, even with --force", async () => {
  const { context, file } = createTestContext({ saved: started });
  await expect(runExport(context, { output: file, force: true })).rejects.toMatchObject({
    message: `"${file}" is the file with your saved progress.`,
    exitCode: 1,
  });
  expect(readProgress(file)).toEqual(started);
});

test("requires --yes for a reset", async () => {
  const { context, file } = createTestContext({ saved: started });
  await expect(runReset(context, {})).rejects.toMatchObject({
    message:
      `This starts over and moves "${file}" aside, with 1 reality check. ` +
      "Nothing has changed yet.",
    fix: "To go ahead: builder-pm reset --yes",
    exitCode: 2,
  });
  expect(readProgress(file)).toEqual(started);
});

test("says after a reset how to get everything back", async () => {
  const { context, file, stderr } = createTestContext({ saved: started });
  await runReset(context, { yes: true });
  const [, aside = ""] = /To get it back: builder-pm import (\S+)\n/.exec(stderr()) ?? [];
  await runImport(context, aside.replaceAll(/["']/g, ""), {});
  expect(readProgress(file).runs).toEqual(started.runs);
});

test("moves a damaged file aside in a reset and prints where", async () => {
  const { context, home, file, stderr } = createTestContext({ saved: "{ damaged" });
  await runReset(context, { yes: true });
  const aside = join(home, "progress-2026-11-22T12-00-00.json");
  expect(readFileSync(aside, "utf8")).toBe("{ damaged");
  expect(existsSync(file)).toBe(false);
  expect(stderr()).toBe(
    `Your progress was moved to "${aside}". Start again with: builder-pm check\n`,
  );
});

test("creates nothing in a reset if nothing is saved", async () => {
  const { context, home, stderr } = createTestContext();
  await runReset(context, { yes: true });
  expect(stderr()).toBe("Nothing is saved yet, so nothing was changed.\n");
  expect(readdirSync(home)).toEqual([]);
});

test("help suggests the closest command", () => {
  const { context, stdout } = createTestContext();
  const program = new Command("builder-pm");
  program.command("check");
  expect(() => runHelp(context, program, ["chek"])).toThrow(
    expect.objectContaining({
      message: 'Unknown command "chek".',
      fix: "Did you mean this? builder-pm check",
    }),
  );
  runHelp(context, program, ["exit-codes"]);
  expect(stdout()).toContain("  130  stopped with Ctrl+C, or the input ended");
});
