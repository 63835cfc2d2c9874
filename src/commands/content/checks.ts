import { type Check, checkKind, checkNames } from "../../content/lint/check.ts";
import type { FieldProblem } from "../../content/schema.ts";
import type { Library } from "../../domain/library/library.ts";
import type { Rule } from "../../domain/library/rule.ts";
import { choicesOf, type Question } from "../../domain/library/step.ts";
import { type Finding, lintLine } from "../../linter/engine.ts";
import type { LineKind } from "../../linter/line.ts";
import { compileRules, isKnownShape, knownShapes, type Ruleset } from "../../linter/rules.ts";
import { compileSensitive, findSensitive } from "../../linter/sensitive.ts";
import { lintSpec, type SpecFinding } from "../../linter/spec.ts";
import { renderAsking } from "../../render/text/asking.ts";
import { renderTopic } from "../../render/text/guide.ts";
import { renderQuestion } from "../../render/text/question.ts";
import { renderSlice } from "../../render/text/slices.ts";
import { createTheme, type RenderOptions } from "../../render/theme.ts";

type Path = FieldProblem["path"];

/**
 * The checks of content that need the linter or a screen: content holds what it asks of others,
 * and fits where it is read.
 */
export function createContentChecks(library: Library): Check {
  const ruleset = compileRules(library.rules);
  const all = [
    ...[
      checkSliceLines(ruleset),
      checkSliceStop(ruleset),
      checkItemLines(ruleset),
      checkExamples(ruleset),
    ],
    ...[checkRule(ruleset), fitSlice, fitItems, fitQuestions, fitTopic],
  ];
  return (file, whole) => all.flatMap((check) => check(file, whole));
}

function lint(path: Path, text: string, kind: LineKind, ruleset: Ruleset): FieldProblem[] {
  return describeFirst(path, lintLine(text, kind, ruleset), text);
}

/** What is longer is no word or two any more: the line is meant. */
const MAX_QUOTED = 30;

function describeFirst(
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
  const what = found.length <= MAX_QUOTED && found !== text ? `"${found}"` : "this line";
  return [
    {
      path,
      message: `the linter asks about ${what} (${finding.rule}): ${finding.message}`,
      fix: finding.question,
    },
  ];
}

const checkSliceLines = (ruleset: Ruleset) =>
  checkKind("slices", ({ checks }) =>
    checks.flatMap((text, at) => lint(["checks", at], text, "criterion", ruleset)),
  );

/** A spec of which only the stop can be wrong. */
const SOUND = { problem: "", checks: ["", "", ""], edges: [""], notBuilding: [""] };

const checkSliceStop = (ruleset: Ruleset) =>
  checkKind("slices", ({ stop }) =>
    describeFirst(["stop"], lintSpec({ ...SOUND, stop }, ruleset), stop),
  );

const checkItemLines = (ruleset: Ruleset) =>
  checkKind("checklists", ({ items }) =>
    items.flatMap(({ lint: kind, good }, at) =>
      kind ? lint(["items", at, "good"], good, kind, ruleset) : [],
    ),
  );

const checkExamples = (ruleset: Ruleset) =>
  checkKind("steps", ({ questions }) =>
    questions.flatMap(({ lint: kind, example = [] }, at) => {
      const path = ["questions", at, "example"];
      if (!kind) return [];
      if (typeof example === "string") return lint(path, example, kind, ruleset);
      return example.flatMap((text, line) => lint([...path, line], text, kind, ruleset));
    }),
  );

const checkRule = (ruleset: Ruleset) =>
  checkKind("rules", (rule) => [
    ...rule.shapes.flatMap((name, at) =>
      isKnownShape(name) ? [] : checkNames(["shapes", at], "shape", name, knownShapes),
    ),
    ...(rule.kinds.includes("spec") ? [] : checkRuleExamples(rule, ruleset)),
  ]);

function checkRuleExamples(rule: Rule, ruleset: Ruleset): FieldProblem[] {
  const { bad, ok } = rule.examples;
  const empty = (["bad", "ok"] as const).filter((name) => rule.examples[name].length === 0);
  const missed = bad.flatMap((example, at) => {
    const { text, kind } = readExample(rule, example);
    const isFound = isSensitive(rule)
      ? findSensitive(text, compileSensitive([rule])).length > 0
      : lintLine(text, kind, ruleset).some((finding) => finding.rule === rule.id);
    const fix = "change the line or the terms; at most two rules speak about one line";
    return isFound
      ? []
      : [{ path: ["examples", "bad", at], message: "this rule does not find this line", fix }];
  });
  const flagged = ok.flatMap((example, at) => {
    const { text, kind } = readExample(rule, example);
    const path = ["examples", "ok", at];
    if (!isSensitive(rule)) return lint(path, text, kind, ruleset);
    const [finding] = findSensitive(text, compileSensitive([rule]));
    return finding
      ? [{ path, message: `this rule finds ${finding.finds} here`, fix: "change the line" }]
      : [];
  });
  const bare = empty.map((name) => ({
    ...{
      path: ["examples", name],
      message: "must hold at least one line",
      fix: "add a line that shows what is meant",
    },
  }));
  return [...bare, ...missed, ...flagged];
}

function isSensitive({ kinds }: Rule): boolean {
  return kinds.includes("sensitive");
}

function readExample(
  { kinds }: Rule,
  example: Rule["examples"]["bad"][number],
): { text: string; kind: LineKind } {
  const { text, kind } = typeof example === "string" ? { text: example, kind: kinds[0] } : example;
  return { text, kind: kind as LineKind };
}

const options: RenderOptions = { theme: createTheme({ color: false }), width: 80 };
const SCREEN_ROWS = 24;
const PAGE_ROWS = 40;
/** A line as long as most people write: what is asked about, or what was said before. */
const SAID =
  "Where an answer stands, there are words like these, and about as many as here, so two lines.";

function checkRows(path: Path, screen: string, below: number, most: number): FieldProblem[] {
  const rows = screen.replace(/\n$/, "").split("\n").length + below;
  if (rows <= most) return [];
  return [
    {
      path,
      message: `takes ${rows} rows of 80 columns, and ${most} fit`,
      fix: "say it in fewer words",
    },
  ];
}

const fitSlice = checkKind("slices", (slice) =>
  checkRows([], renderSlice({ slice, items: [] }, options), 0, PAGE_ROWS),
);
const fitTopic = checkKind("guide", (topic) =>
  checkRows([], renderTopic(topic, options), 0, PAGE_ROWS),
);

const fitItems = checkKind("checklists", ({ items }) =>
  items.flatMap((item, index) => {
    const before = { answer: "partly", evidence: SAID, answeredAt: "" } as const;
    const screen = renderQuestion(
      { item, number: index + 1, total: items.length, before },
      options,
    );
    // The message, five choices, a blank line and the keys.
    return checkRows(["items", index], screen, 8, SCREEN_ROWS);
  }),
);

const fitQuestions = checkKind("steps", ({ questions }) =>
  questions.flatMap((question, index) => {
    const entry = question.each ? { id: "1", number: 1, text: SAID } : undefined;
    const view = {
      question,
      entry,
      number: index + 1,
      total: questions.length,
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

/**
 * The rows of the prompt: its message and the choices with the way back, or the place to type, and
 * the keys.
 */
function countPromptRows(question: Question): number {
  const { length } = choicesOf(question);
  return length > 0 ? Math.min(length + 1, 12) + 3 : 3;
}
