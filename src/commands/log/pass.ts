import type { Context } from "../../context.ts";
import { describeNamed } from "../../domain/progress/progress.ts";
import { LOG_COMMAND } from "../../domain/project/budget.ts";
import { cleanLine, cleanOptional, cleanReason } from "../../domain/text/clean.ts";
import { parseMinutes } from "../../domain/text/number.ts";
import { quoteWords } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import type { Prompter } from "../../prompts/prompter.ts";
import { askWithoutBack } from "../shared/going-back.ts";
import { describeMinutes } from "../shared/numbers.ts";
import type { ProjectState } from "../shared/project-state.ts";

/** A pass with its minutes, an extension with its reason, or both, as far as they are known. */
export interface GivenPass {
  words: string | undefined;
  minutes: number | undefined;
  extend: number | undefined;
  because: string | undefined;
}

/** Asks for what is missing. Throws with the command to type if nobody can be asked. */
export async function completePass(
  context: Context,
  state: ProjectState,
  given: GivenPass,
): Promise<GivenPass> {
  const missing = listMissingParts(given);
  if (missing.length === 0) return given;
  if (!context.canAsk) throw missingPartError(given);
  // Kept up to date while the person types, so that stopping loses nothing.
  const draft = { ...given };
  const complete = { ...given };
  await context.ask(
    () => describeStoppedPass(state, { ...complete, ...findTyped(complete, draft) }),
    async (prompter) => {
      for (const part of missing) await askPart(prompter, part, complete, draft);
    },
  );
  return complete;
}

type Part = "words" | "minutes" | "because";

/** An extension needs a reason, but no pass; a pass needs words and minutes. */
function listMissingParts({ words, minutes, extend, because }: GivenPass): Part[] {
  const isPass = extend === undefined || words !== undefined || minutes !== undefined;
  return [
    ...(isPass && words === undefined ? ["words" as const] : []),
    ...(isPass && minutes === undefined ? ["minutes" as const] : []),
    ...(extend !== undefined && because === undefined ? ["because" as const] : []),
  ];
}

const MINUTES_HINT = "For example: 35, 1h or 1h 10";

interface PartQuestion<P extends Part> {
  message: string;
  hint: string;
  /** The hint after an answer that can't be read. */
  again?: string;
  read: (typed: string) => GivenPass[P];
}

const questions: { readonly [P in Part]: PartQuestion<P> } = {
  words: {
    message: "What happened in this pass?",
    hint: "One line is enough. Press Enter when you're done",
    again: 'Please answer this one, such as: "first pass runs, refunds are missing"',
    read: cleanOptional,
  },
  minutes: {
    message: "How many minutes did it take?",
    hint: MINUTES_HINT,
    again: `${describeMinutes(0)}. ${MINUTES_HINT}`,
    read: parseMinutes,
  },
  because: {
    message: "Why do you need more time?",
    hint: "One sentence. It's kept with the extension",
    again: "Please answer this one: the reason is kept with the extension",
    read: cleanReason,
  },
};

async function askPart<P extends Part>(
  prompter: Prompter,
  part: P,
  complete: GivenPass,
  draft: GivenPass,
): Promise<void> {
  const { message, hint, again = hint, read }: PartQuestion<P> = questions[part];
  const keepDraft = (typed: string) => {
    draft[part] = read(typed);
  };
  let shown = hint;
  while (complete[part] === undefined) {
    complete[part] = read(await askWithoutBack(prompter, { message, hint: shown, keepDraft }));
    shown = again;
  }
}

/** Returns what was typed and not confirmed. */
function findTyped(complete: GivenPass, draft: GivenPass): Partial<GivenPass> {
  const parts = ["words", "minutes", "because"] as const;
  const typed = parts.filter((part) => complete[part] === undefined && draft[part] !== undefined);
  return Object.fromEntries(typed.map((part) => [part, draft[part]]));
}

function describeStoppedPass(state: ProjectState, pass: GivenPass): string {
  const isEmpty = pass.words === undefined && pass.extend === undefined;
  const again = isEmpty ? "To log it" : "To go on with what you typed";
  return `Stopped. Nothing was saved. ${again}: ${describeLogCommand(state, pass)}`;
}

/** Returns the command that logs a pass, as far as it is known. It can be pasted as it is. */
export function describeLogCommand(
  { progress, project }: ProjectState,
  { words, minutes, extend, because }: GivenPass,
): string {
  const parts = [
    "builder-pm log",
    words !== undefined && quoteWords(cleanLine(words)),
    minutes !== undefined && `--minutes ${minutes}`,
    extend !== undefined && `--extend ${extend}`,
    because !== undefined && `--because ${quoteWords(cleanLine(because))}`,
  ];
  return `${parts.filter(Boolean).join(" ")}${describeNamed(progress, project)}`;
}

/** Returns the words of a pass and its minutes as they stand in a command, with a space after. */
export function describePassOptions({ words, minutes }: GivenPass): string {
  const said = words === undefined ? "" : `${quoteWords(cleanLine(words))} `;
  return minutes === undefined ? said : `${said}--minutes ${minutes} `;
}

function missingPartError(given: GivenPass): UserError {
  const start = `builder-pm log ${describePassOptions(given)}`;
  if (given.extend !== undefined && given.because === undefined)
    return passUsageError(
      "Say why you need more time.",
      `${start}--extend ${given.extend} --because "..."`,
    );
  return listMissingParts(given).includes("words")
    ? passUsageError("Say what happened in this pass.", LOG_COMMAND)
    : passUsageError("Add how long the pass took.", `${start}--minutes 30`);
}

function passUsageError(message: string, fix: string): UserError {
  return new UserError(message, { exitCode: ExitCode.usage, fix });
}
