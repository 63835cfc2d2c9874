import { isPlaceholder } from "../../domain/text/clean.ts";
import { usageError } from "./arguments.ts";

/** Throws if one of the texts of a command line is "...": a suggested command was run as it is. */
export function assertOwnWords(...texts: (string | undefined)[]): void {
  if (!texts.some((text = "") => isPlaceholder(text))) return;
  throw usageError(
    '"..." stands for your own words. Nothing was saved.',
    'Run it again with your words in place of "...".',
  );
}
