import type { Rule } from "../../domain/library/rule.ts";
import type { ShownFinding, ShownLine } from "../text/lint.ts";

/** Returns a finding of the linter. `scope` says whether it's about a line or the whole text. */
export function toFindingJson(file: string, finding: ShownFinding) {
  const { rule, severity, message, question, line, column } = finding;
  const place =
    line === undefined
      ? { scope: "file", line: null, column: null }
      : { scope: "line", line, column };
  return { file, ...place, rule, severity, message, question };
}

/**
 * Returns how many lines of a text were judged, and how many were not because they may be plans or
 * notes. A spec is judged as a whole, so it has no counts.
 */
export function toLineCountsJson(counts: { judged: number; leftOut: number } | undefined) {
  return { checked: counts?.judged ?? null, unchecked: counts?.leftOut ?? null };
}

/** Returns what a line of a text is, for `lint --explain --json`. */
export function toLineJson(file: string, { line, role, why, text }: ShownLine) {
  return { file, line, role, why, text };
}

/** Returns a rule of the linter, for `lint --list --json`. */
export function toRuleJson({ id, title, kinds, severity, says, question, examples }: Rule) {
  return { id, title, kinds, severity, says, question, examples };
}
