import { findJoined, type Question, type Step, takesEntries } from "../library/step.ts";
import { type AnswerLine, readSavedLines } from "./answer-line.ts";
import { countBudget, grantPass } from "./budget.ts";
import { matchEntries } from "./entries.ts";
import type { WayGiven } from "./judgment.ts";
import {
  type Entry,
  eachOf,
  entriesOf,
  findAnswer,
  findEntryAnswer,
  type Project,
  type SavedValue,
  textsOf,
} from "./project.ts";
import { dropProposed, findAnswerSource, readProposed } from "./proposed.ts";
import { applies, nameInstance, type QuestionInstance } from "./question-instance.ts";
import { dropUnfinished } from "./unfinished.ts";
import { keepReplaced } from "./unplaced.ts";
import { normalizeAnswer } from "./validate-answer.ts";

/** How a change is made: when, how, where new ids come from, and why, if the step is locked. */
export interface Change {
  now: Date;
  createId: () => string;
  /** How the answer is given. */
  via: WayGiven;
  /** True in the shell of a coding agent, where a person may be asked in a terminal. */
  inAgentShell?: boolean;
  because?: string | undefined;
}

/** Returns the saved answer to a question as lines, and none if there is no answer. */
export function readAnswerLines(
  project: Project,
  step: Step,
  { question, entry }: QuestionInstance,
): AnswerLine[] {
  return readSavedLines(findAnswer(project, `${step.id}.${question.id}`), entry?.id);
}

/** Returns true if the step is locked and these lines would change what it says. */
export function needsReason(
  project: Project,
  step: Step,
  instance: QuestionInstance,
  lines: readonly AnswerLine[],
): boolean {
  const before = readAnswerLines(project, step, instance);
  return (
    project.locked.includes(step.id) && !isSame(listFilledTexts(before), listFilledTexts(lines))
  );
}

/**
 * Returns the project with one answer saved. A change to a locked step is kept as an amendment,
 * with the old text and the reason.
 */
export function saveAnswer(
  project: Project,
  step: Step,
  instance: QuestionInstance,
  given: readonly AnswerLine[],
  change: Change,
): Project {
  const { question } = instance;
  const lines = given.map((line) => ({
    ...line,
    text: normalizeAnswer(question, line.text, change.now),
  }));
  const before = project.answers[step.id]?.[question.id];
  const from = findAnswerSource(project, step.id, question.id, listFilledTexts(lines));
  const after = withSource(buildValue(before, instance, lines, change), from);
  const stepAnswers = { ...project.answers[step.id], [question.id]: after };
  const answers = { ...project.answers, [step.id]: stepAnswers };
  const answered = dropJoined({ ...project, answers }, step, instance);
  const confirmed = settleProposed(answered, step, question, lines);
  const saved = dropUnfinished(confirmed, step.id, nameInstance(instance));
  const isCut = cutsScope(project, question, textsOf(before), lines);
  const granted = isCut ? grantPass(saved, { kind: "cut", minutes: 0 }, change.now) : saved;
  if (!needsReason(project, step, instance, lines)) return granted;
  const amendment = {
    step: step.id,
    question: question.id,
    before: readAnswerLines(project, step, instance).map(({ text }) => text),
    after: listFilledTexts(lines),
    because: change.because ?? "",
    at: change.now.toISOString(),
  };
  return { ...granted, amendments: [...granted.amendments, amendment] };
}

/** Drops the answer to a joined question, such as a cause, that a changed answer leaves behind. */
function dropJoined(project: Project, step: Step, { question, entry }: QuestionInstance): Project {
  const joined = findJoined(step, question);
  if (!joined || !entry || applies(project, step, joined, entry)) return project;
  const value = project.answers[step.id]?.[joined.id];
  if (!findEntryAnswer(value, entry.id)) return project;
  const { [entry.id]: _, ...each } = eachOf(value);
  const answers = { ...project.answers[step.id], [joined.id]: { ...value, each } };
  return { ...project, answers: { ...project.answers, [step.id]: answers } };
}

/** Drops what was proposed. Lines of notes that another answer replaced may fit elsewhere. */
function settleProposed(
  project: Project,
  step: Step,
  question: Question,
  lines: readonly AnswerLine[],
): Project {
  const proposed = readProposed(project, step.id, question.id);
  const dropped = dropProposed(project, step.id, question.id);
  if (proposed?.from !== "notes") return dropped;
  const kept = listFilledTexts(lines);
  const others = step.questions.filter(({ id }) => id !== question.id);
  const replaced = proposed.lines.filter((line) => !kept.includes(line));
  return keepReplaced(dropped, others, replaced);
}

function buildValue(
  before: SavedValue | undefined,
  { question, entry }: QuestionInstance,
  lines: readonly AnswerLine[],
  { now, createId, via, inAgentShell }: Change,
): SavedValue {
  const at = now.toISOString();
  if (takesEntries(question)) {
    const filled = lines.filter(({ text }) => text !== "");
    const entries = matchEntries(entriesOf(before), listFilledTexts(filled), createId).map(
      ({ marks: _marks, from: _from, fromRound: _round, ...kept }, index) =>
        withMarks(withFrom(kept, filled[index]), filled[index]?.marks),
    );
    const empty = lines.filter(({ text }) => text === "").flatMap(({ marks }) => marks);
    return { entries, ...withMarks({ at, ...keepRound(lines) }, empty) };
  }
  const [line] = lines;
  const evidence = line?.hasEvidence ? { hasEvidence: true } : {};
  const kept = keepRound(lines.slice(0, 1));
  const text = line?.text || (question.default ?? "");
  // Whatever the content says of the question now: what has no way is from before this was noted.
  const where = inAgentShell ? { inAgentShell } : {};
  const saved = withMarks({ text, at, via, ...where, ...evidence, ...kept }, line?.marks);
  if (!entry) return saved;
  return { each: { ...eachOf(before), [entry.id]: { ...saved, of: entry.text } } };
}

function withFrom(entry: Entry, line: AnswerLine | undefined): Entry {
  const from = line?.from ? { from: line.from } : {};
  return { ...entry, ...from, ...(line ? keepRound([line]) : {}) };
}

/** The round that lines are kept from, if it is the same for all of them. */
function keepRound(lines: readonly AnswerLine[]): { fromRound?: number } {
  const fromRound = lines[0]?.fromRound;
  const isOne = fromRound !== undefined && lines.every((line) => line.fromRound === fromRound);
  return isOne ? { fromRound } : {};
}

function withSource(value: SavedValue, from: string | undefined): SavedValue {
  return from === undefined ? value : { ...value, from };
}

function withMarks<T extends object>(
  saved: T,
  marks: readonly string[] = [],
): T & { marks?: string[] } {
  return marks.length > 0 ? { ...saved, marks: [...marks] } : saved;
}

/** Over budget, changing the answer to a question that cuts, without adding less, is a cut. */
function cutsScope(
  project: Project,
  { cuts }: Question,
  before: readonly string[],
  lines: readonly AnswerLine[],
): boolean {
  const after = lines.map(({ text }) => text);
  return (
    cuts === true &&
    before.length > 0 &&
    countBudget(project).stopped &&
    !isSame(before.filter(Boolean), after.filter(Boolean)) &&
    after.length >= before.length
  );
}

function listFilledTexts(lines: readonly AnswerLine[]): string[] {
  return lines.map(({ text }) => text).filter(Boolean);
}

function isSame(before: readonly string[], after: readonly string[]): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
