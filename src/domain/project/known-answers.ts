import * as v from "valibot";
import { findClaimedQuestion } from "../library/claimed-question.ts";
import { deriveOnce } from "../library/derived.ts";
import type { Question, Step } from "../library/step.ts";
import { seal, unseal } from "../text/seal.ts";
import { type Entry, eachOf, findAnswer, findEntryAnswer, type Project } from "./project.ts";

/** What was answered about each entry: by the id of the question, then by the id of the entry. */
const KnownAnswers = v.record(v.string(), v.record(v.string(), v.string()));

/**
 * Notes what was answered about each check when the first report of a round was opened. It is kept
 * with the report, which undo never closes again, so that any later change can be told.
 */
export function addKnownAnswers(steps: readonly Step[], project: Project): Project {
  const { reports = [], rounds } = project;
  const first = reports.find(({ round, opened }) => round === rounds.length + 1 && opened);
  if (!first?.opened || hasKnownAnswers(project)) return project;
  const answers = listKnownQuestions(steps).map(({ name, question }) => [
    question.id,
    Object.fromEntries(
      Object.entries(eachOf(findAnswer(project, name))).map(([id, { text }]) => [id, text]),
    ),
  ]);
  const known = { sealed: seal(Object.fromEntries(answers)) };
  const noted = { ...first, opened: { ...first.opened, known } };
  return { ...project, reports: reports.map((one) => (one === first ? noted : one)) };
}

function hasKnownAnswers(project: Project): boolean {
  return findKnownReport(project) !== undefined;
}

/** Lists the verdict, and what is told about a check in words. */
const listKnownQuestions = deriveOnce((steps: readonly Step[]) => {
  const claimed = findClaimedQuestion(steps);
  if (!claimed) return [];
  const { step, question: verdict } = claimed;
  return step.questions
    .filter((one) => one === verdict || (one.each === verdict.each && one.type === "text"))
    .map((question) => ({ name: `${step.id}.${question.id}`, question }));
});

const readKnownAnswers = deriveOnce(({ sealed }: { sealed: string }) => {
  const read = v.safeParse(KnownAnswers, unseal(sealed));
  return read.success ? read.output : undefined;
});

/** How an answer about a check differs from what it was before the report was seen. */
export interface AnswerSince {
  /** The question with its step: "review.saw". */
  name: string;
  question: Question;
  /** What it was; undefined if there was none. */
  before: string | undefined;
}

/** Returns true if an answer was there when the person saw the report: a change to it is told. */
export function wasKnownAnswer(
  project: Project,
  { question, entry }: { question: Question; entry?: Pick<Entry, "id"> | undefined },
): boolean {
  const known = readKnown(findKnownReport(project));
  return entry !== undefined && known?.[question.id]?.[entry.id] !== undefined;
}

function readKnown(report: ReturnType<typeof findKnownReport>) {
  const known = report?.opened?.known;
  return known && readKnownAnswers(known);
}

function findKnownReport({ reports = [], rounds }: Project) {
  return reports.find(({ round, opened }) => round === rounds.length + 1 && opened?.known);
}

/** Lists the answers about a check that are others than when the report was opened. */
export function listChangedSince(
  steps: readonly Step[],
  project: Project,
  { id }: Pick<Entry, "id">,
): AnswerSince[] {
  const report = findKnownReport(project);
  const known = readKnown(report);
  if (!known) return [];
  return listKnownQuestions(steps).flatMap(({ name, question }) => {
    const now = findEntryAnswer(findAnswer(project, name), id);
    const before = known[question.id]?.[id];
    // What wasn't answered when the person looked early is named by that, and not as a change.
    const isNew = before === undefined && (report?.opened?.early || now?.fromRound !== undefined);
    return !now || now.text === before || isNew ? [] : [{ name, question, before }];
  });
}
