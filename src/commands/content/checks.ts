import { type Check, checkName, createKindCheck } from "../../content/lint/check.ts";
import type { FieldProblem } from "../../content/schema.ts";
import { deriveOnce } from "../../domain/library/derived.ts";
import type { Library } from "../../domain/library/library.ts";
import { lineKindsOf, type Rule } from "../../domain/library/rule.ts";
import { choicesOf, type Question } from "../../domain/library/step.ts";
import { createAttempt } from "../../domain/practice/attempt.ts";
import { lintLine } from "../../linter/engine.ts";
import type { Finding } from "../../linter/finding.ts";
import type { LineKind } from "../../linter/line.ts";
import { type AnswerKind, lintAnswer } from "../../linter/promise.ts";
import { compileRules, isKnownShape, knownShapes, type Ruleset } from "../../linter/rules.ts";
import { compileSensitive, findSensitive } from "../../linter/sensitive.ts";
import { lintSpec, type SpecFinding } from "../../linter/spec.ts";
import { renderAsking } from "../../render/text/asking.ts";
import { renderTopic } from "../../render/text/guide.ts";
import { renderDrillIntro } from "../../render/text/practice.ts";
import { renderQuestion } from "../../render/text/question.ts";
import { renderSlice } from "../../render/text/slices.ts";
import { createTheme, type RenderOptions } from "../../render/theme.ts";

type Path = FieldProblem["path"];

/**
 * Creates the checks of content that need the linter or a screen: content must follow its own rules
 * and fit on the screen.
 */
export function createContentChecks(library: Library): Check {
  const ruleset = compileRules(library.rules);
  const all = [
    checkSliceLines(ruleset),
    checkSliceStop(ruleset),
    checkItemLines(ruleset),
    checkExamples(ruleset),
    checkRule(ruleset),
    checkSliceSize,
    checkItemSizes,
    checkQuestionSizes,
    checkTopicSize,
    checkDrillSize,
  ];
  return (file, whole) => all.flatMap((check) => check(file, whole));
}

function checkLine(path: Path, text: string, kind: AnswerKind, ruleset: Ruleset): FieldProblem[] {
  const known = findingsOf(ruleset);
  const key = `${kind} ${text}`;
  const findings = known.get(key) ?? lintAnswer(text, kind, ruleset);
  known.set(key, findings);
  return describeFirstFinding(path, findings, text);
}

/**
 * What was found in each line. Files that were made from the same one share most of their lines.
 */
const findingsOf = deriveOnce((_ruleset: Ruleset) => new Map<string, readonly Finding[]>());

/** Longer findings are about the whole line. */
const MAX_QUOTED = 30;

function describeFirstFinding(
  path: Path,
  findings: readonly (Finding | SpecFinding)[],
  text: string,
): FieldProblem[] {
  const [finding] = findings.filter(({ severity }) => severity !== "note");
  if (!finding) return [];
  const found =
    "column" in finding
      ? text.slice(finding.column - 1, finding.column - 1 + finding.length)
      : text;
  const { rule, message, question } = finding;
  const isQuoted = found === text || found.length > MAX_QUOTED || message.includes(found);
  const quote = isQuoted ? "" : `"${found}": `;
  return [{ path, message: `${quote}${message} (${rule})`, fix: question }];
}

const checkSliceLines = (ruleset: Ruleset) =>
  createKindCheck("slices", ({ checks }) =>
    checks.flatMap((text, at) => checkLine(["checks", at], text, "criterion", ruleset)),
  );

/** A spec without problems, except in its stop rule. */
const VALID_SPEC = { problem: "", checks: ["", "", ""], edges: [""], notBuilding: [""] };

const checkSliceStop = (ruleset: Ruleset) =>
  createKindCheck("slices", ({ stop }) =>
    describeFirstFinding(["stop"], lintSpec({ ...VALID_SPEC, stop }, ruleset), stop),
  );

const checkItemLines = (ruleset: Ruleset) =>
  createKindCheck("checklists", ({ items }) =>
    items.flatMap(({ lint: kind, good }, at) =>
      kind ? checkLine(["items", at, "good"], good, kind, ruleset) : [],
    ),
  );

const checkExamples = (ruleset: Ruleset) =>
  createKindCheck("steps", ({ questions }) =>
    questions.flatMap(({ lint: kind, example = [] }, at) => {
      const path = ["questions", at, "example"];
      if (!kind) return [];
      if (typeof example === "string") return checkLine(path, example, kind, ruleset);
      return example.flatMap((text, line) => checkLine([...path, line], text, kind, ruleset));
    }),
  );

