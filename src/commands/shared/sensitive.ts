import type { Context } from "../../context.ts";
import type { Progress } from "../../domain/progress/progress.ts";
import type { Written } from "../../domain/progress/user-text.ts";
import { UserError } from "../../errors.ts";
import type { Store } from "../../store/contract.ts";
import { allowTexts, isAllowed } from "./allowed.ts";
import { usageError } from "./arguments.ts";
import { type FoundSecret, findSecrets } from "./found-secrets.ts";
import { assertOwnShell } from "./own-judgment.ts";
import { redactTexts } from "./redaction.ts";

/** What a person allows to be printed. */
export interface GuardOptions {
  /** Everything that was found. */
  allowSensitive?: boolean | undefined;
  /** The numbers of single findings, which are remembered. */
  allow?: readonly string[] | undefined;
  /** The file that the page goes to; undefined, or "-", prints it. */
  output?: string | undefined;
}

const MAX_LINES = 5;

/**
 * Looks for secrets and personal data in a page before it is printed for someone else. Asks a
 * person what to do about them. Without a terminal, throws unless all of them are allowed.
 */
export async function guardPage(
  context: Context,
  page: string,
  written: readonly Written[],
  { allowSensitive = false, allow = [], output = "-" }: GuardOptions,
): Promise<void> {
  if (allowSensitive) return;
  const found = await findSecrets(context, page, written);
  if (found.length === 0) return;
  const [number] = allow;
  if (number !== undefined) assertOwnShell(context, `the same command with --allow ${number}`);
  const store = await context.openStore();
  const progress = await allowFound(context, store, found, allow);
  const left = found.filter((each) => !isAllowed(progress, each));
  if (left.length === 0) return;
  const lines = left.flatMap(describeFound);
  const shown = lines.slice(0, MAX_LINES);
  if (lines.length > MAX_LINES) shown.push(`${lines.length - MAX_LINES} more like these.`);
  const outcome = output === "-" ? "Nothing was printed." : "Nothing was written.";
  if (!context.canAsk || context.json) throw foundError(left, [...shown, outcome]);
  for (const line of shown) context.stderr.line(line);
  const message = output === "-" ? "Print it anyway?" : "Write it anyway?";
  await askWhatToDo(context, store, left, { outcome, message });
}

/** Remembers what is allowed by number. Returns the progress that says what is allowed. */
async function allowFound(
  context: Context,
  store: Store,
  found: readonly FoundSecret[],
  numbers: readonly string[],
): Promise<Progress> {
  const chosen = numbers.map((number) => findNumbered(found, number));
  const progress = await store.load();
  if (chosen.every((each) => isAllowed(progress, each))) return progress;
  return store.update((saved) => allowTexts(context, saved, chosen));
}

/** Finds what has a number. Throws if nothing has it. */
export function findNumbered(found: readonly FoundSecret[], number: string): FoundSecret {
  const chosen = found.find((each) => String(each.number) === number.trim());
  if (chosen) return chosen;
  throw usageError(`There is no finding number "${number}".`, describeFoundNumbers(found));
}

function describeFoundNumbers({ length }: readonly FoundSecret[]): string {
  if (length === 0) return "Nothing was found, so nothing has a number.";
  return length === 1 ? "The only number is 1." : `Use a number from 1 to ${length}.`;
}

/** Says where a text stands, with its number: a line for each place. */
export function describeFound({ number, places }: FoundSecret): string[] {
  return places.map(({ line }) => `${number}. ${line}`);
}

function foundError(left: readonly FoundSecret[], lines: readonly string[]): UserError {
  const fix = [
    ...nameChange(left),
    "To take it out everywhere it is saved: builder-pm redact",
    `To allow a single one of them, now and later: add --allow ${left[0]?.number}`,
    "To print it anyway, add --allow-sensitive.",
  ].join("\n");
  return new UserError(lines.join("\n"), { fix });
}

function nameChange(left: readonly FoundSecret[]): string[] {
  const command = left.flatMap(({ places }) => places).find((place) => place.command)?.command;
  return command === undefined ? [] : [`Change it with: ${command}`];
}

async function askWhatToDo(
  context: Context,
  store: Store,
  left: readonly FoundSecret[],
  { outcome, message }: { outcome: string; message: string },
): Promise<void> {
  const choice = await context.ask(
    () => `Stopped. ${outcome} To try again: ${context.typed}`,
    (prompter) => prompter.select({ message, choices, initial: "no" }),
  );
  if (choice === "yes") return;
  if (choice === "redact") {
    await redactTexts(context, store, left);
    throw new UserError(outcome, { fix: "Run the same command again." });
  }
  throw new UserError(outcome, { fix: nameChange(left).join("\n") });
}

const choices = [
  { value: "no", label: "No", hint: "I'll change it first" },
  { value: "redact", label: "No, take it out", hint: "everywhere it's saved, for good" },
  { value: "yes", label: "Yes", hint: "it's fine to share" },
] as const;
