import { NONE } from "../../src/domain/learned/classifier.ts";
import { extractWords, lintLine } from "../../src/linter/engine.ts";
import { listLineFeatures, SENT_BACK } from "../../src/linter/learned/line-features.ts";
import type { LearnedLines } from "../../src/linter/learned/weights.ts";
import { prepareLine } from "../../src/linter/line.ts";
import { compileRules, type Ruleset } from "../../src/linter/rules.ts";
import { type LintLine, loadLintLines } from "../helpers/lint-lines.ts";
import { askAnyway, loadRules } from "../helpers/rules.ts";
import { type Example, identifySource, learnWeights } from "./learn-weights.ts";

/** The labeled lines of each kind, as examples to learn from. */
export type LineExamples = Record<"criterion" | "problem", Example[]>;

/** Reads the labeled lines of the tests, but for one set, and the examples of the rules. */
export async function loadLineExamples(without?: string): Promise<LineExamples> {
  const ruleset = compileRules(askAnyway(await loadRules("content/rules")));
  const lines = await loadLintLines(without);
  const list = (kind: LintLine["kind"]) =>
    lines.filter((line) => line.kind === kind).map((line) => describeLine(line, ruleset));
  return { criterion: list("criterion"), problem: list("problem") };
}

function describeLine({ text, kind, label }: LintLine, ruleset: Ruleset): Example {
  const { tokens } = prepareLine(extractWords(text, kind).clean.text, kind);
  const rules = lintLine(text, kind, ruleset).map(({ rule }) => rule);
  return {
    features: listLineFeatures(tokens, rules),
    answer: label === "ok" ? NONE : SENT_BACK,
  };
}

/** Learns which lines a reviewer sends back. */
export function learnLines(examples: LineExamples): LearnedLines {
  return {
    from: identifyLines(examples),
    kinds: {
      criterion: learnWeights(examples.criterion),
      problem: learnWeights(examples.problem),
    },
  };
}

/** Identifies lines by their words and labels: a rule may change without learning anew. */
export function identifyLines({ criterion, problem }: LineExamples): string {
  const wordsOnly = [...criterion, ...problem].map(({ features, answer }) => ({
    answer,
    features: new Map([...features].filter(([name]) => !name.startsWith("rule "))),
  }));
  return identifySource(wordsOnly);
}
