import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const levels = ["none", "said", "shown", "repeated"];
const items = ["problem", "slice", "spec", "review", "engineer"];
const slices = ["script", "clickable", "dashboard", "automation", "flow"];
const decisions = ["done", "killed", "handed-over"];
const abouts = ["value", "time", "error", "repeat", "people", "access", "appearance", "other"];
const agents = ["claude-code", "codex", "cursor", "copilot", "other"];

/**
 * Returns one of these, chosen by a number.
 * @param {readonly string[]} names
 * @param {number} number
 */
function choose(names, number) {
  return names[number % names.length];
}

/**
 * Writes the summaries of many people, one file for each person and month.
 * @param {string} folder
 * @param {number} people
 * @param {number} months
 */
export function writeTeam(folder, people, months) {
  mkdirSync(folder, { recursive: true });
  for (let person = 0; person < people; person++) {
    const id = (person * 2654435761 + 1).toString(16).padStart(16, "0");
    for (let month = 0; month < months; month++) {
      const name = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
      const summary = summarize(id, name, person + month * 7);
      writeFileSync(join(folder, `${name}-${id}.json`), JSON.stringify(summary, null, 2));
    }
  }
}

/**
 * @param {string} person
 * @param {string} month
 * @param {number} number
 */
function summarize(person, month, number) {
  return {
    kind: "builder-pm summary",
    version: 1,
    person,
    month,
    items: items.map((item, at) => ({ item, level: choose(levels, number + at) })),
    decisions: [0, 1].map((at) => ({
      slice: choose(slices, number + at),
      decision: choose(decisions, number),
      count: 1,
    })),
    predictions: { tooHigh: number % 3, exact: 1, tooLow: number % 2 },
    misses: [0, 1, 2].map((at) => ({
      cause: choose(["spec-gap", "agent-miss"], number),
      about: choose(abouts, number + at),
      count: 1 + (number % 2),
    })),
    claims: [{ agent: choose(agents, number), counted: 8, overclaimed: number % 4 }],
    ideaToArtifact: [{ within: choose(["4-hours", "1-day", "1-week"], number), count: 2 }],
    practice: { drills: 1, sound: 2, doubted: number % 2, falseClaims: 2, trusted: number % 3 },
    defects: [
      { kind: choose(["rounding", "time-zone", "lost-state"], number), planted: 2, caught: 1 },
    ],
  };
}
