import { wordSet } from "../domain/text/word-set.ts";
import type { Shape, WordLists } from "./shape.ts";
import { feltWords } from "./shapes/felt-effect.ts";
import { gradedWords } from "./shapes/graded.ts";
import { ambiguousPronouns } from "./shapes/pronoun.ts";
import { compileTerms, type Terms } from "./terms.ts";

/** What a line must have one of before a shape can match, so that most lines skip most shapes. */
interface Needs {
  /** Terms that the shape looks for. */
  words?: Terms;
  /** What the shape looks for, if it isn't a whole word. */
  part?: RegExp;
  /** Lists of the rule, one of which must occur in the line. */
  lists?: readonly string[];
}

const needs: Readonly<Record<string, Needs>> = {
  "abstract-noun": { lists: ["nouns"] },
  "agentless-passive": { words: anyOf("manually hand"), lists: ["judged", "handled", "owed"] },
  "ambiguous-may": { words: anyOf("may") },
  "ambiguous-pronoun": { words: compileTerms(ambiguousPronouns) },
  "bare-step": { lists: ["steps", "entering"] },
  "effort-verb": { lists: ["efforts"] },
  "enough-without-measure": { words: anyOf("enough") },
  "evaluative-adjective": { lists: ["judgments"] },
  "evaluative-adverb": { part: /ly\b/i },
  "felt-effect": { words: compileTerms(feltWords) },
  "finished-work": { lists: ["done", "made"] },
  "free-of-trouble": { lists: ["without"] },
  "graded-comparative": { words: compileTerms([...gradedWords]) },
  "headless-participle": { lists: ["progress"] },
  "imperative-task": { lists: ["orders"] },
  "list-by-example": { words: compileTerms(["such", "e", "like", "for example", "for instance"]) },
  "listed-abilities": { words: anyOf("can") },
  "listed-results": { part: /;/ },
  "missing-feature": { part: /^\W*no\b/i, lists: ["lacking"] },
  "only-works": { words: anyOf("work works functions performs behaves") },
  "opinion-after-is": {
    words: anyOf("is are feel feels look looks seem seems sound sounds stay stays remain remains"),
  },
  "open-question": { part: /\?/ },
  "percent-without-base": { part: /%/ },
  "perception-verb": { words: anyOf("feel feels sound sounds come comes") },
  "rule-for-people": { words: anyOf("use"), lists: ["duties"] },
  speculation: { words: anyOf("may might could") },
  "vague-category": { lists: ["loose"] },
  "vague-quantifier": {
    words: anyOf(`
      most many some few several part half third thirds quarter quarters plenty enough dozens
      hundreds
    `),
  },
  "work-artifact": { lists: ["artifacts"] },
};

function anyOf(words: string): Terms {
  return compileTerms([...wordSet(words)]);
}

/** All terms that shapes look for. The index of a line must say which occur in it. */
export const neededTerms: readonly Terms[] = Object.values(needs).flatMap(
  ({ words }) => words ?? [],
);

/** Returns a shape that gives up at once on lines without what it needs. */
export function withPrefilter(name: string, shape: Shape): Shape {
  const need = needs[name];
  if (!need) return shape;
  const { words, part, lists = [] } = need;
  return (line, given) => {
    const isPossible =
      (words && given.starts.has(words)) ||
      part?.test(line.text) ||
      lists.some((list) => occurs(given, list));
    return isPossible ? shape(line, given) : undefined;
  };
}

function occurs({ lists, starts }: WordLists, name: string): boolean {
  const terms = lists[name];
  return terms !== undefined && starts.has(terms);
}
