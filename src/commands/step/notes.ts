import type { Context } from "../../context.ts";
import type { Question, Step } from "../../domain/library/step.ts";
import { textFromHtml } from "../../domain/notes/html.ts";
import { type NoteAnswers, readNoteAnswers } from "../../domain/notes/note-answers.ts";
import { listNoteQuestions, type NoteQuestions } from "../../domain/notes/note-questions.ts";
import { listNotedPeople } from "../../domain/notes/noted-people.ts";
import type { Progress } from "../../domain/progress/progress.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { validateAnswer } from "../../domain/project/validate-answer.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { isBlank } from "../../files/decode.ts";
import { nameSource, readTextFile } from "../../files/read.ts";
import { renderNotes } from "../../render/text/notes.ts";
import {
  createAnswerLinter,
  type FindInAnswer,
  leaveEvidence,
  lintLines,
} from "../shared/answer-lint.ts";
import { usageError } from "../shared/arguments.ts";
import { isAgentAlone } from "../shared/own-judgment.ts";
import { assertNotSealed } from "../shared/sealed-text.ts";
import type { NamedAnswers } from "./named-answers.ts";

/** The option that reads notes. */
export const FROM_OPTION = "--from <file>";
/** What the option does. */
export const FROM_HELP = "fill it from notes, a ticket, a PRD; - reads a pipe";

/** Notes as they were read. */
export interface NotesFile {
  path: string;
  text: string;
  /** The text before tags were taken out of it. */
  given: string;
}

/** More than a long PRD with its appendix; larger files are something else. */
const MAX_NOTES_MEGABYTES = 4;

/** Reads notes from a file or a pipe. Throws if there is nothing to read. */
export function readNotesFile(path: string): NotesFile {
  const given = readTextFile(path, MAX_NOTES_MEGABYTES);
  const text = textFromHtml(given);
  if (!isBlank(text)) return { path, text, given };
  throw usageError(
    `${nameSource(path)} is empty, so there's nothing to fill in.`,
    path === "-"
      ? "Check the command before the |, or name a file: --from notes.md"
      : "Save your notes in it first, or name another file.",
  );
}

/** Throws if notes are a report that is sealed. */
export function assertUnsealed(progress: Progress, notes: NotesFile | undefined): void {
  if (notes) assertNotSealed(progress, { path: notes.path, text: notes.given });
}

/** Returns true if notes can answer a question of the step. */
export function takesNotes({ questions }: Pick<Step, "questions">): boolean {
  // Asked without reading them: most commands about a step don't need them.
  return questions.some((question) => "names" in question);
}

/** What notes fill in a step. */
export interface FilledFromNotes {
  /** What a person can confirm. */
  proposed: NamedAnswers;
  /** What counts as answered, because nobody can be asked. */
  answers: NamedAnswers;
  /** The questions that notes leave open and the people they name, for a later step. */
  open: readonly NoteQuestions[];
  /** Lines that found no place, to be picked where a question is open. */
  unplaced: readonly string[];
}

/** Reads notes as answers to the open questions of a step, and prints what was understood. */
export async function readFilled(
  context: Context,
  session: StepSession,
  file: NotesFile,
): Promise<FilledFromNotes> {
  const read = readNoteAnswers(file.text, session.step.questions);
  const people = listNotedPeople(file.text, session.steps);
  const open = [...people, ...listNoteQuestions(file.text, session.steps)];
  const asked = new Set(open.flatMap(({ lines }) => lines));
  const naming = new Set(people.map(({ line }) => line));
  const others = read.others.filter(({ text, line }) => !asked.has(text) && !naming.has(line));
  const left = new Set(others.map(({ text }) => text));
  const offered = read.offered.filter((text) => left.has(text));
  const notes = { ...read, offered, others };
  await printNotes(context, session, { ...notes, open }, file.path);
  const isAsking = context.canAsk && !context.json;
  const answers = isAsking ? new Map() : listKeepable(session, notes);
  return { proposed: notes.filled, answers, open, unplaced: offered };
}

