import stringWidth from "fast-string-width";
import { expect, test } from "vitest";
import { loadLibrary } from "../../src/content/load.ts";
import { summarizeChecklist } from "../../src/domain/insights/checklist-summary.ts";
import {
  renderChecklist,
  renderResult,
  renderStatus,
} from "../../src/render/text/checklist-summary.ts";
import { renderExample, renderQuestion } from "../../src/render/text/question.ts";
import { renderSlice, renderSlices } from "../../src/render/text/slices.ts";
import { renderWelcome } from "../../src/render/text/welcome.ts";
import { createTheme } from "../../src/render/theme.ts";
import { root } from "../helpers/context.ts";
import { answered, noon, progressOf, runOf } from "../helpers/samples.ts";

const library = await loadLibrary({ folder: `${root}/content` }, ["checklists", "slices"]);
const [checklist] = library.checklists;
if (!checklist) throw new Error("no checklist");
const { slices } = library;
const theme = createTheme({ color: false });
const ids = checklist.items.map(({ id }) => id);
const words =
  "14 of our 30 support agents copy order numbers by hand, about 25 minutes a shift, and I " +
  "sat with two.";

function standingOf(...runs: ReturnType<typeof runOf>[]) {
  const shipped = runs.map((run) => ({ ...run, checklist: "reality-check" }));
  if (!checklist) throw new Error("no checklist");
  return {
    summary: summarizeChecklist({ checklist, slices, steps: [], progress: progressOf(...shipped) }),
    now: noon(22),
    project: undefined,
    closed: [],
    steps: [],
  };
}

const partly = Object.fromEntries(ids.map((id) => [id, answered("partly", { evidence: words })]));
const twice = standingOf(runOf("a", partly, { day: 1 }), runOf("b", partly, { day: 8 }));
const open = standingOf(
  runOf("a", partly, { day: 1 }),
  runOf("b", { problem: answered("yes") }, { day: 8, open: true }),
);
const saved = answered("partly", { evidence: words });

const screens: Record<string, (options: { theme: typeof theme; width: number }) => string> = {
  "renders the end of a check": (options) => renderResult(twice, options),
  "status after a check": (options) => renderStatus(twice, options),
  "status in an open check": (options) => renderStatus(open, options),
  "status before the first answer": (options) => renderStatus(standingOf(), options),
  "renders the list of slices": (options) =>
    renderSlices({ slices, items: checklist.items }, options),
  welcome: (options) => renderWelcome(null, options),
  ...Object.fromEntries(
    checklist.items.map((item, index) => [
      `question ${index + 1}`,
      (options) => renderQuestion({ item, number: index + 1, total: 5, before: saved }, options),
    ]),
  ),
};

/**
 * Lines that the prompt takes below a screen that asks: the message, five choices, a blank line
 * and the keys.
 */
const PROMPT_LINES = 8;

test.each(Object.entries(screens))("%s fits 24 rows of 80 columns", (name, render) => {
  const lines = render({ theme, width: 80 }).replace(/\n$/, "").split("\n");
  const asks = name === "welcome" || name.startsWith("question");
  expect(lines.length + (asks ? PROMPT_LINES : 0)).toBeLessThanOrEqual(24);
});

test.each(slices.map((slice) => [slice.id, slice] as const))(
  "the page of %s fits in 40 rows of 80 columns",
  (_id, slice) => {
    expect(
      renderSlice({ slice, items: checklist.items }, { theme, width: 80 }).trimEnd().split("\n")
        .length,
    ).toBeLessThanOrEqual(40);
  },
);

const pages: typeof screens = {
  ...screens,
  "the checklist for a script": (options) => renderChecklist(twice, options),
  ...Object.fromEntries(
    slices.map((slice) => [
      `slice ${slice.id}`,
      (options) => renderSlice({ slice, items: checklist.items }, options),
    ]),
  ),
  ...Object.fromEntries(
    checklist.items.map((item) => [
      `example of ${item.id}`,
      (options) => renderExample(item, options),
    ]),
  ),
};

test.each([40, 50, 80, 100])(
  "at %d columns, lines fit, don't end in a space, and don't cut words",
  (width) => {
    const wide = (text: string) => new Set(text.split(/[\s.,:;"()#=-]+/));
    for (const [name, render] of Object.entries(pages)) {
      const known = wide(render({ theme, width: 200 }));
      const text = render({ theme, width });
      for (const line of text.split("\n")) {
        expect({ name, line, fits: stringWidth(line) <= width }).toEqual({
          name,
          line,
          fits: true,
        });
        expect(line).toBe(line.trimEnd());
      }
      expect([...wide(text)].filter((word) => !known.has(word))).toEqual([]);
    }
  },
);

test("color doesn't change any text", () => {
  const colored = createTheme({ color: true });
  for (const render of Object.values(pages)) {
    const text = render({ theme: colored, width: 80 });
    expect(text).toContain("\u001b[");
    expect(text.replace(/\u001b\[\d+m/g, "")).toBe(render({ theme, width: 80 }));
  }
});
