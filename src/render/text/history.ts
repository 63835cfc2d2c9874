import type { ChangeCount, Sum } from "../../domain/insights/answer-stats.ts";
import { describeBetBriefly, describeUnscored } from "../../domain/insights/bet-score.ts";
import type { Outcome, Tendency } from "../../domain/insights/calibration.ts";
import type { PastRun } from "../../domain/insights/checklist-summary.ts";
import type { History, ProjectHistory } from "../../domain/insights/history.ts";
import type { NextStep } from "../../domain/insights/next-step.ts";
import { labelOfAnswer } from "../../domain/library/checklist.ts";
import { findQuestion, type Step } from "../../domain/library/step.ts";
import { quoteSentence } from "../../domain/project/drafts.ts";
import {
  capitalize,
  countOf,
  countTimes,
  describeDuration,
  joinWords,
  shorten,
} from "../../domain/text/words.ts";
import { hang, indent, stack, twoColumns } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { describeClaimRate } from "./claim-rate.ts";
import { describeOverclaimsBriefly } from "./claims.ts";
import { describeCount } from "./completion-bar.ts";
import { formatDay } from "./dates.ts";
import { describePracticeFully } from "./practice-line.ts";
import { countEndings, describeUsed, nameEnding } from "./project.ts";

/** What `status --history` shows. */
export interface HistoryView {
  history: History;
  /** The title of the checklist. */
  title: string;
  steps: readonly Step[];
  nextStep: NextStep;
}

/** Renders the history of checks and projects. Leaves out empty sections. */
export function renderHistory(
  { history, title, steps, nextStep }: HistoryView,
  options: RenderOptions,
): string {
  const { theme, width } = options;
  const { checks, projectHistories } = history;
  const overall = listOverallSentences(history, steps);
  if (checks.length + projectHistories.length + overall.length === 0) {
    const words = "Nothing is finished yet, so there is no history to show. Start here:";
    return stack([indent(words, width), `    ${theme.command(nextStep.command)}`]);
  }
  const heading = (words: string) => theme.heading(indent(words, width));
  return stack([
    checks.length > 0 ? [heading(title), ...renderChecks(history, width)] : [],
    projectHistories.length > 0
      ? [
          heading("Projects"),
          ...projectHistories.flatMap((entry) => renderProjectHistory(entry, options)),
        ]
      : [],
    overall.length > 0
      ? [heading("Overall"), ...overall.map((words) => hang("  - ", words, width))]
      : [],
  ]);
}

function renderChecks({ checks, gone }: History, width: number): string[] {
  const rows = checks.map(
    ({ finishedAt, completion }) => [formatDay(finishedAt), describeCount(completion)] as const,
  );
  const left = gone.map(({ id, answer }) => `${id} (${labelOfAnswer(answer).toLowerCase()})`);
  return [
    ...twoColumns(rows, width),
    ...(checks.length > 1 ? [indent(drawChart(checks), width)] : []),
    ...(left.length > 0 ? [indent(`No longer on the checklist: ${joinWords(left)}.`, width)] : []),
  ];
}

/** Draws the checks on one line: "2 of 5, then 4 of 5". */
function drawChart(checks: readonly PastRun[]): string {
  return checks.map(({ completion: { done, total } }) => `${done} of ${total}`).join(", then ");
}

function renderProjectHistory(
  { project, outcomes, scores, claims, pace, budget, goneSteps }: ProjectHistory,
  { theme, width }: RenderOptions,
): string[] {
  const { id, title, closed } = project;
  const ending = closed ? nameEnding(closed) : "open";
  const times = [
    ...(pace.toFirstPass === undefined
      ? []
      : [`first pass after ${describeDuration(pace.toFirstPass)}`]),
    ...(pace.toDecision === undefined
      ? []
      : [`decision after ${describeDuration(pace.toDecision)}`]),
  ];
  const used = budget.passes.used > 0 ? `Logged ${describeUsed(budget)}.` : "";
  const rounds = describeRounds({ outcomes, scores, claims });
  const lines = [
    // The minutes below are those that were logged, so both clocks have a name.
    times.length > 0 ? `Since the start: ${times.join(", ")}.` : "",
    // What was used belongs to all rounds.
    ...(rounds.length > 1 ? [...rounds, used] : [[...rounds, used].join(" ").trim()]),
    describeRemovedSteps(project, goneSteps),
  ];
  return [
    hang("  ", `${id}: ${title}, ${ending}`, width),
    ...lines.filter(Boolean).map((line) => theme.faint(indent(line, width, 4))),
  ];
}

