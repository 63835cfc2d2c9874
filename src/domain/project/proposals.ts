import { type Question, type Step, takesEntries } from "../library/step.ts";
import { type AnswerLine, unmarked } from "./answer-line.ts";
import { draftAnswers, waitsForReport } from "./drafts.ts";
import type { Project, Proposed } from "./project.ts";
import { readProposed } from "./proposed.ts";
import { findSameLines, type QuestionInstance } from "./question-instance.ts";
import { listNewDrafts } from "./reported-lines.ts";
import { listRounds } from "./rounds.ts";

/** Where an answer comes from that the person only has to confirm. */
export type ProposalSource = "before" | "notes" | "agent" | "drafts" | "default";

/** An answer that is offered instead of asked for. */
export interface Proposal {
  source: ProposalSource;
  lines: AnswerLine[];
}

/**
 * Finds the answer that is offered for a question: the one of the round before, one drafted from
 * earlier answers, or the default. Returns undefined if the person has to give it. Questions that
 * notes leave open are drafts only for someone who is asked about them.
 */
export function proposeAnswer(
  steps: readonly Step[],
  project: Project,
  step: Step,
  instance: QuestionInstance,
  isAsking = true,
): Proposal | undefined {
  const { question } = instance;
  const same = findSameLines(project, step, instance);
  if (same) {
    return { source: "before", lines: keepSame(steps, project, question, same) };
  }
  if (waitsForReport(project, question)) return undefined;
  const noted = readProposed(project, step.id, question.id);
  const whole = noted && proposeNoted(question, noted);
  if (whole) return whole;
  const drafted = proposeDrafts(steps, project, question, isAsking ? noted : undefined);
  if (drafted) return { source: "drafts", lines: drafted };
  if (question.default !== undefined && !takesEntries(question))
    return { source: "default", lines: unmarked([question.default]) };
  return undefined;
}

/** Returns the lines of the round before, each with its round, and a line for none. */
function keepSame(
  steps: readonly Step[],
  project: Project,
  question: Question,
  same: readonly AnswerLine[],
): AnswerLine[] {
  const before = same.map((line) => ({ fromRound: project.rounds.length, ...line }));
  const filled = before.filter(({ text }) => text !== "");
  if (filled.length > 0 || !takesEntries(question))
    return addNewDrafts(steps, project, question, before);
  const added = addNewDrafts(steps, project, question, []);
  const none = { text: "", marks: [], fromRound: project.rounds.length };
  return added.length > 0 ? added : [before[0] ?? none];
}

/**
 * Returns an answer from notes or an agent as it is. Notes only add to the drafts of a question
 * that has some.
 */
function proposeNoted({ drafts }: Question, { from, lines }: Proposed): Proposal | undefined {
  if (lines.length === 0 || (drafts && from !== "agent")) return undefined;
  return { source: from === "agent" ? "agent" : "notes", lines: unmarked(lines) };
}

/** Returns what is drafted, which may be nothing; undefined if the question is asked as usual. */
function proposeDrafts(
  steps: readonly Step[],
  project: Project,
  question: Question,
  noted: Proposed | undefined,
): AnswerLine[] | undefined {
  const { drafts, optional } = question;
  if (!drafts) return undefined;
  const lines = [...draftAnswers(steps, project, question), ...unmarked(noted?.lines ?? [])];
  const isOffered = lines.length > 0 || (optional && !drafts.orAsk);
  return isOffered ? lines.slice(0, drafts.max) : undefined;
}

/**
 * Returns the lines of the round before as the drafts of this round change them: a draft that isn't
 * made anymore goes, and a new one comes. What the person wrote or left out stays so.
 */
function addNewDrafts(
  steps: readonly Step[],
  project: Project,
  question: Question,
  before: AnswerLine[],
): AnswerLine[] {
  const last = listRounds(project).at(-2);
  if (!question.drafts || !last) return before;
  const [old = [], current = []] = [last, project].map((then) =>
    draftAnswers(steps, then, question),
  );
  // An agent that says nothing about it this time takes nothing back.
  const isStale = (line: AnswerLine) => old.some(({ text, from }) => text === line.text && !from);
  const isCurrent = (line: AnswerLine) => current.some(({ text }) => text === line.text);
  const kept = before.filter((line) => isCurrent(line) || !isStale(line));
  const added = listNewDrafts(steps, project, question, kept);
  const room = Math.max(question.drafts.max - kept.length, 0);
  return insertInOrder(kept, added.slice(0, room), current).slice(0, question.drafts.max);
}

/** Returns lines with others inserted, each before the first line that `order` has after it. */
function insertInOrder(
  lines: readonly AnswerLine[],
  added: readonly AnswerLine[],
  order: readonly AnswerLine[],
): AnswerLine[] {
  const placeOf = (text: string) => order.findIndex((line) => line.text === text);
  return added.reduce<AnswerLine[]>(
    (all, line) => {
      const after = all.findIndex(({ text }) => placeOf(text) > placeOf(line.text));
      return all.toSpliced(after < 0 ? all.length : after, 0, line);
    },
    [...lines],
  );
}
