import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { listFirstTries, scoreAttempt, summarizePractice } from "../../domain/insights/practice.ts";
import { suggestDrill } from "../../domain/insights/suggest.ts";
import type { Drill } from "../../domain/library/drill.ts";
import { type Attempt, findLastAttempt, type Practice } from "../../domain/practice/attempt.ts";
import { chooseAmongStarted, chooseDrill } from "../../domain/practice/choose.ts";
import { DrillSession } from "../../domain/practice/drill-session.ts";
import { currentAnswers } from "../../domain/progress/run.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { toFileAddress } from "../../files/written-folder.ts";
import { type ListedDrill, toAttemptJson, toDrillsJson } from "../../render/json/practice.ts";
import { renderLongTruthHint, renderTruth } from "../../render/text/drill-truth.ts";
import { renderDrillIntro, renderDrills, renderOpenQuestions } from "../../render/text/practice.ts";
import type { Store } from "../../store/contract.ts";
import { loadAppState } from "../shared/app-state.ts";
import { collect } from "../shared/arguments.ts";
import { findOrPointTo } from "../shared/other-command.ts";
import { assertOwnShell, isAgentAlone } from "../shared/own-judgment.ts";
import { answerDrillByFlags } from "./answers.ts";
import { findDrill, openAttempt, readDrill, type StartOptions } from "./drill.ts";
import { askDrill } from "./interviewer.ts";

/** The options of `practice`. */
export interface PracticeOptions extends StartOptions {
  list?: boolean;
  answer?: string[];
  json?: boolean;
}

/** Registers the `practice` command. */
export function registerPractice(command: Command, context: Context): void {
  command
    .description(
      "Takes you through a drill: a small thing that an agent built, with its too-proud report. " +
        "You judge it, then see what was planted.",
    )
    .argument("[drill]", "a drill (default: the one you started last, or the next one)")
    .option("--list", "list the drills, and how you did")
    .option("--again", "do a drill again; only the first try counts")
    .option(
      "--folder <folder>",
      "where to write the drill (default: practice-ID here, outside work folders)",
    )
    .option(
      "--answer <name=answer>",
      "answer without being asked: verdict.1, sure.1, saw.1, else, named.1 (repeat for more)",
      collect,
    )
    .option("--json", "print JSON and ask nothing")
    .addHelpText("after", PRACTICE_EXAMPLES)
    .action((drill: string | undefined, options: PracticeOptions) =>
      runPractice(context, drill, options),
    );
}

const PRACTICE_EXAMPLES = `
Answers:
  verdict.1  whether check 1 is met: met, not-met or cannot-tell
  sure.1     how sure you are: 1 (a guess), 2 (fairly sure) or 3 (sure; only
             these count as verdicts you were sure of)
  saw.1      what you saw
  else       what else is wrong with it; empty if nothing is
  named.1    after the truth: whether you named what no check covers, yes or no;
             you may give it with the last answer, too

Examples:
  builder-pm practice
  builder-pm practice --list
  builder-pm practice refund-report --answer verdict.1=not-met --answer sure.1=3`;

/** What is loaded for `practice`. */
interface PracticeState {
  drills: readonly Drill[];
  practice: Practice | undefined;
  store: Store;
}

/** Walks a drill, saves the answers given as options, or prints the list. */
export async function runPractice(
  context: Context,
  id: string | undefined,
  options: PracticeOptions,
): Promise<void> {
  const { drills, problems } = await context.loadLibrary("drills");
  const store = await context.openStore();
  const { practice } = await store.load();
  const state = { drills, practice, store };
  const isList = options.list || (id === undefined && options.json && !options.answer);
  if (isList) return printDrills(context, state);
  const drill =
    id === undefined
      ? await chooseNextDrill(context, drills, practice)
      : await findOrPointTo(context, id, () => findDrill(drills, practice, id, problems));
  if (id === undefined && options.answer) assertStarted(practice, drill);
  if (!drill) return printAllDone(context, state);
  await walkDrill(context, state, drill, options);
}

/** Saves the answers given as options, or asks, and prints what was planted at the end. */
async function walkDrill(
  context: Context,
  state: PracticeState,
  drill: Drill,
  options: PracticeOptions,
): Promise<void> {
  const { answer } = options;
  if (answer) assertOwnShell(context, `builder-pm practice ${drill.id}`);
  const session = await openSession(context, state, drill, options);
  const answered = answer
    ? await answerDrillByFlags(context, state.store, session, answer)
    : session;
  if (context.json) return printAttempt(context, answered);
  if (!answer) printIntro(context, session);
  await finishDrill(context, state, answered, options);
}

/** Throws if answers don't say which drill they are for, and none was started. */
function assertStarted(practice: Practice | undefined, drill: Drill | undefined): void {
  const last = drill && findLastAttempt(practice, drill.id);
  if (last && !last.attempt.finishedAt) return;
  throw new UserError("Which drill are these answers for? Nothing was saved.", {
    exitCode: ExitCode.usage,
    fix: "Name it: builder-pm practice ID --answer ... To see them all: builder-pm practice --list",
  });
}