/** Says how each round went: what was predicted, what became of the bet, and what was claimed. */
function describeRounds({
  outcomes,
  scores,
  claims,
}: Pick<ProjectHistory, "outcomes" | "scores" | "claims">): string[] {
  const all = [...outcomes, ...scores, ...claims].map(({ round }) => round);
  const last = Math.max(0, ...all);
  return Array.from({ length: last }, (_, index) => index + 1).flatMap((round) => {
    const of = <T extends { round: number }>(list: readonly T[]) =>
      list.filter((one) => one.round === round);
    const facts = [
      ...of(outcomes).map(describeOutcome),
      ...of(scores).map(describeRoundScore),
      ...of(claims).map(describeOverclaimsBriefly),
    ].filter(Boolean);
    const words = facts.join(" ");
    if (words === "" || last === 1) return words === "" ? [] : [words];
    return [`Round ${round}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`];
  });
}

function describeOutcome({ expected, total, met }: Outcome): string {
  return `Expected ${expected} of ${countOf(total, "check")}, ${met} met.`;
}

/** Says in short what became of a bet; only the words of the person if it can't be scored. */
function describeRoundScore(score: ProjectHistory["scores"][number]): string {
  if (score.result) return capitalize(describeBetBriefly(score.result));
  return describeUnscored(score, quoteSentence(shorten(score.text, MAX_WORDS)));
}

/** Answers can be long, and a history shows many. */
const MAX_WORDS = 60;

function describeRemovedSteps({ id }: ProjectHistory["project"], steps: readonly string[]): string {
  if (steps.length === 0) return "";
  return [
    `Answers to steps that were removed: ${joinWords(steps)}.`,
    `See: builder-pm export --project ${id}`,
  ].join(" ");
}

/** Lists the sentences about all projects together. */
function listOverallSentences(
  { calibration, claims, sums, changes, projectHistories, median, practice }: History,
  steps: readonly Step[],
): string[] {
  const finished = projectHistories.map(({ project }) => project).filter(({ closed }) => closed);
  const predicted = calibration && [
    `You expected ${calibration.expected} of ${countOf(calibration.total, "check")} to be met; ` +
      `${calibration.met} ${calibration.met === 1 ? "was" : "were"}.`,
    calibration.tendency && describeTendency(calibration.tendency, calibration.predictions),
  ];
  return [
    predicted?.filter(Boolean).join(" ") ?? "",
    describeClaimRate(claims),
    ...sums.map(describeSum),
    changes.length > 0
      ? `Changed after the brief: ${joinWords(changes.map((one) => describeChange(one, steps)))}.`
      : "",
    projectHistories.length > 1 ? describeMedian(median) : "",
    finished.length > 1
      ? `${countOf(finished.length, "decision")}: ${countEndings(finished)}.`
      : "",
    ...describePracticeFully(practice),
  ].filter(Boolean);
}

type Predictions = NonNullable<History["calibration"]>["predictions"];

function describeTendency(tendency: Tendency, { count, more, fewer, exact }: Predictions): string {
  const share = (part: number) => `in ${part} of ${countOf(count, "prediction")}`;
  const sentences = {
    "too-many":
      `Your predictions tend to be too high, ${share(more)}. ` +
      "Write down one more edge case before the brief.",
    "too-few":
      `Your predictions tend to be too low, ${share(fewer)}. ` +
      "Your next check can ask for a little more.",
    close: `Your predictions are close: ${exact} of ${count} were exactly right.`,
    mixed:
      "Your predictions are sometimes too high and sometimes too low. " +
      "Before the brief, predict each check by itself.",
  };
  return sentences[tendency];
}

function describeSum({ title, total, answers }: Sum): string {
  const counts = answers.map(({ label, count }) => `${label} (${count})`);
  return `${title} (${countOf(total, "answer")}): ${counts.join("; ")}.`;
}

/** Says how often a question was changed: `"Checks" 3 times`. */
export function describeChange(
  { step, question, count }: ChangeCount,
  steps: readonly Step[],
): string {
  const label = findQuestion(steps, `${step}.${question}`)?.label;
  return `"${label ?? question.replaceAll("-", " ")}" ${countTimes(count)}`;
}

function describeMedian({ toFirstPass, toDecision }: History["median"]): string {
  const parts = [
    ...(toFirstPass === undefined ? [] : [`${describeDuration(toFirstPass)} to the first pass`]),
    ...(toDecision === undefined ? [] : [`${describeDuration(toDecision)} to the decision`]),
  ];
  return parts.length > 0
    ? `Median time from the start, by the calendar: ${joinWords(parts)}.`
    : "";
}
