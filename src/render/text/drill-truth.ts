import {
  isExtraNamed,
  type PracticeSummary,
  scoreAttempt,
} from "../../domain/insights/practice.ts";
import { type Drill, describeDefect } from "../../domain/library/drill.ts";
import {
  type Attempt,
  type DrillVerdict,
  readDrillVerdict,
} from "../../domain/practice/attempt.ts";
import { findRelatedCheck } from "../../domain/practice/related-check.ts";
import { capitalize } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";
import { describeClaim } from "./claims.ts";
import { describeElse, describeOwnFindings } from "./drill-answers.ts";
import { renderLongPageHint } from "./long-page.ts";
import { describePractice, listDrillScore } from "./practice-line.ts";

/** What is shown at the end of a drill. */
export interface TruthView {
  attempt: Attempt;
  /** The drill as it was judged; undefined if it was changed or removed since. */
  drill: Drill | undefined;
  /** True if an earlier try at the drill is the one that counts. */
  isAgain: boolean;
  /** The id of the drill, for commands. */
  id: string;
  /** What all drills add up to. */
  summary: PracticeSummary;
}

/** Renders the truth about each check, where it shows, and what would have found it. */
export function renderTruth(view: TruthView, options: RenderOptions): string {
  const { attempt, drill } = view;
  const { theme, width } = options;
  if (!attempt.truth) return "";
  return `\n${stack([
    theme.heading(hang("  ", `What was planted in "${attempt.title}"`, width)),
    drill ? undefined : indent(CHANGED, width),
    ...attempt.checks.map((_, at) => renderRevealedCheck(view, at, options)),
    [
      theme.heading(indent("Beyond the checks", width)),
      indent(describeElse(attempt), width, 6),
      ...describeWhatElse(view).map((line) => indent(line, width, 6)),
    ],
    ...(attempt.planted ?? []).map((_, at) => renderRevealedExtra(view, at, options)),
    ...renderGuides(drill, options),
    ...renderScore(view, options),
  ])}`;
}

const PAGE_WIDTH = 80;

/** Says how to read the truth again, if it is longer than the window. */
export function renderLongTruthHint(view: TruthView, options: RenderOptions): string {
  const text = renderTruth(view, options);
  const command = `builder-pm practice ${view.id}`;
  // A pipe has the width of a page, whose rows break in the middle in a narrower window.
  const isNarrow = options.width < PAGE_WIDTH;
  if (isNarrow) return renderLongPageHint({ text, command, purpose: "To read it again:" }, options);
  const purpose = "To read it again, one screen at a time (space goes on, q ends):";
  return renderLongPageHint({ text, command: `${command} | more`, purpose }, options);
}

/** Says what became of what a person wrote. Nothing is said against it: it may well be right. */
function describeWhatElse({ attempt, drill }: TruthView): string[] {
  const wrote = attempt.answers.else?.text;
  const isNamed = attempt.planted?.some((_, at) => isExtraNamed(attempt, at + 1));
  const number = wrote && drill && !isNamed ? findRelatedCheck(wrote, drill) : undefined;
  const related = number === undefined ? [] : [`C${number} is about this too, it seems.`];
  if (attempt.planted?.length !== 0) return related;
  const nothing = "Nothing was planted beyond the checks.";
  return [wrote && related.length === 0 ? `${nothing} ${REAL}` : nothing, ...related];
}

const REAL =
  "What you wrote may be real, or about a check above: not every flaw is planted. It just isn't " +
  "scored.";

/** Names each guide page that helps once. */
function renderGuides(drill: Drill | undefined, { theme, width }: RenderOptions): string[] {
  if (!drill) return [];
  const guides = new Set([...drill.truth, ...drill.planted].flatMap(({ guide }) => guide ?? []));
  if (guides.size === 0) return [];
  const commands = [...guides].map((id) => `    ${theme.command(`builder-pm guide ${id}`)}`);
  return [[indent("Read more:", width), ...commands].join("\n")];
}