/** Returns the answers that notes hold to questions that are open, if they can be kept as is. */
function listKeepable(session: StepSession, { filled }: NoteAnswers): NamedAnswers {
  const open = session.questions.filter(({ isAnswered }) => !isAnswered);
  return new Map(
    open.flatMap(({ question, name }): [string, readonly string[]][] => {
      const lines = filled.get(question.id);
      return lines && !findProblem(question, lines) ? [[name, lines]] : [];
    }),
  );
}

function findProblem(question: Question, lines: readonly string[]): string | undefined {
  const problem = validateAnswer(question, lines, { subject: "This" });
  return problem && `${problem.message} ${problem.fix}`;
}

/**
 * Prints what was understood of notes: each answer with what the linter asks, what was answered
 * before, and what found no place.
 */
async function printNotes(
  context: Context,
  session: StepSession,
  notes: NoteAnswers & Pick<FilledFromNotes, "open">,
  path: string,
): Promise<void> {
  if (context.json) return;
  const { filled, pieces, others } = notes;
  if (filled.size === 0) context.stderr.line(describeNothing(path));
  const find = createAnswerLinter(context);
  const found = session.questions.flatMap((asked) => {
    const lines = filled.get(asked.question.id);
    return lines ? [{ ...asked, lines, label: asked.question.label ?? asked.question.ask }] : [];
  });
  const open = found.filter(({ isAnswered }) => !isAnswered);
  const shown = open.map(async ({ question, lines, label }) => ({
    label,
    lines,
    pieces: pieces.get(question.id) ?? [],
    asked: await listAskedAbout(leaveEvidence(find, session.step, question), question, lines),
    problem: findProblem(question, lines),
  }));
  const kept = found.filter(({ isAnswered }) => isAnswered).map(({ label }) => `"${label}"`);
  const file = path === "-" ? undefined : path;
  const source = file ?? "the piped text";
  const filledView = await Promise.all(shown);
  const view = {
    ...{ source, file, filled: filledView, isShort: context.canAsk, kept, others },
    replaced: nameReplaced(session, filled),
    wayBack: describeReplacedWay(context),
    picks: context.canAsk ? findPicks(session, notes) : new Set<string>(),
    open: notes.open,
  };
  context.stderr.show(renderNotes, view);
}

async function listAskedAbout(find: FindInAnswer, question: Question, lines: readonly string[]) {
  const { findings } = await lintLines(find, question, lines);
  return findings.map(({ length }) => length > 0);
}

/** Lists the drafts that are lost because the notes answer their questions anew. */
function nameReplaced(session: StepSession, filled: NoteAnswers["filled"]) {
  const replaced = session.listReplacedDrafts(filled);
  return session.questions.flatMap(({ question }) => {
    const lines = replaced.get(question.id);
    return lines ? [{ label: question.label ?? question.ask, lines }] : [];
  });
}

/** Says what to do about drafts that were replaced. Undo takes back the answers in a terminal. */
function describeReplacedWay(context: Context): string {
  if (context.canAsk) return "Add again what still holds.";
  const who = isAgentAlone(context, false) ? "The person can get them back" : "To get them back";
  return `${who}: builder-pm undo`;
}

/** Finds the lines without a place that are offered at a question that the notes leave open. */
function findPicks(session: StepSession, { filled, offered }: NoteAnswers): ReadonlySet<string> {
  const { questions } = session.propose(filled, "notes", offered);
  return new Set(questions.flatMap(({ leftover }) => leftover));
}

function describeNothing(path: string): string {
  return (
    `Nothing in ${path === "-" ? "the piped text" : `"${path}"`} could be matched to a question. ` +
    'Put a heading above each part, such as "Problem" or "Acceptance criteria", or answer the ' +
    "questions one by one."
  );
}

/** Finds the first step that notes can fill. Throws if there is none. */
export function findNotesStep(steps: readonly Step[]): Step {
  const step = steps.find(takesNotes);
  if (step) return step;
  throw new UserError("No step of the content can be filled from notes.", {
    exitCode: ExitCode.content,
    fix: "Give the questions of a step names: see content/README.md.",
  });
}

/** Returns the title that notes have. */
export function readNotesTitle({ text }: NotesFile, { questions }: Step): string | undefined {
  return readNoteAnswers(text, questions).title;
}
