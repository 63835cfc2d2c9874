import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runExport } from "../../src/commands/export.ts";
import { runImport } from "../../src/commands/import.ts";
import { runUndo } from "../../src/commands/undo.ts";
import type { Progress } from "../../src/domain/progress/progress.ts";
import type { Summary } from "../../src/domain/team/summary.ts";
import { createTestContext, type TestSettings } from "../helpers/context.ts";
import { progressWith, projectAfter } from "../helpers/loop.ts";
import { readProgress } from "../helpers/store.ts";
import { summaryOf } from "../helpers/team.ts";
import { createTempFolder } from "../helpers/temp.ts";

const person = "aaaabbbbccccdddd";
const saved: Progress = { ...progressWith(projectAfter("spec", "brief")), person };

function open(settings: TestSettings = {}) {
  const folder = createTempFolder();
  const made = createTestContext({ saved, ...settings });
  return {
    ...made,
    folder,
    inFolder: (name: string) => join(folder, name),
    read: (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Summary,
    write: (name: string, content: unknown) =>
      writeFileSync(join(folder, name), JSON.stringify(content)),
  };
}

const contents =
  "It holds counts, the month, a random id, and words from lists that are the same for everyone " +
  "(builder-pm team shows them in plain words). " +
  "Nothing that you typed is in it, no title and no name.";

test("is shown on stderr before it is written, byte for byte", async () => {
  const { context, inFolder, stderr, stdout } = open();
  const file = inFolder("mine.json");
  await runExport(context, { summary: true, output: file });
  const text = readFileSync(file, "utf8");
  expect(stderr()).toBe(
    `This is all that "${file}" will hold:\n\n${text}\n${contents}\nWritten to "${file}".\n`,
  );
  expect(stdout()).toBe("");
});

test("a person is asked first, and nothing is written or saved after a no", async () => {
  const { context, folder, inFolder, file } = open({
    terminal: true,
    answers: [{ choose: "no", startsOn: "yes", asked: "Write it?" }],
    saved: progressWith(),
  });
  const before = readFileSync(file, "utf8");
  await expect(runExport(context, { summary: true, output: inFolder("a.json") })).rejects.toThrow(
    "Nothing was written.",
  );
  expect(readdirSync(folder)).toEqual([]);
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("a yes writes it", async () => {
  const { context, inFolder } = open({ terminal: true, answers: [{ choose: "yes" }] });
  await runExport(context, { summary: true, output: inFolder("a.json") });
  expect(existsSync(inFolder("a.json"))).toBe(true);
});

describe("the random id", () => {
  test("is made once, and kept in the saved progress alone", async () => {
    const { person: _, ...nobody } = saved;
    const startedAt = "2026-10-02T12:00:00.000Z";
    const { context, folder, file, stdout } = open({
      saved: { ...nobody, projects: nobody.projects.map((each) => ({ ...each, startedAt })) },
    });
    await runExport(context, { summary: true, output: folder });
    await runExport(context, { summary: true, month: "2026-10", output: folder });
    const id = readProgress(file).person ?? "";
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(readdirSync(folder)).toEqual([
      `2026-10-${id.slice(0, 4)}.json`,
      `2026-11-${id.slice(0, 4)}.json`,
    ]);
    await runExport(context, { json: true });
    expect(stdout()).not.toContain(id);
  });

  test("is no change that undo takes back", async () => {
    const { context, folder, file } = open({ saved: progressWith() });
    await runExport(context, { summary: true, output: folder });
    await expect(runUndo(context)).rejects.toThrow("There is nothing to undo.");
    expect(readProgress(file).person).toBeDefined();
  });

  test("--new-id replaces it, and names the files with the old one", async () => {
    const { context, folder, file, read, write, stderr } = open();
    write("2026-10-aaaa.json", { ...summaryOf(1, { month: "2026-10" }), person });
    await runExport(context, { summary: true, newId: true, output: folder });
    const id = readProgress(file).person ?? "";
    expect(id).not.toBe(person);
    expect(read(`2026-11-${id.slice(0, 4)}.json`).person).toBe(id);
    expect(stderr()).toContain('With your old id, you count twice: "2026-10-aaaa.json".');
  });

  test("stays when a file is imported, with and without --replace", async () => {
    const { context, file, folder } = open();
    const other = join(folder, "other.json");
    writeFileSync(other, JSON.stringify({ ...progressWith(), person: "1111222233334444" }));
    await runImport(context, other, {});
    expect(readProgress(file).person).toBe(person);
    await runImport(context, other, { replace: true, yes: true });
    expect(readProgress(file).person).toBe(person);
  });
});

describe("a file that is there", () => {
  test("is replaced if it is one's own of that month", async () => {
    const { context, inFolder, read, write } = open();
    write("a.json", { ...summaryOf(1), person, predictions: { tooHigh: 9, exact: 0, tooLow: 0 } });
    await runExport(context, { summary: true, output: inFolder("a.json") });
    expect(read("a.json").predictions.tooHigh).toBe(0);
  });

  test.each([false, true])(
    "is never replaced if it is another person's (force: %s)",
    async (force) => {
      const { context, inFolder, read, write } = open();
      write("a.json", summaryOf(2));
      const output = inFolder("a.json");
      await expect(runExport(context, { summary: true, output, force })).rejects.toThrow(
        `"${output}" is another person's summary, so nothing was written.`,
      );
      expect(read("a.json")).toEqual(summaryOf(2));
    },
  );

  test.each([
    { what: "of another month", content: { ...summaryOf(1, { month: "2026-10" }), person } },
    { what: "of another kind", content: { name: "app" } },
  ])("$what is only replaced with --force", async ({ content }) => {
    const { context, inFolder, read, write } = open();
    write("a.json", content);
    const output = inFolder("a.json");
    await expect(runExport(context, { summary: true, output })).rejects.toThrow("already exists");
    await runExport(context, { summary: true, output, force: true });
    expect(read("a.json").month).toBe("2026-11");
  });

  test("gets a longer name in a folder if another person's id starts the same", async () => {
    const { context, folder, write } = open();
    write("2026-11-aaaa.json", summaryOf(2));
    await runExport(context, { summary: true, output: folder });
    expect(readdirSync(folder)).toEqual(["2026-11-aaaa.json", "2026-11-aaaabbbb.json"]);
  });

  test("is never replaced through a link", async () => {
    const { context, inFolder, write, read } = open();
    write("real.json", { ...summaryOf(1), person, month: "2026-11" });
    symlinkSync(inFolder("real.json"), inFolder("a.json"));
    const output = inFolder("a.json");
    await expect(runExport(context, { summary: true, output })).rejects.toThrow("regular file");
    expect(read("real.json").month).toBe("2026-11");
  });
});

test.each([
  { options: { month: "2026-10" }, message: "--month and --new-id belong to --summary." },
  { options: { summary: true, month: "October" }, message: '"October" is not a month.' },
  { options: { summary: true, month: "2026-13" }, message: '"2026-13" is not a month.' },
  { options: { summary: true, month: "2026-12" }, message: "Dec 2026 is in the future." },
  {
    options: { summary: true, project: "script" },
    message: "A summary is of everything, and always JSON.",
  },
  { options: { summary: true, output: "a.md" }, message: '"a.md" doesn\'t end in .json.' },
  {
    options: { summary: true, month: "2025-11" },
    message: "There is nothing of Nov 2025 to share: what is saved begins in",
  },
])("$message", async ({ options, message }) => {
  const { context, file } = open();
  const before = readFileSync(file, "utf8");
  await expect(runExport(context, options)).rejects.toThrow(message);
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("a folder that isn't there is made", async () => {
  const { context, inFolder } = open();
  const output = inFolder("summaries");
  await runExport(context, { summary: true, output });
  expect(readdirSync(output)).toEqual([`2026-11-${person.slice(0, 4)}.json`]);
});

test("nobody who has saved nothing has a month to share but this one", async () => {
  const { context, stdout } = open({ saved: progressWith() });
  await expect(runExport(context, { summary: true, month: "2026-10" })).rejects.toMatchObject({
    message: "There is nothing of Oct 2026 to share. Nothing was written.",
    fix: "For Nov 2026: builder-pm export --summary --month 2026-11",
  });
  await runExport(context, { summary: true });
  expect(JSON.parse(stdout())).toMatchObject({ month: "2026-11" });
});

test("without a file, it goes to stdout", async () => {
  const { context, stdout, stderr } = open();
  await runExport(context, { summary: true });
  expect(JSON.parse(stdout())).toMatchObject({ person, month: "2026-11" });
  expect(stderr()).toBe("");
});

test("the folder of the saved progress is no place for it", async () => {
  const { context, home } = open();
  mkdirSync(join(home, "x"));
  const output = join(home, "progress-2.json");
  await expect(runExport(context, { summary: true, output })).rejects.toThrow(
    "could be taken for a part of your saved progress",
  );
});
