import { basename, dirname } from "node:path";
import { loadLibrary } from "../../src/content/load.ts";
import type { Rule } from "../../src/domain/library/rule.ts";

/** Loads the rules of a folder as the program does; throws with the problem of an invalid file. */
export async function loadRules(folder: string): Promise<Rule[]> {
  const { rules, problems } = await loadLibrary({ folder: dirname(folder) }, ["rules"]);
  if (problems.length > 0 || basename(folder) !== "rules")
    throw new Error(JSON.stringify(problems));
  return rules;
}

/** Returns the same rules, which ask about a line that is likely sound as well. */
export function askAnyway(rules: readonly Rule[]): Rule[] {
  return rules.map((rule) => ({ ...rule, unlessSound: false }));
}
