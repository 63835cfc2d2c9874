import * as v from "valibot";
import { Id, Lines, OneLine, Text } from "./fields.ts";
import type { Origin } from "./origin.ts";

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

/** A slice with its id; `body` is the text below the front matter. */
export type Slice = v.InferOutput<typeof SliceFields> & Origin & { id: string; body: string };

/** Returns the lines of a field; none if the slice has no such field. */
export function readSliceField(slice: Slice, field: string): string[] {
  const value: unknown = Object.entries(slice).find(([name]) => name === field)?.[1];
  return [value ?? []].flat().map(String);
}

/** Returns the slices that are ideas to start from, without the one for ideas of one's own. */
export function listStarters(slices: readonly Slice[]): Slice[] {
  return slices.filter(({ own }) => !own);
}

/** Finds the slice for an idea of one's own; undefined if the content has none. */
export function findOwnSlice(slices: readonly Slice[]): Slice | undefined {
  return slices.find(({ own }) => own);
}
