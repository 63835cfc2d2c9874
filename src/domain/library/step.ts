import * as v from "valibot";
import { Id, Lines, OneLine, Text } from "./fields.ts";
import type { Origin } from "./origin.ts";
import { parseReference } from "./reference.ts";

/** Names a question of a step, or a field of the slice: `spec.checks`, `slice.notBuilding`. */
const Reference = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+\.[A-Za-z0-9-]+$/, "must look like step.question"),
);

/** How a project can end. */
export const endings = ["done", "handed-over", "killed"] as const;

/** One answer that a question offers. */
export const Choice = v.strictObject({
  value: Id,
  label: OneLine,
  hint: v.optional(OneLine),
  closes: v.optional(v.picklist(endings)),
  reopens: v.optional(v.literal(true)),
  /** The topic of the guide that is offered after it. */
  guide: v.optional(Id),
});

const Condition = v.strictObject({ question: Id, is: v.array(Id) });
const DraftSource = v.strictObject({ question: Reference, is: v.array(Id) });

/** One question of a step, with the powers it declares. */
export const Question = v.strictObject({
  id: Id,
  ask: OneLine,
  /**
   * The word before the answer on a page, and in the portfolio: "Seen". The question itself when
   * absent.
   */
  label: v.optional(OneLine),
  type: v.picklist(["text", "list", "select", "multi", "confirm", "number", "date"]),
  help: v.optional(Text),
  example: v.optional(v.union([Text, Lines])),
  choices: v.optional(v.array(Choice)),
  optional: v.optional(v.boolean()),
  default: v.optional(OneLine),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  /** Asked once for each entry of an earlier list. */
  each: v.optional(Reference),
  /** Asked only when another question of the step has one of these answers. */
  when: v.optional(Condition),
  lint: v.optional(v.picklist(["criterion", "problem", "evidence"])),
  /** The field of the slice that is shown beside the question. */
  hint: v.optional(Reference),
  /** Offers answers made from earlier ones. */
  drafts: v.optional(v.strictObject({ from: v.array(DraftSource), max: v.number() })),
  /** Never asked in the walk, and answerable on a closed project. */
  later: v.optional(v.boolean()),
  /** Answering it again, over budget, is a cut: one more pass is allowed. */
  cuts: v.optional(v.boolean()),
  /** The judgement over each entry; the first one can be the first pass. */
  verdicts: v.optional(v.boolean()),
  /** An empty answer is asked for once more, then kept with a mark. */
  confirmEmpty: v.optional(v.boolean()),
  /** The name under which its answers are summed over projects. */
  counts: v.optional(Id),
  /** Its answer stands on the portfolio page of the report. */
  portfolio: v.optional(v.boolean()),
});

/** The front matter of a file in `content/steps/`; the body is the template of its page. */
export const StepFields = v.strictObject({
  title: OneLine,
  summary: OneLine,
  order: v.number(),
  /** How the page is written: markdown, or plain text to paste into an agent. */
  format: v.optional(v.picklist(["markdown", "text"])),
  /** Lines shown before the first question. */
  intro: v.optional(Lines),
  /** The steps that must be finished first. */
  needs: v.optional(v.array(Id)),
  /** The steps that finishing this one locks. */
  locks: v.optional(v.array(Id)),
  /** The number asked here is compared with the later count of one answer. */
  predicts: v.optional(v.strictObject({ step: Id, question: Id, is: Id })),
  stopsOverBudget: v.optional(v.boolean()),
  /** The topic of the guide that is offered when it is finished for the first time. */
  guide: v.optional(Id),
  /**
   * Its page goes to someone else, so it is looked through for what is secret or personal before
   * it is printed.
   */
  shared: v.optional(v.boolean()),
  questions: v.pipe(v.array(Question), v.minLength(1, "must hold at least one question")),
});

export type Choice = v.InferOutput<typeof Choice>;
export type Question = v.InferOutput<typeof Question>;

/** A step of the library; `body` is the template of its page. */
export type Step = v.InferOutput<typeof StepFields> & Origin & { id: string; body: string };

/** The question that a reference such as `spec.checks` names. */
export function findQuestion(steps: readonly Step[], reference: string): Question | undefined {
  const named = parseReference(reference);
  const step = steps.find(({ id }) => id === named.step);
  return step?.questions.find(({ id }) => id === named.question);
}

/** The choices of a question; a yes-or-no question has two. */
export function choicesOf(question: Question): readonly Choice[] {
  if (question.type === "confirm") return [yes, no];
  return question.choices ?? [];
}

/**
 * A word that a question takes, for an example: its first choice, a number, a day; "..." where any
 * text will do.
 */
export function exampleOf(question: Question): string {
  if (question.type === "number") return "2";
  if (question.type === "date") return "2026-07-31";
  return choicesOf(question)[0]?.value ?? '"..."';
}

const yes: Choice = { value: "yes", label: "Yes" };
const no: Choice = { value: "no", label: "No" };

/** True when an answer to the question is a list of entries. */
export function takesEntries({ type }: Question): boolean {
  return type === "list" || type === "multi";
}
