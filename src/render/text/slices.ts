import { describeOrigin } from "../../domain/library/origin.ts";
import type { Slice } from "../../domain/library/slice.ts";
import { countOf, joinWords } from "../../domain/text/words.ts";
import { hang, indent, padTo, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** The starter slices, two lines each. */
export function renderSlices(slices: readonly Slice[], { theme, width }: RenderOptions): string {
  const column = Math.max(...slices.map(({ id }) => id.length)) + 4;
  const rows = slices.map(({ id, title, hours, trains, ...origin }) => {
    const about = `${countOf(hours, "hour")}, trains ${joinWords(trains)}${describeOrigin(origin)}`;
    const name = hang(`  ${padTo(id, column - 2)}`, title, width).replace(id, theme.command(id));
    return `${name}\n${theme.faint(indent(about, width, column))}`;
  });
  return stack([`  ${theme.heading("Small things you could build first")}`, rows.join("\n\n")]);
}

/** One slice on one page of at most 40 lines. */
export function renderSlice(slice: Slice, { theme, width }: RenderOptions): string {
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
      section("Trains", joinWords(slice.trains)),
      ...(slice.from === undefined ? [] : [section("From", slice.from)]),
    ],
    list("Before you start", slice.before),
    [theme.heading("Example"), indent(slice.example, width)],
    list("Checks", slice.checks, (index) => `C${index + 1}`),
    list("Not building", slice.notBuilding),
    [section("Stop when", slice.stop), section("Fails when", slice.failsWhen)],
    list("An engineer looks at", slice.engineer),
    hang("", slice.body.replaceAll("\n", " "), width),
  ]);
}

/** A slice as `slices --json` lists it. */
export function toSliceJson({ id, title, summary, hours, trains, from }: Slice) {
  return { id, title, summary, hours, trains, from: from ?? null };
}
