import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runAgentRemove } from "../../../src/commands/agent/remove.ts";
import { runAgentSetup } from "../../../src/commands/agent/setup.ts";
import { listInstructions } from "../../../src/domain/project/folder.ts";
import { hashText } from "../../../src/files/hash.ts";
import { createTestContext, root } from "../../helpers/context.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const shipped = readFileSync(join(root, "skills/builder-pm/SKILL.md"), "utf8");
const places = [".agents/skills/builder-pm", ".claude/skills/builder-pm"];
const all = places.flatMap((place) => [`${place}/.builder-pm.json`, `${place}/SKILL.md`]);

/** Lists the files below a folder, and its empty folders. */
function listTree(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`))).toSorted();
}

function openFolder() {
  const cwd = createTempFolder();
  const open = () => createTestContext({ cwd });
  const at = (...names: string[]) => join(cwd, ...names);
  return { cwd, at, open, tree: () => listTree(cwd) };
}

test("writes the skill where agents look for it, and says where", async () => {
  const { cwd, tree, at, open } = openFolder();
  const { context, stderr, stdout } = open();
  await runAgentSetup(context, {});
  expect(tree()).toEqual(all);
  for (const place of places) expect(readFileSync(at(place, "SKILL.md"), "utf8")).toBe(shipped);
  expect(stderr()).toBe(
    places.map((place) => `Wrote ${join(cwd, place, "SKILL.md")}\n`).join("") +
      "It tells a coding agent how to work with builder-pm: ask it what to do, build from " +
      "BRIEF.md, and report in REPORT.md.\nTo take it out again: builder-pm agent remove\n",
  );
  expect(stdout()).toBe("");
});

test("is quiet the second time", async () => {
  const { cwd, open } = openFolder();
  await runAgentSetup(open().context, {});
  const { context, stderr, stdout } = open();
  await runAgentSetup(context, {});
  expect(stderr()).toBe(`The skill is up to date in ${cwd}\n`);
  expect(stdout()).toBe("");
});

test("replaces its own file of an earlier version", async () => {
  const { open, at } = openFolder();
  await runAgentSetup(open().context, {});
  const old = "---\nname: builder-pm\n---\nRun `builder-pm agent instructions`, old\n";
  const file = at(places[0] ?? "", "SKILL.md");
  const manifest = at(places[0] ?? "", ".builder-pm.json");
  writeFileSync(file, old);
  const { createHash } = await import("node:crypto");
  const sha256 = createHash("sha256").update(old).digest("hex");
  const record = JSON.parse(readFileSync(manifest, "utf8"));
  writeFileSync(manifest, JSON.stringify({ ...record, files: { "SKILL.md": sha256 } }));
  await runAgentSetup(open().context, {});
  expect(readFileSync(file, "utf8")).toBe(shipped);
});

test("keeps a file that someone changed, names it, and leaves it when the rest is removed", async () => {
  const { open, at, tree } = openFolder();
  await runAgentSetup(open().context, {});
  const file = at(".claude/skills/builder-pm/SKILL.md");
  writeFileSync(file, "mine");
  const setup = open();
  await runAgentSetup(setup.context, {});
  expect(setup.stderr()).toContain(`Someone changed ${file}, so it stays as it is.`);
  const remove = open();
  runAgentRemove(remove.context, {});
  expect(remove.stderr()).toContain(`Someone changed ${file}, so it stays.`);
  expect(remove.stderr()).toContain(
    "Only .builder-pm.json beside it, the note of setup, was removed.",
  );
  expect(readFileSync(file, "utf8")).toBe("mine");
  expect(tree()).toEqual([".claude/skills/builder-pm/SKILL.md"]);
});

test("keeps a file of that name that it didn't write", async () => {
  const { open, at } = openFolder();
  mkdirSync(at(".claude/skills/builder-pm"), { recursive: true });
  writeFileSync(at(".claude/skills/builder-pm/SKILL.md"), "theirs");
  await runAgentSetup(open().context, {});
  runAgentRemove(open().context, {});
  expect(readFileSync(at(".claude/skills/builder-pm/SKILL.md"), "utf8")).toBe("theirs");
});

test("remove leaves the folder as it was, with folders that were there before", async () => {
  const { open, at, tree } = openFolder();
  mkdirSync(at(".claude/skills/other"), { recursive: true });
  mkdirSync(at(".agents"));
  writeFileSync(at("notes.md"), "x");
  const before = tree();
  await runAgentSetup(open().context, {});
  expect(tree()).not.toEqual(before);
  runAgentRemove(open().context, {});
  expect(tree()).toEqual(before);
  const again = open();
  runAgentRemove(again.context, {});
  expect(again.stderr()).toMatch(/^There is no skill to remove in /);
});

test("keeps a folder in which there is something else by now", async () => {
  const { open, at, tree } = openFolder();
  await runAgentSetup(open().context, {});
  writeFileSync(at(".agents/skills/mine.md"), "x");
  runAgentRemove(open().context, {});
  expect(tree()).toEqual([".agents/skills/mine.md"]);
});

test("a manifest can't name folders outside of the skill's own", async () => {
  const { open, at, tree } = openFolder();
  await runAgentSetup(open().context, {});
  mkdirSync(at("empty"));
  const manifest = at(places[0] ?? "", ".builder-pm.json");
  const record = JSON.parse(readFileSync(manifest, "utf8"));
  writeFileSync(manifest, JSON.stringify({ ...record, folders: ["empty", "../..", "/tmp"] }));
  runAgentRemove(open().context, {});
  expect(tree()).toEqual([".agents/skills/builder-pm", "empty"]);
});

test.each(["{", "[]", "\u0000", '{"files":{}}'])(
  "a manifest of %j counts as none",
  async (text) => {
    const { open, at, tree } = openFolder();
    await runAgentSetup(open().context, {});
    for (const place of places) writeFileSync(at(place, ".builder-pm.json"), text);
    const { context, stderr } = open();
    runAgentRemove(context, {});
    expect(stderr()).toMatch(/^There is no skill to remove in /);
    expect(tree()).toEqual(all);
  },
);

test("prints the line for an AGENTS.md that someone wrote, and doesn't change it", async () => {
  const { open, at } = openFolder();
  writeFileSync(at("AGENTS.md"), "Use tabs.\n");
  const { context, stdout, stderr } = open();
  await runAgentSetup(context, {});
  expect(stdout()).toContain("first run `builder-pm agent instructions`");
  expect(stderr()).toContain("Your AGENTS.md wasn't changed. Add this line to it:");
  expect(readFileSync(at("AGENTS.md"), "utf8")).toBe("Use tabs.\n");
});

test.each([
  { name: "that brief wrote", text: listInstructions("BRIEF.md")[0]?.text ?? "" },
  { name: "that has it", text: "Run `builder-pm agent instructions`.\n" },
])("prints no line for an AGENTS.md $name", async ({ text }) => {
  const { open, at } = openFolder();
  writeFileSync(at("AGENTS.md"), text);
  const { context, stdout } = open();
  await runAgentSetup(context, {});
  expect(stdout()).toBe("");
});

test.skipIf(process.platform === "win32")(
  "writes once where one folder is a link to the other",
  async () => {
    const { open, at, tree } = openFolder();
    mkdirSync(at(".agents/skills"), { recursive: true });
    mkdirSync(at(".claude"));
    symlinkSync("../.agents/skills", at(".claude/skills"));
    const { context, stderr } = open();
    await runAgentSetup(context, {});
    expect(stderr().match(/Wrote/g)).toHaveLength(1);
    runAgentRemove(open().context, {});
    expect(tree()).toEqual([".agents/skills", ".claude/skills"]);
  },
);

test.skipIf(process.platform === "win32")(
  "writes nothing through a link that leads out",
  async () => {
    const { open, at } = openFolder();
    const outside = createTempFolder();
    symlinkSync(outside, at(".claude"));
    const { context } = open();
    await expect(runAgentSetup(context, {})).rejects.toMatchObject({
      message: expect.stringContaining("leads out of that folder"),
    });
    expect(readdirSync(outside)).toEqual([]);
    expect(readFileSync(at(places[0] ?? "", "SKILL.md"), "utf8")).toBe(shipped);
  },
);

test("names a file where a folder has to be, and sets up the other place", async () => {
  const { open, at } = openFolder();
  writeFileSync(at(".agents"), "x");
  await expect(runAgentSetup(open().context, {})).rejects.toMatchObject({
    message: expect.stringContaining(".agents"),
    fix: "Check the permissions of that folder, or choose another with --dir.",
  });
  expect(readFileSync(at(places[1] ?? "", "SKILL.md"), "utf8")).toBe(shipped);
});

test.each([
  { options: { dir: root }, message: "is where builder-pm itself is installed" },
  { options: { dir: "~" }, message: "is your home folder" },
  { options: { dir: "/" }, message: "is your home folder, or a folder around it" },
  { options: { dir: "nowhere" }, message: "There is no folder" },
  { options: { dir: ".", user: true }, message: "--user and --dir can't be used together." },
])("refuses $options", async ({ options, message }) => {
  const { open, tree } = openFolder();
  const error = { message: expect.stringContaining(message), exitCode: 2 };
  await expect(runAgentSetup(open().context, options)).rejects.toMatchObject(error);
  expect(() => runAgentRemove(open().context, options)).toThrow(message);
  expect(tree()).toEqual([]);
});

/** Puts files into the first folder of the skill. */
function put(at: (...names: string[]) => string, files: Record<string, string>): string {
  const [place = ""] = places;
  mkdirSync(at(place), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(at(place, name), text);
  return place;
}

test("believes no manifest that has the hash of a person's own file", async () => {
  const { open, at } = openFolder();
  const own = "---\nname: builder-pm\n---\nMy own notes.\n";
  const manifest = { files: { "SKILL.md": hashText(own) }, folders: [] };
  const place = put(at, { "SKILL.md": own, ".builder-pm.json": JSON.stringify(manifest) });
  const { context, stderr } = open();
  await runAgentSetup(context, {});
  expect(stderr()).toContain(`Someone changed ${at(place, "SKILL.md")}, so it stays as it is.`);
  runAgentRemove(open().context, {});
  expect(readFileSync(at(place, "SKILL.md"), "utf8")).toBe(own);
});

test("replaces no file of someone else that has the name of the manifest", async () => {
  const { open, at } = openFolder();
  const place = put(at, { ".builder-pm.json": '{ "mine": true }' });
  await expect(runAgentSetup(open().context, {})).rejects.toThrow("isn't from this setup");
  const { context, stderr } = open();
  runAgentRemove(context, {});
  expect(stderr()).toContain(`${at(place, ".builder-pm.json")} isn't from setup, so nothing was`);
  expect(readFileSync(at(place, ".builder-pm.json"), "utf8")).toBe('{ "mine": true }');
});
