import type { Context } from "../../context.ts";
import { listMarks } from "../../domain/insights/guide-topic.ts";
import type { Question, Step } from "../../domain/library/step.ts";
import { type AnswerLine, unmarked } from "../../domain/project/answer-line.ts";
import type { Project } from "../../domain/project/project.ts";
import { cleanText } from "../../domain/text/clean.ts";
import type { Finding } from "../../linter/finding.ts";
import type { Ruleset } from "../../linter/rules.ts";
import type { Prompter } from "../../prompts/prompter.ts";
import { renderAnswerFindings } from "../../render/text/lint.ts";
import { BACK_HINT, readBeforeBack } from "./going-back.ts";

/** Returns what to ask about an answer. Notes are left out, because only `lint` prints them. */
export type FindInAnswer = (kind: Question["lint"], text: string) => Promise<Finding[]>;

/**
 * Creates the linter for answers. It loads the rules with the first answer, so that no question
 * waits for them.
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

async function loadRuleset(context: Context): Promise<Ruleset> {
  const { rules } = await context.loadLibrary("rules");
  const { compileRules } = await import("../../linter/rules.ts");
  return compileRules(rules);
}

async function loadLinter(context: Context) {
  const ruleset = await loadRuleset(context);
  const { lintAnswer } = await import("../../linter/promise.ts");
  return (text: string, kind: NonNullable<Question["lint"]>) => lintAnswer(text, kind, ruleset);
}

/** What a line is asked about with. */
interface LintTools {
  context: Context;
  prompter: Prompter;
  find: FindInAnswer;
  place?: string | undefined;
}

/**
 * Asks about a line until the person has rewritten it or keeps it. Returns the line with its marks.
 * If the person stops, calls `keepDraft` with the wording so far.
 */
export async function settleLine(
  { context, prompter, find, place }: LintTools,
  { lint }: Question,
  text: string,
  keepDraft: (text: string) => void,
): Promise<AnswerLine> {
  let line = text;
  for (;;) {
    const findings = await find(lint, line);
    if (findings.length === 0) return { text: line, marks: [] };
    const about = place === undefined ? undefined : `${place}: ${line}`;
    context.stderr.show(renderAnswerFindings, { about, findings });
    const choice = await prompter.select({
      message: "What would you like to do?",
      choices: rewriteChoices,
      own: rewriteChoices[0],
    });
    if (choice === "keep") return { text: line, marks: listRules(findings) };
    const words = await prompter.text({
      message: "New wording:",
      hint: `Press Enter when you're done. ${BACK_HINT}`,
      initial: line,
      keepDraft,
    });
    // Going back from here leads to the choice between rewriting and keeping what was typed.
    line = cleanText(readBeforeBack(words) ?? words) || line;
    keepDraft(line);
  }
}

const rewriteChoices = [
  { value: "rewrite", label: "Rewrite it" },
  {
    value: "keep",
    label: "Keep it as is",
    hint: "the page will say that it's worth a second look",
  },
] as const;

/** Lints the lines of an answer. Returns them with their marks, and the findings of each line. */
export async function lintLines(
  find: FindInAnswer,
  { lint }: Question,
  texts: readonly string[],
): Promise<{ lines: AnswerLine[]; findings: Finding[][] }> {
  const found = await Promise.all(
    texts.map(async (text) => ({ text, findings: await find(lint, text) })),
  );
  return {
    lines: found.map(({ text, findings }) => ({ text, marks: listRules(findings) })),
    findings: found.map(({ findings }) => findings),
  };
}

/**
 * Returns the lines of an answer, marked where they already hold the evidence that another question
 * of the step would ask for.
 */
export async function markEvidence(
  find: FindInAnswer,
  { questions }: Pick<Step, "questions">,
  { id }: Pick<Question, "id">,
  lines: readonly AnswerLine[],
): Promise<readonly AnswerLine[]> {
  if (!questions.some(({ askUnless }) => askUnless?.evidenceIn === id)) return lines;
  const marked = lines.map(async (line) => {
    const missing = await find("evidence", line.text);
    return line.text !== "" && missing.length === 0 ? { ...line, hasEvidence: true } : line;
  });
  return Promise.all(marked);
}

/**
 * Returns a linter for answers to a question that doesn't ask for the evidence for which another
 * question of the step asks anyway.
 */
export function leaveEvidence(
  find: FindInAnswer,
  { questions }: Pick<Step, "questions">,
  { id }: Pick<Question, "id">,
): FindInAnswer {
  if (!questions.some(({ askUnless }) => askUnless?.evidenceIn === id)) return find;
  return async (kind, text) => {
    const [found, asked] = await Promise.all([find(kind, text), find("evidence", text)]);
    const rules = listRules(asked);
    return found.filter(({ rule }) => !rules.includes(rule));
  };
}

/** An answer that a flag or a file gave, after the linter has seen it. */
export interface LintedAnswer {
  name: string;
  lines: AnswerLine[];
  findings: Finding[];
}

/** Lints answers by name. Marks an empty answer to a question that asks twice. */
export async function lintAnswers(
  find: FindInAnswer,
  answers: ReadonlyMap<string, readonly string[]>,
  findQuestion: (name: string) => Question | undefined,
): Promise<LintedAnswer[]> {
  const linted = [...answers].map(async ([name, texts]) => {
    const question = findQuestion(name);
    if (!question) return { name, lines: unmarked(texts), findings: [] };
    if (question.confirmEmpty && texts.every((text) => text === ""))
      return { name, lines: [{ text: "", marks: ["empty"] }], findings: [] };
    const { lines, findings } = await lintLines(find, question, texts);
    return { name, lines, findings: findings.flat() };
  });
  return Promise.all(linted);
}

function listRules(findings: readonly Finding[]): string[] {
  return findings.map(({ rule }) => rule);
}

/**
 * Prints what a finished spec lacks as a whole, except what a person was asked about and kept.
 * Pages without checks are not linted.
 */
export async function printSpecFindings(
  context: Context,
  step: Step,
  project: Project,
  page: string,
): Promise<void> {
  if (!step.questions.some(({ lint }) => lint === "criterion")) return;
  const kept = listMarks(project, step);
  const ruleset = await loadRuleset(context);
  const { lintWholeSpec } = await import("../../linter/spec.ts");
  const findings = lintWholeSpec(page, ruleset).filter(({ rule }) => !kept.includes(rule));
  for (const { message, question } of findings) context.stderr.line(`${message} ${question}`);
}

/** Prints what to ask about an answer that came by flag. The answer is saved as it is. */
export function printFindings(
  context: Context,
  name: string,
  findings: readonly Pick<Finding, "rule" | "message" | "question">[],
): void {
  if (context.json) return;
  // A program may look for the rule; a person has no use for its id.
  const isPerson = context.stderr.isTerminal;
  for (const { rule, message, question } of findings)
    context.stderr.line(`${name}: ${message} ${question}${isPerson ? "" : ` (${rule})`}`);
}
