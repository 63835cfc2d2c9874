import type * as v from "valibot";
import type { Origin } from "./origin.ts";
import type { SliceFields } from "./slice-fields.ts";

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
