import { readdirSync } from "node:fs";
import type { Features } from "../../src/domain/learned/classifier.ts";
import { classify, NONE } from "../../src/domain/learned/classifier.ts";
import { listFeatures } from "../../src/domain/notes/learned/features.ts";
import { describeAgain, describeSurroundings } from "../../src/domain/notes/learned/judge-texts.ts";
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

/** A document from which nothing was learned, with what stands around its texts. */
interface DocumentInContext extends Pick<Document, "author" | "texts"> {
  /** The share of the words of each text that were learned. */
  known: readonly number[];
  around: readonly Features[];
}

/** A share of the authors, with what was learned from all others. */
export interface Fold {
  authors: readonly string[];
  answers: Learned["answers"];
  documents: readonly DocumentInContext[];
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
    const inContext = documents.filter(isOut).map((one) => putInContext(one, answers));
    return { authors: out, answers, documents: inContext };
  });
}

/** Learns from documents what stands around a text says about it, and how far to trust it. */
export function learnContext(folds: readonly Fold[]): Omit<Learned, "from" | "answers"> {
  const documents = folds.flatMap((fold) => fold.documents);
  const context = learnWeights(
    documents.flatMap(({ texts, around }) => listExamples({ texts, features: around })),
  );
  const described = documents.map((document) => {
    const texts = document.texts.map(({ text }) => text);
    return { ...document, features: describeAgain(texts, document.around, context) };
  });
  const again = learnWeights(described.flatMap(listExamples));
  const unknown = described.filter(({ author }) => !KNOWN_TO_RULES.test(author));
  const trust = learnWeights(unknown.flatMap((document) => listTrusted(document, again)));
  return { context, again, trust };
}

/** Lists the texts that no rule fixes, with their features. */
function listExamples({ texts, features }: Pick<Document, "texts" | "features">): Example[] {
  return texts.flatMap(({ text, wanted }, index) =>
    text.isFixed ? [] : [{ features: features[index] as Features, answer: findAnswer(wanted) }],
  );
}

/** Says how the possible answers of the texts turned out. */
function listTrusted(
  { texts, known, around, features }: DocumentInContext & { features: readonly Features[] },
  again: Learned["again"],
): Example[] {
  return texts.flatMap(({ text, wanted }, index) => {
    if (text.isFixed) return [];
    const { likely } = classify(features[index] as Features, again);
    const judged = { likely, known: known[index] ?? 0, around: around[index] as Features };
    return listPossibleAnswers(text, judged).map(({ question, features }) => ({
      features,
      answer: wanted.every((right) => right.includes(question)) ? RIGHT : NONE,
    }));
  });
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

function putInContext(
  { author, texts, features }: Document,
  answers: Learned["answers"],
): DocumentInContext {
  const alone = features.map((own) => classify(own, answers));
  const around = describeSurroundings(
    texts.map(({ text }) => text),
    alone,
  );
  return { author, texts, around, known: alone.map(({ known }) => known) };
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
