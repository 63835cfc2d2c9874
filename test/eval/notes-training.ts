import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { classify, NONE } from "../../src/domain/notes/learned/classifier.ts";
import { listFeatures } from "../../src/domain/notes/learned/features.ts";
import { listPossibleAnswers, RIGHT } from "../../src/domain/notes/learned/trust.ts";
import type { Learned } from "../../src/domain/notes/learned/weights.ts";
import { readNoteTexts } from "../../src/domain/notes/read-notes.ts";
import type { ReadText } from "../../src/domain/notes/read-text.ts";
import { stepOf } from "../helpers/loop.ts";
import { type KeyedNotes, loadKeyedNotes } from "../helpers/notes-key.ts";
import { type Example, learnWeights } from "./learn-weights.ts";

const folders = readdirSync("test/fixtures/notes").toSorted();
/** The authors of documents from which nothing is made: they say how well others are read. */
export const heldBack: readonly string[] = folders.filter((name) => name.startsWith("held-"));
/** The authors of the documents from which reading notes is learned: one folder each. */
export const authors: readonly string[] = folders.filter((name) => !heldBack.includes(name));
/** The rules were made with the documents of these in view, so they fit them too well. */
const KNOWN_TO_RULES = /^[a-n]$/;
const FOLDS = 6;

/** A share of the authors, with what was learned from all others. */
export interface Fold {
  authors: readonly string[];
  answers: Learned["answers"];
  /** How answers for the documents of these authors turned out. */
  trusted: readonly Example[];
}

/** A text with its features, and the questions that each of its lines answers. */
interface KeyedText {
  text: ReadText;
  features: Example["features"];
  wanted: readonly (readonly string[])[];
}

const { questions } = stepOf("spec");

/** Reads the documents of authors as examples. */
export function loadExamples(of: readonly string[]): Example[] {
  return of.flatMap(loadTexts).map(({ features, wanted }) => {
    const answers = wanted.flatMap(([first]) => first ?? []);
    return { features, answer: findMost(answers.map((id) => (id === "title" ? NONE : id))) };
  });
}

/** Learns from all authors but those of a fold, for each fold. */
export function learnFolds(): Fold[] {
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    authors.filter((_, index) => index % FOLDS === fold),
  );
  return folds.map((fold) => {
    const answers = learnWeights(loadExamples(authors.filter((author) => !fold.includes(author))));
    const texts = fold.filter((author) => !KNOWN_TO_RULES.test(author)).flatMap(loadTexts);
    return { authors: fold, answers, trusted: texts.flatMap((text) => judge(text, answers)) };
  });
}

/** Learns from how answers turned out in documents from which they weren't learned. */
export function learnTrust(folds: readonly Fold[]): Learned["trust"] {
  return learnWeights(folds.flatMap(({ trusted }) => trusted));
}

function judge({ text, features, wanted }: KeyedText, answers: Learned["answers"]): Example[] {
  return listPossibleAnswers(text, classify(features, answers)).map(({ question, features }) => ({
    features,
    answer: wanted.every((right) => right.includes(question)) ? RIGHT : NONE,
  }));
}

function loadTexts(author: string): KeyedText[] {
  return loadKeyedNotes(author).flatMap(listTexts);
}

function listTexts({ text: notes, key }: KeyedNotes): KeyedText[] {
  const wanted = new Map(
    key.lines.map(({ line, question, also = [] }) => [line, [question, ...also]]),
  );
  const { texts, lineCount } = readNoteTexts(notes, questions);
  const features = listFeatures(texts, lineCount);
  const keyed = texts.map((text, index) => ({
    text,
    features: features[index] ?? new Map(),
    wanted: text.entry.lines.map((line) => wanted.get(line) ?? []),
  }));
  return keyed.filter(({ text }) => !text.isFixed);
}

/** Finds what most lines of a text that answer something answer. */
function findMost(answers: readonly string[]): string {
  const count = (answer: string) => answers.filter((other) => other === answer).length;
  return answers.toSorted((a, b) => count(b) - count(a))[0] ?? NONE;
}

/** Identifies examples: their features in order, and their answers. */
export function identifySource(examples: readonly Example[]): string {
  const hash = createHash("sha256");
  for (const { features, answer } of examples) hash.update(JSON.stringify([answer, ...features]));
  return hash.digest("hex").slice(0, 16);
}
