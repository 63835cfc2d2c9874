import type { Context } from "../../context.ts";
import type { Written } from "../../domain/progress/user-text.ts";
import { findOnPage } from "../../linter/printed-page.ts";
import { compileSensitive, hideValue } from "../../linter/sensitive.ts";

/** A secret or personal data that was found, with its number in the list of what was found. */
export interface FoundSecret {
  number: number;
  /** The text as it stands, and how it is shown without giving it away. */
  value: string;
  hidden: string;
  /** The text without spaces and odd characters, under which it is remembered if it's allowed. */
  plain: string;
  /** Where it stands, and the command that changes it there. */
  places: { line: string; command: string | undefined }[];
}

/** Finds secrets and personal data on a page, and says where each of them stands. */
export async function findSecrets(
  context: Context,
  page: string,
  written: readonly Written[],
): Promise<FoundSecret[]> {
  const { rules } = await context.loadLibrary("rules");
  const found = findOnPage(page, written, compileSensitive(rules));
  return found.map(({ finds, value, folded, writtenIn }, index) => {
    const isSealed = writtenIn.length > 0 && writtenIn.every(({ sealed }) => sealed);
    // What is left of a sealed text could tell a claim: "a...@all-met.example".
    const hidden = isSealed ? `${finds} in a sealed report` : hideValue(folded);
    const said = isSealed ? `${finds} (not shown while it is sealed)` : `${finds}: ${hidden}`;
    const sources = writtenIn.length > 0 ? writtenIn : [{ place: "The page", command: undefined }];
    const places = new Map(
      sources.map(({ place, command }) => {
        const line = `${place} seems to contain ${said}`;
        return [line, { line, command }];
      }),
    );
    return {
      ...{ number: index + 1, value, hidden },
      plain: folded.replace(/\s/g, ""),
      places: [...places.values()],
    };
  });
}
