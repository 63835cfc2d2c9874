import { describeCheckKind } from "../insights/check-kind.ts";
import { describeDefect } from "../library/drill.ts";
import { labelOfItem } from "../library/item-label.ts";
import { capitalize, joinWords } from "../text/words.ts";
import { titleOfAgent } from "./agent-names.ts";
import { nameBucket } from "./buckets.ts";
import type { ShownPair } from "./pairs.ts";
import { type DecisionKind, PACK } from "./summary.ts";
import type { Table } from "./tallies.ts";
import type { Team, TeamContent, TeamItem } from "./team.ts";

import type { TeamLine, TeamSection } from "./team-lines.ts";

/** Describes how far people are with the items. */
export function describeItems({ items, people }: Team): TeamSection {
  const lines = items.map(({ item, true: own, shown, shownTwice }: TeamItem): TeamLine => {
    const figures = [own, shown, shownTwice];
    const said = figures.flatMap((figure, at) => (figure === null ? [] : `${figure} ${verbs[at]}`));
    const hidden = figures.flatMap((figure, at) => (figure === null ? [`${verbs[at]}`] : []));
    return {
      label: item ? capitalize(labelOfItem(item)) : "Your team's own items",
      about: item?.title ?? "",
      figures,
      parts: "",
      words: [joinWords(said), hidden.length > 0 ? `${HIDDEN}: ${joinWords(hidden)}` : ""]
        .filter((part) => part !== "")
        .join("; "),
    };
  });
  return {
    title: "The reality check",
    caption: `of ${people} people`,
    shape: "nested",
    about: "Item",
    columns: ["say or show", "show it", "twice"],
    lines,
    says: [
      "To show it is to have a project that does, such as one with a spec from before the agent " +
        "started. It doesn't say how good that was, or what the person answers.",
    ],
  };
}

const verbs = ["say so or show it", "show it", "show it twice"] as const;

const HIDDEN = "left out";

/** Describes why checks were not met. */
export function describeCauses({ causes }: Team, content: TeamContent): TeamSection {
  const labelOfCause = (cause: string) =>
    content.causes.find(({ value }) => value === cause)?.label ?? "A reason of your own";
  return {
    title: "Why checks weren't met",
    caption: describeTotal(causes.total),
    shape: "alone",
    whole: causes.total,
    about: "Reason",
    columns: ["checks"],
    lines: toLines(causes, labelOfCause, describeCheckKind),
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

/** Describes decisions. */
export function describeDecisions({ decisions }: Team, content: TeamContent): TeamSection {
  const nameSlice = (id: string) => {
    if (id === PACK) return "your team's slices";
    const slice = content.slices.find((one) => one.id === id);
    return slice?.own ? "ideas of their own" : `"${slice?.title ?? id}"`;
  };
  return {
    title: "Decisions",
    caption: describeTotal(decisions.total),
    shape: "alone",
    whole: decisions.total,
    about: "Decision",
    columns: ["projects"],
    lines: toLines(decisions, (kind) => decisionWords[kind], nameSlice),
    says: [],
  };
}

const predictionWords = {
  tooHigh: "Expected more to be met than were",
  exact: "Expected exactly what was met",
  tooLow: "Expected fewer to be met than were",
} as const;

/** Describes predictions with their results. */
export function describePredictions({ predictions }: Team): TeamSection {
  return {
    title: "What was predicted, and how many checks were met",
    caption: describeTotal(predictions.total),
    shape: "alone",
    whole: predictions.total,
    about: "Prediction",
    columns: ["times"],
    lines: toLines(predictions, (name) => predictionWords[name]),
    says: [],
  };
}

/** Describes what agents claimed and what held. */
export function describeTeamClaims({ claims }: Team): TeamSection {
  const rows = [
    { label: "All agents", counted: claims.counted, hits: claims.overclaimed },
    ...claims.agents.map(({ agent, counted, overclaimed }) => ({
      ...{ label: titleOfAgent(agent), counted, hits: overclaimed },
    })),
  ];
  return {
    title: 'What agents reported as "met"',
    caption: "checks, by agent",
    shape: "nested",
    about: "Agent",
    columns: ["checks", "not met"],
    lines: toPairLines(rows, "not met"),
    says: [],
  };
}

/** Describes practice by kind of defect. */
export function describeTeamPractice({ practice }: Team): TeamSection {
  const { defects, kinds, sound, falseClaims } = practice;
  const rows = [
    { label: "Planted defects caught, also beyond the checks", ...defects },
    ...kinds.map(({ name, ...pair }) => ({
      label: name === "other" ? "Caught: other kinds" : `Caught: ${describeDefect(name)}`,
      ...pair,
    })),
    { label: "Sound checks doubted", ...sound },
    { label: "False claims trusted", ...falseClaims },
  ];
  return {
    title: "Practice in drills",
    caption: "first tries only",
    shape: "nested",
    about: "What",
    columns: ["in all", "times"],
    lines: toPairLines(rows, ""),
    says: [],
  };
}

/** Describes pairs, without those of nothing; none if all are left out. */
function toPairLines(rows: readonly (ShownPair & { label: string })[], verb: string): TeamLine[] {
  const used = rows.filter(({ counted }) => counted !== 0);
  if (used.every(({ counted }) => counted === null)) return [];
  return used.map(({ label, counted, hits }) => ({
    ...{ label, about: "", figures: [counted, hits], parts: "" },
    words: describePair(counted, hits, verb),
  }));
}

function describePair(counted: number | null, hits: number | null, verb: string): string {
  if (counted === null) return HIDDEN;
  if (hits === null) return `${counted} in all; the rest is ${HIDDEN}`;
  const share = `(${Math.round((hits / counted) * 100)} %)`;
  return `${hits} of ${counted} ${verb} ${share}`.replace("  ", " ");
}

/** Describes how long the first version took. */
export function describeTimes({ ideaToArtifact: { lower, median, upper } }: Team): TeamSection {
  const shares = [
    { share: "a quarter", bucket: lower },
    { share: "half", bucket: median },
    { share: "three quarters", bucket: upper },
  ];
  // Of shares with the same time, the largest says it all.
  const [first, ...others] = shares.flatMap(({ share, bucket }, at) =>
    bucket && bucket !== shares[at + 1]?.bucket ? { share, time: nameBucket(bucket) } : [],
  );
  const more = others.map(({ share, time }) => `, ${share} ${time}`).join("");
  return {
    title: "From an idea to something to try",
    caption: "",
    shape: "alone",
    about: "",
    columns: [],
    lines: [],
    says: first ? [`At least ${first.share} of the projects got there ${first.time}${more}.`] : [],
  };
}

function describeTotal(total: number | null): string {
  return total === null ? "" : `${total} in all`;
}

/** Describes the rows of a table, without those of 0. */
function toLines<Name extends string, Part extends string>(
  { rows, total }: Table<Name, Part>,
  wordName: (name: Name) => string,
  wordPart: (name: Part) => string = String,
): TeamLine[] {
  const shown = rows.filter(({ count }) => count !== 0);
  if (shown.every(({ count }) => count === null)) return [];
  return shown.map(({ name, count, parts }) => {
    const inside = describeLineParts(count ?? 0, parts, wordPart);
    const words = `${describeShare(count, total)}${inside === "" ? "" : `: ${inside}`}`;
    return { label: wordName(name), about: "", figures: [count], parts: inside, words };
  });
}

function describeShare(count: number | null, total: number | null): string {
  if (count === null) return HIDDEN;
  return total ? `${count} of ${total} (${Math.round((count / total) * 100)} %)` : String(count);
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
