import { wordSet } from "../domain/text/word-set.ts";
import { lookalikes as lookalikeWords, people as peopleWords } from "./lexicon/people.ts";
import * as things from "./lexicon/things.ts";
import * as doing from "./lexicon/verbs.ts";

/** Words for people and groups of people. */
export const people = wordSet(peopleWords);
/** Things with an ending like a person's: printer, order, monitor. */
export const lookalikes = wordSet(lookalikeWords);
/** Verbs for what a person can see, hear or look up. */
export const outputVerbs = wordSet(doing.outputVerbs);
/** Every verb the linter knows, in its base form. */
export const verbs: ReadonlySet<string> = wordSet(
  [
    doing.inputVerbs,
    doing.outputVerbs,
    doing.otherVerbs,
    doing.eventVerbs,
    doing.vagueVerbs,
    doing.commonVerbs,
  ].join(" "),
);
/** Past tenses that do not end in -ed. */
export const irregularPasts = wordSet(doing.irregularPasts);
/** Verbs for events that lead to a result. */
export const eventVerbs = wordSet(doing.eventVerbs);
/** Verbs for changes on one screen, which count as one thing to check. */
export const screenVerbs = wordSet(doing.screenVerbs);
/** Participles for informing someone: sent, shown, logged. */
export const reportingParticiples = wordSet(doing.reportingParticiples);
/** Verbs for how a person receives a result. */
export const receivingVerbs = wordSet(doing.receivingVerbs);
/** Verbs for how a person gets to a result. */
export const navigationVerbs = wordSet(doing.navigationVerbs);
/** Verbs for actions that an app offers. */
export const choiceVerbs = wordSet(doing.choiceVerbs);
/** Verbs for nothing that a person can see: supports, helps, feels. */
export const vagueVerbs = wordSet(doing.vagueVerbs);
/** Words that are more often a noun than a verb. */
export const nounVerbs = wordSet(doing.nounVerbs);
/** States that a person can see. */
export const observableStates = wordSet(doing.observableStates);
/** Things that a team could build. */
export const buildable = wordSet(things.buildable);
/** Nouns that name a measure. */
export const measures = wordSet(things.measures);
/** Words right after a number that make it a measure. */
export const unitsOfMeasure = wordSet(things.unitsOfMeasure);
/** Words right before a number that make it a label. */
export const labelWords = wordSet(things.labelWords);
/** Words that are a date by themselves. */
export const dateWords = wordSet(things.dateWords);
/** Periods that make a date after "last" or "since". */
export const timeSpans = wordSet(things.timeSpans);
/** Things that belong to people. */
export const belongings = wordSet(things.belongings);
/** Organizations, which count as people if they act. */
export const organizations = wordSet(things.organizations);
/** Sources where a claim can be checked. */
export const sources = wordSet(things.sources);

/** Texts use the same words again and again. Cleared when full, so that any text is fine. */
const knownForms = new Map<string, readonly string[]>();
const MAX_KNOWN = 5000;

/**
 * Returns the possible base forms of a word, starting with the word itself: "copies" gives copies,
 * copie, copi, copy.
 */
export function baseForms(word: string): readonly string[] {
  const known = knownForms.get(word);
  if (known) return known;
  if (knownForms.size >= MAX_KNOWN) knownForms.clear();
  const forms = findBaseForms(word);
  knownForms.set(word, forms);
  return forms;
}

function findBaseForms(word: string): string[] {
  const forms = [word];
  for (const ending of ["s", "es", "ed", "d", "ing"]) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const stem = word.slice(0, -ending.length);
    forms.push(stem, ...(ending === "ing" || ending === "ed" ? [`${stem}e`, undouble(stem)] : []));
  }
  if (/i(es|ed)$/.test(word)) forms.push(word.replace(/i(es|ed)$/, "y"));
  return forms;
}

/** Returns true if the set contains the word or one of its base forms. */
export function hasBase(set: ReadonlySet<string>, word: string): boolean {
  return set.has(word) || baseForms(word).some((form) => set.has(form));
}

function undouble(stem: string): string {
  return /([bdgklmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}
