import type { Context } from "../../context.ts";
import { findClaimedQuestion } from "../../domain/library/claimed-question.ts";
import type { Step } from "../../domain/library/step.ts";
import { type AgentReport, readSealedReport } from "../../domain/project/agent-report.ts";
import type { Project } from "../../domain/project/project.ts";
import {
  findReport,
  findSameReport,
  isFull,
  takeInReport,
} from "../../domain/project/report-state.ts";
import { StepSession } from "../../domain/project/session.ts";
import { readAgentName } from "../../domain/report/agent-name.ts";
import { LEFT_OUT } from "../../domain/report/neutral-name.ts";
import { findFormProblems } from "../../domain/report/report-form.ts";
import { rebuildInstructions } from "../../domain/report/run-targets.ts";
import { countOf, joinWords, lowerFirst } from "../../domain/text/words.ts";
import { UserError } from "../../errors.ts";
import { hashText } from "../../files/hash.ts";
import { readWorkFile } from "../../files/work-file.ts";
import { assertTurn } from "../step/preconditions.ts";
import { findOwnNames } from "./own-names.ts";
import { goneProjectError, type ProjectState, updateProject } from "./project-state.ts";
import { MAX_REPORT_MEGABYTES, REPORT_FILE } from "./report-file.ts";
import { leadFromHere } from "./way-from-here.ts";

/** A report with the project that it belongs to. `taken` is false if it was there already. */
export interface TakenReport {
  state: ProjectState;
  report: AgentReport;
  taken: boolean;
}

/** Returns the step that judges what reports claim. Throws if the content has none. */
export function findJudgingStep(steps: readonly Step[]): Step {
  const claimed = findClaimedQuestion(steps);
  if (claimed) return claimed.step;
  throw new UserError("No step judges what an agent reports, so there is nothing to take in.", {
    fix: "builder-pm status",
  });
}

/**
 * Saves what an agent reports about its pass, sealed until every check is judged. Throws if the
 * project is finished, or a step before the review isn't.
 */
export async function takeIn(
  context: Context,
  state: ProjectState,
  { text, agent }: { text: string; agent?: string | undefined },
): Promise<TakenReport> {
  const sha256 = hashText(text);
  const given = { text, sha256, agent: context.agent ?? agent ?? readAgentName(text) };
  const step = findJudgingStep(state.steps);
  let taken = false;
  const after = await updateProject(state, (current, saved) => {
    assertTakes(new StepSession(state, saved, current, step));
    taken = findSameReport(current, given) === undefined;
    return taken ? takeInReport(state.steps, current, given, context.now()) : current;
  });
  const report = findSameReport(after.project, given);
  if (!report) throw goneProjectError(after.project);
  return { state: after, report, taken };
}

const FULL = "This round has 20 reports already";

function assertTakes(session: StepSession): void {
  const { id, title, closed } = session.project;
  if (closed)
    throw new UserError(`"${title}" (${id}) is finished, so no report is taken in.`, {
      fix: "builder-pm projects",
    });
  assertTurn(session);
  if (isFull(session.project))
    throw new UserError(`${FULL}, so no more are taken in.`, {
      fix:
        "Judge the result: builder-pm review\n" +
        "If the last one is the wrong one, take it out and hand in another: builder-pm undo",
    });
}

/** What a report says that gives no claim away. */
export interface ReportFacts {
  /** How many checks there are, and about how many of them a claim was understood. */
  checks: number;
  read: number;
  /** Those that the report leaves out, and those that aren't in the brief's form, by number. */
  missing: number[];
  unclear: number[];
  sealed: boolean;
  howToRun: string[];
}

/** Returns what may be known about a report while it is sealed. */
export function describeReportFacts(project: Project, report: AgentReport): ReportFacts {
  const content = readSealedReport(report);
  const { checks, run } = content;
  const read = checks.filter(({ claim }) => claim !== undefined).length;
  return {
    checks: checks.length,
    read,
    ...findFormProblems(content),
    sealed: !report.opened,
    howToRun: rebuildInstructions(run, report.opened ? undefined : findOwnNames(project)),
  };
}

/** Says what was understood of a report, and how to run the result. */
export function printReportFacts(
  context: Context,
  { state, report }: TakenReport,
  name: string,
): void {
  const { stderr } = context;
  const facts = describeReportFacts(state.project, report);
  const { checks, read, sealed, howToRun } = facts;
  stderr.line(`Took in ${name}. ${describeRead(read, checks)}`);
  for (const line of describeForm(facts)) stderr.line(line);
  stderr.line(sealed ? SEALED : report.opened?.early ? READ_BEFORE : TOO_LATE);
  if (howToRun.length === 0)
    stderr.line("No line was found in it that says what to run or to open.");
  else printHowToRun(context, state.project, howToRun, sealed);
}

const SEALED = "What it claims stays sealed: you'll see it once you've judged every check.";
const READ_BEFORE = "What it claims isn't counted: you had read a report of this pass.";
const TOO_LATE =
  "What it claims isn't counted: every check was judged before it came. " +
  "Next time, hand it in first.";

