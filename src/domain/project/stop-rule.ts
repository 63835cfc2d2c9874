import type { Step } from "../library/step.ts";
import { findStopDay } from "../text/stop-day.ts";
import { readStopMinutes } from "../text/stop-minutes.ts";
import { readStopPasses } from "../text/stop-passes.ts";
import type { Pass } from "./noted.ts";
import { findAnswer, type Project, textsOf } from "./project.ts";

/** When a stop rule comes due, by day, logged minutes or passes. The first counts. */
export interface StopRule {
  /** The start of the day, in the computer's time zone. */
  day: Date | undefined;
  minutes: number | undefined;
  passes: number | undefined;
}

/** A stop rule that has come due. */
export interface DueStop extends StopRule {
  text: string;
  /** What was logged so far, counted from the round in which the rule was written. */
  logged: { minutes: number; passes: number };
  /** True for the limits that were reached. */
  isDayOver: boolean;
  areMinutesOver: boolean;
  arePassesOver: boolean;
}

/** Reads when a stop rule comes due. A date without a year is the next one after the start. */
export function readStopRule(text: string, startedAt: Date): StopRule {
  return {
    day: findStopDay(text, startedAt),
    minutes: readStopMinutes(text),
    passes: readStopPasses(text),
  };
}

/** Returns the day on which the stop rule of a project comes due, if it names one. */
export function findRuleDay(steps: readonly Step[], project: Project): Date | undefined {
  return findStopDay(findStopText(steps, project), findRuleStart(steps, project));
}

/** Returns the words of a project's stop rule; "" if it has none. */
function findStopText(steps: readonly Step[], project: Project): string {
  const reference = findStopReference(steps);
  return reference ? (textsOf(findAnswer(project, reference))[0] ?? "") : "";
}

function findStopReference(steps: readonly Step[]): string | undefined {
  for (const step of steps) {
    const question = step.questions.find(({ stops }) => stops);
    if (question) return `${step.id}.${question.id}`;
  }
  return undefined;
}

/**
 * Returns the stop rule of an open project if it has come due. It is answered by a decision: in a
 * later round it only comes back if something else made it due.
 */
export function findDueStop(
  steps: readonly Step[],
  project: Project,
  now: Date,
): DueStop | undefined {
  const text = findStopText(steps, project);
  if (text === "" || project.closed) return undefined;
  const start = findRuleStart(steps, project);
  const passes = project.passes.filter(({ at }) => new Date(at) >= start);
  const rule = readStopRule(text, start);
  const isOver = (due: Date | undefined) =>
    due !== undefined && due <= now && !isAnsweredSince(project, due);
  const isDayOver = isOver(rule.day);
  const areMinutesOver = isOver(findMinuteLimit(passes, rule.minutes));
  const arePassesOver = isOver(findPassLimit(passes, rule.passes));
  if (!isDayOver && !areMinutesOver && !arePassesOver) return undefined;
  const minutes = passes.reduce((total, pass) => total + pass.minutes, 0);
  const logged = { minutes, passes: passes.length };
  return { ...rule, text, logged, isDayOver, areMinutesOver, arePassesOver };
}

/** Finds the start of the project, or of the later round in which the rule was changed. */
function findRuleStart(steps: readonly Step[], project: Project): Date {
  const reference = findStopReference(steps);
  const changed = project.amendments.findLast(
    ({ step, question }) => `${step}.${question}` === reference,
  );
  const ends = project.rounds.map(({ endedAt }) => endedAt);
  const isBefore = (end: string) => changed && Date.parse(end) <= Date.parse(changed.at);
  return new Date(ends.findLast(isBefore) ?? project.startedAt);
}

function isAnsweredSince({ rounds }: Project, due: Date): boolean {
  return rounds.some(({ endedAt }) => Date.parse(endedAt) >= due.getTime());
}

/** Finds when the pass was logged that reached the minutes. */
function findMinuteLimit(passes: readonly Pass[], minutes: number | undefined): Date | undefined {
  if (minutes === undefined) return undefined;
  let logged = 0;
  for (const pass of passes) {
    logged += pass.minutes;
    if (logged >= minutes) return new Date(pass.at);
  }
  return undefined;
}

function findPassLimit(passes: readonly Pass[], count: number | undefined): Date | undefined {
  const last = count === undefined ? undefined : passes[count - 1];
  return last && new Date(last.at);
}
