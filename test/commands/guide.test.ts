import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runGuide } from "../../src/commands/guide.ts";
import { runLint } from "../../src/commands/lint.ts";
import { wordFirstPrompt } from "../../src/commands/step/describe-changes.ts";
import { createTestContext } from "../helpers/context.ts";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  sampleChecks,
  takeStep,
} from "../helpers/loop.ts";
import { createTempFolder } from "../helpers/temp.ts";

const words = (text: string) => text.replace(/\s+/g, " ");

test("lists every topic and how to read one", async () => {
  const person = createTestContext({ terminal: true });
  await runGuide(person.context, undefined);
  expect(person.stdout()).toMatch(
    /^ {2}Short pages[\s\S]*\n {2}judgment +What to consider[\s\S]*https:/,
  );
  expect(person.stderr()).toBe("\n  Read one: builder-pm guide why-build\n");
  const program = createTestContext({ words: ["guide", "--json"] });
  await runGuide(program.context, undefined);
  const { version, topics } = JSON.parse(program.stdout());
  expect({ version, stderr: program.stderr() }).toEqual({ version: 1, stderr: "" });
  expect(topics.find(({ id }: { id: string }) => id === "judgment")).toEqual({
    ...{ id: "judgment", from: null, title: "The five judgment questions" },
    summary: "What to consider before you decide",
  });
  for (const { id } of topics) expect(person.stdout()).toMatch(new RegExp(`^  ${id} `, "m"));
  expect(readdirSync(program.home)).toEqual([]);
});

test("the page about first prompts says what the end of the brief says", async () => {
  const { context, stdout } = createTestContext({});
  await runGuide(context, "prompts");
  expect(words(stdout())).toContain(`Then say: "${wordFirstPrompt("BRIEF.md")}"`);
});

