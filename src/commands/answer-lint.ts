import type { Context } from "../context.ts";
import type { Question } from "../domain/step.ts";
import { type Finding, lintLine } from "../linter/engine.ts";
import type { LineKind } from "../linter/line.ts";
import { compileRules, type Ruleset } from "../linter/rules.ts";
import type { Prompter } from "../prompts/prompter.ts";
import { renderAnswerFindings } from "../render/lint.ts";

/** What is asked about an answer before it stands. A note is not: it is only said by `lint`. */
export type FindInAnswer = (kind: LineKind | undefined, text: string) => Finding[];

/** The rules of the content, ready to lint with. */
async function loadRuleset(context: Context): Promise<Ruleset> {
  return compileRules((await context.loadLibrary("rules")).rules);
}

/** The linter for the answers to these questions; it loads no rules when none of them wants any. */
export async function loadAnswerLinter(
  context: Context,
  questions: readonly Pick<Question, "lint">[],
): Promise<FindInAnswer> {
  if (questions.every(({ lint }) => lint === undefined)) return () => [];
  const ruleset = await loadRuleset(context);
  return (kind, text) =>
    kind && text !== "" ? lintLine(text, kind, ruleset).filter(({ severity }) => severity !== "note") : [];
}

/** Shows what is asked about a line until the person has rewritten it, or keeps it as it is. */
export async function settleLine(
  context: Context,
  prompter: Prompter,
  text: string,
  find: (text: string) => Finding[],
): Promise<string> {
  let line = text;
  for (let findings = find(line); findings.length > 0; findings = find(line)) {
    context.stderr.show(renderAnswerFindings, findings);
    const choice = await prompter.select({ message: "Rewrite it?", choices: rewriteChoices });
    if (choice === "keep") return line;
    line = (await prompter.text({ message: "Once more:", hint: "Enter when you are done", initial: line })) || line;
  }
  return line;
}

const rewriteChoices = [
  { value: "rewrite", label: "Rewrite it", hint: "with the question in mind" },
  { value: "keep", label: "Keep it", hint: "the page says that it was kept as written" },
] as const;

/** The marks an answer is saved with: the rules that asked about it, and that it was kept in spite of. */
export function findMarksWith(find: FindInAnswer) {
  return ({ lint }: Question, text: string): string[] => find(lint, text).map(({ rule }) => rule);
}

/** Says on stderr what is asked about an answer that a flag gave: it is kept as it is. */
export function tellFindings(context: Context, name: string, findings: readonly Finding[]): void {
  if (context.json) return;
  for (const { rule, message, question } of findings) context.stderr.line(`${name}: ${rule}: ${message} ${question}`);
}
