import type { Command } from "commander";
import type { Context } from "../context.ts";
import { findTopicOfRules } from "../domain/insights/guide-topic.ts";
import type { Rule } from "../domain/library/rule.ts";
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

/** The options of `lint`, as they are typed. */
export interface LintOptions {
  kind?: LineKind;
  spec?: boolean;
  strict?: boolean;
  rule?: string;
  list?: boolean;
  json?: boolean;
}

const kinds: readonly LineKind[] = ["criterion", "problem", "evidence"];

/** Registers the `lint` command. */
export function registerLint(command: Command, context: Context): void {
  command
    .description("Reads checks and problem statements, and asks how to sharpen a vague one.")
    .argument("[file]", "a text file; - reads what is piped in")
    .addOption(
      choiceOption("--kind <kind>", "what every line is; headings say it when not given", kinds),
    )
    .option("--spec", "the text is a whole spec: also look at what is missing from it")
    .option("--strict", "end with 1 on any finding, not only on those to fix first")
    .option("--rule <rule>", "explain one rule with its examples")
    .option("--list", "list the rules")
    .option("--json", "print the findings for programs")
    .addHelpText("after", LINT_EXAMPLES)
    .action((file: string | undefined, options: LintOptions) => runLint(context, file, options));
}

const LINT_EXAMPLES = `
Examples:
  builder-pm lint checks.md
  builder-pm spec --print | builder-pm lint - --spec
  builder-pm lint --rule vague-term`;

/** Lints a text and ends with 1 when something is to be mended; or explains the rules. */
export async function runLint(
  context: Context,
  file: string | undefined,
  options: LintOptions,
): Promise<void> {
  const { rules } = await context.loadLibrary("rules");
  if (options.list) return printRules(context, rules);
  if (options.rule !== undefined) return printRule(context, findById(rules, options.rule, "rule"));
  if (file === undefined) throw describeMissingFile();
  const ruleset = compileRules(rules);
  const text = readTextFile(file);
  if (isBlank(text)) throw describeEmpty(file);
  const findings = options.spec
    ? lintSpecText(text, ruleset)
    : lintText(text, { kind: options.kind }, ruleset);
  printFileFindings(context, file, findings);
  const ids = findings.map(({ rule }) => rule);
  const topic = findTopicOfRules(rules, ids);
  if (topic !== undefined && !context.json) context.hint(describeOffer(topic));
  const isBad = options.strict
    ? findings.length > 0
    : findings.some(({ severity }) => severity === "block");
  if (isBad) context.exitCode = ExitCode.couldNot;
}

function printFileFindings(
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

function describeMissingFile(): UserError {
  return new UserError("There is no text to read.", {
    exitCode: ExitCode.usage,
    fix: "Name a file: builder-pm lint checks.md\nOr pipe a text in: builder-pm lint -",
  });
}

function describeEmpty(file: string): UserError {
  return new UserError(`${nameSource(file)} is empty: there is nothing to check.`, {
    exitCode: ExitCode.usage,
    fix:
      file === "-"
        ? "Check the command before the |, or name a file: builder-pm lint checks.md"
        : "Write one check or sentence on each line, and save the file.",
  });
}
