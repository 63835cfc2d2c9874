import type { Context } from "../../context.ts";
import { suggestSlice } from "../../domain/insights/suggest.ts";
import { idFromTitle } from "../../domain/library/id.ts";
import { findOwnSlice, listStarters, type Slice } from "../../domain/library/slice.ts";
import { currentAnswers } from "../../domain/progress/run.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import { findClosest, suggestWord } from "../../domain/text/closest.ts";
import { quote, quotePath } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { nameSource } from "../../files/read.ts";
import type { Prompter } from "../../prompts/prompter.ts";
import { renderNotice } from "../../render/text/asking.ts";
import { cutSlicesView, describeSlice, renderSlices } from "../../render/text/slices.ts";
import { type LoadedState, loadItems } from "../shared/app-state.ts";
import { askWithoutBack, BACK_HINT, isBack } from "../shared/going-back.ts";
import { askAboutJoined } from "../shared/joined-text.ts";
import { NOTES_HINT } from "../shared/notes-hint.ts";
import { addChosen, nameStart, type StartWords } from "./command-line.ts";

/** What a project is about: a starter slice, or an idea of the person's own. */
export interface Idea {
  slice: Slice;
  title: string;
  /** The id that the project gets, with a number if it is taken. */
  id: string;
}

/** What a person said about the idea: a slice or a title, and options. */
export interface GivenIdea extends StartWords {
  /** The title of the notes that the project starts from. */
  suggestion?: string | undefined;
  /** True if the person is shown the title, and can change it, before anything is saved. */
  isConfirmed?: boolean | undefined;
}

/** The choice of an own idea in the list of slices; no slice has such an id. */
const OWN = "an idea of your own";

/**
 * Finds the idea that a command line names: text with a space is the title of an own idea, and a
 * word is a slice. Returns undefined if the person has to be asked. Throws if nobody can be.
 */
export function readIdea(
  { canAsk }: Context,
  state: LoadedState,
  given: GivenIdea,
): Idea | undefined {
  const { words, title, isOwn } = cleanGiven(state, withSuggestion(canAsk, given));
  const slice = state.slices.find(({ id }) => id === words);
  if (slice && !isOwn) return ideaFrom(slice, title || slice.title);
  if (isOwn && (title || words)) return ownIdea(state, title || words);
  if (!isOwn && words !== "" && !canAsk) throw unknownSliceError(state, words);
  return undefined;
}

/** Says that the person stopped before a project was started. */
export function describeNotStarted(given: StartWords): string {
  return `Stopped. No project was started. To try again: ${nameStart(given)}`;
}

/** Asks what to build. Throws if nobody can be asked. */
export function askIdea(context: Context, state: LoadedState, given: GivenIdea): Promise<Idea> {
  const { words, title, isOwn } = cleanGiven(state, given);
  const suggestion = title || given.suggestion;
  if (!context.canAsk) return throwUnnamed(context, state, { isOwn, from: given.from });
  let typed = "";
  const keepDraft: KeepDraft = (text) => {
    typed = cleanLine(text);
  };
  return context.ask(
    () => {
      const chosen = typed === "" ? undefined : { idea: ownIdea(state, typed), folder: undefined };
      return describeNotStarted(chosen ? addChosen(chosen, given) : given);
    },
    (prompter) => {
      if (isOwn || (suggestion && words === ""))
        return askTitle(context, state, prompter, { suggestion, keepDraft });
      if (words === "" && given.from === undefined) context.hint(`  ${NOTES_HINT}`);
      return words === ""
        ? askSlice(context, state, prompter, { keepDraft, hasNotes: given.from !== undefined })
        : confirmOwn(state, words, prompter);
    },
  );
}

/** Keeps what a person is typing, in case they stop. */
type KeepDraft = (text: string) => void;

/** Where nobody is asked for one, the title of the notes names an idea that nothing else does. */
function withSuggestion(canAsk: boolean, given: GivenIdea): GivenIdea {
  const { words, title, suggestion, from, isConfirmed = false } = given;
  const name = from === undefined ? undefined : title || suggestion;
  if (words || name === undefined || (canAsk && !isConfirmed)) return given;
  return { ...given, title: name, own: true };
}

/**
 * Cleans what was given. The id of the slice for own ideas is no title, but says it is one. With
 * notes, a word that is no slice is the title of an own idea.
 */
function cleanGiven({ slices }: LoadedState, given: GivenIdea) {
  const words = cleanLine(given.words ?? "");
  const isSlice = words === "" || slices.some(({ id }) => id === words);
  const namesOwn = words !== "" && findOwnSlice(slices)?.id === words;
  return {
    words: namesOwn ? "" : words,
    title: cleanLine(given.title ?? ""),
    isOwn:
      given.own === true || namesOwn || /\s/.test(words) || (given.from !== undefined && !isSlice),
  };
}

/** Returns the idea behind a project from a slice, with a title. */
export function ideaFrom(slice: Slice, title: string): Idea {
  return { slice, title, id: slice.own ? idFromTitle(title, slice.id) : slice.id };
}

function ownIdea({ slices }: LoadedState, title: string): Idea {
  const slice = findOwnSlice(slices);
  if (slice) return ideaFrom(slice, title);
  throw new UserError("The content has no slice for an idea of your own.", {
    exitCode: ExitCode.content,
    fix: "See the slices it has: builder-pm slices",
  });
}

