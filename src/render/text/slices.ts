import type { Item } from "../../domain/library/checklist.ts";
import { labelsOfItems } from "../../domain/library/item-label.ts";
import { describeOrigin } from "../../domain/library/origin.ts";
import type { Slice } from "../../domain/library/slice.ts";
import { countOf } from "../../domain/text/words.ts";
import { hang, indent, padTo, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** Slices, and the items of all checklists, for the names of what they are good practice for. */
export interface SlicesView {
  slices: readonly Pick<Slice, "id" | "title" | "hours" | "trains" | "from">[];
  items: readonly Pick<Item, "id" | "label">[];
}

/** One slice, and the items of all checklists. */
export interface SliceView {
  slice: Slice;
  items: readonly Item[];
}

/**
 * Returns only what {@link renderSlices} shows of these slices and items: every text of a view is
 * made safe for a terminal first.
 */
export function cutSlicesView({ slices, items }: SlicesView): SlicesView {
  const named = new Set(slices.flatMap(({ trains }) => trains));
  return {
    slices: slices.map(({ id, title, hours, trains, from }) => ({
      ...{ id, title, hours, trains },
      ...(from === undefined ? {} : { from }),
    })),
    items: items.filter(({ id }) => named.has(id)).map(({ id, label }) => ({ id, label })),
  };
}

/** Renders the starter slices, two lines each. */
export function renderSlices({ slices, items }: SlicesView, options: RenderOptions): string {
  const { theme, width } = options;
  const column = Math.max(...slices.map(({ id }) => id.length)) + 4;
  const rows = slices.map((slice) => {
    const { id, title } = slice;
    const about = `${describeSlice(slice, items)}${describeOrigin(slice)}`;
    const name = hang(`  ${padTo(id, column - 2)}`, title, width).replace(id, theme.command(id));
    return `${name}\n${theme.faint(indent(about, width, column))}`;
  });
  return stack([
    [`  ${theme.heading("Small things you could build first")}`, indent(WHAT_IT_IS, width)],
    rows.join("\n\n"),
  ]);
}

const WHAT_IT_IS =
  "Each is a slice: one small, useful thing to build in a few hours. Building one is " +
  "practice for the reality check (builder-pm check).";

/** Describes a slice: "4 hours, good practice for: scoping, specs, reviews". */
export function describeSlice(
  { hours, trains }: Pick<Slice, "hours" | "trains">,
  items: SlicesView["items"],
): string {
  return `${countOf(hours, "hour")}, good practice for: ${labelsOfItems(items, trains).join(", ")}`;
}

/** Renders one slice on a page of at most 40 lines. */
export function renderSlice({ slice, items }: SliceView, { theme, width }: RenderOptions): string {
  const section = (name: string, text: string) => hang(theme.heading(name.padEnd(15)), text, width);
  const list = (
    name: string,
    entries: readonly string[],
    mark: (index: number) => string = () => "-",
  ) => [
    theme.heading(name),
    ...entries.map((entry, index) => hang(`  ${mark(index)} `, entry, width)),
  ];
  return stack([
    [theme.heading(hang("", slice.title, width)), hang("", slice.summary, width)],
    [
      section("For", slice.for),
      section("Time", countOf(slice.hours, "hour")),
      section("Practice for", labelsOfItems(items, slice.trains).join(", ")),
      ...(slice.from === undefined ? [] : [section("From", slice.from)]),
    ],
    list("Before you start", slice.before),
    [theme.heading("Example"), indent(slice.example, width)],
    list("Checks", slice.checks, (index) => `C${index + 1}`),
    list("Not building", slice.notBuilding),
    [section("Stop rule", slice.stop), section("Fails when", slice.failsWhen)],
    list("What an engineer should check", slice.engineer),
    hang("", slice.body.replaceAll("\n", " "), width),
  ]);
}

/** Returns a slice for `slices --json`. */
export function toSliceJson({ id, title, summary, hours, trains, from }: Slice) {
  return { id, title, summary, hours, trains, from: from ?? null };
}
