import type { Drill } from "../library/drill.ts";
import { parseAnswerName } from "../library/reference.ts";
import type { Question } from "../library/step.ts";

/** One question of a drill. */
export interface DrillQuestion {
  name: string;
  question: Question;
  /** What it is about: a check, or what is planted besides; undefined if about neither. */
  about: { kind: "check" | "planted"; number: number; text: string } | undefined;
  /** True if what it is about is shown above it: in the first question about that. */
  isFirst: boolean;
}

const verdict: Question = {
  id: "verdict",
  ask: "Is this check met?",
  type: "select",
  choices: [
    { value: "met", label: "Met", hint: "I saw that it holds" },
    { value: "not-met", label: "Not met", hint: "I saw that it doesn't hold" },
    { value: "cannot-tell", label: "I can't tell" },
  ],
};

const sure: Question = {
  id: "sure",
  ask: "How sure are you?",
  type: "select",
  choices: [
    { value: "1", label: "1, a guess" },
    { value: "2", label: "2, fairly sure" },
    { value: "3", label: "3, sure", hint: "I'd say so in a meeting; only this is scored as sure" },
  ],
  // A careless Enter says nothing that the numbers count.
  default: "2",
};

const saw: Question = {
  id: "saw",
  ask: "What did you see?",
  type: "text",
  optional: true,
};

const anythingElse: Question = {
  id: "else",
  ask: "Is anything else wrong with it?",
  type: "text",
  help: "Something nobody asked for, personal data, an edge case: whatever no check covers.",
  optional: true,
};

/** A careless Enter must not give anyone credit for what they missed. */
const named: Question = {
  id: "named",
  ask: "Did you name this?",
  type: "confirm",
  default: "no",
};

/** Lists the questions that judge a drill, in the order in which they are asked. */
export function listJudgingQuestions({ checks }: Pick<Drill, "checks">): DrillQuestion[] {
  const perCheck = checks.flatMap((text, at) =>
    [verdict, sure, saw].map((question, place) => ({
      name: `${question.id}.${at + 1}`,
      question,
      about: { kind: "check" as const, number: at + 1, text },
      isFirst: place === 0,
    })),
  );
  return [
    ...perCheck,
    { name: anythingElse.id, question: anythingElse, about: undefined, isFirst: true },
  ];
}

/** Lists the questions about what is planted beyond the checks, which is shown with each. */
export function listExtraQuestions(planted: readonly string[]): DrillQuestion[] {
  return planted.map((text, at) => ({
    name: `named.${at + 1}`,
    question: named,
    about: { kind: "planted", number: at + 1, text },
    isFirst: true,
  }));
}

/**
 * Finds a question that can be answered together with all others, before the truth is shown. How
 * many defects no check covers isn't known then, so any number of them is one.
 */
export function findDrillQuestion(
  drill: Pick<Drill, "checks">,
  name: string,
): Question | undefined {
  const judging = listJudgingQuestions(drill).find((each) => each.name === name);
  return judging?.question ?? (/^named\.[1-9]\d?$/.test(name) ? named : undefined);
}

/** Returns the name of the verdict that a question depends on: `verdict.2` for `sure.2`. */
export function findVerdictName(name: string): string | undefined {
  const { question, entry } = parseAnswerName(name);
  return question === "sure" ? `verdict.${entry}` : undefined;
}
