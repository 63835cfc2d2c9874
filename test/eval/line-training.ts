import { NONE } from "../../src/domain/learned/classifier.ts";
import { extractWords, lintLine } from "../../src/linter/engine.ts";
import { listLineFeatures, SENT_BACK } from "../../src/linter/learned/line-features.ts";
import type { LearnedLines } from "../../src/linter/learned/weights.ts";
import { prepareLine } from "../../src/linter/line.ts";
import { compileRules, type Ruleset } from "../../src/linter/rules.ts";
import { type LintLine, loadLintLines, readLabeledLines } from "../helpers/lint-lines.ts";
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

function describeLine(line: LintLine, ruleset: Ruleset): Example {
  const rules = lintLine(line.text, line.kind, ruleset).map(({ rule }) => rule);
  return describeWith(line, rules);
}

function describeWith({ text, kind, label }: LintLine, rules: readonly string[]): Example {
  const { tokens } = prepareLine(extractWords(text, kind).clean.text, kind);
  return {
    features: listLineFeatures(tokens, rules),
    answer: label === "ok" ? NONE : SENT_BACK,
  };
}

/** Learns which lines a reviewer sends back. */
export function learnLines(examples: LineExamples): LearnedLines {
  return {
    from: identifyLines(),
    kinds: {
      criterion: learnWeights(examples.criterion),
      problem: learnWeights(examples.problem),
    },
  };
}

/** Identifies the labeled lines by their words: a rule may change without learning anew. */
export function identifyLines(): string {
  return identifySource(readLabeledLines().map((line) => describeWith(line, [])));
}
