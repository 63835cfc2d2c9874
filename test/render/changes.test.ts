import { expect, test } from "vitest";
import type { Amendment, Project } from "../../src/domain/project/project.ts";
import { listAmendments, nameChanges } from "../../src/render/page/changes.ts";
import { renderChange } from "../../src/render/text/page-value.ts";
import { newProject, sampleChecks, steps } from "../helpers/loop.ts";
import { noon } from "../helpers/samples.ts";

const [first = "", second = "", third = ""] = sampleChecks;
const day = (number: number) => noon(number).toISOString();

function change(at: number, more: Partial<Amendment> = {}): Amendment {
  return {
    ...{ step: "spec", question: "checks", because: "Too long.", at: day(at) },
    ...{ before: [first, second, third], after: [first, "12 rows.", third] },
    ...more,
  };
}

/** Round 1 has its brief on day 3 and ends on day 6, round 2 on day 8 and day 11. */
function projectWith(...amendments: Amendment[]): Project {
  const round = (brief: number, end: number) => ({
    ...{ answers: {}, endedAt: day(end) },
    finished: { brief: day(brief) },
  });
  return newProject({ amendments, rounds: [round(3, 6), round(8, 11)], finished: {} });
}

test.each([
  { when: "never", amendments: [], title: "" },
  { when: "in round 1", amendments: [change(4)], title: "Changed after the brief" },
  {
    when: "after the brief of two rounds",
    amendments: [change(4), change(9)],
    title: "Changed after the brief",
  },
  {
    when: "before the brief of round 2",
    amendments: [change(7), change(7)],
    title: "Changed between round 1 and round 2",
  },
  {
    when: "before the brief of a round that has none yet",
    amendments: [change(12)],
    title: "Changed between round 2 and round 3",
  },
  {
    when: "at several times",
    amendments: [change(4), change(7)],
    title: "Changed since the first brief",
  },
])("says when a spec was changed: $when", ({ amendments, title }) => {
  expect(nameChanges(steps, projectWith(...amendments))).toBe(title);
});

test("takes a change for one after the brief where an older file doesn't say", () => {
  const project = newProject({
    amendments: [change(7)],
    rounds: [
      { answers: {}, endedAt: day(6) },
      { answers: {}, endedAt: day(11) },
    ],
  });
  expect(nameChanges(steps, project)).toBe("Changed after the brief");
});

test("says with each change when it was made if the heading doesn't", () => {
  const texts = listAmendments(steps, projectWith(change(4), change(7))).map(renderChange);
  expect(texts.map((text) => text.split("\n")[0])).toEqual([
    "- Nov 4, 2026, after the brief of round 1. Spec: Checks",
    "- Nov 7, 2026, between round 1 and round 2. Spec: Checks",
  ]);
});

test.each([
  {
    what: "a line of a list that was reworded",
    amendment: change(7),
    lines: [`  - Before: ${second}`, "  - Now: 12 rows."],
  },
  {
    what: "a line that was added",
    amendment: change(7, { after: [first, second, third, "12 rows."] }),
    lines: ["  - Added: 12 rows."],
  },
  {
    what: "lines that were removed",
    amendment: change(7, { before: ["One.", "Two.", "Three."], after: ["Two."] }),
    lines: ["  - Removed: One; Three"],
  },
  {
    what: "a list in another order",
    amendment: change(7, { before: ["One.", "Two."], after: ["Two.", "One."] }),
    lines: ["  - Before: One; Two", "  - Now: Two; One"],
  },
  {
    what: "a text that was empty",
    amendment: change(7, { question: "stop", before: [], after: ["Stop on Friday."] }),
    lines: ["  - Before: nothing", "  - Now: Stop on Friday."],
  },
  {
    what: "a list whose question was removed",
    amendment: change(7, { question: "gone", before: ["One."], after: ["One.", "Two."] }),
    lines: ["  - Added: Two."],
  },
])("shows of a change only what is different: $what", ({ amendment, lines }) => {
  const [text = ""] = listAmendments(steps, projectWith(amendment)).map(renderChange);
  expect(text.split("\n").slice(2)).toEqual(lines);
});
