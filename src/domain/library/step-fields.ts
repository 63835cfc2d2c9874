import * as v from "valibot";
import { Drafts } from "./draft-source.ts";
import { endings } from "./ending.ts";
import { Id, Lines, OneLine, Reference, Text } from "./fields.ts";
import { lineKinds } from "./rule.ts";

/** The name of a page as a file: one markdown file in the work folder, never a path. */
const PageFile = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,40}\.md$/, "must be a file name such as BRIEF.md"),
);

/** An answer to choose. */
export const Choice = v.strictObject({
  value: Id,
  label: OneLine,
  hint: v.optional(OneLine),
  closes: v.optional(v.picklist(endings)),
  reopens: v.optional(v.literal(true)),
  /** The guide page that is suggested after it. */
  guide: v.optional(Id),
  /** The guide page for people who give this answer often; \`team\` names it. */
  lesson: v.optional(Id),
});

const Condition = v.strictObject({ question: Id, is: v.array(Id) });

/** The list whose lines are picked from, and the words for a line that was picked and one not. */
const Picks = v.strictObject({ from: Reference, yes: OneLine, no: OneLine });

/** An earlier answer that is shown only after one of these answers to another question. */
const ShownIf = v.strictObject({ show: Reference, after: Reference, is: v.array(Id) });

/** A question of a step. Its optional fields change how it is asked and used. */
export const Question = v.strictObject({
  id: Id,
  ask: OneLine,
  /** The label of the answer on pages. Without one, the question is the label. */
  label: v.optional(OneLine),
  type: v.picklist(["text", "list", "select", "multi", "confirm", "number", "date"]),
  help: v.optional(Text),
  example: v.optional(v.union([Text, Lines])),
  choices: v.optional(v.array(Choice)),
  optional: v.optional(v.boolean()),
  default: v.optional(OneLine),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  /** The day is today or later. */
  future: v.optional(v.literal(true)),
  /** A day that is more than so many days ahead is asked about once more. */
  within: v.optional(v.number()),
  /** Asked once for each entry of an earlier list. */
  each: v.optional(Reference),
  /** Asked only when another question of the step has one of these answers. */
  when: v.optional(Condition),
  lint: v.optional(v.picklist([...lineKinds, "promise"])),
  /** The field of the slice that is shown with the question. */
  hint: v.optional(Reference),
  drafts: v.optional(Drafts),
  /** Not asked in the step, but can be answered any day later, even in a closed project. */
  later: v.optional(v.boolean()),
  /** Answering it again when over budget is a cut, which allows one more pass. */
  cuts: v.optional(v.boolean()),
  /** The verdict on each entry. The first one counts as the first pass if none was logged. */
  verdicts: v.optional(v.boolean()),
  /** The agent's report makes claims about its answers, which stay sealed until all are given. */
  report: v.optional(v.literal(true)),
  /** Pictures can be attached to its answers: they belong to the entry that it is asked for. */
  pictures: v.optional(v.literal(true)),
  /** Asks once more for an empty answer, then keeps it with a mark. */
  confirmEmpty: v.optional(v.boolean()),
  /** What an empty answer means, in the words that pages show: "Nothing". */
  ifEmpty: v.optional(OneLine),
  /** The name under which answers are counted across projects. */
  counts: v.optional(Id),
  /** Headings and labels of notes whose text answers it. */
  names: v.optional(Lines),
  /** Words by which a line of notes answers it where no heading says so. `*`: up to four words. */
  says: v.optional(Lines),
  /** Words by which a heading of notes is about it. */
  words: v.optional(Lines),
  /** Words by which the first text of notes answers it if no heading names it. */
  signs: v.optional(Lines),
  /** Words that say what a data file holds: a line of notes with its name and one answers it. */
  files: v.optional(Lines),
  /** Labels of notes that stand before the name of a person, which is offered as its answer. */
  person: v.optional(Lines),
  /** The answer appears in the portfolio of the progress page. */
  portfolio: v.optional(v.boolean()),
  /** The lines of an earlier list are the choices; `yes` and `no` say which were picked. */
  picks: v.optional(Picks),
  /** Asked together with the question in `when`: its choices follow that answer. */
  joins: v.optional(v.literal(true)),
  /** Asked unless the answer to another question of the step already holds evidence. */
  askUnless: v.optional(v.strictObject({ evidenceIn: Id })),
  /** The question whose answer it gives the reason for: asked again when that one changes. */
  explains: v.optional(Id),
  /** A later round offers the last answer; with a condition, only if it was met then. */
  same: v.optional(v.union([v.literal(true), Condition])),
  /** The lines are picked from good ones, which the slice or `candidates` name, or typed. */
  choose: v.optional(v.literal(true)),
  candidates: v.optional(Lines),
  /** Where this question was asked before it moved. These names still work in answers and pages. */
  was: v.optional(v.array(Reference)),
  /** The text is the number that an earlier answer made a bet on; the two are compared. */
  scores: v.optional(Reference),
  /** The text is the stop rule: it is shown again when its day, minutes or passes have come. */
  stops: v.optional(v.literal(true)),
  /** Earlier answers that are shown above the question, with what became of them. */
  shows: v.optional(v.array(v.union([Reference, ShownIf]))),
});

/** The front matter of a file in `content/steps/`; the body is the template of its page. */
export const StepFields = v.strictObject({
  title: OneLine,
  summary: OneLine,
  order: v.number(),
  /** Lines shown before the first question. */
  intro: v.optional(Lines),
  /** The steps that must be finished first. */
  needs: v.optional(v.array(Id)),
  /** The steps that finishing this one locks. */
  locks: v.optional(v.array(Id)),
  /** The number asked here predicts how often a later answer is given. */
  predicts: v.optional(v.strictObject({ step: Id, question: Id, is: Id })),
  stopsOverBudget: v.optional(v.boolean()),
  /** The guide page that is suggested when the step is first finished. */
  guide: v.optional(Id),
  /** After it ends a project, offers to update the answers to the items that the project shows. */
  asksAgain: v.optional(v.literal("items")),
  /** The page is for someone else, so it is checked for secrets before it is printed. */
  shared: v.optional(v.boolean()),
  /** The page is for an agent: its answers are quoted, and it becomes this file in the folder. */
  writes: v.optional(PageFile),
  questions: v.pipe(v.array(Question), v.minLength(1, "must hold at least one question")),
});

export type Choice = v.InferOutput<typeof Choice>;
export type Picks = v.InferOutput<typeof Picks>;
export type Question = v.InferOutput<typeof Question>;
export type StepFields = v.InferOutput<typeof StepFields>;
