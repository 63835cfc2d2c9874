import type { Step } from "../library/step.ts";
import { AGENT_WORDS } from "./agent-words.ts";
import { findAnswer, type Project, type Proposed, type SavedValue, textsOf } from "./project.ts";

/** Where a draft comes from: the person's notes, or a coding agent. */
export type DraftSource = "notes" | "agent";

/** The lines of answers by the id of their question. */
export type Filled = ReadonlyMap<string, readonly string[]>;

/**
 * Returns the project with answers that the person hasn't confirmed, by the id of the question.
 * Leaves out questions that have an answer.
 */
export function proposeAnswers(
  project: Project,
  stepId: string,
  filled: Filled,
  from: DraftSource,
): Project {
  const open = [...filled].filter(([id]) => findAnswer(project, `${stepId}.${id}`) === undefined);
  if (open.length === 0) return project;
  const added = open.map(([id, lines]): [string, Proposed] => [
    `${stepId}.${id}`,
    { lines: [...lines], from },
  ]);
  return { ...project, proposed: { ...project.proposed, ...Object.fromEntries(added) } };
}

/** Returns the answer that was proposed for a question; undefined if there is none. */
export function readProposed(
  { proposed }: Project,
  stepId: string,
  questionId: string,
): Proposed | undefined {
  const key = `${stepId}.${questionId}`;
  return proposed && Object.hasOwn(proposed, key) ? proposed[key] : undefined;
}

/** The lines of drafts that others take the place of, by the id of their question. */
export function listReplacedDrafts(project: Project, stepId: string, filled: Filled): Filled {
  const replaced = [...filled].flatMap(([id, lines]): [string, string[]][] => {
    const isAnswered = findAnswer(project, `${stepId}.${id}`) !== undefined;
    const before = isAnswered ? undefined : readProposed(project, stepId, id);
    const gone = before?.lines.filter((line) => !lines.includes(line)) ?? [];
    return gone.length > 0 ? [[id, gone]] : [];
  });
  return new Map(replaced);
}

/**
 * Returns the project as a page shows it while drafts wait: with each of them in place of the
 * answer that is missing, marked as a draft.
 */
export function showProposed(project: Project, { id, questions }: Step): Project {
  const drafted = questions.flatMap((question): [string, SavedValue][] => {
    const proposed = readProposed(project, id, question.id);
    const isShown = ["text", "list"].includes(question.type) && !question.each;
    if (!proposed || !isShown || findAnswer(project, `${id}.${question.id}`)) return [];
    const texts = proposed.lines.map((line) => markDraft(line, proposed.from));
    const at = project.startedAt;
    const entries = texts.map((text, index) => ({ id: `draft-${index + 1}`, text }));
    const value = question.type === "list" ? { entries, at } : { text: texts.join(" "), at };
    return [[question.id, value]];
  });
  if (drafted.length === 0) return project;
  const answers = { ...project.answers[id], ...Object.fromEntries(drafted) };
  return { ...project, answers: { ...project.answers, [id]: answers } };
}

function markDraft(text: string, from: string | undefined): string {
  return `Draft: ${text} (${from === "agent" ? AGENT_WORDS : "from your notes"})`;
}

/** Returns the project without what was proposed for a question that now has an answer. */
export function dropProposed(project: Project, stepId: string, questionId: string): Project {
  if (!readProposed(project, stepId, questionId)) return project;
  const { proposed, ...rest } = project;
  const left = Object.entries(proposed ?? {}).filter(([key]) => key !== `${stepId}.${questionId}`);
  return (left.length > 0 ? { ...rest, proposed: Object.fromEntries(left) } : rest) as Project;
}

/**
 * Returns where the lines of an answer come from: the notes that proposed exactly these, or the
 * answer before if its words are the same. Undefined if a person wrote or changed them.
 */
export function findAnswerSource(
  project: Project,
  stepId: string,
  questionId: string,
  lines: readonly string[],
): string | undefined {
  const before = findAnswer(project, `${stepId}.${questionId}`);
  const proposed = readProposed(project, stepId, questionId);
  const known = before
    ? { lines: textsOf(before), from: readAnswerSource(before) }
    : { lines: proposed?.lines, from: proposed?.from };
  return JSON.stringify(known.lines) === JSON.stringify(lines) ? known.from : undefined;
}

/** Returns where a saved answer comes from if the person didn't write it. */
export function readAnswerSource(value: SavedValue | undefined): string | undefined {
  const from = value && "from" in value ? value.from : undefined;
  return typeof from === "string" ? from : undefined;
}