const checkRule = (ruleset: Ruleset) =>
  createKindCheck("rules", (rule) => [
    ...rule.shapes.flatMap((name, at) =>
      isKnownShape(name) ? [] : checkName(["shapes", at], "shape", name, knownShapes),
    ),
    ...(rule.kinds.includes("spec") && lineKindsOf(rule).length === 0
      ? []
      : checkRuleExamples(rule, ruleset)),
  ]);

function checkRuleExamples(rule: Rule, ruleset: Ruleset): FieldProblem[] {
  const { bad, ok } = rule.examples;
  const empty = (["bad", "ok"] as const).filter((name) => rule.examples[name].length === 0);
  // An example is one of this rule, also where a line like it is likely to be sound.
  const alone = compileRules([{ ...rule, unlessSound: false }]);
  const missed = bad.flatMap((example, at) => {
    const { text, kind } = readExample(rule, example);
    const found = isSensitive(rule)
      ? findSensitive(text, compileSensitive([rule]))
      : lintLine(text, kind, alone);
    if (found.length > 0) return [];
    const message = "this rule finds nothing in this line";
    return [{ path: ["examples", "bad", at], message, fix: "change the line or the terms" }];
  });
  const flagged = ok.flatMap((example, at) => {
    const { text, kind } = readExample(rule, example);
    const path = ["examples", "ok", at];
    if (!isSensitive(rule)) return checkLine(path, text, kind, ruleset);
    const [finding] = findSensitive(text, compileSensitive([rule]));
    return finding
      ? [{ path, message: `this rule finds ${finding.finds} here`, fix: "change the line" }]
      : [];
  });
  const bare = empty.map((name) => ({
    path: ["examples", name],
    message: "needs at least one line",
    fix: "add an example",
  }));
  return [...bare, ...missed, ...flagged];
}

function isSensitive({ kinds }: Rule): boolean {
  return kinds.includes("sensitive");
}

function readExample(
  rule: Rule,
  example: Rule["examples"]["bad"][number],
): { text: string; kind: LineKind } {
  const [first] = lineKindsOf(rule);
  const { text, kind } = typeof example === "string" ? { text: example, kind: first } : example;
  return { text, kind: kind as LineKind };
}

const options: RenderOptions = { theme: createTheme({ color: false }), width: 80 };
const SCREEN_ROWS = 24;
const PAGE_ROWS = 40;
/** A stand-in for an answer of typical length, which takes two lines. */
const SAMPLE_ANSWER =
  "This sample text is about as long as most of the answers that people write, so it takes two.";

function checkRows(path: Path, screen: string, promptRows: number, max: number): FieldProblem[] {
  const rows = screen.replace(/\n$/, "").split("\n").length + promptRows;
  if (rows <= max) return [];
  return [
    {
      path,
      message: `takes ${rows} rows of 80 columns; the limit is ${max}`,
      fix: "shorten it",
    },
  ];
}

const checkSliceSize = createKindCheck("slices", (slice) =>
  checkRows([], renderSlice({ slice, items: [] }, options), 0, PAGE_ROWS),
);
const checkTopicSize = createKindCheck("guide", (topic) =>
  checkRows([], renderTopic(topic, options), 0, PAGE_ROWS),
);

/** What a person reads before the first question of a drill, with room for the longest address. */
const checkDrillSize = createKindCheck("drills", (drill) => {
  const folder = "x".repeat(60);
  const attempt = createAttempt(drill, { sha256: "", folder, now: new Date(0) });
  const view = { drill, folder, attempt, address: "x".repeat(80) };
  return checkRows([], renderDrillIntro(view, options), 0, PAGE_ROWS);
});

const checkItemSizes = createKindCheck("checklists", ({ items }) =>
  items.flatMap((item, index) => {
    const before = { answer: "partly", evidence: SAMPLE_ANSWER, answeredAt: "" } as const;
    const screen = renderQuestion(
      { item, number: index + 1, total: items.length, before },
      options,
    );
    // The prompt takes 8 rows: the message, five choices, a blank line and the keys.
    return checkRows(["items", index], screen, 8, SCREEN_ROWS);
  }),
);

const checkQuestionSizes = createKindCheck("steps", ({ questions }) =>
  questions.flatMap((question, index) => {
    const entry = question.each ? { id: "1", number: 1, text: SAMPLE_ANSWER } : undefined;
    const view = {
      question,
      entry,
      place: { number: index + 1, total: questions.length },
      hints: [],
      before: [],
    };
    return checkRows(
      ["questions", index],
      renderAsking(view, options),
      countPromptRows(question),
      SCREEN_ROWS,
    );
  }),
);

/** Returns the rows of the prompt: the message, the choices or the input, and the keys. */
function countPromptRows(question: Question): number {
  const { length } = choicesOf(question);
  return length > 0 ? Math.min(length + 1, 12) + 3 : 3;
}
