import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { runGuide } from "../../src/commands/guide.ts";
import { createTestContext } from "../helpers/context.ts";

const words = (text: string) => text.replace(/\s+/g, " ");

test("the list names every topic, and how to read one", async () => {
  const person = createTestContext({ terminal: true });
  await runGuide(person.context, undefined);
  expect(person.stdout()).toMatch(/^ {2}Short pages[\s\S]*\n {2}judgement +What to ask yourself[\s\S]*https:/);
  expect(person.stderr()).toBe("  Read one: builder-pm guide why-build\n");
  const program = createTestContext({ words: ["guide", "--json"] });
  await runGuide(program.context, undefined);
  const { version, topics } = JSON.parse(program.stdout());
  expect({ version, stderr: program.stderr() }).toEqual({ version: 1, stderr: "" });
  expect(topics[7]).toEqual({
    ...{ id: "judgement", title: "The five judgement questions" },
    summary: "What to ask yourself before you decide",
  });
  for (const { id } of topics) expect(person.stdout()).toMatch(new RegExp(`^  ${id} `, "m"));
  expect(readdirSync(program.home)).toEqual([]);
});

test("a page is drawn for a person, and is markdown in a pipe and in JSON", async () => {
  const person = createTestContext({ terminal: true, columns: 50 });
  await runGuide(person.context, "loop");
  expect(person.stdout()).toMatch(/^The old loop and the new one\n\nThe old loop begins with a document\./);
  expect(person.stdout()).not.toMatch(/\*\*|`/);
  expect(person.stderr()).toBe("  All pages: builder-pm guide\n");
  const pipe = createTestContext();
  await runGuide(pipe.context, "loop");
  expect(pipe.stdout()).toMatch(/^# The old loop and the new one\n\n\*\*The old loop\*\* begins with a document\./);
  expect(pipe.stderr()).toBe("");
  expect(words(pipe.stdout().replace(/\*\*|`|^# /g, ""))).toBe(words(person.stdout()));
  const program = createTestContext({ words: ["guide", "loop", "--json"] });
  await runGuide(program.context, "loop");
  const { version, topic } = JSON.parse(program.stdout());
  expect(version).toBe(1);
  expect(pipe.stdout()).toBe(`# ${topic.title}\n\n${topic.text}\n`);
});

test("the page with the source of the ideas ends in its address", async () => {
  const { context, stdout } = createTestContext();
  await runGuide(context, "why-build");
  expect(stdout()).toMatch(/\nSource: Niels Kaspers, .*, <https:\/\/nielskaspers\.com\/\S+>\n$/);
});

test("a mistyped topic is named with the one that was meant", async () => {
  const { context, stdout } = createTestContext();
  await expect(runGuide(context, "judgment")).rejects.toMatchObject({
    message: 'There is no topic "judgment".',
    fix: expect.stringMatching(/^Did you mean judgement\? Use why-build, .* or faq\.$/),
    exitCode: 2,
  });
  expect(stdout()).toBe("");
});
