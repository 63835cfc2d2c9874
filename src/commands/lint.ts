import type { Command } from "commander";
import type { Context } from "../context.ts";
import { findTopicOfRules } from "../domain/insights/guide-topic.ts";
import { lineKinds, type Rule } from "../domain/library/rule.ts";
import { ExitCode, UserError } from "../errors.ts";
import { isBlank } from "../files/decode.ts";
import { nameSource, readTextFile } from "../files/read.ts";
import type { LineKind } from "../linter/line.ts";
import { compileRules } from "../linter/rules.ts";
import { lintSpecText, type SpecFinding } from "../linter/spec.ts";
import { lintText, type TextFinding } from "../linter/text.ts";
import { toFindingJson, toRuleJson } from "../render/json/state.ts";
import { renderFindings, renderRule, renderRules } from "../render/text/lint.ts";
import { findById } from "./shared/arguments.ts";
import { choiceOption } from "./shared/choices.ts";
import { describeOffer } from "./shared/guide-offer.ts";

/** The options of the `lint` command. */
export interface LintOptions {
  kind?: LineKind;
  spec?: boolean;
  strict?: boolean;
  rule?: string;
  list?: boolean;
  json?: boolean;
}

/** Registers the `lint` command. */
export function registerLint(command: Command, context: Context): void {
  command
    .description("Finds vague checks and problem statements, and asks how to make them clear.")
    .argument("[file]", "a text file, or - to read from stdin")
    .addOption(
      choiceOption(
        "--kind <kind>",
        "the kind of every line (default: from its heading)",
        lineKinds,
      ),
    )
    .option("--spec", "treat the text as a whole spec, and also check for missing parts")
    .option("--strict", "exit with 1 for any finding, not only for those to fix first")
    .option("--rule <rule>", "explain one rule with its examples")
    .option("--list", "list the rules")
    .option("--json", "print the findings as JSON")
    .addHelpText("after", LINT_EXAMPLES)
    .action((file: string | undefined, options: LintOptions) => runLint(context, file, options));
}

const LINT_EXAMPLES = `
Examples:
  builder-pm lint checks.md
  builder-pm spec --print | builder-pm lint - --spec
  builder-pm lint --rule vague-term`;

/** Lints a text, or explains the rules. Sets exit code 1 for findings to fix first. */
export async function runLint(
  context: Context,
  file: string | undefined,
  options: LintOptions,
): Promise<void> {
  const { rules } = await context.loadLibrary("rules");
  if (options.list) return printRules(context, rules);
  if (options.rule !== undefined) return printRule(context, findById(rules, options.rule, "rule"));
  if (file === undefined) throw createNoInputError();
  const ruleset = compileRules(rules);
  const text = readTextFile(file);
  if (isBlank(text)) throw createEmptyInputError(file);
  const findings = options.spec
    ? lintSpecText(text, ruleset)
    : lintText(text, { kind: options.kind }, ruleset);
  printTextFindings(context, file, findings);
  const ids = findings.map(({ rule }) => rule);
  const topic = findTopicOfRules(rules, ids);
  if (topic !== undefined && !context.json) context.hint(describeOffer(topic));
  const isBad = options.strict
    ? findings.length > 0
    : findings.some(({ severity }) => severity === "block");
  if (isBad) context.exitCode = ExitCode.couldNot;
}

function printTextFindings(
  context: Context,
  file: string,
  findings: readonly (TextFinding | SpecFinding)[],
): void {
  const name = file === "-" ? "stdin" : file;
  if (context.json)
    context.stdout.json({
      findings: findings.map((finding) => toFindingJson(name, finding)),
    });
  else
    context.stdout.show(renderFindings, {
      file: name,
      findings,
      isTerminal: context.stdout.isTerminal,
    });
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
