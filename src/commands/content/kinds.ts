import type { Kind } from "../../content/schema.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { describeChoices } from "../shared/arguments.ts";

const kindsByWord = new Map<string, Kind>([
  ["checklist", "checklists"],
  ["slice", "slices"],
  ["step", "steps"],
  ["drill", "drills"],
  ["rule", "rules"],
  ["guide", "guide"],
]);

/** The singular names of the kinds of content. */
export const kindWords = [...kindsByWord.keys()];

/** Returns the kind for a name such as "slice" or its folder name. Throws if it's unknown. */
export function findKind(word: string): Kind {
  const kind = kindsByWord.get(word) ?? [...kindsByWord.values()].find((folder) => folder === word);
  if (kind) return kind;
  throw new UserError(`Unknown kind of content "${word}".`, {
    exitCode: ExitCode.usage,
    fix: describeChoices(word, kindWords),
  });
}
