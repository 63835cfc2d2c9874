import type { ChangeCount, Sum } from "../../domain/insights/answer-stats.ts";
import type { Outcome, Tendency } from "../../domain/insights/calibration.ts";
import type { PastRun } from "../../domain/insights/checklist-summary.ts";
import type { History, ProjectHistory } from "../../domain/insights/history.ts";
import type { NextStep } from "../../domain/insights/next-step.ts";
import {
  capitalize,
  countOf,
  countTimes,
  describeDuration,
  joinWords,
} from "../../domain/text/words.ts";
import { hang, indent, stack, twoColumns } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { describeCount } from "./checklist-summary.ts";
import { formatDay } from "./dates.ts";
import { countEndings } from "./project.ts";

/** What `status --history` shows: what happened so far, under the name of the checklist. */
export interface HistoryView {
  history: History;
  title: string;
  nextStep: NextStep;
}

/**
 * Everything that happened so far. What there is nothing to say about is left out; a new person
 * gets one sentence.
 */
export function renderHistory(
  { history, title, nextStep }: HistoryView,
  options: RenderOptions,
): string {
  const { theme, width } = options;
  const { checks, projectHistories } = history;
  const overall = listOverallSentences(history);
  if (checks.length + projectHistories.length + overall.length === 0) {
    const words = "Nothing is finished yet, so there is no history to show. It begins here:";
    return stack([indent(words, width), `    ${theme.command(nextStep.command)}`]);
  }
  const heading = (words: string) => theme.heading(indent(words, width));
  return stack([
    checks.length > 0 ? [heading(title), ...renderChecks(history, width)] : [],
    projectHistories.length > 0
      ? [
          heading("Projects"),
          ...projectHistories.flatMap((projectHistory) =>
            renderProjectHistory(projectHistory, options),
          ),
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
  const left = gone.map(({ id, answer }) => `${id} (${answer.replace("-", " ")})`);
  return [
    ...twoColumns(rows, width),
    ...(checks.length > 1 ? [indent(drawChart(checks), width)] : []),
    ...(left.length > 0
      ? [indent(`Asked before, no longer on the list: ${joinWords(left)}.`, width)]
      : []),
  ];
}

/** The checks in one line: "2 -> 3 -> 4 of 5"; each with its own total when items came or went. */
function drawChart(checks: readonly PastRun[]): string {
  const counts = checks.map(({ completion }) => completion);
  const total = counts.at(-1)?.total;
  const isSame = counts.every((count) => count.total === total);
  const points = counts.map((count) =>
    isSame ? `${count.done}` : `${count.done} of ${count.total}`,
  );
  return `${points.join(" -> ")}${isSame ? ` of ${total}` : ""}`;
}

function renderProjectHistory(
  { project, outcomes, pace, budget, goneSteps }: ProjectHistory,
  { theme, width }: RenderOptions,
): string[] {
  const { id, title, closed } = project;
  const ending = closed ? closed.as.replace("-", " ") : "open";
  const times = [
    ...(pace.toFirstPass === undefined
      ? []
      : [`first pass after ${describeDuration(pace.toFirstPass)}`]),
    ...(pace.toDecision === undefined
      ? []
      : [`decision after ${describeDuration(pace.toDecision)}`]),
  ];
  const told = [
    ...outcomes.map(describeOutcome),
    ...(budget.passes.used > 0 ? [describeUsedBudget(budget)] : []),
  ];
  const lines = [
    times.length > 0 ? `${capitalize(times.join(", "))}.` : "",
    told.join(" "),
    describeRemovedSteps(project, goneSteps),
  ];
  return [
    hang("  ", `${id}: ${title}, ${ending}`, width),
    ...lines.filter(Boolean).map((line) => theme.faint(indent(line, width, 4))),
  ];
}

function describeOutcome({ round, expected, total, met }: Outcome): string {
  const words = `expected ${expected} of ${countOf(total, "check")} met, ${met} ${met === 1 ? "was" : "were"}.`;
  return round === 1 ? capitalize(words) : `Round ${round}: ${words}`;
}

function describeUsedBudget({ minutes, passes }: ProjectHistory["budget"]): string {
  return `Used ${minutes.used} of ${minutes.limit} minutes, ${passes.used} of ${countOf(passes.limit, "pass")}.`;
}

function describeRemovedSteps({ id }: ProjectHistory["project"], steps: readonly string[]): string {
  if (steps.length === 0) return "";
  return `No longer a step, answers kept: ${joinWords(steps)}. See: builder-pm export --project ${id}`;
}

/** The sentences over all projects. */
function listOverallSentences({
  calibration,
  sums,
  changes,
  projectHistories,
  median,
}: History): string[] {
  const ended = projectHistories.map(({ project }) => project).filter(({ closed }) => closed);
  const predicted = calibration && [
    `You expected ${calibration.expected} of ${countOf(calibration.total, "check")} to be met, ` +
      `${calibration.met} ${calibration.met === 1 ? "was" : "were"}.`,
    calibration.tendency && describeTendency(calibration.tendency, calibration.predictions),
  ];
  return [
    predicted?.filter(Boolean).join(" ") ?? "",
    ...sums.map(describeSum),
    changes.length > 0
      ? `After the brief you changed ${joinWords(changes.map(describeChange))}.`
      : "",
    projectHistories.length > 1 ? describeMedian(median) : "",
    ended.length > 1 ? `${countOf(ended.length, "decision")}: ${countEndings(ended)}.` : "",
  ].filter(Boolean);
}

type Predictions = NonNullable<History["calibration"]>["predictions"];

function describeTendency(tendency: Tendency, { count, more, fewer, exact }: Predictions): string {
  const share = (part: number) => `in ${part} of ${countOf(count, "prediction")}`;
  const sentences = {
    "too-many": `You tend to expect more than a pass gives, ${share(more)}: write down one more edge case before the brief.`,
    "too-few": `You tend to expect less than a pass gives, ${share(fewer)}: your next check may ask for a little more.`,
    close: `Your predictions are close: ${exact} of ${count} named the very number.`,
    mixed: `Your predictions are off in both directions: before the brief, guess each check by itself.`,
  };
  return sentences[tendency];
}

function describeSum({ ask, total, answers }: Sum): string {
  const counts = answers.map(
    ({ label, count }, index) => `${label}: ${count}${index === 0 ? ` of ${total}` : ""}.`,
  );
  return [ask, ...counts].join(" ");
}

function describeChange({ question, count }: ChangeCount): string {
  return `${question} ${countTimes(count)}`;
}

function describeMedian({ toFirstPass, toDecision }: History["median"]): string {
  const parts = [
    ...(toFirstPass === undefined ? [] : [`${describeDuration(toFirstPass)} to the first pass`]),
    ...(toDecision === undefined ? [] : [`${describeDuration(toDecision)} to the decision`]),
  ];
  return parts.length > 0 ? `Median from the start: ${joinWords(parts)}.` : "";
}
