import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runContentLint } from "../../../src/commands/content/lint.ts";
import { runContentNew } from "../../../src/commands/content/new.ts";
import { runContentSchema, runContentShow } from "../../../src/commands/content/show.ts";
import { readManual } from "../../../src/content/manual.ts";
import { kinds } from "../../../src/content/schema.ts";
import { createTestContext, root } from "../../helpers/context.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const support = join(root, "test/fixtures/pack-support");
const words = ["checklist", "slice", "step", "drill", "rule", "guide"];

test("creates valid files that explain every field of their kind", async () => {
  const team = join(createTempFolder(), "our team");
  const { context } = createTestContext();
  for (const [index, word] of words.entries()) {
    await runContentNew(context, word, "one", team);
    await runContentNew(context, word, "two", team);
    const kind = kinds.find((name) => name.startsWith(word)) ?? "guide";
    const text = readFileSync(join(team, kind, "two.md"), "utf8").replaceAll(/\n *#? +/g, " ");
    const manual = readManual(join(root, "content"), kind);
    expect(manual.words.size, `${index}`).toBeGreaterThan(3);
    expect([...manual.words.values()].filter((line) => !text.includes(line))).toEqual([]);
  }
  const lint = createTestContext();
  await runContentLint(lint.context, team);
  expect([lint.stdout(), lint.stderr()]).toEqual(["", "Checked 12 files: no problems found.\n"]);
});

test("prints the path of the file and the next steps", async () => {
  const team = join(createTempFolder(), "team");
  const { context, stdout, stderr } = createTestContext();
  await runContentNew(context, "slice", "support-queue", team);
  expect(stdout()).toBe("");
  expect(stderr()).toBe(`Wrote ${join(team, "slices", "support-queue.md")}
It's a working example. Edit it, then run:
  builder-pm content lint ${team}
  builder-pm slices show support-queue --content ${team}
`);
});

test("keeps an existing file", async () => {
  const team = createTempFolder();
  const { context } = createTestContext();
  await runContentNew(context, "rule", "one", team);
  await expect(runContentNew(context, "rule", "one", team)).rejects.toMatchObject({
    message: expect.stringMatching(/one\.md" already exists, so nothing was written\.$/),
    fix: "Choose another id, or another folder with --dir.",
  });
});

test.each([
  [
    "slcie",
    "x",
    'Unknown kind of content "slcie".',
    /^Did you mean slice\? Use checklist, slice, step/,
  ],
  ["slice", "../x", '"../x" is not a valid id.', /^Use lowercase letters/],
  ["step", "check", '"check" is already a command.', /^Choose another id/],
])("rejects %s %s: %s", async (word, id, message, fix) => {
  const { context } = createTestContext();
  const reserved = { ...context, content: { ...context.content, reserved: ["check"] } };
  const created = runContentNew(reserved, word, id, createTempFolder());
  await expect(created).rejects.toMatchObject({
    message,
    fix: expect.stringMatching(fix),
    exitCode: 2,
  });
});

test("prints the fields of an entry and where it comes from", async () => {
  const support = join(root, "test/fixtures/pack-support");
  const { context, stdout } = createTestContext({ options: { content: [support] } });
  await runContentShow(context, "rule", "queue-words");
  expect(stdout()).toContain("pack-support\n");
  expect(stdout()).toContain(
    'terms:\n  - "macro"\n  - "swarm*"\n  - "tier two"\ncriterionTerms: none\n',
  );
  expect(stdout()).toContain("order: 75\n");
  const shipped = createTestContext({ words: ["--json"] });
  await runContentShow(shipped.context, "slice", "script");
  expect(JSON.parse(shipped.stdout())).toMatchObject({
    kind: "slices",
    from: null,
    fields: { id: "script", hours: 4 },
  });
});

test.each(words)("describes the fields of %s in its schema", (word) => {
  const { context, stdout } = createTestContext();
  runContentSchema(context, word);
  const schema = JSON.parse(stdout());
  expect(schema).toMatchObject({ type: "object", additionalProperties: false });
  expect(schema.required).toContain("title");
  for (const field of Object.values<{ description?: string }>(schema.properties)) {
    expect(field.description).toMatch(/\w/);
  }
});

test("hides the truth of a drill, unless it is asked for", async () => {
  const show = async (options: { truth?: boolean }, words: string[] = []) => {
    const { context, stdout } = createTestContext({ words, options: { content: [support] } });
    await runContentShow(context, "drill", "open-queue", options);
    return stdout();
  };
  expect(await show({})).toContain("checks:");
  for (const text of [await show({}), await show({}, ["--json"])])
    expect(text).not.toMatch(/truth|planted|empty cell|phone/);
  expect(await show({ truth: true })).toMatch(/truth:[\s\S]*empty cell[\s\S]*planted:[\s\S]*phone/);
  const { fields } = JSON.parse(await show({ truth: true }, ["--json"]));
  expect(fields).toMatchObject({ truth: [{ verdict: "not-met" }, {}, {}], planted: [{}] });
});

test("shows a truth only of drills", async () => {
  const { context } = createTestContext();
  await expect(runContentShow(context, "slice", "script", { truth: true })).rejects.toMatchObject({
    message: "Only drills have a truth to show.",
    exitCode: 2,
  });
});
