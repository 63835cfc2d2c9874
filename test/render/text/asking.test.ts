import { expect, test } from "vitest";
import { choicesOf } from "../../../src/domain/library/step.ts";
import { listRedoable } from "../../../src/domain/project/question-instance.ts";
import { type AskingView, renderAsking, renderEntries } from "../../../src/render/text/asking.ts";
import { createTheme } from "../../../src/render/theme.ts";
import { projectAfter, slices, steps } from "../../helpers/loop.ts";

const options = { theme: createTheme({ color: false }), width: 80 };
const project = projectAfter("spec", "brief", "review");

/** What the slices show beside a question: the longest is the one to fit. */
function findHints(hint: string | undefined): string[][] {
  const field = hint?.split(".")[1];
  if (field === undefined) return [[]];
  return slices.map((slice) =>
    [(slice as unknown as Record<string, string | string[]>)[field] ?? []].flat(),
  );
}

/**
 * The lines a prompt takes below: question, choices and keys, or words, hint and the line to type
 * on.
 */
function countPromptLines({ question }: AskingView): number {
  const choices = choicesOf(question).length;
  return choices > 0 ? choices + 5 : 4;
}

const views = steps.flatMap((step) =>
  listRedoable(project, step).flatMap(({ question, entry }) =>
    findHints(question.hint).map((hints) => ({
      question,
      entry,
      hints,
      place: { number: 9, total: 10 },
      before: [],
    })),
  ),
);

test("fits every question of every step in 24 rows of 80 columns", () => {
  expect(views.length).toBeGreaterThan(40);
  const tall = views
    .map((view) => ({
      id: view.question.id,
      rows: renderAsking(view, options).split("\n").length + countPromptLines(view),
    }))
    .filter(({ rows }) => rows > 24);
  expect(tall).toEqual([]);
});

test("shows the last lines of a long list with their numbers, and counts the others", () => {
  const entries = Array.from({ length: 12 }, (_, index) => `entry ${index + 1}`);
  const inWindow = { ...options, rows: 24 };
  const lines = renderEntries(entries, inWindow).split("\n");
  expect(lines.slice(0, 2)).toEqual(["  6 lines before these", "  7. entry 7"]);
  expect(lines.slice(-2)).toEqual(["  12. entry 12", ""]);
  expect(renderEntries(entries.slice(0, 6), inWindow)).toMatch(/^ {2}1\. entry 1\n/);
  expect(renderEntries(entries, options)).toMatch(/^ {2}1\. entry 1\n/);
});

test("leaves out the example where there is an answer from before", () => {
  const [view] = views.filter(({ question }) => question.example);
  if (!view) throw new Error("no question has an example");
  expect(renderAsking(view, options)).toContain("  For example\n");
  expect(renderAsking({ ...view, before: [""] }, options)).toContain("  For example\n");
  const again = renderAsking({ ...view, hints: ["One."], before: ["Mine."] }, options);
  expect(again).toContain("  You said last round\n  - Mine.\n");
  expect(again).not.toMatch(/For example|From the slice/);
});
