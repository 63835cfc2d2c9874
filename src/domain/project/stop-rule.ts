import type { Step } from "../library/step.ts";
import { findStopDay } from "../text/stop-day.ts";
import { readStopMinutes } from "../text/stop-minutes.ts";
import { countBudget } from "./budget.ts";
import { findAnswer, type Project, textsOf } from "./project.ts";

/** When a stop rule comes due: on a day, after so many logged minutes, or whichever is first. */
export interface StopRule {
  /** The start of the day, in the computer's time zone. */
  day: Date | undefined;
  minutes: number | undefined;
}

/** A stop rule that has come due. */
export interface DueStop extends StopRule {
  text: string;
  /** The minutes that were logged so far. */
  logged: number;
  /** True for the limits that were reached. */
  isDayOver: boolean;
  areMinutesOver: boolean;
}

/** Reads when a stop rule comes due. A date without a year is the next one after the start. */
export function readStopRule(text: string, startedAt: Date): StopRule {
  return { day: findStopDay(text, startedAt), minutes: readStopMinutes(text) };
}

/** Returns the words of a project's stop rule; "" if it has none. */
export function findStopText(steps: readonly Step[], project: Project): string {
  for (const step of steps) {
    const question = step.questions.find(({ stops }) => stops);
    if (question) return textsOf(findAnswer(project, `${step.id}.${question.id}`))[0] ?? "";
  }
  return "";
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
  const rule = readStopRule(text, new Date(project.startedAt));
  const isOver = (due: Date | undefined) =>
    due !== undefined && due <= now && !isAnsweredSince(project, due);
  const isDayOver = isOver(rule.day);
  const areMinutesOver = isOver(findMinuteLimit(project, rule.minutes));
  if (!isDayOver && !areMinutesOver) return undefined;
  const { minutes } = countBudget(project);
  return { ...rule, text, logged: minutes.used, isDayOver, areMinutesOver };
}

function isAnsweredSince({ rounds }: Project, due: Date): boolean {
  return rounds.some(({ endedAt }) => Date.parse(endedAt) >= due.getTime());
}

/** Finds when the pass was logged that reached the minutes. */
function findMinuteLimit({ passes }: Project, minutes: number | undefined): Date | undefined {
  if (minutes === undefined) return undefined;
  let logged = 0;
  for (const pass of passes) {
    logged += pass.minutes;
    if (logged >= minutes) return new Date(pass.at);
  }
  return undefined;
}
