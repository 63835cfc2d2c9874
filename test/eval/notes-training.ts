import { createHash } from "node:crypto";
import { NONE } from "../../src/domain/notes/learned/classifier.ts";
import { listFeatures } from "../../src/domain/notes/learned/features.ts";
import { readNoteTexts } from "../../src/domain/notes/read-notes.ts";
import { stepOf } from "../helpers/loop.ts";
import { type KeyedNotes, loadKeyedNotes } from "../helpers/notes-key.ts";
import type { Example } from "./learn-weights.ts";

/** The authors of the documents from which notes are read: one folder each. */
export const authors: readonly string[] = [..."abcdefghijklmnoqrtuv"];

const { questions } = stepOf("spec");

/** Reads the documents of authors as examples. */
export function loadExamples(of: readonly string[]): Example[] {
  return of.flatMap(loadKeyedNotes).flatMap(listExamples);
}

function listExamples({ text, key }: KeyedNotes): Example[] {
  const wanted = new Map(
    key.lines.map(({ line, question }) => [line, question === "title" ? NONE : question]),
  );
  const { texts, lineCount } = readNoteTexts(text, questions);
  const features = listFeatures(texts, lineCount);
  return texts.flatMap(({ isFixed, entry }, index) => {
    if (isFixed) return [];
    const answers = entry.lines.flatMap((line) => wanted.get(line) ?? []);
    return [{ features: features[index] ?? new Map(), answer: findMost(answers) ?? NONE }];
  });
}

/** Finds what most lines of a text answer. */
function findMost(answers: readonly string[]): string | undefined {
  const count = (answer: string) => answers.filter((other) => other === answer).length;
  return answers.toSorted((a, b) => count(b) - count(a))[0];
}

/** Identifies examples: their features in order, and their answers. */
export function identifySource(examples: readonly Example[]): string {
  const hash = createHash("sha256");
  for (const { features, answer } of examples) hash.update(JSON.stringify([answer, ...features]));
  return hash.digest("hex").slice(0, 16);
}