/** Opens the drill as it was finished, or a try that is going on. */
async function openSession(
  context: Context,
  { practice, store }: PracticeState,
  drill: Drill,
  options: PracticeOptions,
): Promise<DrillSession> {
  const last = findLastAttempt(practice, drill.id);
  if (last?.attempt.finishedAt && !options.again)
    return new DrillSession(drill, last.uid, last.attempt);
  return openAttempt(context, store, readDrill(context, drill), options);
}

/** Asks what is open, and prints what was planted, or what is still open. */
async function finishDrill(
  context: Context,
  state: PracticeState,
  session: DrillSession,
  options: PracticeOptions,
): Promise<void> {
  const { drill } = session;
  const next = session.findNext();
  const mayAsk = context.canAsk && !options.answer;
  if (next && mayAsk && isAgentAlone(context, false))
    assertOwnShell(context, `builder-pm practice ${drill.id}`);
  const end = next && mayAsk ? await askDrill(context, state.store, session) : session;
  if (!end.isFinished && options.answer) return printOpen(context, end);
  if (!end.isFinished)
    throw new UserError(`Can't ask questions: ${context.askingNeeds}.`, {
      exitCode: ExitCode.usage,
      fix: `Answer with flags instead: builder-pm practice ${drill.id} --answer verdict.1=met`,
    });
  await printReveal(context, state, end);
}

function printIntro({ stderr }: Context, { drill, attempt, isFinished }: DrillSession): void {
  if (isFinished) return;
  const { folder } = attempt;
  stderr.show(renderDrillIntro, {
    ...{ drill, folder, attempt },
    address: toFileAddress(folder, drill.open),
  });
}

function printOpen({ stderr }: Context, session: DrillSession): void {
  const { drill, attempt, open } = session;
  stderr.show(renderOpenQuestions, { drill, attempt, open });
}

async function printReveal(
  context: Context,
  { drills, store }: PracticeState,
  { drill, uid, attempt }: DrillSession,
): Promise<void> {
  const { practice } = await store.load();
  const first = listFirstTries(practice).find((each) => each.attempt.drill === drill.id);
  const isAgain = first !== undefined && first.uid !== uid;
  const view = {
    ...{ attempt, isAgain },
    id: drill.id,
    drill: isDrillUnchanged(context, drill, attempt) ? drill : undefined,
    summary: summarizePractice(practice),
  };
  context.stdout.show(renderTruth, view);
  if (context.stdout.isTerminal) context.stderr.show(renderLongTruthHint, view);
  const next =
    chooseAmongStarted(drills, practice) ?? (await chooseNextDrill(context, drills, practice));
  context.stderr.line(
    next
      ? `\n  The next drill: builder-pm practice ${next.id}`
      : `\n  That was the last one. To see all: builder-pm practice --list`,
  );
}

/** Chooses the drill that `status` recommends, unless one was started: all screens say the same. */
async function chooseNextDrill(
  context: Context,
  drills: readonly Drill[],
  practice: Practice | undefined,
): Promise<Drill | undefined> {
  const next = chooseDrill(drills, practice);
  if (next && findLastAttempt(practice, next.id)) return next;
  const { checklist, progress } = await loadAppState(context);
  const answers = currentAnswers(progress, checklist);
  return suggestDrill(drills, checklist, answers, practice)?.drill ?? next;
}

/** Returns true if the drill is still the one that was judged. */
function isDrillUnchanged(context: Context, drill: Drill, { sha256 }: Attempt): boolean {
  return sha256 === readDrill(context, drill).sha256;
}

/** Prints a try at a drill as JSON; the truth only once it was judged. */
function printAttempt(context: Context, { drill, attempt }: DrillSession): void {
  const isKnown = attempt.finishedAt !== undefined && isDrillUnchanged(context, drill, attempt);
  context.stdout.json(toAttemptJson(drill, attempt, isKnown ? drill : undefined));
}

function printDrills(context: Context, { drills, practice }: PracticeState): void {
  const summary = summarizePractice(practice);
  const firsts = listFirstTries(practice);
  const listed = drills.map((drill): ListedDrill => {
    const first = firsts.find(({ attempt }) => attempt.drill === drill.id)?.attempt;
    const last = findLastAttempt(practice, drill.id)?.attempt;
    const isOpen = last !== undefined && !last.finishedAt;
    return { drill, first: first && scoreAttempt(first), isOpen };
  });
  if (context.json) context.stdout.json(toDrillsJson(listed, summary));
  else context.stdout.show(renderDrills, { listed, summary });
}

function printAllDone(context: Context, state: PracticeState): void {
  const { drills } = state;
  if (drills.length === 0)
    throw new UserError("There are no drills in the content.", {
      exitCode: ExitCode.content,
      fix: "Reinstall builder-pm, or add a team's folder with --content.",
    });
  printDrills(context, state);
  context.stderr.line("You've done all drills.");
}
