import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { answerChoices } from "../../domain/library/checklist.ts";
import type { Library } from "../../domain/library/library.ts";
import { choicesOf, type Step } from "../../domain/library/step.ts";
import { findLastAttempt } from "../../domain/practice/attempt.ts";
import { chooseDrill } from "../../domain/practice/choose.ts";
import { listExtraQuestions, listJudgingQuestions } from "../../domain/practice/drill-questions.ts";
import { findCurrentProject } from "../../domain/progress/progress.ts";
import { findProjectIn } from "../../domain/project/folder.ts";
import {
  listRedoable,
  nameInstance,
  nameQuestion,
} from "../../domain/project/question-instance.ts";
import type { Candidate } from "../../render/text/completion.ts";
import { EXIT_CODES, findNamed } from "../help.ts";
import { MORE, OPTIONS } from "../help-format.ts";
import { loadItems } from "../shared/app-state.ts";
import type { Cursor } from "./cursor.ts";

/** Tells the shell to complete file names. */
export const ANY_FILE = "<file>";

/** What a source of values can use. */
interface Request {
  context: Context;
  cursor: Cursor;
}

type Source = (asked: Request) => Promise<Candidate[] | typeof ANY_FILE>;

/**
 * The sources of values, by the word in angle brackets in the help: `--item <item>` takes an item.
 * Other words, such as `<text>`, take anything.
 */
const sources: Readonly<Record<string, Source>> = {
  checklist: ({ context }) => listLibraryEntries(context, "checklists"),
  slice: ({ context }) => listLibraryEntries(context, "slices"),
  drill: ({ context }) => listLibraryEntries(context, "drills"),
  "name=answer": listDrillAnswers,
  topic: ({ context }) => listLibraryEntries(context, "guide"),
  rule: ({ context }) => listLibraryEntries(context, "rules"),
  item: ({ context }) => listItems(context),
  "item=answer": async ({ context, cursor }) =>
    listPairs(cursor.typed, await listItems(context), () => answerChoices.map(describeChoice)),
  "item=text": async ({ context, cursor }) =>
    listPairs(cursor.typed, await listItems(context), () => []),
  project: ({ context }) => listProjects(context),
  question: listQuestions,
  "question=text": listQuestionPairs,
  command: async ({ cursor }) => listNamedCommands(cursor),
  file: async () => ANY_FILE,
  "number=file": async () => ANY_FILE,
  folder: async () => ANY_FILE,
};

/** Finds the source of values for `word`. Returns undefined if it takes any text. */
export function findSource(word: string): Source | undefined {
  return Object.hasOwn(sources, word) ? sources[word] : undefined;
}

/** Lists the subcommands of a command with their summaries. */
export function listCommands(command: Command): Candidate[] {
  const visible = command.createHelp().visibleCommands(command);
  return visible.map((inner) => ({ value: inner.name(), about: inner.summary() }));
}

async function listLibraryEntries(
  context: Context,
  kind: "checklists" | "slices" | "drills" | "guide" | "rules",
): Promise<Candidate[]> {
  const library: Library = await context.loadLibrary(kind);
  return library[kind].map(({ id, title }) => ({ value: id, about: title }));
}

async function listItems(context: Context): Promise<Candidate[]> {
  const items = await loadItems(context);
  return items.map(({ id, title }) => ({ value: id, about: title }));
}

async function listProjects(context: Context): Promise<Candidate[]> {
  const store = await context.openStore();
  const { projects } = await store.load();
  return projects.map(({ id, title, closed }) => ({
    value: id,
    about: closed ? `${title} (closed)` : title,
  }));
}

async function listQuestions({ context, cursor }: Request): Promise<Candidate[]> {
  const named = await loadQuestions(context, cursor);
  return named.map(({ name, question }) => ({ value: name, about: question.ask }));
}

async function listQuestionPairs({ context, cursor }: Request): Promise<Candidate[]> {
  const named = await loadQuestions(context, cursor);
  const names = named.map(({ name, question }) => ({ value: name, about: question.ask }));
  return listPairs(cursor.typed, names, (typed) => {
    const asked = named.find(({ name }) => name === typed);
    return asked ? choicesOf(asked.question).map(describeChoice) : [];
  });
}

/** Loads the questions of the step that apply to the open project, or all without a project. */
async function loadQuestions(context: Context, { command }: Cursor) {
  const { steps } = await context.loadLibrary("steps");
  const step: Step | undefined = steps.find(({ id }) => id === command.name());
  const store = await context.openStore();
  const progress = await store.load();
  const project = findProjectIn(progress.projects, context.folder) ?? findCurrentProject(progress);
  if (!step || !project)
    return (step?.questions ?? []).map((question) => ({ name: nameQuestion(question), question }));
  return listRedoable(project, step).map((asking) => ({
    name: nameInstance(asking),
    question: asking.question,
  }));
}

/** Lists the questions of the drill that the line names, else of the one that is next. */
async function listDrillAnswers({ context, cursor }: Request): Promise<Candidate[]> {
  const { drills } = await context.loadLibrary("drills");
  const { practice } = await (await context.openStore()).load();
  const [id] = cursor.operands;
  const drill = drills.find((each) => each.id === id) ?? chooseDrill(drills, practice);
  if (!drill) return [];
  const { attempt } = findLastAttempt(practice, drill.id) ?? {};
  // Before the end, nobody should learn whether anything is planted beyond the checks.
  const whats = attempt?.planted ?? [""];
  const asked = [...listJudgingQuestions(drill), ...listExtraQuestions(whats)];
  const names = asked.map(({ name, question }) => ({ value: name, about: question.ask }));
  return listPairs(cursor.typed, names, (typed) => {
    const found = asked.find(({ name }) => name === typed);
    return found ? choicesOf(found.question).map(describeChoice) : [];
  });
}

function listNamedCommands({ command, operands }: Cursor): Candidate[] {
  const named = findNamed(command.parent ?? command, operands);
  const topics = [
    { value: MORE, about: "what the less common commands do" },
    { value: OPTIONS, about: "the options of every command" },
    { value: EXIT_CODES, about: "what the exit codes mean" },
  ];
  const more = operands.length === 0 ? topics : [];
  return named ? [...listCommands(named), ...more] : [];
}

/** Lists `name=` for each name, or `name=value` once a name was typed. */
function listPairs(
  typed: string,
  names: readonly Candidate[],
  valuesOf: (name: string) => Candidate[],
): Candidate[] {
  if (!typed.includes("=")) return names.map(({ value, about }) => ({ value: `${value}=`, about }));
  const name = typed.slice(0, typed.indexOf("="));
  const values = names.some(({ value }) => value === name) ? valuesOf(name) : [];
  return values.map(({ value, about }) => ({ value: `${name}=${value}`, about }));
}

function describeChoice({ value, label }: { value: string; label: string }): Candidate {
  return { value, about: label };
}
