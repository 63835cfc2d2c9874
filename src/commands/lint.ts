import type { Command } from "commander";
import type { Context } from "../context.ts";
import { findTopicOfRules } from "../domain/insights/guide-topic.ts";
import { listFixedLines } from "../domain/library/fixed-lines.ts";
import { lineKinds, type Rule } from "../domain/library/rule.ts";
import type { Step } from "../domain/library/step.ts";
import { quotePath } from "../domain/text/words.ts";
import { ExitCode, UserError } from "../errors.ts";
import { isBlank } from "../files/decode.ts";
import { findSpelled } from "../files/plain-file.ts";
import { nameSource, readTextFile } from "../files/read.ts";
import type { LineKind } from "../linter/line.ts";
import type { Unclosed } from "../linter/roles/verbatim.ts";
import { compileRules, type Ruleset } from "../linter/rules.ts";
import { lintSpecText, type SpecFinding } from "../linter/spec.ts";
import { explainText, type LintedText, lintText, type TextFinding } from "../linter/text.ts";
import { toFindingJson, toLineCountsJson, toLineJson, toRuleJson } from "../render/json/lint.ts";
import { renderFindings, renderRoles, renderRule, renderRules } from "../render/text/lint.ts";
import { findById } from "./shared/arguments.ts";
import { choiceOption } from "./shared/choices.ts";
import { describeOffer } from "./shared/guide-offer.ts";
import { assertNotSealedHere } from "./shared/sealed-text.ts";

/** The options of the `lint` command. */
export interface LintOptions {
  kind?: LineKind;
  spec?: boolean;
  strict?: boolean;
  explain?: boolean;
  rule?: string;
  list?: boolean;
  json?: boolean;
}

/** Registers the `lint` command. */
export function registerLint(command: Command, context: Context): void {
  command
    .description("Finds vague checks and problem statements, and asks how to make them clear.")
    .argument("[file]", "a text file, a sentence in quotes, or - to read from stdin")
    .addOption(
      choiceOption(
        "--kind <kind>",
        "the kind of every line (default: from its heading)",
        lineKinds,
      ),
    )
    .option("--spec", "treat the text as a whole spec, and also check for missing parts")
    .option("--strict", "exit with 1 for any finding, not only for those to fix first")
    .option("--explain", "show what each line is: a criterion, a problem or something else")
    .option("--rule <rule>", "explain one rule with its examples")
    .option("--list", "list the rules")
    .option("--json", "print the findings as JSON")
    .addHelpText("after", LINT_EXAMPLES)
    .action((file: string | undefined, options: LintOptions) => runLint(context, file, options));
}

const LINT_EXAMPLES = `
Examples:
  builder-pm lint checks.md
  builder-pm lint "The page is fast"
  builder-pm spec --print | builder-pm lint - --spec
  builder-pm lint checks.md --explain
  builder-pm lint --rule vague-term`;

/** Lints a text, or explains the rules. Sets exit code 1 for findings to fix first. */
export async function runLint(
  context: Context,
  file: string | undefined,
  options: LintOptions,
): Promise<void> {
  const { rules, steps, problems } = await context.loadLibrary("rules", "steps");
  if (options.list) return printRules(context, rules);
  if (options.rule !== undefined)
    return printRule(context, findById(rules, options.rule, "rule", problems));
  if (file === undefined) throw createNoInputError();
  const source = await readSource(context, file, steps);
  if (options.explain) return printRoles(context, source);
  const ruleset = compileRules(rules);
  const linted = lintWhole(source, options, ruleset);
  const { found: findings, unclosed } = linted;
  printTextFindings(context, source, options, linted);
  printUnclosed(context, unclosed);
  printHowToExplain(context, source, linted);
  const ids = findings.map(({ rule }) => rule);
  const topic = findTopicOfRules(rules, ids);
  if (topic !== undefined && !context.json) context.hint(describeOffer(topic));
  const isBad = options.strict
    ? findings.length > 0
    : findings.some(({ severity }) => severity === "block");
  if (isBad) context.exitCode = ExitCode.couldNot;
}

/** What is linted. */
interface LintedSource {
  /** How findings name it. */
  name: string;
  text: string;
  /** Lines that the program wrote. */
  fixed: ReadonlySet<string>;
  /** The file as it is typed; undefined for words on the command line. */
  path?: string;
}

