import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lintContent } from "../../src/content/lint.ts";
import { loadLibrary } from "../../src/content/load.ts";
import { root } from "../helpers/context.ts";
import { createPack, writeSlice as slice } from "../helpers/packs.ts";
import { createTempFolder } from "../helpers/temp.ts";

const shipped = { folder: join(root, "content") };
const support = join(root, "test/fixtures/pack-support");
const kinds = ["checklists", "slices", "steps", "drills", "rules", "guide"] as const;

test("adds and replaces files, and merges checklists item by item", async () => {
  const library = await loadLibrary(shipped, kinds, { packs: [support] });
  expect(library.problems).toEqual([]);
  const idsOf = (kind: (typeof kinds)[number]) =>
    library[kind].filter(({ from }) => from === support).map(({ id }) => id);
  expect(Object.fromEntries(kinds.map((kind) => [kind, idsOf(kind)]))).toEqual({
    checklists: [],
    slices: ["support-queue", "automation"],
    steps: ["demo"],
    drills: ["open-queue"],
    rules: ["queue-words"],
    guide: ["support"],
  });
  const [checklist] = library.checklists;
  expect(checklist?.summary).toMatch(/^Six honest questions/);
  expect(checklist?.items.map(({ id, from }) => [id, from])).toEqual([
    ...["problem", "slice", "spec", "review", "engineer"].map((id) => [id, undefined]),
    ["customer", support],
  ]);
  const { slices } = await loadLibrary(shipped, ["slices"]);
  const ids = slices.map(({ id }) => id);
  expect(library.slices.map(({ id }) => id)).toEqual(
    ids.toSpliced(ids.indexOf("automation"), 0, "support-queue"),
  );
});

test("prefers the last of several packs", async () => {
  const one = createPack({ "slices/a.md": slice("One"), "slices/b.md": slice("One") });
  const two = createPack({ "slices/b.md": slice("Two") });
  const { slices } = await loadLibrary(shipped, ["slices"], { packs: [one, two] });
  const found = slices.filter(({ from }) => from).map(({ id, title, from }) => [id, title, from]);
  expect(found).toEqual([
    ["a", "One", one],
    ["b", "Two", two],
  ]);
});

test("doesn't use a file with a number that YAML reads differently from a person", async () => {
  const text = slice("Half past one").replace(/^hours: .*$/m, "hours: 1:30");
  const pack = createPack({ "slices/late.md": text });
  const { slices, problems } = await loadLibrary(shipped, ["slices"], { packs: [pack] });
  expect(slices.map(({ id }) => id)).not.toContain("late");
  expect(problems).toMatchObject([{ field: "hours", message: "YAML reads 1:30 as the number 90" }]);
});

test("keeps the shipped file if the pack's file is invalid", async () => {
  const pack = createPack({
    "slices/script.md": slice("Mine", "extra: 1\n"),
    "slices/new.md": slice("Mine"),
  });
  const { slices, problems } = await loadLibrary(shipped, ["slices"], { packs: [pack] });
  expect(problems.map(({ file, field }) => [file, field])).toEqual([
    [join(pack, "slices/script.md"), "extra"],
  ]);
  expect(slices.find(({ id }) => id === "script")?.from).toBeUndefined();
  expect(slices.find(({ id }) => id === "new")?.from).toBe(pack);
});

test("replaces a shipped page by a pack page with its old id, and finds both ids", async () => {
  const pack = createPack({
    "guide/judgement.md": "---\ntitle: Ours\nsummary: x\norder: 80\n---\n\nRead this.\n",
  });
  const { guide, problems } = await loadLibrary(shipped, ["guide"], { packs: [pack] });
  expect(problems).toEqual([]);
  expect(guide.filter(({ order }) => order === 80)).toMatchObject([
    { id: "judgment", was: ["judgement"], title: "Ours", from: pack },
  ]);
  const linted = await lintContent({ dir: pack, shipped, more: () => () => [] });
  expect(linted.problems).toEqual([]);
});

test("a rule of a pack can use the old name of a list, and the old id of a page", async () => {
  const words = "guide: judgement\nlists: { judgements: [roomy] }";
  const pack = createPack({ "rules/roomy.md": rule.replace(/patterns.*/, words) });
  const { rules, problems } = await loadLibrary(shipped, ["rules"], { packs: [pack] });
  expect(problems).toEqual([]);
  expect(rules.find(({ id }) => id === "roomy")?.lists).toEqual({ judgments: ["roomy"] });
  const linted = await lintContent({ dir: pack, shipped, more: () => () => [] });
  expect(linted.problems.filter(({ field }) => field?.startsWith("guide"))).toEqual([]);
});

const rule = `---
title: A rule
order: 1
kinds: [criterion]
severity: ask
says: It says.
question: It asks?
patterns: ["(a+)+b"]
examples: { bad: [], ok: [] }
---
`;
const step =
  "---\ntitle: Check\nsummary: x\norder: 5\nquestions: [{ id: a, ask: b, type: text }]\n---\n";

