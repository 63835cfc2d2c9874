import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lineKindsOf } from "../../src/domain/library/rule.ts";
import type { LineKind } from "../../src/linter/line.ts";
import { root } from "./context.ts";
import { loadRules } from "./rules.ts";

/** A line that the linter can read, and what it is. */
export interface LintLine {
  text: string;
  kind: LineKind;
  /** "ok", or the id of the rule that asks about it. */
  label: string;
}

/** Returns every line of `test/fixtures/lint`, but for one set, and every example of a rule. */
export async function loadLintLines(without?: string): Promise<LintLine[]> {
  return [...readLabeledLines(without), ...(await loadExamples())];
}

/** Returns every line of `test/fixtures/lint`, but for one set. */
export function readLabeledLines(without?: string): LintLine[] {
  return [...readSets(without), ...readSteps()];
}

function readSets(without?: string): LintLine[] {
  const folder = join(root, "test/fixtures/lint");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl") && name !== without)
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"))
    .map((line) => JSON.parse(line) as LintLine);
}

/** Reads steps and rules for people, lists that "like" leaves open, and limits said twice. */
export function loadSteps(): { defects: string[]; sound: string[] } {
  return JSON.parse(readFileSync(join(root, "test/fixtures/lint/steps.json"), "utf8"));
}

function readSteps(): LintLine[] {
  const steps = loadSteps();
  const label = (texts: readonly string[], label: string) =>
    texts.map((text) => ({ text, kind: "criterion" as const, label }));
  return [...label(steps.defects, "no-observable-outcome"), ...label(steps.sound, "ok")];
}

/** Returns the examples of all rules about a line. */
export async function loadExamples(): Promise<LintLine[]> {
  const rules = await loadRules("content/rules");
  return rules
    .filter(({ kinds }) => !kinds.includes("sensitive") && !kinds.includes("spec"))
    .flatMap((rule) =>
      (["bad", "ok"] as const).flatMap((name) =>
        rule.examples[name].map((example) => {
          const [first] = lineKindsOf(rule);
          const { text, kind = first } =
            typeof example === "string" ? { text: example, kind: first } : example;
          return { text, kind: kind as LineKind, label: name === "ok" ? name : rule.id };
        }),
      ),
    );
}
