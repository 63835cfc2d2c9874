import { deriveOnce } from "../../domain/library/derived.ts";
import { choicesOf, type Question, type Step } from "../../domain/library/step.ts";
import { labelOf } from "../../domain/project/drafts.ts";
import { listChangedSince } from "../../domain/project/known-answers.ts";
import {
  type Entry,
  entriesOf,
  findAnswer,
  findEntryAnswer,
  type Project,
  textsOf,
} from "../../domain/project/project.ts";
import { applies } from "../../domain/project/question-instance.ts";
import { isUnseen } from "../../domain/project/unseen.ts";
import { LEFT_EMPTY, NOTHING_NOTED, showAnswer } from "./answer-words.ts";
import { createClaimNotes } from "./claim-note.ts";
import { nameKeptRound } from "./kept-round.ts";
import { describeMarks } from "./marks.ts";
import { createFindPictures } from "./pictures.ts";
import type { CheckNote, JudgedCheck, Tone } from "./value.ts";
import type { PageView } from "./view.ts";

/**
 * Lists each entry that a step judges: the verdict, the entry, and other answers about it.
 * `current` is the project in the round whose numbers the checks have.
 */
export function listJudgedChecks(
  page: PageView,
  stepId: string,
  current = page.project,
): JudgedCheck[] {
  const { project, steps, findPictures = createFindPictures(steps) } = page;
  const isShared = page.isForOthers && current === project;
  const checks = isShared ? listSharedChecks(page, stepId) : judgeChecks(page, stepId, current);
  // An agent that reads the page couldn't look at them.
  const isHidden = page.step.writes !== undefined;
  return checks.map(({ id, ...check }) => ({
    ...check,
    pictures: isHidden ? [] : findPictures(project, id),
  }));
}

/** A check with its id, which finds its pictures. */
type CheckWithId = Omit<JudgedCheck, "pictures"> & { id: string };

/** Lists the checks for others, without pictures: a page adds them up in several places. */
export function listSharedChecks(page: PageView, stepId: string): readonly CheckWithId[] {
  const known = listsOf(page.steps)(page.project);
  const key = `${stepId} ${page.step.writes}`;
  const list = known.get(key) ?? judgeChecks({ ...page, isForOthers: true }, stepId, page.project);
  known.set(key, list);
  return list;
}

/** The checks of a project that are known already. */
const listsOf = deriveOnce((_steps: readonly Step[]) =>
  deriveOnce((_project: Project) => new Map<string, readonly CheckWithId[]>()),
);

function judgeChecks(page: PageView, stepId: string, current: Project): CheckWithId[] {
  const { project, steps } = page;
  const step = steps.find(({ id }) => id === stepId);
  const questions = step?.questions.filter(({ each }) => each) ?? [];
  const [first] = questions;
  const entries = entriesOf(findAnswer(project, first?.each ?? ""));
  const verdictQuestion = questions.find(({ verdicts }) => verdicts) ?? first;
  if (!step || !verdictQuestion) return [];
  const others = questions.filter((question) => question !== verdictQuestion);
  const now = entriesOf(findAnswer(current, first?.each ?? ""));
  const said = createClaimNotes(page, stepId);
  return entries.map((entry) => {
    const asked = others.filter((question) => applies(project, step, question, entry));
    return {
      id: entry.id,
      name: nameEntry(entry, now),
      text: entry.text,
      ...describeVerdict(page, step, verdictQuestion, entry),
      notes: asked.flatMap((question) => describeNote(page, stepId, question, entry)),
      isUnseen: isUnseen(project, step, entry),
      said: said(entry),
    };
  });
}

/** Names an entry by its number in the list as it is now, which a later round may have changed. */
function nameEntry({ id }: Entry, now: readonly Entry[]): string {
  const number = now.findIndex((entry) => entry.id === id) + 1;
  return number > 0 ? `C${number}` : "Not a check anymore,";
}

function describeVerdict(
  { project, steps }: PageView,
  step: Step,
  question: Question,
  entry: Entry,
): Pick<JudgedCheck, "verdict" | "tone"> {
  const saved = findEntryAnswer(findAnswer(project, `${step.id}.${question.id}`), entry.id);
  if (!saved) return { verdict: "not checked yet", tone: "open" };
  const label = labelOf(question, saved.text).toLowerCase();
  if (saved.of !== entry.text) return { verdict: `${label}, needs another look`, tone: "open" };
  return {
    verdict: label + nameKeptRound(saved),
    tone: findTone(steps, step, question, saved.text),
  };
}

/** The verdict that is predicted is the good one, and a bad one is asked about further. */
function findTone(
  steps: readonly Step[],
  { id, questions }: Step,
  question: Question,
  value: string,
): Tone {
  const isPredicted = steps.some(
    ({ predicts }) =>
      predicts?.step === id && predicts.question === question.id && predicts.is === value,
  );
  if (isPredicted) return "good";
  const isAskedAbout = questions.some(
    ({ when }) => when?.question === question.id && when.is.includes(value),
  );
  return isAskedAbout ? "bad" : "open";
}

function describeNote(
  page: PageView,
  stepId: string,
  question: Question,
  entry: Entry,
): CheckNote[] {
  const { project, step } = page;
  const saved = findEntryAnswer(findAnswer(project, `${stepId}.${question.id}`), entry.id);
  if (!saved) return [];
  const name = question.label ? `${question.label}:` : question.ask;
  if (saved.text === "") {
    const text = describeEmptyNote(page, stepId, question, entry);
    return text === undefined ? [] : [{ name, text, notes: [], isTyped: false }];
  }
  const text = showAnswer(question, saved.text);
  const isTyped = choicesOf(question).length === 0;
  if (step.writes && isTyped) return [{ name, text, notes: [], isTyped }];
  const before = textsOf(project.rounds.at(-1)?.answers[stepId]?.[question.id], entry.id);
  // Whoever judged it again may have kept the words. If not, the verdict says so.
  const isOld = question.type === "text" && before.includes(saved.text) && !saved.fromRound;
  const source = isOld ? [`from round ${project.rounds.length}`] : [];
  const late = describeLate(page, `${stepId}.${question.id}`, entry);
  return [{ name, text, notes: [...describeMarks(page, saved), ...source, ...late], isTyped }];
}

/** Returns what stands for an empty answer about a check; undefined if a page leaves it out. */
function describeEmptyNote(
  { project, steps, isForOthers }: PageView,
  stepId: string,
  { confirmEmpty }: Question,
  entry: Entry,
): string | undefined {
  const step = steps.find(({ id }) => id === stepId);
  if (confirmEmpty && step && isUnseen(project, step, entry)) return NOTHING_NOTED;
  return isForOthers ? undefined : LEFT_EMPTY;
}

/** Says whether the words were written or changed after the reveal. */
function describeLate({ steps, project }: PageView, reference: string, entry: Entry): string[] {
  const since = listChangedSince(steps, project, entry).find(({ name }) => name === reference);
  if (!since) return [];
  return [`${since.before === undefined ? "written" : "changed"} after seeing the report`];
}
