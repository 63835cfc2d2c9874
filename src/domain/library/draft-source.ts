import * as v from "valibot";
import { Id, Lines, OneLine, Reference } from "./fields.ts";

/** The parts of an agent's report whose lines can become drafts. */
export const reportDrafts = [
  "report.run",
  "report.faked",
  "report.packages",
  "report.added",
  "report.assumptions",
  "report.engineer",
] as const;

/** The answers that a line is drafted from; it ends with the question in `asks`. */
const DraftSource = v.strictObject({
  question: Reference,
  /** Which answers; a part of a report such as `report.assumptions` has none. */
  is: v.optional(v.array(Id), []),
  /** What the line says instead of the label of the answer. */
  says: v.optional(OneLine),
  asks: v.optional(OneLine),
  /** The same for several answers, which one line names together. */
  many: v.optional(v.strictObject({ says: OneLine, asks: OneLine })),
});

/** Drafts an answer from earlier ones, or from the agent's report. */
export const Drafts = v.strictObject({
  from: v.array(v.union([v.picklist(reportDrafts), DraftSource])),
  /** Headings of notes below which questions are drafts too. */
  notes: v.optional(Lines),
  max: v.number(),
  /** Asks the question as usual if nothing is drafted. */
  orAsk: v.optional(v.literal(true)),
});

/** The answers that a line is drafted from. */
export type DraftSource = v.InferOutput<typeof DraftSource>;
/** A part of an agent's report that lines are drafted from. */
export type ReportDraft = (typeof reportDrafts)[number];