test("formats a page for a terminal and prints markdown in a pipe and in JSON", async () => {
  const person = createTestContext({ terminal: true, columns: 50 });
  await runGuide(person.context, "loop");
  expect(person.stdout()).toMatch(
    /^The old loop and the new one\n\nThe old loop begins with a document\./,
  );
  expect(person.stdout()).not.toMatch(/\*\*|`/);
  expect(person.stderr()).toBe("\n  All pages: builder-pm guide\n");
  const pipe = createTestContext();
  await runGuide(pipe.context, "loop");
  expect(pipe.stdout()).toMatch(
    /^# The old loop and the new one\n\n\*\*The old loop\*\* begins with a document\./,
  );
  expect(pipe.stderr()).toBe("");
  expect(words(pipe.stdout().replace(/\*\*|`|^# /g, ""))).toBe(words(person.stdout()));
  const program = createTestContext({ words: ["guide", "loop", "--json"] });
  await runGuide(program.context, "loop");
  const { version, topic } = JSON.parse(program.stdout());
  expect(version).toBe(1);
  expect(pipe.stdout()).toBe(`# ${topic.title}\n\n${topic.text}\n`);
});

test("the page that names its source ends with the link", async () => {
  const { context, stdout } = createTestContext();
  await runGuide(context, "why-build");
  expect(stdout()).toMatch(/\nSource: Niels Kaspers, .*, <https:\/\/nielskaspers\.com\/\S+>\n$/);
});

test("says so when there are no pages", async () => {
  const { context, stdout, stderr } = createTestContext({
    terminal: true,
    root: createTempFolder(),
  });
  await runGuide(context, undefined);
  expect(stdout()).toContain("There are no pages yet.");
  expect(words(stderr())).toMatch(
    /guide:1:1: this folder can't be read: it doesn't exist \(reinstall builder-pm\) $/,
  );
});

test("suggests the closest topic", async () => {
  const { context, stdout } = createTestContext();
  await expect(runGuide(context, "judgmant")).rejects.toMatchObject({
    message: 'There is no guide page "judgmant".',
    fix: expect.stringMatching(/^Did you mean judgment\? Use why-build, .* or faq\.$/),
    exitCode: 2,
  });
  expect(stdout()).toBe("");
});

test("a topic is found by the id it had before, too", async () => {
  const [before, now] = await Promise.all(
    ["judgement", "judgment"].map(async (id) => {
      const { context, stdout } = createTestContext();
      await runGuide(context, id);
      return stdout();
    }),
  );
  expect(before).toMatch(/^# The five judgment questions\n/);
  expect(before).toBe(now);
});

const offer = (topic: string) => `Read more: builder-pm guide ${topic}\n`;
const [firstCheck = "", ...otherChecks] = sampleChecks;
const { checks: _, ...noChecks } = sampleAnswers.spec ?? {};
const reviewed = projectAfter("spec", "brief", "review");

test("offers the brief's topic once, and not for a second project", async () => {
  const answer = { answer: ["prediction=2"] };
  const first = createLoopContext({ terminal: true, project: projectAfter("spec") });
  await first.run("brief", answer);
  expect(first.stderr()).toContain(`${offer("prompts")}Next: `);
  const again = createLoopContext({ terminal: true, saved: first.read() });
  await again.run("brief");
  expect(again.stderr()).not.toContain("Read more");
  const second = takeStep(
    newProject({ id: "script-2", uid: "uid-2" }),
    "spec",
    sampleAnswers.spec ?? {},
  );
  const other = createLoopContext({
    terminal: true,
    saved: { ...first.read(), projects: [projectAfter("spec", "brief", "decide"), second] },
  });
  await other.run("brief", { ...answer, project: "script-2" });
  expect(other.stderr()).not.toContain("Read more");
});

test.each([
  { verdict: "kill", offered: offer("judgment") },
  { verdict: "keep", offered: "" },
])("after a decision to $verdict, offers: $offered", async ({ verdict, offered }) => {
  const { run, stderr, read } = createLoopContext({ terminal: true, project: reviewed });
  await run("decide", {
    answer: [`verdict=${verdict}`, "because=3 of 3 runs failed.", "learned=The export is late."],
  });
  expect(stderr().match(/Read more.*\n/g) ?? []).toEqual(offered ? [offered] : []);
  const again = createLoopContext({ terminal: true, saved: read() });
  await again.run("decide");
  expect(again.stdout()).toContain("## What I decided");
  expect(again.stderr()).not.toContain("Read more");
});

test("keeping a vague check offers a topic once, at the end of the step", async () => {
  const project = takeStep(newProject(), "spec", noChecks);
  const kept = [{ type: "The report is user-friendly." }, { choose: "keep" }] as const;
  const again = [{ type: "The report loads fast." }, { choose: "keep" }] as const;
  const answers = [...kept, ...again, { type: firstCheck }, { type: "" }];
  const { run, stderr } = createLoopContext({ terminal: true, project, answers });
  await run("spec");
  expect(stderr().match(/Read more.*\n/g)).toEqual([offer("example")]);
});

test("offers nothing for clear checks or in a script", async () => {
  const project = takeStep(newProject(), "spec", noChecks);
  const sound = createLoopContext({ terminal: true, project });
  await sound.run("spec", {
    answer: [firstCheck, ...otherChecks].map((check) => `checks=${check}`),
  });
  expect(sound.stderr()).toContain("Next: builder-pm brief");
  expect(sound.stderr()).not.toContain("Read more");
  const script = createLoopContext({ project: projectAfter("spec") });
  await script.run("brief", { answer: ["prediction=2"] });
  expect(script.stderr()).not.toContain("Read more");
});

test.each([
  { text: "The page loads fast", terminal: true, offered: offer("example") },
  { text: "The page loads fast", terminal: false, offered: "" },
  { text: firstCheck, terminal: true, offered: "" },
])("lint of $text (terminal: $terminal) offers: $offered", async ({ text, terminal, offered }) => {
  const file = join(createTempFolder(), "checks.md");
  writeFileSync(file, `- ${text}\n- ${text}\n`);
  const { context, stderr } = createTestContext({ terminal });
  await runLint(context, file, {});
  expect(stderr()).toBe(offered);
  const program = createTestContext({ terminal, words: ["lint", file, "--json"] });
  await runLint(program.context, file, { json: true });
  expect(program.stderr()).toBe("");
});
