import type { ChecklistFields, Item as ItemFields } from "./checklist-fields.ts";
import type { Origin } from "./origin.ts";

/** A statement of a checklist, and where it comes from. */
export type Item = ItemFields & Origin;

/** A checklist with its id; `body` is the text below the front matter. */
export type Checklist = Omit<ChecklistFields, "items"> &
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
