import * as v from "valibot";
import { Id, Lines, OneLine, Text } from "./fields.ts";
import type { Origin } from "./origin.ts";

/** The families of defects that can be planted in a drill. */
export const defectKinds = [
  "joined-twice",
  "dropped-empty",
  "time-zone",
  "rounding",
  "edge-success",
  "dead-control",
  "lost-state",
  "invented-data",
  "untried-as-met",
  "reworded-check",
  "scope-creep",
  "personal-data",
  "open-link",
  "demo-only",
  "accessibility",
  "wrong-number",
] as const;

/** A family of defects. */
export type DefectKind = (typeof defectKinds)[number];

const defectWords: Readonly<Record<DefectKind, string>> = {
  "joined-twice": "something counted twice",
  "dropped-empty": "empty cells dropped",
  "time-zone": "the wrong day, week or time zone",
  rounding: "a rounded number shown as exact",
  "edge-success": "an edge case that shows success",
  "dead-control": "a control that does nothing",
  "lost-state": "something lost on reload",
  "invented-data": "invented data shown as real",
  "untried-as-met": "not tried, and reported as met",
  "reworded-check": "a check reworded in the report",
  "scope-creep": "something nobody asked for",
  "personal-data": "personal data",
  "open-link": "a link that anyone can open",
  "demo-only": "works on the sample only",
  accessibility: "not everyone can use or read it",
  "wrong-number": "a wrong number that looks right",
};

/** Says what a family of defects is: "something counted twice". */
export function describeDefect(kind: DefectKind): string {
  return defectWords[kind];
}

const defectFields = {
  kind: v.picklist(defectKinds),
  /** The question that would have found it. */
  ask: OneLine,
  /** The guide page that helps. */
  guide: Id,
};

/** What is true about one check: where and how anyone can see it. */
export const Truth = v.strictObject({
  verdict: v.picklist(["met", "not-met"]),
  where: OneLine,
  how: Lines,
  kind: v.optional(defectFields.kind),
  ask: v.optional(defectFields.ask),
  guide: v.optional(defectFields.guide),
});

/** A defect that no check covers. */
export const Planted = v.strictObject({
  what: OneLine,
  where: OneLine,
  how: Lines,
  ...defectFields,
});

const FileName = v.pipe(
  v.string(),
  v.regex(/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/, "must be the path of a file in the drill's folder"),
);

/** The front matter of a file in `content/drills/`; the body is the agent's report. */
export const DrillFields = v.pipe(
  v.strictObject({
    title: v.pipe(OneLine, v.maxLength(60, "must be at most 60 characters long")),
    summary: OneLine,
    order: v.number(),
    /** The time it should take. */
    minutes: v.pipe(
      v.number(),
      v.minValue(4, "must be at least 4"),
      v.maxValue(15, "must be at most 15"),
    ),
    /** The ids of the checklist items that it is good practice for. */
    trains: v.pipe(v.array(Id), v.minLength(1, "must name at least one item")),
    /** The starter slice that the built thing is an example of. */
    slice: Id,
    problem: Text,
    checks: Lines,
    edges: v.optional(v.array(OneLine), []),
    /** The file of the drill's folder that a person opens first. */
    open: FileName,
    /** One entry for each check, in the same order. */
    truth: v.array(Truth),
    planted: v.optional(v.array(Planted), []),
  }),
  v.forward(
    v.check(
      ({ checks, truth }) => checks.length === truth.length,
      "must have one entry for each check, in the same order",
    ),
    ["truth"],
  ),
);

export type Truth = v.InferOutput<typeof Truth>;
export type Planted = v.InferOutput<typeof Planted>;

/** A drill with its id; `body` is the report of the agent that built the thing. */
export type Drill = v.InferOutput<typeof DrillFields> & Origin & { id: string; body: string };

/** What nobody should see before they have judged. */
const secretFields = ["truth", "planted"];

/** Returns the fields of a drill without those that give the answers away. */
export function hideTruth(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !secretFields.includes(name)),
  );
}
