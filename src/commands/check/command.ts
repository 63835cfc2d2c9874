import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { summarizeChecklist } from "../../domain/insights/checklist-summary.ts";
import {
  type Answer,
  answerChoices,
  type Checklist,
  takesEvidence,
} from "../../domain/library/checklist.ts";
import { findDrafts, recordDrafts } from "../../domain/progress/check-drafts.ts";
import {
  currentAnswers,
  type GivenAnswer,
  recordAnswers,
  runForSingleAnswers,
} from "../../domain/progress/run.ts";
import { cleanLine, cleanText } from "../../domain/text/clean.ts";
import { joinWords } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { toCheckJson } from "../../render/json/state.ts";
import { renderChecklist, renderResult } from "../../render/text/checklist-summary.ts";
import { createAnswerLinter, printFindings } from "../shared/answer-lint.ts";
import { addDrills, type LoadedState, loadAppState } from "../shared/app-state.ts";
import { collect, describeChoices, findByLabel, parseAssignments } from "../shared/arguments.ts";
import { findOrPointTo } from "../shared/other-command.ts";
import { isAgentAlone } from "../shared/own-judgment.ts";
import { assertOwnWords } from "../shared/own-words.ts";
import { printInstallCommand } from "../shared/project-state.ts";
import { assertTextSize } from "../shared/text-size.ts";
import { findInEvidence } from "./bare-number.ts";
import { askChecklist } from "./interviewer.ts";

/** The options of `check`. */
export interface CheckOptions {
  item?: string;
  answer?: string[];
  evidence?: string[];
  json?: boolean;
}

/** Registers the `check` command. */
export function registerCheck(command: Command, context: Context): void {
  command
    .description(
      "Takes you through the reality check, one question at a time, and saves each answer.",
    )
    .argument("[checklist]", "a checklist (default: the reality check)")
    .option("--item <item>", "ask one item again")
    .option(
      "--answer <item=answer>",
      "answer without being asked: yes, partly or not-yet (repeat for more)",
      collect,
    )
    .option("--evidence <item=text>", "what evidence you could show (repeat for more)", collect)
    .option("--json", "print JSON and ask nothing")
    .addHelpText("after", CHECK_EXAMPLES)
    .action((checklist: string | undefined, options: CheckOptions) =>
      runCheck(context, checklist, options),
    );
}

const CHECK_EXAMPLES = `
Examples:
  builder-pm check
  builder-pm check --item discovery
  builder-pm check --answer specs=partly --evidence specs="2 of 3 specs in May"
  builder-pm check --json`;

/** Asks the checklist, or saves the answers given as options, and prints the result. */
export async function runCheck(
  context: Context,
  checklistId: string | undefined,
  options: CheckOptions,
): Promise<void> {
  const position =
    checklistId === undefined
      ? await loadAppState(context)
      : await findOrPointTo(context, checklistId, () => loadAppState(context, checklistId));
  const item =
    options.item === undefined ? undefined : findByLabel(position.checklist.items, options.item);
  if (options.answer || options.evidence) return answerByFlags(context, position, options);
  if (options.json) return printResult(context, position);
  if (!context.canAsk || isAgentAlone(context, false)) return requireTerminal(context, position);
  const again = nameCheckAgain(checklistId, options);
  const progress = await askChecklist(context, position, { only: item, again });
  await printResult(context, { ...position, progress });
  printInstallCommand(context);
}

/** Returns the command line that asks the same. */
function nameCheckAgain(checklistId: string | undefined, { item }: CheckOptions): string {
  return ["builder-pm check", checklistId, item && `--item ${item}`].filter(Boolean).join(" ");
}

async function answerByFlags(
  context: Context,
  position: LoadedState,
  options: CheckOptions,
): Promise<void> {
  const { checklist, store } = position;
  const given = await markVague(context, checklist, readItemAnswers(context, position, options));
  const isDraft = isAgentAlone(context, true);
  const progress = await store.update((saved) => {
    const stamp = { now: context.now(), id: context.createId() };
    if (isDraft) return recordDrafts(saved, checklist, given, stamp);
    const run = runForSingleAnswers(saved, checklist, stamp);
    return recordAnswers(saved, checklist, run, given, stamp.now);
  });
  if (!context.json) await printEvidenceFindings(context, checklist, given);
  if (isDraft) {
    context.stderr.line(DRAFTS_SAVED);
    return printResult(context, { ...position, progress });
  }
  const answers = currentAnswers(progress, checklist);
  const open = checklist.items.filter(({ id }) => !answers[id]).map(({ id }) => id);
  if (open.length > 0 && !context.json)
    context.stderr.line(`Saved. Not answered yet: ${joinWords(open)}.`);
  await printResult(context, { ...position, progress });
}

