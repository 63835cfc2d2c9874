import * as v from "valibot";
import { Id, Lines, OneLine, Text } from "./fields.ts";

/** The front matter of a file in `content/slices/`: a starter idea for one person and one agent. */
export const SliceFields = v.strictObject({
  title: OneLine,
  summary: OneLine,
  order: v.number(),
  /** The slice behind projects that people start from an idea of their own. */
  own: v.optional(v.literal(true)),
  /** The time it should take, in hours. */
  hours: v.pipe(v.number(), v.minValue(0.25, "must be at least a quarter of an hour")),
  for: Text,
  /** The ids of the checklist items that it is good practice for. */
  trains: v.pipe(v.array(Id), v.minLength(1, "must name at least one item")),
  before: Lines,
  example: Text,
  checks: Lines,
  notBuilding: Lines,
  stop: Text,
  engineer: Lines,
  failsWhen: Text,
});
