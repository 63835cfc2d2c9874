import { lookalikes as lookalikeWords, people as peopleWords } from "./lexicon/people.ts";
import * as things from "./lexicon/things.ts";
import * as doing from "./lexicon/verbs.ts";

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ""));
}

/** Words for people and groups of people. */
export const people = setOf(peopleWords);
/** Things whose ending looks like a person's. */
export const lookalikes = setOf(lookalikeWords);
/** Verbs for what can be seen, heard or looked up. */
export const outputVerbs = setOf(doing.outputVerbs);
/** Every verb the linter knows, in its base form. */
export const verbs: ReadonlySet<string> = setOf(
  [
    doing.inputVerbs,
    doing.outputVerbs,
    doing.otherVerbs,
    doing.eventVerbs,
    doing.faintVerbs,
    doing.commonVerbs,
  ].join(" "),
);
/** Past tenses that do not end in -ed. */
export const irregularPasts = setOf(doing.irregularPasts);
/** Verbs that happen by themselves, and lead to a result. */
export const eventVerbs = setOf(doing.eventVerbs);
/** What one look at one screen settles. */
export const screenVerbs = setOf(doing.screenVerbs);
/** Participles that tell somebody something. */
export const announced = setOf(doing.announced);
/** What a person does with a result. */
export const receivingVerbs = setOf(doing.receivingVerbs);
/** What a person does on the way to a result. */
export const openingVerbs = setOf(doing.openingVerbs);
/** What an app lets a person choose to do. */
export const choiceVerbs = setOf(doing.choiceVerbs);
/** Verbs of a line in which nothing can be seen. */
export const faintVerbs = setOf(doing.faintVerbs);
/** How a thing can be seen to be. */
export const plainStates = setOf(doing.plainStates);
/** Things a person could build. */
export const buildable = setOf(things.buildable);
/** Nouns that name a measure. */
export const measures = setOf(things.measures);
/** What makes a number a measure when it stands right after. */
export const unitsOfMeasure = setOf(things.unitsOfMeasure);
/** What makes a number a name when it stands right before. */
export const labelWords = setOf(things.labelWords);
/** Words that are a date on their own. */
export const dateWords = setOf(things.dateWords);
/** Spans of time that make a date after "last" or "since". */
export const spans = setOf(things.spans);
/** What belongs to people without being one. */
export const belongings = setOf(things.belongings);
/** Organisations: people when they act, a place otherwise. */
export const organisations = setOf(things.organisations);
/** Words for a place where a claim could be looked up. */
export const sources = setOf(things.sources);

/**
 * The words that `word` may be an inflection of, itself first: "copies" gives copies, copie, copi,
 * copy.
 */
export function baseForms(word: string): string[] {
  const forms = [word];
  for (const ending of ["s", "es", "ed", "d", "ing"]) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const stem = word.slice(0, -ending.length);
    forms.push(stem, ...(ending === "ing" || ending === "ed" ? [`${stem}e`, undouble(stem)] : []));
  }
  if (/i(es|ed)$/.test(word)) forms.push(word.replace(/i(es|ed)$/, "y"));
  return forms;
}

/** True when the word, or what it is an inflection of, stands in the set. */
export function hasBase(set: ReadonlySet<string>, word: string): boolean {
  return set.has(word) || baseForms(word).some((form) => set.has(form));
}

function undouble(stem: string): string {
  return /([bdgklmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}