/** Notes which evidence the linter asks about. */
async function markVague(
  context: Context,
  { items }: Checklist,
  given: Record<string, GivenAnswer>,
): Promise<Record<string, GivenAnswer>> {
  const find = createAnswerLinter(context);
  const marked = Object.entries(given).map(async ([id, answer]) => {
    const lint = items.find((item) => item.id === id)?.lint;
    const findings = await findInEvidence(find, lint, answer.evidence ?? "");
    return [id, { ...answer, isVague: findings.length > 0 }] as const;
  });
  return Object.fromEntries(await Promise.all(marked));
}

const DRAFTS_SAVED =
  "Saved as drafts. They count once the person keeps them in their own terminal: builder-pm check";

async function printEvidenceFindings(
  context: Context,
  { items }: Checklist,
  given: Readonly<Record<string, GivenAnswer>>,
): Promise<void> {
  const find = createAnswerLinter(context);
  for (const { id, lint } of items)
    printFindings(context, id, await findInEvidence(find, lint, given[id]?.evidence ?? ""));
}

function readItemAnswers(
  context: Context,
  { checklist, progress }: LoadedState,
  options: CheckOptions,
): Record<string, GivenAnswer> {
  const given: Record<string, GivenAnswer> = {};
  for (const [id, word] of parseAssignments("--answer", options.answer ?? [])) {
    given[findByLabel(checklist.items, id).id] = {
      answer: parseItemAnswer(id, cleanLine(word)),
    };
  }
  const drafts = isAgentAlone(context, true) ? findDrafts(progress, checklist) : {};
  const before = { ...currentAnswers(progress, checklist), ...drafts };
  for (const [word, evidence] of parseAssignments("--evidence", options.evidence ?? [])) {
    assertOwnWords(evidence);
    const { id } = findByLabel(checklist.items, word);
    const answer = given[id]?.answer ?? before[id]?.answer;
    if (!answer || !takesEvidence(answer)) throw describeLooseEvidence(id);
    assertTextSize(`The evidence for "${word}"`, evidence);
    given[id] = { ...given[id], evidence: cleanText(evidence) };
  }
  return given;
}

function parseItemAnswer(id: string, word: string): Answer {
  const choices = answerChoices.map(({ value }) => value);
  const answer = choices.find((choice) => choice === word);
  if (answer) return answer;
  throw new UserError(`"${word}" isn't an answer to the item "${id}". Nothing was saved.`, {
    exitCode: ExitCode.usage,
    fix: describeChoices(word, choices),
  });
}

function describeLooseEvidence(id: string): UserError {
  return new UserError(
    `You can only add evidence to a yes or a partly, and "${id}" has neither. Nothing was saved.`,
    {
      exitCode: ExitCode.usage,
      fix: `builder-pm check --answer ${id}=partly --evidence ${id}="..."`,
    },
  );
}

async function printResult(context: Context, position: LoadedState): Promise<void> {
  const summary = summarizeChecklist(await addDrills(context, position));
  if (context.json) context.stdout.json(toCheckJson(summary));
  else context.stdout.show(renderResult, { summary, now: context.now() });
}

function requireTerminal(context: Context, position: LoadedState): never {
  const summary = summarizeChecklist(position);
  context.stdout.show(renderChecklist, { summary, now: context.now() });
  const flags = describeFlags(position.checklist);
  if (context.agent !== undefined)
    throw new UserError("Only the person can be asked these questions.", {
      exitCode: ExitCode.usage,
      fix: `A coding agent can save drafts for them to keep or change: ${flags}`,
    });
  throw new UserError(`Can't ask questions: ${context.askingNeeds}.`, {
    exitCode: ExitCode.usage,
    fix: `Answer with flags instead: ${flags}`,
  });
}

function describeFlags({ items }: Checklist): string {
  const id = items[0]?.id ?? "item";
  return `builder-pm check --answer ${id}=yes --evidence ${id}="..."`;
}
