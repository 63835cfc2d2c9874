import { parseReference } from "../../domain/library/reference.ts";
import { findQuestion, type Step } from "../../domain/library/step.ts";
import { type AmendmentTime, findAmendmentTime } from "../../domain/project/amendment-time.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import type { Amendment, Project } from "../../domain/project/project.ts";
import { formatDay } from "../text/dates.ts";
import type { ChangeView } from "./value.ts";

/** Names the changes of a project: "Changed between round 1 and round 2"; "" if there are none. */
export function nameChanges(steps: readonly Step[], project: Project): string {
  const times = listTimes(steps, project);
  const [first, ...others] = new Set(times.map(describeTime));
  if (first === undefined) return "";
  if (times.every(({ isBetween }) => !isBetween)) return "Changed after the brief";
  return others.length === 0 ? `Changed ${first}` : "Changed since the first brief";
}

/**
 * Lists the changes to locked steps: the date, the question, the reason, the old text and the new
 * text; of a list only the lines that are different.
 */
export function listAmendments(steps: readonly Step[], project: Project): ChangeView[] {
  const times = listTimes(steps, project);
  const isMixed =
    times.some(({ isBetween }) => isBetween) && new Set(times.map(describeTime)).size > 1;
  return project.amendments.map((amendment, index) => {
    const { step, question, because, at } = amendment;
    const time = times[index];
    const which = isMixed && time ? `, ${describeTime(time)}` : "";
    return {
      when: formatDay(new Date(at)) + which,
      about: titleOfQuestion(steps, `${step}.${question}`),
      because,
      texts: describeAmendment(steps, amendment),
    };
  });
}

function listTimes(steps: readonly Step[], project: Project): AmendmentTime[] {
  return project.amendments.map((amendment) => findAmendmentTime(steps, project, amendment));
}

/** Says when a change was made: "between round 1 and round 2". */
function describeTime({ round, isBetween }: AmendmentTime): string {
  return isBetween
    ? `between round ${round - 1} and round ${round}`
    : `after the brief of round ${round}`;
}

function describeAmendment(
  steps: readonly Step[],
  { step, question, before, after }: Amendment,
): ChangeView["texts"] {
  const reference = `${step}.${question}`;
  const label = (text: string) => labelAnswer(steps, reference, text);
  const [old, now] = [before.map(label), after.map(label)];
  const [lost, added] = [without(old, now), without(now, old)];
  const isList = (findQuestion(steps, reference)?.type ?? "list") === "list";
  if (isList && added.length === 0 && lost.length > 0) return [{ name: "Removed", texts: lost }];
  if (isList && lost.length === 0 && added.length > 0) return [{ name: "Added", texts: added }];
  const isSwap = lost.length > 0 && added.length > 0;
  return [
    { name: "Before", texts: isSwap ? lost : old },
    { name: "Now", texts: isSwap ? added : now },
  ];
}

/** Names a question: "Spec: Which engineer will you show this to?"; its id if it was removed. */
function titleOfQuestion(steps: readonly Step[], reference: string): string {
  const named = parseReference(reference);
  const step = steps.find(({ id }) => id === named.step);
  const question = findQuestion(steps, reference);
  return `${step?.title ?? named.step}: ${question?.label ?? question?.ask ?? named.question}`;
}

function labelAnswer(steps: readonly Step[], reference: string, text: string): string {
  const question = findQuestion(steps, reference);
  return question ? labelOf(question, text) : text;
}

function without(texts: readonly string[], others: readonly string[]): string[] {
  return texts.filter((text) => !others.includes(text));
}
