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
}

/** Returns every line of the sets in `test/fixtures/lint` and every example of a rule. */
export async function loadLintLines(): Promise<LintLine[]> {
  return [...readSets(), ...(await loadExamples())];
}

function readSets(): LintLine[] {
  const folder = join(root, "test/fixtures/lint");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"))
    .map((line) => JSON.parse(line) as LintLine);
}

/** Returns the examples of all rules about a line. */
export async function loadExamples(): Promise<LintLine[]> {
  const rules = await loadRules("content/rules");
  return rules
    .filter(({ kinds }) => !kinds.includes("sensitive") && !kinds.includes("spec"))
    .flatMap((rule) =>
      [...rule.examples.bad, ...rule.examples.ok].map((example) => {
        const [first] = lineKindsOf(rule);
        const { text, kind = first } =
          typeof example === "string" ? { text: example, kind: first } : example;
        return { text, kind: kind as LineKind };
      }),
    );
}
