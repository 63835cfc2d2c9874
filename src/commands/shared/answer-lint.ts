import type { Context } from "../../context.ts";
import type { Question, Step } from "../../domain/library/step.ts";
import { cleanText } from "../../domain/text/clean.ts";
import type { Finding } from "../../linter/engine.ts";
import type { Prompter } from "../../prompts/prompter.ts";
import { renderAnswerFindings } from "../../render/text/lint.ts";

/** What is asked about an answer before it stands. A note is not: it is only said by `lint`. */
export type FindInAnswer = (kind: Question["lint"], text: string) => Promise<Finding[]>;

/**
 * The linter for answers. Its rules are loaded with the first answer that is looked at, never
 * before a question.
 */
export function createAnswerLinter(context: Context): FindInAnswer {
  let loading: ReturnType<typeof loadLinter> | undefined;
  return async (kind, text) => {
    if (!kind || text === "") return [];
    loading ??= loadLinter(context);
    const lint = await loading;
    return lint(text, kind).filter(({ severity }) => severity !== "note");
  };
}

async function loadLinter(context: Context) {
  const { rules } = await context.loadLibrary("rules");
  const { compileRules } = await import("../../linter/rules.ts");
  const { lintLine } = await import("../../linter/engine.ts");
  const ruleset = compileRules(rules);
  return (text: string, kind: NonNullable<Question["lint"]>) => lintLine(text, kind, ruleset);
}

/**
 * Asks about a line until the person has rewritten it or keeps it, and returns the line then.
 * `keepDraft` is called with the wording so far if the person stops.
 */
export async function settleLine(
  context: Context,
  prompter: Prompter,
  text: string,
  find: (text: string) => Promise<Finding[]>,
  keepDraft: (text: string) => void,
): Promise<string> {
  let line = text;
  for (let findings = await find(line); findings.length > 0; findings = await find(line)) {
    context.stderr.show(renderAnswerFindings, findings);
    const choice = await prompter.select({ message: "Rewrite it?", choices: rewriteChoices });
    if (choice === "keep") return line;
    const words = await prompter.text({
      message: "New wording:",
      hint: "Press Enter when you are done",
      initial: line,
      keepDraft,
    });
    line = cleanText(words) || line;
  }
  return line;
}

const rewriteChoices = [
  { value: "rewrite", label: "Rewrite it", hint: "with the question in mind" },
  { value: "keep", label: "Keep it", hint: "the page says that it was kept as written" },
] as const;

/**
 * What is asked about the lines of one answer, and the marks they are saved with, by their text:
 * the rules that asked about them, and that they are kept in spite of.
 *
 */
export async function lintLines(find: FindInAnswer, { lint }: Question, texts: readonly string[]) {
  const findings: Finding[] = [];
  const marks = new Map<string, string[]>();
  for (const text of texts) {
    const found = await find(lint, text);
    findings.push(...found);
    const rules = found.map(({ rule }) => rule);
    if (rules.length > 0) marks.set(text, rules);
  }
  return { findings, marks };
}

/**
 * Says on stderr what a whole spec lacks, once its page is finished; a page without checks is no
 * spec.
 */
export async function printSpecFindings(
  context: Context,
  { questions }: Pick<Step, "questions">,
  page: string,
): Promise<void> {
  if (!questions.some(({ lint }) => lint === "criterion")) return;
  const { rules } = await context.loadLibrary("rules");
  const { compileRules } = await import("../../linter/rules.ts");
  const { lintSpecText } = await import("../../linter/spec.ts");
  const findings = lintSpecText(page, compileRules(rules)).filter((finding) => "scope" in finding);
  for (const { rule, message, question } of findings)
    context.stderr.line(`${rule}: ${message} ${question}`);
}

/** Says on stderr what is asked about an answer that a flag gave: it is kept as it is. */
export function printFindings(context: Context, name: string, findings: readonly Finding[]): void {
  if (context.json) return;
  for (const { rule, message, question } of findings)
    context.stderr.line(`${name}: ${rule}: ${message} ${question}`);
}
