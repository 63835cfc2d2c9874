import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { answerChoices } from "../../domain/library/checklist.ts";
import type { Library } from "../../domain/library/library.ts";
import { choicesOf, type Step } from "../../domain/library/step.ts";
import { findCurrentProject } from "../../domain/progress/progress.ts";
import {
  listRedoable,
  nameInstance,
  nameQuestion,
} from "../../domain/project/question-instance.ts";
import type { Candidate } from "../../render/text/completion.ts";
import { EXIT_CODES, findNamed } from "../help.ts";
import type { Cursor } from "./cursor.ts";

/** Stands for whatever file the person means. */
export const ANY_FILE = "<file>";

/** What a list of values is made from. */
interface Asked {
  context: Context;
  cursor: Cursor;
}

type Source = (asked: Asked) => Promise<Candidate[] | typeof ANY_FILE>;

/**
 * Where values come from, by the word that stands in angle brackets in the help: `--item <item>`
 * takes an item. A word that is not here, such as `<text>`, takes anything.
 *
 */
const sources: Readonly<Record<string, Source>> = {
  checklist: ({ context }) => listLibraryEntries(context, "checklists"),
  slice: ({ context }) => listLibraryEntries(context, "slices"),
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
  folder: async () => ANY_FILE,
};

/** The source of the values that `word` names; nothing when any text will do. */
export function findSource(word: string): Source | undefined {
  return Object.hasOwn(sources, word) ? sources[word] : undefined;
}

/** The commands of a command, with their lines in the help. */
export function listCommands(command: Command): Candidate[] {
  const visible = command.createHelp().visibleCommands(command);
  return visible.map((inner) => ({ value: inner.name(), about: inner.summary() }));
}

async function listLibraryEntries(
  context: Context,
  kind: "checklists" | "slices" | "guide" | "rules",
): Promise<Candidate[]> {
  const library: Library = await context.loadLibrary(kind);
  return library[kind].map(({ id, title }) => ({ value: id, about: title }));
}

async function listItems(context: Context): Promise<Candidate[]> {
  const { checklists } = await context.loadLibrary("checklists");
  return checklists.flatMap(({ items }) =>
    items.map(({ id, title }) => ({ value: id, about: title })),
  );
}

async function listProjects(context: Context): Promise<Candidate[]> {
  const store = await context.openStore();
  const { projects } = await store.load();
  return projects.map(({ id, title, closed }) => ({
    value: id,
    about: closed ? `${title} (ended)` : title,
  }));
}

async function listQuestions({ context, cursor }: Asked): Promise<Candidate[]> {
  const named = await loadQuestions(context, cursor);
  return named.map(({ name, question }) => ({ value: name, about: question.ask }));
}

async function listQuestionPairs({ context, cursor }: Asked): Promise<Candidate[]> {
  const named = await loadQuestions(context, cursor);
  const names = named.map(({ name, question }) => ({ value: name, about: question.ask }));
  return listPairs(cursor.typed, names, (typed) => {
    const asked = named.find(({ name }) => name === typed);
    return asked ? choicesOf(asked.question).map(describeChoice) : [];
  });
}

/** What the step on the line asks of the open project; without one, each of its questions. */
async function loadQuestions(context: Context, { command }: Cursor) {
  const { steps } = await context.loadLibrary("steps");
  const step: Step | undefined = steps.find(({ id }) => id === command.name());
  const store = await context.openStore();
  const project = findCurrentProject(await store.load());
  if (!step || !project)
    return (step?.questions ?? []).map((question) => ({ name: nameQuestion(question), question }));
  return listRedoable(project, step).map((asking) => ({
    name: nameInstance(asking),
    question: asking.question,
  }));
}

function listNamedCommands({ command, operands }: Cursor): Candidate[] {
  const named = findNamed(command.parent ?? command, operands);
  const more =
    operands.length === 0 ? [{ value: EXIT_CODES, about: "what the exit codes mean" }] : [];
  return named ? [...listCommands(named), ...more] : [];
}

/** `name=` for each name, or `name=value` for the values of the one that is typed. */
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
