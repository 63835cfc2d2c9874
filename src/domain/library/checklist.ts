import * as v from "valibot";
import { Id, OneLine, Text } from "./fields.ts";
import type { Origin } from "./origin.ts";

/** What in a closed project shows that an item is true. */
const ShownBy = v.union([
  v.picklist(["withinBudget", "lockedBeforeFirstPass"]),
  v.strictObject({
    answered: v.pipe(
      v.string(),
      v.regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, "must look like step.question"),
    ),
  }),
]);

/** A statement of a checklist. */
export const Item = v.strictObject({
  id: Id,
  title: OneLine,
  /** A word or two for "good practice for: scoping, specs". */
  label: v.optional(OneLine),
  ask: Text,
  good: Text,
  vague: Text,
  next: OneLine,
  lint: v.optional(v.picklist(["criterion", "problem", "evidence"])),
  shownBy: v.optional(ShownBy),
  /** The guide page for people who can't say it yet; \`team\` names it. */
  lesson: v.optional(Id),
});

/** The front matter of a file in `content/checklists/`. */
export const ChecklistFields = v.strictObject({
  title: OneLine,
  summary: OneLine,
  order: v.number(),
  items: v.pipe(v.array(Item), v.minLength(1, "must hold at least one item")),
});

export type Item = v.InferOutput<typeof Item> & Origin;

/** A checklist with its id; `body` is the text below the front matter. */
export type Checklist = Omit<v.InferOutput<typeof ChecklistFields>, "items"> &
  Origin & { id: string; body: string; items: Item[] };

/** The answers to an item, as a person sees them. "I'm not sure" is never saved. */
export const answerChoices = [
  { value: "yes", label: "Yes", hint: "I could show someone an example" },
  { value: "partly", label: "Partly", hint: "sometimes, or with help" },
  { value: "not-yet", label: "Not yet", hint: "a fine place to start" },
] as const;

/** An item's answer: `yes`, `partly` or `not-yet`. */
export type Answer = (typeof answerChoices)[number]["value"];

/** Finds an item by its id. */
export function findItem({ items }: Pick<Checklist, "items">, id: string): Item | undefined {
  return items.find((item) => item.id === id);
}

/** Returns what a person sees for an answer, such as "Not yet". */
export function labelOfAnswer(answer: Answer): string {
  return answerChoices.find(({ value }) => value === answer)?.label ?? answer;
}

/** Returns true if the answer can have evidence. */
export function takesEvidence(answer: Answer): boolean {
  return answer !== "not-yet";
}