test.each([
  {
    path: "slices/My Slice.md",
    text: slice("x"),
    message: "the file name is not a valid id",
    fix: "rename the file, for example support-queue.md",
  },
  {
    path: "slices/\u202e.md",
    text: slice("x"),
    message: "the file name is not a valid id",
    fix: /rename the file/,
  },
  {
    path: "slices/__proto__.md",
    text: slice("x"),
    message: "the file name is not a valid id",
    fix: /rename the file/,
  },
  {
    path: "slices/constructor.md",
    text: slice("x"),
    message: "the file name is not a valid id",
    fix: /rename the file/,
  },
  {
    path: "steps/check.md",
    text: step,
    message: '"check" is already a command, so a step can\'t have this name',
    fix: "rename the file",
  },
  {
    path: "rules/slow.md",
    text: rule,
    message: "packs can't have patterns",
    fix: "use terms instead",
  },
  ...["<!-- Read this", "<details>", "</div>", "x <?php", "<{{project.title}}>"].map((body) => ({
    path: "steps/ours.md",
    text: `${step}\nOurs.\n\n${body}\n`,
    message: "a team's page can't have HTML, which could hide what comes after it",
    fix: "leave it out, or put a space after the <",
  })),
  ...["```", "  ~~~~ text", "- ```"].map((body) => ({
    path: "steps/ours.md",
    text: `${step}\nOurs.\n\n${body}\n`,
    message: "a team's page can't have a code fence, which could hide what comes after it",
    fix: "indent the code by four spaces instead",
  })),
  {
    path: "slices/dear.md/one.md",
    text: "",
    message: "this isn't a regular file",
    fix: /markdown file/,
  },
  {
    path: "slices/code.md",
    text: "---js\nx\n---\n",
    message: "the first line must be exactly ---",
    fix: /^put ---/,
  },
  {
    path: "slices/keys.md",
    text: slice("x", "__proto__: { a: 1 }\n"),
    message: /"__proto__" is not/,
    fix: /name/,
  },
  {
    path: "slices/open.md",
    text: slice("x").slice(0, -4),
    message: "the second --- is missing",
    fix: /put ---/,
  },
  {
    path: "slices/latin.md",
    text: Buffer.from(slice("caf\u00e9"), "latin1"),
    message: /not UTF-8/,
    fix: /save it/,
  },
  {
    path: "slices/bom.md",
    text: `\uFEFF\uFEFF${slice("x")}`,
    message: /first line/,
    fix: /put ---/,
  },
])("reports $path and loads the rest: $message", async ({ path, text, message, fix }) => {
  const pack = createPack({
    [path]: text,
    "slices/sound.md": `\uFEFF${slice("Sound").replaceAll("\n", "\r\n")}`,
  });
  const { slices, problems } = await loadLibrary(shipped, kinds, {
    packs: [pack],
    reserved: ["check", "help"],
  });
  expect(problems).toMatchObject([
    { message: expect.stringMatching(message), fix: expect.stringMatching(fix) },
  ]);
  expect(problems[0]?.file.startsWith(pack)).toBe(true);
  expect(slices.map(({ id }) => id)).toContain("sound");
});

const posix = process.platform !== "win32";

// Node refuses to read such a file with a different message. Windows would allocate the space.
test.skipIf(!posix)("rejects a 3 GB file before reading it", async () => {
  const pack = createPack({ "slices/large.md": "" });
  truncateSync(join(pack, "slices/large.md"), 3_000_000_000);
  const { problems } = await loadLibrary(shipped, ["slices"], { packs: [pack] });
  expect(problems).toMatchObject([
    { message: "the file is larger than 256 kB", fix: "split it into smaller files" },
  ]);
});

test.skipIf(!posix)("follows links within a pack but not out of it", async () => {
  const outside = createPack({ "secret.md": slice("Secret"), "slices/other.md": slice("Other") });
  const pack = createPack({ "shared/real.md": slice("Real"), "slices/sound.md": slice("Sound") });
  symlinkSync("../shared/real.md", join(pack, "slices/inside.md"));
  symlinkSync(join(outside, "secret.md"), join(pack, "slices/secret.md"));
  symlinkSync("nowhere.md", join(pack, "slices/broken.md"));
  symlinkSync(join(outside, "slices"), join(pack, "rules"));
  const { slices, problems } = await loadLibrary(shipped, kinds, { packs: [pack] });
  expect(slices.filter(({ from }) => from).map(({ id }) => id)).toEqual(["inside", "sound"]);
  expect(problems.map(({ file, message }) => [file.slice(pack.length + 1), message])).toEqual([
    ["slices/broken.md", "it doesn't exist"],
    ["slices/secret.md", "this link leads out of the content folder"],
    ["rules", "this link leads out of the content folder"],
  ]);
});

test.skipIf(!posix)("allows a link to a pack, and a pack without some kinds", async () => {
  const link = join(createTempFolder(), "team");
  symlinkSync(support, link);
  const { slices, problems } = await loadLibrary(shipped, ["slices", "rules"], { packs: [link] });
  expect(problems).toEqual([]);
  expect(slices.filter(({ from }) => from === link)).toHaveLength(2);
});
