import { join } from "node:path";
import { loadLibrary } from "../../src/content/load.ts";
import { listCountedChoices } from "../../src/domain/insights/answer-stats.ts";
import { listShippedIds } from "../../src/domain/team/summarize.ts";
import type { Summary } from "../../src/domain/team/summary.ts";
import type { TeamContent } from "../../src/domain/team/team.ts";
import { root } from "./context.ts";
import { library } from "./loop.ts";

/** Returns a summary of nothing, with more fields, by the person with this number. */
export function summaryOf(person: number, more: Partial<Summary> = {}): Summary {
  return {
    kind: "builder-pm summary",
    version: 1,
    person: person.toString(16).padStart(16, "0"),
    month: "2026-11",
    items: [],
    decisions: [],
    predictions: { tooHigh: 0, exact: 0, tooLow: 0 },
    misses: [],
    claims: [],
    ideaToArtifact: [],
    practice: { drills: 0, sound: 0, doubted: 0, falseClaims: 0, trusted: 0 },
    defects: [],
    ...more,
  };
}

/** The shipped content that the figures of a team are about. */
export const teamContent: TeamContent = {
  shipped: listShippedIds(library),
  items: library.checklists.flatMap(({ items }) => items),
  causes: listCountedChoices(library.steps),
  drills: (await loadLibrary({ folder: join(root, "content") }, ["drills"])).drills,
  rules: [],
  guide: library.guide,
  typed: [],
};
