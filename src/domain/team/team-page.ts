import { describeCheckKind } from "../insights/check-kind.ts";
import { labelOfItem } from "../library/item-label.ts";
import { capitalize, joinWords } from "../text/words.ts";
import { titleOfAgent } from "./agent-names.ts";
import { nameBucket } from "./buckets.ts";
import { describeWaiting, type LeftFile } from "./choose-summaries.ts";
import type { ShownClaims } from "./claims.ts";
import { nameMonth } from "./month.ts";
import { ENOUGH_PEOPLE, nameGroup } from "./small-groups.ts";
import { type DecisionKind, PACK } from "./summary.ts";
import type { TableRow } from "./tallies.ts";
import type { TeachNext } from "./teach-next.ts";
import type { Team, TeamContent, TeamItem } from "./team.ts";

/** What is known about a team. */
export interface TeamView {
  team: Team;
  teachNext: TeachNext | undefined;
  left: LeftFile[];
  /** The months that wait for more people. */
  waiting: string[];
  content: TeamContent;
}

/** A line of figures. "-" stands for what is left out. */
export interface TeamLine {
  label: string;
  cells: string[];
  /** What it consists of, in words, or "". */
  parts: string;
}

/** A part of the page: figures below the names of their columns, and sentences. */
export interface TeamSection {
  title: string;
  columns: string[];
  lines: TeamLine[];
  says: string[];
}

/** The page about a team, in words for any format. */
export interface TeamPage {
  title: string;
  about: string;
  teachNext: TeachNext | undefined;
  sections: TeamSection[];
  /** What is left out, and why. */
  notes: string[];
}

const LEFT_OUT = "-";

/** Describes what a team's summaries add up to, leaving out sections without any figure. */
export function describeTeam({ team, teachNext, waiting, content }: TeamView): TeamPage {
  const sections = [
    describeItems(team),
    describeCauses(team, content),
    describeDecisions(team),
    describePredictions(team),
    describeTeamClaims(team),
    describeTimes(team),
  ];
  const shown = sections.filter(({ lines, says }) => lines.length + says.length > 0);
  return {
    title: "What your team's projects add up to",
    about: `${nameGroup(team.people)}, ${nameMonths(team)}.`,
    teachNext,
    sections: shown,
    notes: [
      ...(hasGaps(shown)
        ? [
            `${LEFT_OUT} is left out: it is about fewer than ${ENOUGH_PEOPLE} people, ` +
              "or would show what is.",
          ]
        : []),
      ...[describeWaiting(waiting)].filter(Boolean),
    ],
  };
}

function nameMonths({ months }: Team): string {
  const [first = "", last = first] = [months[0], months.at(-1)];
  const isOneYear = first.slice(0, 4) === last.slice(0, 4);
  const start = isOneYear ? nameMonth(first).slice(0, 3) : nameMonth(first);
  return first === last ? nameMonth(first) : `${start} to ${nameMonth(last)}`;
}

function hasGaps(sections: readonly TeamSection[]): boolean {
  return sections.some(({ lines }) => lines.some(({ cells }) => cells.includes(LEFT_OUT)));
}

function wordFigure(figure: number | null): string {
  return figure === null ? LEFT_OUT : String(figure);
}

function describeItems({ items, people }: Team): TeamSection {
  const lines = items.map(({ item, true: own, shown, shownTwice }: TeamItem) => ({
    label: item ? capitalize(labelOfItem(item)) : "Your team's own items",
    cells: [own, shown, shownTwice].map(wordFigure),
    parts: item?.title ?? "",
  }));
  return {
    title: `The reality check: how many of ${people} people`,
    columns: ["say so", "show it", "twice"],
    lines,
    says: [],
  };
}

function describeCauses({ causes }: Team, content: TeamContent): TeamSection {
  const labelOfCause = (cause: string) =>
    content.causes.find(({ value }) => value === cause)?.label ?? "A reason of your own";
  return {
    title: `Why checks weren't met${describeTotal(causes.total)}`,
    columns: ["checks"],
    lines: toLines(causes.rows, labelOfCause, describeCheckKind),
    says: [],
  };
}

const decisionWords: Readonly<Record<DecisionKind, string>> = {
  done: "Kept",
  "handed-over": "Handed over",
  killed: "Killed",
  early: "Ended without a review",
  revised: "Revised: another round",
};

function describeDecisions({ decisions }: Team): TeamSection {
  const nameSlice = (slice: string) => (slice === PACK ? "slices of your own" : slice);
  return {
    title: `Decisions${describeTotal(decisions.total)}`,
    columns: ["projects"],
    lines: toLines(decisions.rows, (kind) => decisionWords[kind], nameSlice),
    says: [],
  };
}

const predictionWords = {
  tooHigh: "Too many",
  exact: "Exactly right",
  tooLow: "Too few",
} as const;

function describePredictions({ predictions }: Team): TeamSection {
  return {
    title: `How many checks they expected to be met${describeTotal(predictions.total)}`,
    columns: ["times"],
    lines: toLines(predictions.rows, (name) => predictionWords[name]),
    says: [],
  };
}

function describeTeamClaims({ claims }: Team): TeamSection {
  const all = claims.counted === null || claims.counted === 0 ? [] : [toClaimLine("All", claims)];
  const byAgent = claims.agents.map((each) => toClaimLine(titleOfAgent(each.agent), each));
  return {
    title: 'What agents reported as "met"',
    columns: ["checks", "not met", "share"],
    lines: [...all, ...(byAgent.length > 1 || all.length === 0 ? byAgent : [])],
    says: [],
  };
}

function toClaimLine(label: string, { counted, overclaimed }: ShownClaims): TeamLine {
  const share =
    counted && overclaimed !== null ? `${Math.round((overclaimed / counted) * 100)} %` : LEFT_OUT;
  return { label, cells: [wordFigure(counted), wordFigure(overclaimed), share], parts: "" };
}

function describeTimes({ ideaToArtifact: { lower, median, upper } }: Team): TeamSection {
  const quarters =
    lower && upper ? `; a quarter ${nameBucket(lower)}, three quarters ${nameBucket(upper)}` : "";
  return {
    title: "From an idea to something to try",
    columns: [],
    lines: [],
    says: median ? [`Half of the projects got there ${nameBucket(median)}${quarters}.`] : [],
  };
}

function describeTotal(total: number | null): string {
  return total === null ? "" : ` (${total})`;
}

/** Describes the rows of a table, without those of 0. */
function toLines<Name extends string, Part extends string>(
  rows: readonly TableRow<Name, Part>[],
  wordName: (name: Name) => string,
  wordPart: (name: Part) => string = String,
): TeamLine[] {
  const shown = rows.filter(({ count }) => count !== 0);
  return shown.map(({ name, count, parts }) => ({
    label: wordName(name),
    cells: [wordFigure(count)],
    parts: describeLineParts(count ?? 0, parts, wordPart),
  }));
}

function describeLineParts<Part extends string>(
  count: number,
  parts: readonly { name: Part; count: number }[],
  wordPart: (name: Part) => string,
): string {
  const rest = parts.reduce((left, part) => left - part.count, count);
  const words = parts.map((part) => `${wordPart(part.name)} ${part.count}`);
  return joinWords(words.length > 0 && rest > 0 ? [...words, `others ${rest}`] : words);
}
