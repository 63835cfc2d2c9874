import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answered, progressOf, runOf } from "../helpers/samples.ts";
import { openTestStore } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const sound = progressOf(
  runOf("a", { problem: answered("yes", { evidence: "Zoë saw 14 tickets" }) }),
);

const text = JSON.stringify(sound, undefined, 2);
const bytes = Buffer.from(text);
const field = (name: string) => `"${name}" is not what it should be`;
const cut = "it is not complete JSON";

const states: { name: string; content: string | Buffer; reason: string }[] = [
  { name: "empty", content: "", reason: cut },
  { name: "cut in the middle", content: text.slice(0, 90), reason: cut },
  {
    name: "cut inside a letter",
    content: bytes.subarray(0, bytes.indexOf("\u00eb") + 1),
    reason: "it is not UTF-8 text",
  },
  { name: "full of zeros, as after a power cut", content: "\0".repeat(text.length), reason: cut },
  { name: "followed by the end of a longer one", content: `${text}\n}]}`, reason: cut },
  { name: "twice in one file", content: text + text, reason: cut },
  {
    name: "with the marks of a merge",
    content: `<<<<<<< ours\n${text}\n=======\n${text}\n>>>>>>> theirs`,
    reason: cut,
  },
  { name: "with a comma too many", content: text.replace(/\n\}$/, ",\n}"), reason: cut },
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
  { name: "a web page", content: "<!doctype html><p>Sign in</p>", reason: cut },
  { name: "the word null", content: "null", reason: field("version") },
  { name: "a list", content: "[]", reason: field("version") },
  { name: "a text", content: '"text"', reason: field("version") },
  { name: "an empty object", content: "{}", reason: field("version") },
  {
    name: "without its version",
    content: text.replace('"version": 1,', ""),
    reason: field("version"),
  },
  {
    name: "with a version that is a text",
    content: text.replace('"version": 1', '"version": "1"'),
    reason: field("version"),
  },
  {
    name: "of a version that never was",
    content: text.replace('"version": 1', '"version": 0'),
    reason: field("version"),
  },
  { name: "with runs that are no list", content: '{"version":1,"runs":{}}', reason: field("runs") },
  {
    name: "with an answer that is none",
    content: text.replace('"yes"', '"maybe"'),
    reason: field("runs.0.answers.problem.answer"),
  },
  {
    name: "with a day that is none",
    content: text.replace(/"2026[^"]*"/, '"soon"'),
    reason: field("runs.0.startedAt"),
  },
  {
    name: "with a name that JavaScript takes for its own",
    content: text.replace('"problem"', '"__proto__"'),
    reason: '"runs.0.answers.__proto__" cannot be kept',
  },
  {
    name: "nested without end",
    content: text.replace("[", `${"[".repeat(50_000)}${"]".repeat(50_000)}, "x": [`),
    reason: "it is nested deeper than anything that is saved here",
  },
];

/** A store in a folder of its own, over what `make` puts there. */
function storeOver(content: string | Buffer, backup?: string) {
  const folder = createTempFolder();
  const file = join(folder, "progress.json");
  writeFileSync(file, content);
  if (backup !== undefined) writeFileSync(`${file}.bak`, backup);
  return { folder, file, store: openTestStore(folder) };
}

/** Every file of a folder with its bytes. */
function listBytes(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );
}

test.each(states)(
  "a file that is $name is refused by name, and not a byte of it is touched",
  async ({ content, reason }) => {
    const { folder, file, store } = storeOver(content);
    const before = listBytes(folder);
    const refusal = {
      message: `The saved progress in "${file}" is damaged (${reason}), and was left as it is.`,
      exitCode: 4,
      fix: "Fix the file by hand, or move it aside and start again with: builder-pm reset --yes",
    };
    await expect(store.load()).rejects.toMatchObject(refusal);
    await expect(store.update(() => sound)).rejects.toMatchObject(refusal);
    await expect(store.undo()).rejects.toMatchObject(refusal);
    await expect(store.restore()).rejects.toMatchObject({ exitCode: 4 });
    expect((await store.inspect()).saved).toMatchObject({ state: "damaged", reason });
    expect(listBytes(folder)).toEqual(before);
  },
);

test.each(states)(
  "a file that is $name gives way to the copy beside it, and is kept",
  async ({ content }) => {
    const { folder, store } = storeOver(content, text);
    await expect(store.load()).rejects.toMatchObject({
      fix: expect.stringContaining("builder-pm doctor --restore"),
    });
    const { aside = "" } = (await store.restore()) ?? {};
    expect(await store.load()).toEqual(sound);
    expect(readFileSync(aside)).toEqual(Buffer.from(content));
    expect(readdirSync(folder)).toHaveLength(3);
  },
);

test("a file of a newer version is refused, and left as it is", async () => {
  const { folder, file, store } = storeOver('{"version":2,"runs":"of another shape"}', text);
  const before = listBytes(folder);
  const refusal = {
    message: `"${file}" was saved by a newer builder-pm, and this one leaves it as it is.`,
    exitCode: 4,
  };
  await expect(store.load()).rejects.toMatchObject(refusal);
  await expect(store.update(() => sound)).rejects.toMatchObject(refusal);
  await expect(store.restore()).rejects.toMatchObject(refusal);
  expect(listBytes(folder)).toEqual(before);
});

test("a file that is gone while its copy is there is no fresh start", async () => {
  const { file, store } = storeOver("", text);
  rmSync(file);
  const refusal = { message: `The saved progress in "${file}" is gone.`, exitCode: 4 };
  await expect(store.load()).rejects.toMatchObject(refusal);
  await expect(store.update(() => progressOf())).rejects.toMatchObject(refusal);
  expect(readFileSync(`${file}.bak`, "utf8")).toBe(text);
  await store.restore();
  expect(await store.load()).toEqual(sound);
});

test("a mark at the start of the file, as some editors leave it, is no damage", async () => {
  const { store } = storeOver(`\ufeff${text}`);
  expect(await store.load()).toEqual(sound);
});

test("letters that only look broken are kept", async () => {
  const odd = progressOf(
    runOf("a", { problem: answered("yes", { evidence: "They sent \ufffd\ufffd" }) }),
  );
  const { store } = storeOver(JSON.stringify(odd));
  expect(await store.load()).toEqual(odd);
});

test("a copy that is damaged too is never brought back", async () => {
  const { folder, store } = storeOver("{", "{");
  const before = listBytes(folder);
  await expect(store.restore()).rejects.toMatchObject({ exitCode: 4 });
  expect(listBytes(folder)).toEqual(before);
  expect(existsSync(join(folder, "progress.json.new"))).toBe(false);
});