/** Reads a file or standard input, or takes a sentence that someone typed instead of a file. */
async function readSource(
  context: Context,
  file: string,
  steps: readonly Step[],
): Promise<LintedSource> {
  const fixed = listFixedLines(steps);
  if (areWords(file)) {
    await assertNotSealedHere(context, { path: "-", text: file });
    return { name: "words", text: file, fixed };
  }
  const text = readTextFile(file);
  if (isBlank(text)) throw createEmptyInputError(file);
  await assertNotSealedHere(context, { path: file, text });
  const isPiped = file === "-";
  return { name: isPiped ? "stdin" : file, text, fixed, path: isPiped ? file : quotePath(file) };
}

/** Returns true if someone typed a sentence in place of a file. */
function areWords(file: string): boolean {
  const isPath = /^[~./\\]|^[a-z]:|\.\w{1,8}$/i.test(file.trim());
  return /\s/.test(file.trim()) && !isPath && findSpelled(file, ".") === undefined;
}

function lintWhole(
  { text, path, fixed }: LintedSource,
  { kind, spec }: LintOptions,
  ruleset: Ruleset,
): LintedText<TextFinding | SpecFinding> {
  if (spec) return { found: lintSpecText(text, ruleset), judged: 1, leftOut: 0 };
  const linted = lintText(text, { kind, fixed }, ruleset);
  // What someone types to have it checked is a check, if nothing says that it's something else.
  const isUnread = path === undefined && linted.judged === 0;
  return isUnread ? lintText(text, { kind: "criterion" }, ruleset) : linted;
}

function printTextFindings(
  context: Context,
  { name, path }: LintedSource,
  { spec }: LintOptions,
  linted: LintedText<TextFinding | SpecFinding>,
): void {
  const { found: findings, judged, leftOut } = linted;
  if (context.json)
    context.stdout.json({
      ...toLineCountsJson(spec ? undefined : linted),
      findings: findings.map((finding) => toFindingJson(name, finding)),
    });
  else
    context.stdout.show(renderFindings, {
      file: name,
      isFile: path !== undefined,
      findings,
      judged: spec ? undefined : judged,
      leftOut,
      isTerminal: context.stdout.isTerminal,
    });
}

/** Prints what each line of a text is. */
function printRoles(context: Context, { name, text, fixed }: LintedSource): void {
  const { found, unclosed } = explainText(text, fixed);
  if (context.json) context.stdout.json({ lines: found.map((line) => toLineJson(name, line)) });
  else context.stdout.show(renderRoles, { lines: found, isTerminal: context.stdout.isTerminal });
  printUnclosed(context, unclosed);
}

/** Says how to see which lines were not checked. */
function printHowToExplain(
  context: Context,
  { path }: LintedSource,
  { judged, leftOut }: LintedText<unknown>,
): void {
  if (path === undefined || (judged > 0 && leftOut === 0)) return;
  if (judged === 0)
    context.hint(`To check every line as a check: builder-pm lint ${path} --kind criterion`);
  context.hint(`What each line was taken for: builder-pm lint ${path} --explain`);
}

/** Says that a text was not read to its end, because a code block or a comment never ends. */
function printUnclosed(context: Context, unclosed: Unclosed | undefined): void {
  if (!unclosed) return;
  const { what, line } = unclosed;
  context.stderr.line(
    `The ${what} that starts on line ${line} never ends, so nothing below it was checked. ` +
      `Add the line that ends it.`,
  );
}

function printRules(context: Context, rules: readonly Rule[]): void {
  if (context.json) context.stdout.json({ rules: rules.map(toRuleJson) });
  else context.stdout.show(renderRules, rules);
}

function printRule(context: Context, rule: Rule): void {
  if (context.json) context.stdout.json({ rule: toRuleJson(rule) });
  else context.stdout.show(renderRule, rule);
}

function createNoInputError(): UserError {
  return new UserError("Please name a file to check.", {
    exitCode: ExitCode.usage,
    fix: "For a file: builder-pm lint checks.md\nFor text from another command: builder-pm lint -",
  });
}

function createEmptyInputError(file: string): UserError {
  return new UserError(`${nameSource(file)} is empty, so there's nothing to check.`, {
    exitCode: ExitCode.usage,
    fix:
      file === "-"
        ? "Check the command before the |, or name a file: builder-pm lint checks.md"
        : "Write one check or sentence per line, then save the file.",
  });
}