function printHowToRun(
  { stderr, folder }: Context,
  project: Project,
  rebuilt: readonly string[],
  sealed: boolean,
): void {
  const lines = rebuilt.flatMap((line) => leadFromHere(line, project.folder?.path, folder));
  stderr.line("How to run the result, as the report says:");
  // Backticks around a command would be pasted with it.
  const shown = lines.slice(0, MAX_RUN_LINES).map((line) => line.replaceAll("`", ""));
  for (const line of shown) stderr.line(`  ${line}`);
  if (lines.length > MAX_RUN_LINES)
    stderr.line(`  (${countOf(lines.length - MAX_RUN_LINES, "more line")})`);
  if (sealed && lines.some((line) => line.includes(LEFT_OUT))) stderr.line(LEFT_OUT_NAMES);
}

const LEFT_OUT_NAMES =
  `${LEFT_OUT} stands for a part of a name that your agent chose: a name can tell a result. Look ` +
  "in the folder for a file that ends in the same way.";

const MAX_RUN_LINES = 10;

const UNMATCHED =
  "Nothing in it could be matched to your checks. If it is the right file, ask your agent to say " +
  "of each check, as C1 and C2, what it found; then hand the report in again.";

function describeRead(read: number, checks: number): string {
  if (read === 0) return UNMATCHED;
  if (read < checks) return `It says something about ${read} of your ${checks} checks.`;
  return checks === 1
    ? "It says something about your check."
    : `It says something about each of your ${checks} checks.`;
}

/** Reads to the person and to the agent, because either may hand the report in. */
const CORRECTED =
  "Until the checks are judged, the agent can hand in a corrected one: builder-pm report";

/** Says which checks a report leaves out or words in another way, and that it may be corrected. */
function describeForm({ missing, unclear, read, sealed }: ReportFacts): string[] {
  const name = (numbers: readonly number[]) => joinWords(numbers.map((number) => `C${number}`));
  if (read === 0 || missing.length + unclear.length === 0) return [];
  return [
    ...(missing.length > 0 ? [`It makes no clear claim about ${name(missing)}.`] : []),
    ...(unclear.length > 0
      ? [
          `About ${name(unclear)}, it isn't in the form that the brief asks for. It was read anyway.`,
        ]
      : []),
    ...(sealed ? [CORRECTED] : []),
  ];
}

/**
 * Takes in a new report from the work folder before its checks are judged, and says so. Repeats how
 * to run the result while a report waits. Returns the state with a new one; undefined if none came.
 */
export async function pickUpReport(
  context: Context,
  state: ProjectState,
): Promise<ProjectState | undefined> {
  const text = readNewReport(context, state);
  if (text === undefined) {
    const waiting = findReport(state.project);
    const lines =
      waiting && !waiting.opened ? describeReportFacts(state.project, waiting).howToRun : [];
    if (lines.length > 0) printHowToRun(context, state.project, lines, true);
    return undefined;
  }
  const given = await takeIn(context, state, { text });
  if (given.taken) printReportFacts(context, given, REPORT_FILE);
  return given.state;
}

/** Reads a new report in the work folder. Says why one that is there isn't taken in. */
function readNewReport({ stderr }: Context, { project, steps }: ProjectState): string | undefined {
  const { folder } = project;
  const step = findClaimedQuestion(steps)?.step;
  if (!folder || !step || project.closed) return undefined;
  const found = readWorkFile(folder.path, REPORT_FILE, MAX_REPORT_MEGABYTES);
  if (found.is === "absent") return undefined;
  const refusal =
    found.is === "unread" ? { because: found.because } : findOld(project, step, found);
  if (refusal?.because) stderr.line(`${REPORT_FILE} wasn't taken in: ${refusal.because}.`);
  if (refusal?.fix) stderr.line(refusal.fix);
  return found.is === "unread" || refusal ? undefined : found.text;
}

/** Why a file isn't taken in, as a clause, and what to do then; no reason if that needs no word. */
interface Refusal {
  because?: string;
  fix?: string;
}

/** Says why a file isn't a new report of this round; undefined if it may be one. */
function findOld(
  project: Project,
  { needs = [] }: Step,
  { text, changedAt }: { text: string; changedAt: Date },
): Refusal | undefined {
  const round = project.rounds.length + 1;
  const known = findSameReport(project, { sha256: hashText(text) });
  if (known?.round === round || text.trim() === "") return {};
  // It stops nobody from judging.
  if (isFull(project)) return { because: lowerFirst(FULL) };
  if (known)
    return {
      because: `it is the one of round ${known.round}`,
      fix: "Ask your agent for a new one, or go on without it.",
    };
  const ready = needs.flatMap((id) => project.finished[id] ?? []).toSorted();
  const isOlder = changedAt.getTime() < Date.parse(ready.at(-1) ?? "");
  if (!isOlder) return undefined;
  return {
    because: "it is older than the brief of this round",
    fix: "To take it in anyway: builder-pm report",
  };
}
