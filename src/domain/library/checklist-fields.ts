import * as v from "valibot";
import { Id, OneLine, Text } from "./fields.ts";

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

export type Item = v.InferOutput<typeof Item>;
export type ChecklistFields = v.InferOutput<typeof ChecklistFields>;
