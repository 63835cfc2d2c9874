import { expect, test } from "vitest";
import { StoppedError } from "../../src/errors.ts";
import { openStreamPrompter } from "../helpers/prompter-streams.ts";

const CTRL_C = "\u0003";
const CTRL_D = "\u0004";
const paste = (text: string) => `\u001b[200~${text}\u001b[201~`;
const question = { message: "Paste it:", hint: "Then press Ctrl+D", isDocument: true };
/** The hint of the plain prompter, or the line that inquirer has drawn. */
const READY = /Then press Ctrl\+D\n$|>\u001b\[4G$/;
const report = "# Report\n\n- C1: met (ran)\n- C2: not met";

test.each([
  ["drawn", { plain: false }, [paste(report), CTRL_D]],
  ["drawn, typed line by line", { plain: false }, [...report.split("\n").join("\r"), CTRL_D]],
  ["plain", { plain: true, terminal: true }, [report.replaceAll("\n", "\r"), CTRL_D]],
  ["plain, typed", { plain: true, terminal: true }, [...report.replaceAll("\n", "\r"), CTRL_D]],
] as const)("Ctrl+D ends a document of many lines (%s)", async (_, settings, chunks) => {
  const { prompter, type, waitFor } = await openStreamPrompter(settings);
  const answer = prompter.text(question);
  await waitFor(READY);
  type(...chunks);
  expect(await answer).toBe(report);
});

test.each([{ plain: false }, { plain: true, terminal: true }])(
  "Ctrl+C stops in the middle of a document (%j)",
  async (settings) => {
    const { prompter, type, waitFor } = await openStreamPrompter(settings);
    const answer = prompter.text(question);
    await waitFor(READY);
    type(paste(report), CTRL_C);
    await expect(answer).rejects.toThrow(StoppedError);
  },
);

test("after a document, Enter ends a text and Ctrl+D stops the questions again", async () => {
  const { prompter, type, waitFor } = await openStreamPrompter();
  const first = prompter.text(question);
  await waitFor(READY);
  type(paste(report), CTRL_D);
  await first;
  const second = prompter.text({ message: "A word?", hint: "Enter ends it" });
  await waitFor(READY);
  type("word", "\r");
  expect(await second).toBe("word");
  const third = prompter.text({ message: "Another?", hint: "Enter ends it" });
  await waitFor(READY);
  type(CTRL_D);
  await expect(third).rejects.toThrow(StoppedError);
});

test("a document may be larger than an answer", async () => {
  const { prompter, type, waitFor } = await openStreamPrompter();
  const answer = prompter.text(question);
  await waitFor(READY);
  const long = `${"x".repeat(90)}\n`.repeat(900).trim();
  type(paste(long), CTRL_D);
  expect(await answer).toBe(long);
});
