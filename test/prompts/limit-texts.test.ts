import { expect, test } from "vitest";
import type { InvalidAnswer } from "../../src/domain/text/answer-size.ts";
import { StoppedError } from "../../src/errors.ts";
import { limitTexts } from "../../src/prompts/limit-texts.ts";
import type { TextQuestion } from "../../src/prompts/prompter.ts";
import { createScriptedPrompter, type ScriptedAnswer } from "../helpers/prompter.ts";

const long = "x".repeat(70 * 1024);
const words = { message: "Say it.", hint: "Enter" };

/** Asks with these answers. Returns what the answer is, and what was said about it. */
async function ask(answers: ScriptedAnswer[], question: Partial<TextQuestion> = {}) {
  const said: InvalidAnswer[] = [];
  const stop = (): never => {
    throw new StoppedError("Stopped.");
  };
  const prompter = limitTexts(createScriptedPrompter(answers, stop), (text) => said.push(text));
  const answer = await prompter.text({ ...words, ...question }).catch(() => "stopped");
  return { answer, said, left: answers.length };
}

test("asks again until a text is short enough", async () => {
  const answers = [{ type: long }, { type: `${long}y`, startsOn: "old" }, { type: "short" }];
  const { answer, said, left } = await ask(answers, { initial: "old" });
  expect({ answer, left }).toEqual({ answer: "short", left: 0 });
  expect(said.map(({ message }) => message)).toEqual([
    "This has 70 kB of text. One text takes at most 64 kB.",
    "This has 71 kB of text. One text takes at most 64 kB.",
  ]);
});

test("keeps a long text that was saved before", async () => {
  expect(await ask([{ type: "" }], { initial: long })).toEqual({ answer: long, said: [], left: 0 });
});

test("takes a paste of many lines into a list, up to 500 in all", async () => {
  const paste = (count: number) => Array(count).fill("x".repeat(500)).join("\n");
  expect(await ask([{ type: paste(490) }], { list: Array(10).fill("a") })).toMatchObject({
    answer: paste(490),
    said: [],
  });
  const { said } = await ask([{ type: paste(491) }, { type: "a" }], { list: Array(10).fill("a") });
  expect(said).toMatchObject([{ message: "This would have 501 lines. A list takes at most 500." }]);
});

test("loses nothing if the person stops after a text was refused", async () => {
  const drafts: string[] = [];
  const keepDraft = (text: string) => drafts.push(text);
  for (const typed of ["", "old", "new"])
    await ask([{ type: long }, { stop: typed }], { keepDraft, initial: "old" });
  expect(drafts).toEqual([long, long, "new"]);
});
