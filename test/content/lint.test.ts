import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createContentChecks } from "../../src/commands/content/checks.ts";
import { lintContent } from "../../src/content/lint.ts";
import { loadLibrary } from "../../src/content/load.ts";
import { joinWords } from "../../src/domain/text/words.ts";
import { root } from "../helpers/context.ts";
import { createTempFolder } from "../helpers/temp.ts";

const shipped = { folder: join(root, "content") };
const support = join(root, "test/fixtures/pack-support");

async function lint(dir: string) {
  const settings = { shipped, reserved: ["check", "help"], more: createContentChecks, dir };
  const { problems } = await lintContent(settings);
  return problems.map(({ file, line, column, field, message, fix }) => {
    const where = `${file.slice(dir.length + 1)}:${line}:${column}`;
    const label = field ? `${field}: ` : "";
    return `${where}: ${label}${message.replaceAll(shipped.folder, "shipped")} (${fix})`;
  });
}

/** The sample pack in a folder of its own. */
function copySupport(): string {
  const folder = createTempFolder();
  cpSync(support, folder, { recursive: true });
  return folder;
}

/** The problems of the sample pack after one text of one file was replaced. */
async function lintAfter(file: string, from: string, to: string): Promise<string[]> {
  const folder = copySupport();
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`);
  writeFileSync(path, text.replace(from, to));
  return lint(folder);
}

test("the shipped content and the sample pack have no problems", async () => {
  expect(await lint(shipped.folder)).toEqual([]);
  expect(await lint(support)).toEqual([]);
});

/**
 * One text of one file of the sample pack replaced, and the problem that follows; none where that
 * is sound.
 */
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

test("everything is named at once, in the order of files and lines", async () => {
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

test("what is never read is named, and what systems and editors leave behind is not", async () => {
  const folder = copySupport();
  mkdirSync(join(folder, "slice"));
  mkdirSync(join(folder, "slices/old"));
  for (const name of ["notes.md", "slices/queue.txt", ".DS_Store", "slices/.queue.md.swp"])
    writeFileSync(join(folder, name), "");
  const move = "move it into the folder of its kind as a .md file, or out of here";
  expect(await lint(folder)).toEqual([
    `notes.md:1:1: stands beside the folders of the kinds, and is never read (${move})`,
    "slice:1:1: is the folder of no kind, and is never read (did you mean slices?)",
    "slices/old:1:1: is a folder in the folder of a kind, and is never read (move its files up)",
    `slices/queue.txt:1:1: is no markdown file, and is never read (${move})`,
  ]);
});

test("a folder one level too high is told to name the one that holds the kinds", async () => {
  expect(await lint(join(root, "test/fixtures"))).toEqual([
    ":1:1: this folder holds no content (name the folder that holds checklists, slices, " +
      "steps, rules or guide)",
  ]);
});

test("a step that is replaced must keep what the others name; the file that replaced it is told", async () => {
  const folder = createTempFolder();
  mkdirSync(join(folder, "steps"));
  const spec = readFileSync(join(shipped.folder, "steps/spec.md"), "utf8");
  writeFileSync(
    join(folder, "steps/spec.md"),
    spec.replaceAll(/(id: |spec\.)evidence/g, "$1proof"),
  );
  expect(await lint(folder)).toContain(
    "steps/spec.md:1:1: shipped/checklists/reality-check.md, items.1.shownBy.answered, " +
      'unknown question of spec "evidence" (use problem, proof, bet, path, not-building, ' +
      "constraints, checks, edges, engineer or stop)",
  );
});

test("a project must be able to end", async () => {
  const folder = createTempFolder();
  mkdirSync(join(folder, "steps"));
  const decide = readFileSync(join(shipped.folder, "steps/decide.md"), "utf8");
  writeFileSync(join(folder, "steps/decide.md"), decide.replaceAll(/ +closes: .*\n/g, ""));
  expect(await lint(folder)).toEqual([
    "steps/decide.md:13:3: questions: no choice of the last step ends the project (give one " +
      "choice closes: done, handed-over or killed)",
  ]);
});
