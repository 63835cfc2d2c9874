import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { checkKinds } from "../../../src/domain/insights/check-kind.ts";
import type { Progress } from "../../../src/domain/progress/progress.ts";
import { agentNames } from "../../../src/domain/team/agent-names.ts";
import { buckets } from "../../../src/domain/team/buckets.ts";
import { summarizeMonth } from "../../../src/domain/team/summarize.ts";
import {
  decisionKinds,
  itemLevels,
  SUMMARY_KIND,
  Summary,
} from "../../../src/domain/team/summary.ts";
import { renderSummary } from "../../../src/render/json/summary.ts";
import { loadSixProjects } from "../../fixtures/six-projects.ts";
import { library } from "../../helpers/loop.ts";
import { teamContent } from "../../helpers/team.ts";

const { shipped } = teamContent;
const [checklist] = library.checklists;
const person = "0123456789abcdef";

function summarize(progress: Progress, month: string): Summary {
  if (!checklist) throw new Error("There is no checklist.");
  const state = { checklist, slices: library.slices, steps: library.steps, progress };
  return summarizeMonth(state, shipped, { person, month });
}

test("counts what happened in a month, and the items as they are now", async () => {
  expect(summarize(await loadSixProjects(), "2026-09")).toMatchInlineSnapshot(`
    {
      "claims": [
        {
          "agent": "claude-code",
          "counted": 3,
          "overclaimed": 1,
        },
      ],
      "decisions": [
        {
          "count": 1,
          "decision": "done",
          "slice": "clickable",
        },
        {
          "count": 1,
          "decision": "revised",
          "slice": "clickable",
        },
        {
          "count": 1,
          "decision": "done",
          "slice": "script",
        },
      ],
      "defects": [],
      "ideaToArtifact": [
        {
          "count": 1,
          "within": "1-day",
        },
        {
          "count": 1,
          "within": "3-days",
        },
      ],
      "items": [
        {
          "item": "problem",
          "level": "repeated",
        },
        {
          "item": "slice",
          "level": "repeated",
        },
        {
          "item": "spec",
          "level": "repeated",
        },
        {
          "item": "review",
          "level": "repeated",
        },
        {
          "item": "engineer",
          "level": "repeated",
        },
      ],
      "kind": "builder-pm summary",
      "misses": [
        {
          "about": "value",
          "cause": "agent-miss",
          "count": 1,
        },
        {
          "about": "time",
          "cause": "changed-mind",
          "count": 1,
        },
        {
          "about": "other",
          "cause": "needs-engineering",
          "count": 1,
        },
        {
          "about": "error",
          "cause": "spec-gap",
          "count": 2,
        },
        {
          "about": "other",
          "cause": "spec-gap",
          "count": 1,
        },
      ],
      "month": "2026-09",
      "person": "0123456789abcdef",
      "practice": {
        "doubted": 0,
        "drills": 0,
        "falseClaims": 0,
        "sound": 0,
        "trusted": 0,
      },
      "predictions": {
        "exact": 1,
        "tooHigh": 3,
        "tooLow": 0,
      },
      "version": 1,
    }
  `);
});

test("counts nothing of another month", async () => {
  const { items, ...rest } = summarize(await loadSixProjects(), "2026-01");
  expect(rest).toEqual({
    ...{ kind: SUMMARY_KIND, version: 1, person, month: "2026-01" },
    ...{ decisions: [], misses: [], claims: [], ideaToArtifact: [], defects: [] },
    practice: { drills: 0, sound: 0, doubted: 0, falseClaims: 0, trusted: 0 },
    predictions: { tooHigh: 0, exact: 0, tooLow: 0 },
  });
  expect(items).toHaveLength(5);
});

test("each decision is counted in one month", async () => {
  const progress = await loadSixProjects();
  const months = ["2026-08", "2026-09", "2026-10", "2026-11"];
  const decisions = months.flatMap((month) => summarize(progress, month).decisions);
  const rounds = progress.projects.reduce((sum, { rounds }) => sum + rounds.length, 0);
  expect(decisions.reduce((sum, { count }) => sum + count, 0)).toBe(6 + rounds);
});

test("an item, a slice and a cause that aren't shipped are only known as a pack's", async () => {
  const progress = await loadSixProjects();
  if (!checklist) throw new Error("There is no checklist.");
  const [first, ...others] = checklist.items;
  if (!first) throw new Error("There is no item.");
  const { shownBy: _, ...unproved } = first;
  const own = {
    ...checklist,
    items: [...others, { ...first, id: "secret-plan" }, { ...unproved, id: "ada-first" }],
  };
  const projects = progress.projects.map((project) => ({ ...project, slice: "ada-secret" }));
  const state = {
    ...{ checklist: own, slices: library.slices, steps: library.steps },
    progress: { ...progress, projects },
  };
  const ids = { ...shipped, causes: [] };
  const summary = summarizeMonth(state, ids, { person, month: "2026-09" });
  expect(JSON.stringify(summary)).not.toMatch(/secret|ada|spec-gap/);
  expect(summary.items.at(-1)).toEqual({ item: "pack", level: "none" });
  expect(new Set(summary.decisions.map(({ slice }) => slice))).toEqual(new Set(["pack"]));
  expect(new Set(summary.misses.map(({ cause }) => cause))).toEqual(new Set(["pack"]));
});

/** Lists every text in a value, names of fields left out. */
function listTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

describe("privacy", () => {
  const words = new Set<string>([
    ...[SUMMARY_KIND, person, "pack"],
    ...[...shipped.items, ...shipped.slices, ...shipped.causes],
    ...[...itemLevels, ...decisionKinds, ...checkKinds, ...agentNames, ...buckets],
  ]);

  test("a summary holds only words from closed lists, a month, an id and counts", async () => {
    const progress = await loadSixProjects();
    for (const month of ["2026-08", "2026-09", "2026-10", "2026-11"]) {
      const summary = summarize(progress, month);
      expect(v.is(Summary, summary)).toBe(true);
      expect(listTexts(summary).filter((text) => text !== month && !words.has(text))).toEqual([]);
      expect(renderSummary(summary)).not.toMatch(/\d:\d|T\d|Z"|\d{4}-\d\d-\d\d/);
      expect(JSON.parse(renderSummary(summary))).toEqual(summary);
    }
  });

  test("nothing that a person wrote is in it, even where only a closed list is expected", async () => {
    const marked = JSON.parse(
      JSON.stringify(await loadSixProjects()).replace(
        /"(title|text|agent|idea|what|because)":"/g,
        '"$1":"Zsófia ',
      ),
    ) as Progress;
    for (const month of ["2026-09", "2026-10"])
      expect(renderSummary(summarize(marked, month))).not.toContain("Zs");
  });
});
