import type { Shape, WordLists } from "./shape.ts";

/** What a line must have one of before a shape can match, so that most lines skip most shapes. */
interface Needs {
  /** A word that the shape looks for, in any case. */
  words?: RegExp;
  /** Lists of the rule, one of which must occur in the line. */
  lists?: readonly string[];
}

const needs: Readonly<Record<string, Needs>> = {
  "abstract-noun": { lists: ["nouns"] },
  "agentless-passive": { words: /\b(?:manually|hand)\b/i, lists: ["judged", "handled", "owed"] },
  "ambiguous-may": { words: /\bmay\b/i },
  "ambiguous-pronoun": { words: /\b(?:its?|they|theirs?|them|he|she|his|him|hers?|this|that)\b/i },
  "effort-verb": { lists: ["efforts"] },
  "enough-without-measure": { words: /\benough\b/i },
  "evaluative-adjective": { lists: ["judgments"] },
  "evaluative-adverb": { words: /ly\b/i },
  "finished-work": { lists: ["done", "made"] },
  "free-of-trouble": { lists: ["without"] },
  "headless-participle": { lists: ["progress"] },
  "imperative-task": { lists: ["orders"] },
  "list-by-example": { words: /\bsuch\b|\be\W{1,3}g\b|\bfor\s+(?:example|instance)\b/i },
  "listed-abilities": { words: /\bcan\b/i },
  "listed-results": { words: /;/ },
  "missing-feature": { lists: ["lacking"] },
  "only-works": { words: /\b(?:works?|functions|performs|behaves)\b/i },
  "opinion-after-is": {
    words: /\b(?:is|are|feels?|looks?|seems?|sounds?|stays?|remains?)\b/i,
  },
  "percent-without-base": { words: /%/ },
  "perception-verb": { words: /\b(?:feels?|sounds?|comes?)\b/i },
  speculation: { words: /\b(?:may|might|could)\b/i },
  "vague-category": { lists: ["loose"] },
  "vague-quantifier": {
    words:
      /\b(?:most|many|some|few|several|part|half|thirds?|quarters?|plenty|enough|dozens|hundreds)\b/i,
  },
  "work-artifact": { lists: ["artifacts"] },
};

/** Returns a shape that gives up at once on lines without what it needs. */
export function withPrefilter(name: string, shape: Shape): Shape {
  const { words, lists = [] } = needs[name] ?? {};
  if (!words && lists.length === 0) return shape;
  return (line, given) => {
    const isPossible = words?.test(line.text) || lists.some((list) => occurs(given, list));
    return isPossible ? shape(line, given) : undefined;
  };
}

function occurs({ lists, starts }: WordLists, name: string): boolean {
  const terms = lists[name];
  return terms !== undefined && starts.has(terms);
}
