import { expect, test } from "vitest";
import { findJoinedText } from "../../../src/commands/shared/joined-text.ts";
import { createLoopContext, newProject, projectAfter } from "../../helpers/loop.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";

const OLD = "The invite page is seamless";
const NEW = "Sending one invite takes 3 clicks or fewer";

test.each([
  ["a new sentence", NEW, NEW],
  [
    "a new text in small letters",
    "sending one invite takes 3 clicks",
    "sending one invite takes 3 clicks",
  ],
  ["the end of a word", "ly made", undefined],
  ["one word", "Page", undefined],
  ["words after a space", " Sending one invite takes 3 clicks", undefined],
  ["words after a comma", ", and it takes 3 clicks", undefined],
  ["the sign for going back", `${NEW} <`, undefined],
])("finds %s behind an old text", (_name, added, found) => {
  expect(findJoinedText(OLD, OLD + added)).toBe(found);
  expect(findJoinedText(undefined, added)).toBeUndefined();
  expect(findJoinedText(OLD, added)).toBeUndefined();
});

test.each<{ meant: string; more: ScriptedAnswer[]; text: string }>([
  { meant: "new", more: [], text: NEW },
  { meant: "change", more: [{ type: `${NEW}.`, startsOn: OLD + NEW }], text: `${NEW}.` },
])("a new wording behind the old one is asked about: $meant", async ({ meant, more, text }) => {
  const { run, project } = createLoopContext({
    ...{ terminal: true, project: projectAfter("spec") },
    answers: [
      ...[{ type: OLD }, { choose: "rewrite" }, { type: OLD + NEW, startsOn: OLD }],
      ...[{ choose: meant, asked: "The old text was still in the line" }, ...more],
      { type: "" },
    ],
  });
  await run("spec", { redo: "checks", because: "Kim asked" });
  expect(project().answers.spec?.checks).toMatchObject({
    entries: expect.arrayContaining([expect.objectContaining({ text })]),
  });
});

test("both texts can be meant, and stopping there keeps what was typed", async () => {
  const before = createLoopContext({ project: newProject() });
  await before.run("spec", { answer: [`problem=${OLD}`] });
  const typed = { type: OLD + NEW, startsOn: OLD };
  const both = createLoopContext({
    ...{ saved: before.read(), terminal: true },
    answers: [typed, { choose: "both" }, { choose: "keep" }],
  });
  await both.run("spec", { redo: "problem" });
  expect(both.project().answers.spec?.problem).toMatchObject({ text: OLD + NEW });
  const stopped = createLoopContext({
    ...{ saved: before.read(), terminal: true },
    answers: [typed, "stop"],
  });
  await expect(stopped.run("spec", { redo: "problem" })).rejects.toMatchObject({ exitCode: 130 });
  expect(JSON.stringify(stopped.read())).toContain(OLD + NEW);
});
