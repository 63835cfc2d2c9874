import type { Kind } from "../../content/schema.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { describeChoices } from "../shared/arguments.ts";

const kindsByWord = new Map<string, Kind>([
  ["checklist", "checklists"],
  ["slice", "slices"],
  ["step", "steps"],
  ["rule", "rules"],
  ["guide", "guide"],
]);

/** The words for the kinds of content. */
export const kindWords = [...kindsByWord.keys()];

/**
 * The kind that a word names, one of "checklist, slice, step, rule or guide", or its folder.
 * Throws for any other.
 */
export function findKind(word: string): Kind {
  const kind = kindsByWord.get(word) ?? [...kindsByWord.values()].find((folder) => folder === word);
  if (kind) return kind;
  throw new UserError(`There is no kind of content "${word}".`, {
    exitCode: ExitCode.usage,
    fix: describeChoices(word, kindWords),
  });
}
