import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { START_OVER } from "../../src/store/failure.ts";
import { answered, progressOf, runOf } from "../helpers/samples.ts";
import { openTestStore } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const valid = progressOf(
  runOf("a", { problem: answered("yes", { evidence: "Zoë saw 14 tickets" }) }),
);
const text = JSON.stringify(valid, undefined, 2);
const bytes = Buffer.from(text);
const field = (name: string) => `"${name}" is missing or invalid`;
const incomplete = "it isn't valid JSON";

const states: { name: string; content: string | Buffer; reason: string }[] = [
  { name: "empty", content: "", reason: incomplete },
  { name: "cut in the middle", content: text.slice(0, 90), reason: incomplete },
  {
    name: "cut inside a letter",
    content: bytes.subarray(0, bytes.indexOf("\u00eb") + 1),
    reason: "it is not UTF-8 text",
  },
  {
    name: "full of zeros, such as after a power cut",
    content: "\0".repeat(text.length),
    reason: incomplete,
  },
  { name: "followed by the end of a longer file", content: `${text}\n}]}`, reason: incomplete },
  { name: "in the file twice", content: text + text, reason: incomplete },
  {
    name: "with conflict markers",
    content: `<<<<<<< ours\n${text}\n=======\n${text}\n>>>>>>> theirs`,
    reason: incomplete,
  },
  { name: "with a trailing comma", content: text.replace(/\n\}$/, ",\n}"), reason: incomplete },
  {
    name: "saved by an editor as Latin-1",
    content: Buffer.from(text, "latin1"),
    reason: "it is not UTF-8 text",
  },
  {
    name: "saved by an editor as UTF-16",
    content: Buffer.from(`\ufeff${text}`, "utf16le"),
    reason: "it is not UTF-8 text",
  },
  { name: "a web page", content: "<!doctype html><p>Sign in</p>", reason: incomplete },
  { name: "the word null", content: "null", reason: field("version") },
  { name: "a list", content: "[]", reason: field("version") },
  { name: "a text", content: '"text"', reason: field("version") },
  { name: "an empty object", content: "{}", reason: field("version") },
  {
    name: "without a version",
    content: text.replace('"version": 2,', ""),
    reason: field("version"),
  },
  {
    name: "with text as its version",
    content: text.replace('"version": 2', '"version": "2"'),
    reason: field("version"),
  },
  {
    name: "of a version that never existed",
    content: text.replace('"version": 2', '"version": 0'),
    reason: field("version"),
  },
  {
    name: "with runs that aren't a list",
    content: '{"version":2,"runs":{}}',
    reason: field("runs"),
  },
  {
    name: "with an invalid answer",
    content: text.replace('"yes"', '"maybe"'),
    reason: field("runs.0.answers.problem.answer"),
  },
  {
    name: "with an invalid date",
    content: text.replace(/"2026[^"]*"/, '"soon"'),
    reason: field("runs.0.startedAt"),
  },
  {
    name: "with a name that is reserved in JavaScript",
    content: text.replace('"problem"', '"__proto__"'),
    reason: 'the name "runs.0.answers.__proto__" is not allowed',
  },
  {
    name: "nested too deep",
    content: text.replace("[", `${"[".repeat(50_000)}${"]".repeat(50_000)}, "x": [`),
    reason: "it is nested too deep",
  },
];

/** Opens a store in a new folder that contains these files. */
function createStore(content: string | Buffer, backup?: string) {
  const folder = createTempFolder();
  const file = join(folder, "progress.json");
  writeFileSync(file, content);
  if (backup !== undefined) writeFileSync(`${file}.bak`, backup);
  return { folder, file, store: openTestStore(folder) };
}

/** Returns the content of every file in a folder. */
function readFolder(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );
}

test.each(states)(
  "reports a file that is $name and leaves it unchanged",
  async ({ content, reason }) => {
    const { folder, file, store } = createStore(content);
    const before = readFolder(folder);
    const expected = {
      message:
        `The file with your saved progress, "${file}", is damaged (${reason}). ` +
        "It was left unchanged.",
      exitCode: 4,
      fix: START_OVER,
    };
    await expect(store.load()).rejects.toMatchObject(expected);
    await expect(store.update(() => valid)).rejects.toMatchObject(expected);
    await expect(store.undo()).rejects.toMatchObject(expected);
    await expect(store.restore()).rejects.toMatchObject({ exitCode: 4 });
    expect((await store.inspect()).saved).toMatchObject({ state: "damaged", reason });
    expect(readFolder(folder)).toEqual(before);
  },
);

test.each(states)(
  "restores the backup of a file that is $name, and keeps the file",
  async ({ content }) => {
    const { folder, store } = createStore(content, text);
    await expect(store.load()).rejects.toMatchObject({
      fix: expect.stringContaining("builder-pm doctor --restore"),
    });
    const { aside = "" } = (await store.restore()) ?? {};
    expect(await store.load()).toEqual(valid);
    expect(readFileSync(aside)).toEqual(Buffer.from(content));
    expect(readdirSync(folder)).toHaveLength(3);
  },
);

test.each([{ saved: "{" }, { saved: undefined }])(
  "offers no backup that can't be used, with $saved",
  async ({ saved }) => {
    const { file, store } = createStore(saved ?? "", "{");
    if (saved === undefined) rmSync(file);
    const { fix } = (await store.load().catch((error: unknown) => error)) as { fix: string };
    expect(fix).not.toContain("--restore");
    expect(fix).toContain("builder-pm reset --yes");
  },
);

test("reports a file of a newer version and leaves it unchanged", async () => {
  const { folder, file, store } = createStore('{"version":3,"runs":"of another shape"}', text);
  const before = readFolder(folder);
  const expected = {
    message: `"${file}" was saved by a newer version of builder-pm, so it was left unchanged.`,
    exitCode: 4,
  };
  await expect(store.load()).rejects.toMatchObject(expected);
  await expect(store.update(() => valid)).rejects.toMatchObject(expected);
  await expect(store.restore()).rejects.toMatchObject(expected);
  expect(readFolder(folder)).toEqual(before);
});

test("does not start over if the file is missing and there is a backup", async () => {
  const { file, store } = createStore("", text);
  rmSync(file);
  const expected = {
    message: `The file with your saved progress, "${file}", is missing.`,
    exitCode: 4,
  };
  await expect(store.load()).rejects.toMatchObject(expected);
  await expect(store.update(() => progressOf())).rejects.toMatchObject(expected);
  expect(readFileSync(`${file}.bak`, "utf8")).toBe(text);
  await store.restore();
  expect(await store.load()).toEqual(valid);
});

test("reads a file with a byte order mark", async () => {
  const { store } = createStore(`\ufeff${text}`);
  expect(await store.load()).toEqual(valid);
});

test("keeps replacement characters that a person typed", async () => {
  const odd = progressOf(
    runOf("a", { problem: answered("yes", { evidence: "They sent \ufffd\ufffd" }) }),
  );
  const { store } = createStore(JSON.stringify(odd));
  expect(await store.load()).toEqual(odd);
});

test("does not restore a damaged backup", async () => {
  const { folder, store } = createStore("{", "{");
  const before = readFolder(folder);
  await expect(store.restore()).rejects.toMatchObject({ exitCode: 4 });
  expect(readFolder(folder)).toEqual(before);
  expect(existsSync(join(folder, "progress.json.new"))).toBe(false);
});
