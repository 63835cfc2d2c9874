import type { Question } from "../library/step.ts";
import type { Form } from "./forms/form.ts";
import { createSays } from "./normal-name.ts";

/** A question with the names under which notes may answer it. */
export interface NamedQuestion {
  id: string;
  type: string;
  names: readonly string[];
  /** True if scenarios belong to it. */
  takesScenarios: boolean;
  /** True if what was struck out belongs to it. */
  takesCuts: boolean;
  /** What its answer holds: figures and quotes in a list of words are facts. */
  holds: "words" | "facts" | "cases" | undefined;
  /** Words by which a line answers it wherever it stands. */
  says: RegExp | undefined;
  /** Words by which a heading is about it, wherever they stand. */
  words: RegExp | undefined;
  /** Words by which the first text of notes answers it. */
  signs: RegExp | undefined;
  /** Words that say what a file holds: a line with its name and one of them answers it. */
  files: RegExp | undefined;
  /** What a line must hold besides these words. */
  proof: "case" | "change" | "condition" | "count" | undefined;
  /** The form of the sentences that answer it. */
  form: Form | undefined;
}

const held: Partial<Record<NonNullable<Question["lint"]>, NamedQuestion["holds"]>> = {
  problem: "words",
  evidence: "facts",
  edge: "cases",
};

const proofs: Partial<Record<NonNullable<Question["lint"]>, NamedQuestion["proof"]>> = {
  bet: "change",
  edge: "case",
  evidence: "count",
};

const forms: Partial<Record<NonNullable<Question["lint"]>, Form>> = {
  problem: "pain",
  evidence: "fact",
  bet: "change",
  promise: "steps",
  criterion: "check",
  edge: "case",
  stop: "stop",
  limit: "rule",
};

/** Returns the form of the sentences that answer a question. */
export function formOf({ cuts, lint, type }: Question): Form | undefined {
  if (cuts) return "cut";
  if (lint) return forms[lint];
  return type === "list" ? "rule" : undefined;
}

/** Returns the questions that notes may answer, with what notes have to know about them. */
export function nameQuestions(questions: readonly Question[]): NamedQuestion[] {
  return questions.flatMap((question) => {
    const { id, type, names, lint, each, signs = [], words = [], files = [] } = question;
    if (!names || each) return [];
    const proof = question.stops ? "condition" : lint && proofs[lint];
    const holds = lint && held[lint];
    return [
      {
        id,
        type,
        names,
        takesScenarios: lint === "criterion",
        takesCuts: question.cuts ?? false,
        holds,
        says: createSays(question.says ?? [], holds === "words"),
        words: createSays(
          words.flatMap((phrase) => [phrase, `${phrase}s`]),
          false,
        ),
        signs: createSays(signs, false),
        files: createSays(files, false),
        proof,
        form: formOf(question),
      },
    ];
  });
}
