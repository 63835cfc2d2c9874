import { readRoles } from "../../src/linter/roles/read.ts";
import type { Ruleset } from "../../src/linter/rules.ts";
import { lintText } from "../../src/linter/text.ts";
import type { LabeledLine } from "./score.ts";

/** A line of a document that a reviewer would judge. `line` counts from 1. */
export interface LabeledRole {
  line: number;
  role: "criterion" | "problem";
}

/** How the roles of a document agree with those of a reviewer. */
export interface RoleScore {
  /** The entries of the document: lines, with hard-wrapped ones counted once. */
  entries: number;
  /** The entries that a reviewer would judge. */
  judged: number;
  /** Those of them that have the same role. */
  found: number;
  /** The entries that a reviewer wouldn't judge, but the linter does. */
  extra: number;
  findings: number;
  /** The findings on entries that a reviewer wouldn't judge. */
  outside: number;
  /** The entries with another role, as "12 criterion, not other". */
  wrong: string[];
}

type Role = LabeledRole["role"] | "other";

/**
 * Reads the roles that a reviewer gave: a list, or a list as `roles`. Lines with the role "other"
 * may be listed or left out.
 */
export function parseRoles(json: string): LabeledRole[] {
  const parsed = JSON.parse(json) as
    | { line: number; role: Role }[]
    | { roles: { line: number; role: Role }[] };
  const roles = Array.isArray(parsed) ? parsed : parsed.roles;
  return roles.flatMap(({ line, role }) => (role === "other" ? [] : [{ line, role }]));
}

/** Compares the roles and the findings of a document with the roles that a reviewer gave. */
export function scoreRoles(
  text: string,
  labels: readonly LabeledRole[],
  ruleset: Ruleset,
): RoleScore {
  const { roles, firstLines } = readEntries(text);
  const expected = new Map(labels.map(({ line, role }) => [firstLines.get(line) ?? line, role]));
  const entries = [...new Set([...roles.keys(), ...expected.keys()])].toSorted((a, b) => a - b);
  const roleOf = (line: number): Role => roles.get(line) ?? "other";
  const expectedOf = (line: number): Role => expected.get(line) ?? "other";
  const wrong = entries.filter((line) => roleOf(line) !== expectedOf(line));
  const findings = lintText(text, {}, ruleset)
    .found.filter(({ severity }) => severity !== "note")
    .map(({ line }) => firstLines.get(line) ?? line);
  return {
    entries: entries.length,
    judged: expected.size,
    found: [...expected].filter(([line, role]) => roleOf(line) === role).length,
    extra: wrong.filter((line) => expectedOf(line) === "other").length,
    findings: findings.length,
    outside: findings.filter((line) => expectedOf(line) === "other").length,
    wrong: wrong.map((line) => `${line} ${roleOf(line)}, not ${expectedOf(line)}`),
  };
}

/** Returns the role of each entry by its first line, and the first line for each line. */
function readEntries(text: string) {
  const { lines } = readRoles(text);
  const firstLines = new Map<number, number>();
  for (const { parts } of lines) {
    const first = parts[0]?.line ?? 0;
    for (const { line } of parts) if (!firstLines.has(line)) firstLines.set(line, first);
  }
  // A row of a table is what its judged cell is.
  const [others, judged] = [false, true].map((isJudged) =>
    lines
      .filter(({ role }) => (role === "criterion" || role === "problem") === isJudged)
      .map(({ role, parts }) => [parts[0]?.line ?? 0, isJudged ? role : "other"] as const),
  );
  const roles = new Map([...(others ?? []), ...(judged ?? [])] as [number, Role][]);
  return { roles, firstLines };
}

const headings = { criterion: "## Acceptance criteria", problem: "## Problem" };

/** Returns true if a labeled line has its role, as an entry below the usual heading. */
export function hasRightRole({ text, kind }: LabeledLine): boolean {
  const isStep = /^(?:[\s>|*+-]|\d+[.)]|\*\*)/.test(text);
  const entry = isStep || kind === "problem" ? text : `- ${text}`;
  const roles = readRoles(`${headings[kind]}\n\n${entry}\n`).lines.slice(1);
  return roles.some(({ role }) => role === kind);
}
