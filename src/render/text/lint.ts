import type { Rule } from "../../domain/library/rule.ts";
import { countOf, shorten } from "../../domain/text/words.ts";
import { breakAtWords, hang, indent, padTo, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** A finding to show. One about the whole text has no line. */
export interface ShownFinding {
  rule: string;
  severity: Rule["severity"];
  message: string;
  question: string;
  line?: number;
  column?: number;
}

/** The labels of the severities. */
const severityLabels: Record<Rule["severity"], string> = {
  block: "fix first",
  ask: "think about it",
  note: "note",
};

/** The findings of a file. Lines wrap only on a terminal. */
export interface FindingsView {
  file: string;
  /** False if it has one line only, which nobody needs to look for. */
  isFile: boolean;
  findings: readonly ShownFinding[];
  /** How many lines were judged; undefined for a spec, which is judged as a whole. */
  judged: number | undefined;
  /** How many lines were left alone because of their section. */
  leftOut: number;
  isTerminal: boolean;
}

/** Renders each finding on a line that editors can parse, with the question below. */
export function renderFindings(view: FindingsView, { theme, width }: RenderOptions): string {
  const wrap = (text: string) => (view.isTerminal ? breakAtWords(text, width) : text);
  if (view.findings.length === 0) return wrap(describeNoFindings(view));
  const rows = view.findings.map((finding, index) => {
    const { rule, severity, message, question, line = 1, column = 1 } = finding;
    const prefix = severity === "block" ? `${severityLabels.block}: ` : "";
    // For people; what follows is for editors and programs.
    if (view.isTerminal) {
      const place = view.isFile ? theme.command(`${view.file}, line ${line}: `) : "";
      const isRepeated = view.findings[index - 1]?.question === question;
      const asked = isRepeated ? "" : `\n${theme.faint(`    ${question}`)}`;
      return `${place}${prefix}${message}${asked}`;
    }
    const location = theme.command(`${view.file}:${line}:${column}: `);
    return `${location}${prefix}${message} (${rule})\n${theme.faint(`    ${question}`)}`;
  });
  return wrap(`${rows.join("\n")}\n${describeIssues(view)}`);
}

/** Says how many issues there are and how much was read; to people, where a rule is explained. */
function describeIssues(view: FindingsView): string {
  const { findings, isFile, judged, isTerminal } = view;
  const read = judged === undefined ? "" : ` ${countOf(judged, "line")} checked.`;
  const count = isFile
    ? `${countOf(findings.length, "issue")}.${read}${describeLeftOut(view)}\n`
    : "";
  const [first] = findings;
  if (!isTerminal) return count === "" ? "" : `\n${count}`;
  return `\n${count}Why it asks, with examples: builder-pm lint --rule ${first?.rule}\n`;
}

function describeLeftOut({ leftOut, isTerminal }: FindingsView): string {
  if (leftOut === 0) return "";
  // On a terminal, a hint below has the whole command.
  const how = isTerminal ? "" : " See --explain.";
  return ` Not checked: ${countOf(leftOut, "other line")} that may be plans or notes.${how}`;
}

/** Lines that nobody looked at must not pass for lines without issues. */
function describeNoFindings(view: FindingsView): string {
  const { judged, isFile } = view;
  if (judged === 0) return "Nothing was checked: no line reads as a criterion or a problem.\n";
  if (judged === undefined || !isFile) return "No issues found.\n";
  return `No issues found in ${countOf(judged, "line")}.${describeLeftOut(view)}\n`;
}

/** What a line of a text is, and why. */
export interface ShownLine {
  line: number;
  role: string;
  why: string;
  text: string;
}

/** Renders each line with its role first. Long lines are cut on a terminal. */
export function renderRoles(
  { lines, isTerminal }: { lines: readonly ShownLine[]; isTerminal: boolean },
  { theme, width }: RenderOptions,
): string {
  const numbers = String(lines.at(-1)?.line ?? 1).length;
  const rows = lines.map(({ line, role, why, text }) => {
    const label = role === "other" ? why : role;
    const number = String(line).padStart(numbers);
    const shown = isTerminal
      ? shorten(text, Math.max(10, width - numbers - LABEL_COLUMN - "...".length))
      : text;
    const name = padTo(label, LABEL_COLUMN - 4);
    return `${theme.faint(number)}  ${role === "other" ? theme.faint(name) : name}  ${shown}`;
  });
  return `${rows.join("\n")}\n`;
}

const LABEL_COLUMN = 26;

/** Renders all rules, one per line. */
export function renderRules(rules: readonly Rule[], { theme, width }: RenderOptions): string {
  const column = Math.max(...rules.map(({ id }) => id.length)) + 2;
  const rows = rules.map(({ id, severity, title }) =>
    hang(`  ${theme.command(padTo(id, column))}`, `${title} (${severityLabels[severity]})`, width),
  );
  return stack([`  ${theme.heading("What the linter looks for")}`, rows]);
}

/** So many examples say what a rule is about; a program can have them all. */
const MAX_EXAMPLES = 4;

/** Renders one rule with its question, its reason and some examples. */
export function renderRule(
  { id, title, says, question, body, examples }: Rule,
  { theme, width }: RenderOptions,
): string {
  const { bad, ok } = examples;
  const list = (name: string, texts: Rule["examples"]["bad"]) =>
    texts.length > 0
      ? [
          theme.heading(name),
          ...listDifferent(texts)
            .slice(0, MAX_EXAMPLES)
            .map((example) => hang("  - ", getExampleText(example), width)),
        ]
      : [];
  const hasMore = Math.max(bad.length, ok.length) > MAX_EXAMPLES;
  return stack([
    theme.heading(title),
    [breakAtWords(formatMessage(says), width), breakAtWords(formatMessage(question), width)],
    indent(body.replaceAll("\n", " "), width, 0),
    list("Lines with this problem", bad),
    list("Lines without it", ok),
    hasMore
      ? [`All ${bad.length + ok.length} examples:`, `  builder-pm lint --rule ${id} --json`]
      : [],
  ]);
}

/** Returns the message or the question of a rule without a line to quote from. */
function formatMessage(text: string): string {
  return text
    .replace(/^"\{word\}"/, "A word here")
    .replaceAll(/"?\{word\}"?/g, "it")
    .replaceAll("{first}", "the first one");
}

/**
 * Renders the findings about an answer, before the person chooses to rewrite or keep it. `about` is
 * the line that they are about, where it isn't the only one on the screen.
 */
export function renderAnswerFindings(
  { about, findings }: { about?: string | undefined; findings: readonly ShownFinding[] },
  { theme, width }: RenderOptions,
): string {
  const rows = findings.map(
    ({ message, question }) => `${theme.warn(indent(message, width))}\n${indent(question, width)}`,
  );
  const top = about === undefined ? [] : [indent(about, width)];
  return `\n${[...top, ...rows].join("\n")}\n\n`;
}

/** Lists examples, of those that differ only in capitals and punctuation the first one. */
function listDifferent(texts: Rule["examples"]["bad"]): Rule["examples"]["bad"] {
  const lettersOf = (example: (typeof texts)[number]) =>
    getExampleText(example)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "");
  const letters = texts.map(lettersOf);
  return texts.filter((_, index) => letters.indexOf(letters[index] ?? "") === index);
}

function getExampleText(example: Rule["examples"]["bad"][number]): string {
  return typeof example === "string" ? example : example.text;
}