/** Renders the numbers of this try, and those of all drills where they differ. */
function renderScore(
  { attempt, isAgain, summary }: TruthView,
  { theme, width }: RenderOptions,
): string[] {
  const score = scoreAttempt(attempt);
  if (!score) return [];
  const asksExtras = attempt.planted?.some((_, at) => !attempt.answers[`named.${at + 1}`]) ?? false;
  const lines = listDrillScore(score, { asksExtras }).map((line) => indent(line, width, 4));
  const first = "Your first try at this drill is the one that counts.";
  const total = isAgain || summary.drills > 1 ? describePractice(summary) : undefined;
  return [
    [theme.heading(indent("How you did", width)), ...lines].join("\n"),
    ...(isAgain ? [indent(first, width)] : []),
    ...(total ? [indent(total, width)] : []),
  ];
}

const CHANGED = "The drill was changed or removed since, so the steps to see it aren't shown.";

/** What can become of a verdict, by what is true. */
const outcomes: Record<"met" | "not-met", Record<DrillVerdict, string>> = {
  met: {
    met: "Right: it's met.",
    "not-met": "You doubted this one, and it's met.",
    "cannot-tell": "You couldn't tell. It's met.",
  },
  "not-met": {
    met: "Missed: it isn't met.",
    "not-met": "Caught: it isn't met.",
    "cannot-tell": "You couldn't tell. It isn't met.",
  },
};

function renderRevealedCheck(
  { attempt, drill }: TruthView,
  at: number,
  { theme, width }: RenderOptions,
): string {
  const { verdict: is = "met", claim } = attempt.truth?.[at] ?? {};
  const verdict = readDrillVerdict(attempt, at + 1) ?? "cannot-tell";
  const truth = drill?.truth[at];
  const [own, ...saw] = describeOwnFindings(attempt, at + 1);
  // The outcome says already that someone couldn't tell.
  const judged = own && verdict !== "cannot-tell" ? [own] : [];
  const said = `The agent said: ${describeClaim({ claim, basis: undefined })}.`;
  return [
    theme.heading(hang(`  C${at + 1}: `, attempt.checks[at] ?? "", width)),
    indent([outcomes[is][verdict], said, ...judged].join(" "), width, 6),
    ...saw.map((line) => indent(line, width, 6)),
    ...(truth && (is === "not-met" || verdict !== is) ? describeLesson(truth, width) : []),
  ].join("\n");
}

function renderRevealedExtra(
  { attempt, drill, id }: TruthView,
  at: number,
  { theme, width }: RenderOptions,
): string {
  const named = attempt.answers[`named.${at + 1}`]?.text;
  const planted = drill?.planted[at];
  return [
    theme.heading(hang("  Also: ", attempt.planted?.[at] ?? "", width)),
    ...(named === undefined
      ? [
          indent("Did you name this? To answer, with yes or no:", width, 6),
          theme.command(`      builder-pm practice ${id} --answer named.${at + 1}=yes`),
        ]
      : [
          indent(isExtraNamed(attempt, at + 1) ? "You named it." : "No check covers it.", width, 6),
          ...(named === "no" && attempt.answers.else?.text
            ? [
                indent("If you did name it:", width, 6),
                theme.command(`      builder-pm practice ${id} --answer named.${at + 1}=yes`),
              ]
            : []),
        ]),
    ...(planted ? describeLesson(planted, width) : []),
  ].join("\n");
}

/** What a defect, or a sound check, says about itself. */
type Lesson = Pick<Drill["truth"][number], "where" | "how" | "kind" | "ask">;

/** Says where it shows, and the exact steps: who caught it may have seen only a part of it. */
function describeLesson({ where, how, kind, ask }: Lesson, width: number): string[] {
  return [
    hang("      Where: ", where, width),
    indent("To see it:", width, 6),
    ...how.map((step, at) => hang(`        ${at + 1}. `, step, width)),
    ...(ask ? [hang("      Ask: ", ask, width)] : []),
    ...(kind ? [hang("      Kind: ", capitalize(describeDefect(kind)), width)] : []),
  ];
}
