import type { Command } from "commander";
import type { Context } from "../context.ts";
import { listWritten } from "../domain/progress/user-text.ts";
import { cleanLine } from "../domain/text/clean.ts";
import { UserError } from "../errors.ts";
import { readTextFile } from "../files/read.ts";
import { hideValue } from "../linter/sensitive.ts";
import { type LoadedState, loadAppState } from "./shared/app-state.ts";
import { usageError } from "./shared/arguments.ts";
import { confirmTakingOut } from "./shared/confirm-taking-out.ts";
import { type FoundSecret, findSecrets } from "./shared/found-secrets.ts";
import { assertOwnShell } from "./shared/own-judgment.ts";
import { redactTexts, type TextToRedact } from "./shared/redaction.ts";
import { describeFound, findNumbered } from "./shared/sensitive.ts";

/** Registers the `redact` command. */
export function registerRedact(command: Command, context: Context): void {
  command
    .description(
      "Takes a text or a picture out wherever it is saved: answers, past rounds, undo steps and " +
        "copies. Without a number, lists your pictures, and secrets and personal data found.",
    )
    .argument("[number...]", "what to take out, or - to read the text from a pipe")
    .addHelpText(
      "after",
      "\nExamples:\n  builder-pm redact\n  builder-pm redact 2\n  pbpaste | builder-pm redact -",
    )
    .action((numbers: string[]) => runRedact(context, numbers));
}

/** Takes texts out wherever they are saved, or lists what was found. */
export async function runRedact(context: Context, numbers: readonly string[]): Promise<void> {
  const state = await loadAppState(context);
  const written = listWritten(state.steps, state.progress);
  const page = written.map(({ text }) => text).join("\n\n");
  const isPiped = numbers.length === 1 && numbers[0] === "-";
  const rest = isPiped ? numbers : await redactPictures(context, state, numbers);
  if (rest === undefined) return;
  const found = isPiped ? [] : await findSecrets(context, page, written);
  if (!isPiped && rest.length === 0) printFound(context, found);
  const texts = isPiped ? readTexts() : await choose(context, found, rest);
  if (texts === undefined) context.stderr.line("Nothing was changed.");
  if (texts === undefined || texts.length === 0) return;
  assertOwnShell(context, "builder-pm redact");
  await redactTexts(context, state.store, texts);
}

/**
 * Lists the pictures, or takes those out for good that are named, such as p1. Returns the numbers
 * of texts that are left to take out; undefined if only pictures were named.
 */
async function redactPictures(
  context: Context,
  { store, progress }: LoadedState,
  numbers: readonly string[],
): Promise<readonly string[] | undefined> {
  const named = numbers.filter((number) => /^p\d+$/i.test(number));
  if (numbers.length > 0 && named.length === 0) return numbers;
  const { printPictures, takeOutPictures } = await import("./shared/picture-redaction.ts");
  if (named.length === 0) printPictures(context, store, progress);
  else await takeOutPictures(context, store, progress, named);
  const texts = numbers.filter((number) => !named.includes(number));
  return texts.length > 0 || named.length === 0 ? texts : undefined;
}

function printFound(context: Context, found: readonly FoundSecret[]): void {
  if (found.length === 0) context.stderr.line(NOTHING_FOUND);
  for (const line of found.flatMap(describeFound)) context.stdout.line(line);
}

const NOTHING_FOUND =
  "No keys, passwords, email addresses, phone, card or account numbers were found. " +
  "Names of people aren't looked for, and addresses for examples, such as " +
  "name@example.com, don't count.";

/** Returns what was named by number, or what a person picks; undefined if they'd rather not. */
async function choose(
  context: Context,
  found: readonly FoundSecret[],
  numbers: readonly string[],
): Promise<readonly TextToRedact[] | undefined> {
  const text = numbers.find((number) => !/^\d+$/.test(number.trim()));
  if (text !== undefined)
    throw usageError(`"${hideValue(text)}" isn't the number of something saved.`, FOR_OTHER_TEXTS);
  if (numbers.length > 0) {
    const named = numbers.map((number) => findNumbered(found, number));
    const lines = named.flatMap(describeFound);
    const isSure = await confirmTakingOut(context, { lines, count: named.length });
    return isSure ? named : undefined;
  }
  if (found.length === 0) return [];
  if (!context.canAsk) {
    context.stderr.line("To take one out: builder-pm redact 1");
    return [];
  }
  const picked = await context.ask(
    () => `Stopped. Nothing was changed. To try again: ${context.typed}`,
    (prompter) =>
      prompter.multi({
        message: "Which should be taken out for good? Undo can't bring it back.",
        choices: found.map(({ number, hidden }) => ({
          value: String(number),
          label: `${number}. ${hidden}`,
        })),
      }),
  );
  if (picked.length === 0) return undefined;
  return found.filter(({ number }) => picked.includes(String(number)));
}

const FOR_OTHER_TEXTS = `It takes out what builder-pm has saved, and changes no file of yours.
To take out any text, copy it, and run the line for your computer:
  pbpaste | builder-pm redact -                    (macOS)
  powershell Get-Clipboard | builder-pm redact -   (Windows)
  xclip -o | builder-pm redact -                   (Linux)`;

/** Shorter texts would also take letters out of other words. */
const MIN_CHARACTERS = 4;

function readTexts(): TextToRedact[] {
  const lines = readTextFile("-").split("\n").map(cleanLine).filter(Boolean);
  const short = lines.find((line) => line.replace(/\s/g, "").length < MIN_CHARACTERS);
  if (short === undefined) return lines.map((value) => ({ value, hidden: hideValue(value) }));
  throw new UserError(`A text to take out needs at least ${MIN_CHARACTERS} characters.`, {
    fix: "Give it with a few characters around it.",
  });
}
