import { type Question, type Step, takesEntries } from "../library/step.ts";
import { countBudget, grantPass } from "./budget.ts";
import { matchEntries } from "./entries.ts";
import { entriesOf, findAnswer, type Project, type SavedValue, textsOf } from "./project.ts";
import { nameInstance, type QuestionInstance } from "./question-instance.ts";
import { dropUnfinished } from "./unfinished.ts";
import { normalizeAnswer } from "./validate-answer.ts";

/**
 * An answer to save: lines of text, one unless the question takes a list; `marks` say what was
 * kept in spite of a question.
 */
export interface Given {
  asking: QuestionInstance;
  texts: readonly string[];
  marks?: readonly string[] | undefined;
}

/**
 * What a change carries: when it happens, where ids come from, and the reason where the step is
 * locked.
 */
export interface Change {
  now: Date;
  createId: () => string;
  because?: string | undefined;
  /**
   * What answers are kept in spite of, as marks by their text; none when they are not looked at.
   */
  marks?: ReadonlyMap<string, readonly string[]> | undefined;
}

/**
 * True when the step is locked and the answer would change what stands there, so that a reason is
 * needed.
 */
export function needsReason(project: Project, step: Step, { asking, texts }: Given): boolean {
  return project.locked.includes(step.id) && !isSame(readBefore(project, step, asking), texts);
}

/**
 * The project with one answer saved. A change to a locked step is kept as an amendment, with the
 * old text and the reason.
 */
export function saveAnswer(project: Project, step: Step, raw: Given, change: Change): Project {
  const { question } = raw.asking;
  const given = { ...raw, texts: raw.texts.map((text) => normalizeAnswer(question, text)) };
  const before = project.answers[step.id]?.[question.id];
  const after = buildValue(before, given, change);
  const stepAnswers = { ...project.answers[step.id], [question.id]: after };
  const answered = { ...project, answers: { ...project.answers, [step.id]: stepAnswers } };
  const saved = dropUnfinished(answered, step.id, nameInstance(given.asking));
  return noteAmendment(
    noteCut(saved, project, question, given, before, change),
    project,
    step,
    given,
    change,
  );
}

function readBefore(project: Project, step: Step, { question, entry }: QuestionInstance): string[] {
  return textsOf(findAnswer(project, `${step.id}.${question.id}`), entry?.id);
}

function buildValue(
  before: SavedValue | undefined,
  { asking, texts, marks = [] }: Given,
  change: Change,
): SavedValue {
  const { question, entry } = asking;
  const { now, createId } = change;
  const marksOf = (text: string) => change.marks?.get(text) ?? [];
  const at = now.toISOString();
  if (takesEntries(question)) {
    const filled = texts.filter((text) => text !== "");
    const entries = matchEntries(entriesOf(before), filled, createId);
    return {
      entries: entries.map((kept) => withMarks(kept, marksOf(kept.text))),
      ...withMarks({ at }, marks),
    };
  }
  const text = texts[0] || (question.default ?? "");
  const saved = withMarks({ text, at }, [...marks, ...marksOf(text)]);
  if (!entry) return saved;
  const each = before && "each" in before ? (before.each as Record<string, SavedValue>) : {};
  return { each: { ...each, [entry.id]: { ...saved, of: entry.text } } } as SavedValue;
}

function withMarks<T extends object>(saved: T, marks: readonly string[]): T & { marks?: string[] } {
  return marks.length > 0 ? { ...saved, marks: [...marks] } : saved;
}

/** Over budget, a changed answer to the question that cuts allows one more pass. */
function noteCut(
  saved: Project,
  project: Project,
  question: Question,
  { texts }: Given,
  before: SavedValue | undefined,
  { now }: Change,
): Project {
  const old = textsOf(before);
  const cuts =
    question.cuts &&
    countBudget(project).stopped &&
    !isSame(old, texts) &&
    texts.length >= old.length;
  return cuts ? grantPass(saved, { kind: "cut", minutes: 0 }, now) : saved;
}

function noteAmendment(
  saved: Project,
  project: Project,
  step: Step,
  given: Given,
  { now, because = "" }: Change,
): Project {
  if (!needsReason(project, step, given)) return saved;
  const amendment = {
    step: step.id,
    question: given.asking.question.id,
    before: readBefore(project, step, given.asking),
    after: given.texts.filter((text) => text !== ""),
    because,
    at: now.toISOString(),
  };
  return { ...saved, amendments: [...saved.amendments, amendment] };
}

function isSame(before: readonly string[], after: readonly string[]): boolean {
  return JSON.stringify(before.filter(Boolean)) === JSON.stringify(after.filter(Boolean));
}
