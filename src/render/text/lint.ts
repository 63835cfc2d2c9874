import type { Rule } from "../../domain/library/rule.ts";
import { breakAtWords, hang, indent, padTo, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** A finding as it is shown; one about the whole text has no line. */
export interface ShownFinding {
  rule: string;
  severity: Rule["severity"];
  message: string;
  question: string;
  line?: number;
  column?: number;
}

/** The words a person reads for a severity. */
const severityWords: Record<Rule["severity"], string> = {
  block: "fix first",
  ask: "ask yourself",
  note: "note",
};

/** The findings of a file, and whether a person sees them: only then are lines broken at words. */
export interface FindingsView {
  file: string;
  findings: readonly ShownFinding[];
  isTerminal: boolean;
}

/** One finding a line, as editors read them, with the question below. */
export function renderFindings(view: FindingsView, { theme, width }: RenderOptions): string {
  if (view.findings.length === 0) return "No issues found.\n";
  const rows = view.findings.map(({ rule, severity, message, question, line = 1, column = 1 }) => {
    const place = `${view.file}:${line}:${column}: ${rule}: `;
    const words = severity === "block" ? `${message} (${severityWords.block})` : message;
    return `${theme.command(place)}${words}\n${theme.faint(`    ${question}`)}`;
  });
  const text = `${rows.join("\n")}\n`;
  return view.isTerminal ? breakAtWords(text, width) : text;
}

/** All rules, one line each. */
export function renderRules(rules: readonly Rule[], { theme, width }: RenderOptions): string {
  const column = Math.max(...rules.map(({ id }) => id.length)) + 2;
  const rows = rules.map(({ id, severity, title }) =>
    hang(`  ${theme.command(padTo(id, column))}`, `${title} (${severityWords[severity]})`, width),
  );
  return stack([`  ${theme.heading("What the linter asks about")}`, rows]);
}

/** One rule with its question and its examples. */
export function renderRule(
  { title, says, question, body, examples }: Rule,
  { theme, width }: RenderOptions,
): string {
  const list = (name: string, texts: Rule["examples"]["bad"]) =>
    texts.length > 0
      ? [theme.heading(name), ...texts.map((example) => hang("  - ", textOf(example), width))]
      : [];
  return stack([
    theme.heading(title),
    [breakAtWords(describeSays(says), width), breakAtWords(question, width)],
    list("Lines that get this question", examples.bad),
    list("Lines that do not", examples.ok),
    indent(body.replaceAll("\n", " "), width, 0),
  ]);
}

/** What a rule says where there is no line whose word it could name. */
function describeSays(says: string): string {
  return says.replace('"{word}"', "The word");
}

/**
 * The findings about one answer, shown under it before the person chooses to rewrite or keep it.
 */
export function renderAnswerFindings(
  findings: readonly ShownFinding[],
  { theme, width }: RenderOptions,
): string {
  const rows = findings.map(
    ({ message, question }) => `${theme.warn(indent(message, width))}\n${indent(question, width)}`,
  );
  return `\n${rows.join("\n")}\n\n`;
}

function textOf(example: Rule["examples"]["bad"][number]): string {
  return typeof example === "string" ? example : example.text;
}