async function askTitle(
  context: Context,
  state: LoadedState,
  prompter: Prompter,
  { suggestion, keepDraft }: { suggestion: string | undefined; keepDraft: KeepDraft },
): Promise<Idea> {
  const hint = suggestion
    ? "From your notes. Press Enter to keep it; you can rename it later"
    : TITLE_HINT;
  const question = { message: TITLE_QUESTION, hint, initial: suggestion, keepDraft };
  const asking = askAboutJoined(prompter);
  return ownIdea(state, await askUntilFilled(context, () => askWithoutBack(asking, question)));
}

async function askUntilFilled(context: Context, ask: () => Promise<string>): Promise<string> {
  for (;;) {
    const words = cleanLine(await ask());
    if (words !== "") return words;
    context.stderr.show(renderNotice, "It needs a title. A few words are enough.");
  }
}

/** What asks for the title of a project. */
export const TITLE_QUESTION = "What will you call it?";
const TITLE_HINT = "A few words, for example: Weekly churn themes. You can rename it later";

async function askSlice(
  context: Context,
  state: LoadedState,
  prompter: Prompter,
  { keepDraft, hasNotes }: { keepDraft: KeepDraft; hasNotes: boolean },
): Promise<Idea> {
  const { slices, checklist, progress } = state;
  const items = await loadItems(context);
  const suggested = suggestSlice(
    slices,
    checklist,
    currentAnswers(progress, checklist),
    progress.projects,
  );
  const choices = listStarters(slices).map((slice) => {
    const isSuggested = slice.id === suggested?.slice.id;
    const about = describeSlice(slice, items);
    return {
      value: slice.id,
      label: slice.title,
      hint: isSuggested ? `suggested, ${about}` : about,
    };
  });
  const ownSlice = findOwnSlice(slices);
  const own = ownSlice && { value: OWN, label: ownSlice.title };
  // Whoever brings notes has an idea.
  let initial = hasNotes ? OWN : suggested?.slice.id;
  for (;;) {
    const chosen = await prompter.select({
      message: "What would you like to build?",
      choices: own ? [...choices, own] : choices,
      initial,
      own,
    });
    const slice = slices.find(({ id }) => id === chosen);
    if (slice) return ideaFrom(slice, slice.title);
    initial = OWN;
    const hint = `${TITLE_HINT}. ${BACK_HINT}`;
    const question = { message: TITLE_QUESTION, hint, keepDraft };
    const title = await askUntilFilled(context, () => prompter.text(question));
    if (!isBack(title)) return ownIdea(state, title);
  }
}

/** Asks about a word that is no slice: a typing mistake, or a title of one word. */
async function confirmOwn(state: LoadedState, words: string, prompter: Prompter): Promise<Idea> {
  const near = findNear(state, words);
  const choices = [
    ...(near ? [{ value: near.id, label: `No, I meant the slice ${near.id}` }] : []),
    { value: OWN, label: "Yes, it's my own idea" },
    { value: "", label: "No, show me the slices" },
  ];
  const message = `Start a project of your own called "${words}"?`;
  const chosen = await prompter.select({ message, choices });
  if (chosen === OWN) return ownIdea(state, words);
  if (near && chosen === near.id) return ideaFrom(near, near.title);
  throw new UserError("No project was started.", { fix: "See the slices: builder-pm slices" });
}

function findNear({ slices }: LoadedState, words: string): Slice | undefined {
  const starters = listStarters(slices);
  const closest = findClosest(
    words,
    starters.map(({ id }) => id),
  );
  return starters.find(({ id }) => id === closest);
}

function unknownSliceError({ slices }: LoadedState, words: string): UserError {
  const ids = listStarters(slices).map(({ id }) => id);
  const own = `If it's an idea of your own: builder-pm start ${quote(words)} --own`;
  return new UserError(`There is no slice "${words}".`, {
    exitCode: ExitCode.usage,
    fix: `${suggestWord(words, ids, `Use ${ids.join(", ")}.`)}\n${own}`,
  });
}

/** Prints the slices and throws, because nobody can be asked which one to build. */
async function throwUnnamed(
  context: Context,
  { slices }: LoadedState,
  { isOwn, from }: { isOwn: boolean; from: string | undefined },
): Promise<never> {
  const because = `Can't ask questions: ${context.askingNeeds}.`;
  const settings = { exitCode: ExitCode.usage };
  if (from !== undefined) {
    const fix = `Give your idea a title: builder-pm start "..." --from ${quotePath(from)}`;
    throw new UserError(`${nameSource(from)} has no title.`, { ...settings, fix });
  }
  const untitled = 'Give your idea a title: builder-pm start "..." --own';
  if (isOwn) throw new UserError(because, { ...settings, fix: untitled });
  const starters = listStarters(slices);
  const view = { slices: starters, items: await loadItems(context) };
  context.stdout.show(renderSlices, cutSlicesView(view));
  const [first] = starters;
  const fix = `Name a slice, or your own idea: builder-pm start ${first?.id ?? '"..."'}`;
  throw new UserError(because, { ...settings, fix });
}
