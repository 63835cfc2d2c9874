import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTeam } from "../../src/commands/team.ts";
import { loadLibrary } from "../../src/content/load.ts";
import { listCountedChoices } from "../../src/domain/insights/answer-stats.ts";
import { listShippedIds } from "../../src/domain/team/summarize.ts";
import type { Summary } from "../../src/domain/team/summary.ts";
import type { TeamContent } from "../../src/domain/team/team.ts";
import { createTestContext, root, type TestSettings } from "./context.ts";
import { library } from "./loop.ts";
import { createTempFolder } from "./temp.ts";

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
  slices: library.slices,
  rules: [],
  guide: library.guide,
  typed: [],
};

/** Creates a folder with these files, and what reads it. */
export function openTeam(files: Record<string, unknown>, settings: TestSettings = {}) {
  const folder = createTempFolder();
  for (const [name, content] of Object.entries(files))
    writeFileSync(
      join(folder, name),
      typeof content === "string" ? content : JSON.stringify(content),
    );
  const test = createTestContext(settings);
  const json = async () => {
    await runTeam(test.context, folder, { json: true });
    return JSON.parse(test.stdout()) as Record<string, unknown>;
  };
  return { ...test, folder, run: () => runTeam(test.context, folder), json };
}
