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

const words = ["checklist", "slice", "step", "rule", "guide"];

test("writes a valid file of every kind that explains every field", async () => {
  const team = join(createTempFolder(), "our team");
  const { context } = createTestContext();
  for (const [index, word] of words.entries()) {
    await runContentNew(context, word, "one", team);
    await runContentNew(context, word, "two", team);
    const kind = kinds.find((name) => name.startsWith(word)) ?? "guide";
    const text = readFileSync(join(team, kind, "two.md"), "utf8").replaceAll(/\n *#? +/g, " ");
    const manual = readManual(join(root, "content"), kind);
    expect(manual.words.size, `${index}`).toBeGreaterThan(3);
    expect([...manual.words.values()].filter((said) => !text.includes(said))).toEqual([]);
  }
  const lint = createTestContext();
  await runContentLint(lint.context, team);
  expect([lint.stdout(), lint.stderr()]).toEqual(["", "Looked at 10 files: no problems.\n"]);
});

test("says where the file is and what to do next", async () => {
  const team = join(createTempFolder(), "team");
  const { context, stdout, stderr } = createTestContext();
  await runContentNew(context, "slice", "support-queue", team);
  expect(stdout()).toBe("");
  expect(stderr()).toBe(`Wrote ${join(team, "slices", "support-queue.md")}
It is an example that works as it is. Change it line by line into your own, then:
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
    'There is no kind of content "slcie".',
    /^Did you mean slice\? Use checklist, slice, step/,
  ],
  ["slice", "../x", '"../x" cannot be the name of a file of content.', /^Use lower-case letters/],
  ["step", "check", '"check" is a command already.', /^Choose another word/],
])("rejects %s %s: %s", async (word, id, message, fix) => {
  const { context } = createTestContext();
  const reserved = { ...context, content: { ...context.content, reserved: ["check"] } };
  const refused = runContentNew(reserved, word, id, createTempFolder());
  await expect(refused).rejects.toMatchObject({
    message,
    fix: expect.stringMatching(fix),
    exitCode: 2,
  });
});

test("show prints each field as it was read and where it comes from", async () => {
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

test.each(words)("the schema of %s describes its fields in the manual's words", (word) => {
  const { context, stdout } = createTestContext();
  runContentSchema(context, word);
  const schema = JSON.parse(stdout());
  expect(schema).toMatchObject({ type: "object", additionalProperties: false });
  expect(schema.required).toContain("title");
  for (const field of Object.values<{ description?: string }>(schema.properties)) {
    expect(field.description).toMatch(/\w/);
  }
});
