import * as v from "valibot";

const Time = v.pipe(v.string(), v.isoTimestamp("must be a date and time"));

/** An answer to one item: what was said, when, and what the person could point to. */
export const SavedAnswer = v.looseObject({
  answer: v.picklist(["yes", "partly", "not-yet"]),
  evidence: v.optional(v.string()),
  answeredAt: Time,
});

/** One walk through a checklist. It is open until `finishedAt` is set; ids of items that left the content are kept. */
export const Run = v.looseObject({
  id: v.string(),
  checklist: v.string(),
  startedAt: Time,
  finishedAt: v.optional(Time),
  answers: v.record(v.string(), SavedAnswer),
});

/** All saved state. Fields that this version does not know are kept as they are. */
export const Progress = v.looseObject({
  version: v.literal(1),
  runs: v.array(Run),
});

export type SavedAnswer = v.InferOutput<typeof SavedAnswer>;
export type Run = v.InferOutput<typeof Run>;
export type Progress = v.InferOutput<typeof Progress>;

/** Answers by item id. */
export type Answers = Readonly<Record<string, SavedAnswer>>;

/** What a person has before the first answer. */
export const emptyProgress: Progress = { version: 1, runs: [] };
