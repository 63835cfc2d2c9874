import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createContentChecks } from "../../src/commands/content/checks.ts";
import type { ContentSource } from "../../src/content/folder.ts";
import { lintContent } from "../../src/content/lint.ts";
import { loadLibrary } from "../../src/content/load.ts";
import { createContext } from "../../src/context.ts";
import { joinWords } from "../../src/domain/text/words.ts";
import { createTestWorld, root } from "../helpers/context.ts";
import { createTempFolder } from "../helpers/temp.ts";

const shipped = { folder: join(root, "content") };
/** The same, with the front matter that the build parsed, as in the command. */
const parsed = createContext(createTestWorld("", {}).world, root, {}).content.shipped;
const support = join(root, "test/fixtures/pack-support");

async function lint(dir: string, source: ContentSource = parsed) {
  const settings = { shipped: source, reserved: ["check", "help"], more: createContentChecks, dir };
  const { problems } = await lintContent(settings);
  return problems.map(({ file, line, column, field, message, fix }) => {
    const where = `${file.slice(dir.length + 1)}:${line}:${column}`;
    const text = message.replaceAll(shipped.folder, "shipped");
    return `${where}: ${field ? `${field}: ` : ""}${text} (${fix})`;
  });
}

/** Copies the sample pack. */
function copySupport(after?: typeof afterAll): string {
  const folder = createTempFolder(after);
  cpSync(support, folder, { recursive: true });
  return folder;
}

const shared = copySupport(afterAll);

/** Returns the problems of the sample pack while a text in a file is replaced. */
async function lintAfter(file: string, from: string, to: string): Promise<string[]> {
  const path = join(shared, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} doesn't contain "${from}"`);
  writeFileSync(path, text.replace(from, to));
  try {
    return await lint(shared);
  } finally {
    writeFileSync(path, text);
  }
}

test("finds no problems in the shipped content or the sample pack", async () => {
  expect(await lint(shipped.folder, shipped)).toEqual([]);
  expect(await lint(support, shipped)).toEqual([]);
});

/** A replacement in a file of the sample pack, and the problem it causes, if any. */
interface Case {
  file: string;
  from: string;
  to: string;
  problem: string | null;
}

const cases: Case[] = JSON.parse(
  readFileSync(join(root, "test/fixtures/content-problems.json"), "utf8"),
);

const { guide } = await loadLibrary(shipped, ["guide"], { packs: [support] });
const topics = guide.map(({ id }) => id);

test.each(cases)("$file: $to: $problem", async ({ file, from, to, problem }) => {
  const found = await lintAfter(file, from, to);
  if (problem === null) expect(found).toEqual([]);
  else expect(found).toContain(problem.replace("{topics}", joinWords(topics, "or")));
});

test("reports all problems, sorted by file and line", async () => {
  const folder = copySupport();
  writeFileSync(join(folder, "slices/b.md"), "---\ntitle: 012\norder: x\n---\n");
  writeFileSync(join(folder, "slices/a.md"), "no front matter");
  writeFileSync(join(folder, "rules/Bad Name.md"), "---\n---\n");
  const found = (await lint(folder)).map((line) =>
    line.replace(/: (is missing|must be|the ).*/, ": $1"),
  );
  const missing = [
    "before",
    "checks",
    "engineer",
    "example",
    "failsWhen",
    "for",
    "hours",
    "notBuilding",
    "stop",
  ];
  expect(found).toEqual([
    "rules/Bad Name.md:1:1: the ",
    "slices/a.md:1:1: the ",
    ...[...missing, "summary", "trains"].map((field) => `slices/b.md:1:1: ${field}: is missing`),
    "slices/b.md:2:8: title: must be",
    "slices/b.md:3:8: order: must be",
  ]);
});

test("reports what a rule can't teach", async () => {
  const folder = copySupport();
  const file = join(folder, "rules/queue-words.md");
  writeFileSync(file, readFileSync(file, "utf8").replace("[spec-gap]", "[spec-gaps, time, spec]"));
  expect(await lint(folder)).toEqual([
    'rules/queue-words.md:17:11: teaches.1: unknown name "spec-gaps" (Did you mean spec-gap? ' +
      "Use problem, slice, spec, review, engineer, customer, spec-gap, agent-miss, " +
      "changed-mind, needs-engineering, value, time, error, repeat, people, access, " +
      "appearance or other)",
  ]);
});

test("reports ignored files, except those of editors and operating systems", async () => {
  const folder = copySupport();
  mkdirSync(join(folder, "slice"));
  mkdirSync(join(folder, "slices/old"));
  mkdirSync(join(folder, "drills/old"));
  for (const name of ["notes.md", "slices/queue.txt", ".DS_Store", "slices/.queue.md.swp"])
    writeFileSync(join(folder, name), "");
  const move = "move it into the folder of its kind as a .md file, or remove it";
  expect(await lint(folder)).toEqual([
    "drills/old:1:1: ignored: a folder without a drill of the same name " +
      "(add old.md next to it, or remove it)",
    `notes.md:1:1: ignored: not in a folder for a kind of content (${move})`,
    "slice:1:1: ignored: not a folder for a kind of content (did you mean slices?)",
    "slices/old:1:1: ignored: a folder inside the folder of a kind (move its files up)",
    `slices/queue.txt:1:1: ignored: not a markdown file (${move})`,
  ]);
});

test("asks for the folder that contains the kinds", async () => {
  expect(await lint(join(root, "test/fixtures"))).toEqual([
    ":1:1: this folder has no content (use the folder that contains " +
      "checklists, slices, steps, drills, rules or guide)",
  ]);
});

test("reports broken references in the file that replaced a step", async () => {
  const folder = createTempFolder();
  mkdirSync(join(folder, "steps"));
  const spec = readFileSync(join(shipped.folder, "steps/spec.md"), "utf8");
  writeFileSync(
    join(folder, "steps/spec.md"),
    spec.replaceAll(/(id: |spec\.)evidence/g, "$1proof"),
  );
  expect(await lint(folder)).toContain(
    "steps/spec.md:1:1: shipped/checklists/reality-check.md, items.1.shownBy.answered: " +
      'unknown question of spec "evidence" (use problem, proof, bet, path, not-building, ' +
      "constraints, checks, edges or stop)",
  );
});

test("requires a step that ends the project", async () => {
  const folder = createTempFolder();
  cpSync(shipped.folder, folder, { recursive: true });
  const file = join(folder, "steps/decide.md");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(/ +(closes|reopens): .*\n/g, ""));
  expect(await lint(folder, { folder })).toEqual([
    "steps/decide.md:14:3: questions: no choice in the last step ends the project " +
      "(add closes: done, handed-over or killed to a choice)",
  ]);
});
