import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { classify, NONE, type Weights } from "../../src/domain/notes/learned/classifier.ts";
import { describeContexts } from "../../src/domain/notes/learned/context.ts";
import { type Features, listFeatures } from "../../src/domain/notes/learned/features.ts";
import { listPossibleAnswers, RIGHT } from "../../src/domain/notes/learned/trust.ts";
import type { Learned } from "../../src/domain/notes/learned/weights.ts";
import { readNoteTexts } from "../../src/domain/notes/read-notes.ts";
import type { ReadText } from "../../src/domain/notes/read-text.ts";
import { stepOf } from "../helpers/loop.ts";
import { loadKeyedNotes } from "../helpers/notes-key.ts";
import { type Example, learnWeights } from "./learn-weights.ts";

const folders = readdirSync("test/fixtures/notes").toSorted();
/** The authors of documents from which nothing is made: they say how well others are read. */
export const heldBack: readonly string[] = folders.filter((name) => name.startsWith("held-"));
/** The authors of the documents from which reading notes is learned: one folder each. */
export const authors: readonly string[] = folders.filter((name) => !heldBack.includes(name));
/** The rules were made with the documents of these in view, so they fit them too well. */
const KNOWN_TO_RULES = /^[a-n]$/;
const FOLDS = 6;

/** A text of a document, and the questions that each of its lines answers. */
interface KeyedText {
  text: ReadText;
  wanted: readonly (readonly string[])[];
}

/** A document with what its texts say by themselves. */
interface Document {
  author: string;
  texts: readonly KeyedText[];
  features: readonly Features[];
}

/** A text of a document from which nothing was learned, with what stands around it. */
interface TextInContext extends KeyedText {
  author: string;
  /** The share of its words that were learned. */
  known: number;
  features: Features;
}

/** A share of the authors, with what was learned from all others. */
export interface Fold {
  authors: readonly string[];
  answers: Learned["answers"];
  texts: readonly TextInContext[];
}

const { questions } = stepOf("spec");

/** Reads the documents of authors as examples. */
export function loadExamples(of: readonly string[]): Example[] {
  return of.flatMap(loadDocuments).flatMap(listExamples);
}

/** Learns from all authors but those of a fold, for each fold. */
export function learnFolds(): Fold[] {
  const documents = authors.flatMap(loadDocuments);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const out = authors.filter((_, index) => index % FOLDS === fold);
    const isOut = ({ author }: Document) => out.includes(author);
    const answers = learnWeights(documents.filter((one) => !isOut(one)).flatMap(listExamples));
    const texts = documents.filter(isOut).flatMap((one) => putInContext(one, answers));
    return { authors: out, answers, texts };
  });
}

/** Learns from documents what stands around a text says about it, and how far to trust it. */
export function learnContext(folds: readonly Fold[]): Pick<Learned, "context" | "trust"> {
  const texts = folds.flatMap((fold) => fold.texts);
  const context = learnWeights(
    texts.map(({ features, wanted }) => ({ features, answer: findAnswer(wanted) })),
  );
  const unknown = texts.filter(({ author }) => !KNOWN_TO_RULES.test(author));
  return { context, trust: learnWeights(unknown.flatMap((text) => listTrusted(text, context))) };
}

/** Says how the possible answers of a text turned out. */
function listTrusted(
  { text, features, known, wanted }: TextInContext,
  context: Weights,
): Example[] {
  const judged = { ...classify(features, context), known };
  return listPossibleAnswers(text, judged).map(({ question, features }) => ({
    features,
    answer: wanted.every((right) => right.includes(question)) ? RIGHT : NONE,
  }));
}

function loadDocuments(author: string): Document[] {
  return loadKeyedNotes(author).map(({ text: notes, key }) => {
    const wanted = new Map(
      key.lines.map(({ line, question, also = [] }) => [line, [question, ...also]]),
    );
    const { texts, lineCount } = readNoteTexts(notes, questions);
    const keyed = texts.map((text) => ({
      text,
      wanted: text.entry.lines.map((line) => wanted.get(line) ?? []),
    }));
    return { author, texts: keyed, features: listFeatures(texts, lineCount) };
  });
}

function listExamples({ texts, features }: Document): Example[] {
  return texts.flatMap(({ text, wanted }, index) =>
    text.isFixed ? [] : [{ features: features[index] as Features, answer: findAnswer(wanted) }],
  );
}

function putInContext(
  { author, texts, features }: Document,
  answers: Learned["answers"],
): TextInContext[] {
  const alone = features.map((own) => classify(own, answers));
  const describe = describeContexts(
    texts.map(({ text }) => text),
    alone,
  );
  return texts.flatMap((keyed, index) => {
    const known = alone[index]?.known ?? 0;
    return keyed.text.isFixed ? [] : [{ ...keyed, author, known, features: describe(index) }];
  });
}

function findAnswer(wanted: KeyedText["wanted"]): string {
  const answers = wanted.flatMap(([first]) => first ?? []);
  return findMost(answers.map((id) => (id === "title" ? NONE : id)));
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
