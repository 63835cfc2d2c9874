import { basename, dirname } from "node:path";
import { loadLibrary } from "../../src/content/load.ts";
import type { Rule } from "../../src/domain/library/rule.ts";

/**
 * The rules of a folder `rules`, loaded as the program does; a file that cannot be used throws
 * with its problem.
 */
export async function loadRules(folder: string): Promise<Rule[]> {
  const { rules, problems } = await loadLibrary({ folder: dirname(folder) }, ["rules"]);
  if (problems.length > 0 || basename(folder) !== "rules")
    throw new Error(JSON.stringify(problems));
  return rules;
}
