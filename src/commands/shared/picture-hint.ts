import type { Context } from "../../context.ts";
import { countOf } from "../../domain/text/words.ts";

/** How many pictures something that leaves this computer has, and how many it should have too. */
export interface PictureCounts {
  found: number;
  missing: number;
}

/**
 * Says, before something with pictures is written, which of them are gone, and that the check for
 * secrets can't see into the others.
 */
export function printPictureHint({ stderr }: Context, { found, missing }: PictureCounts): void {
  if (missing > 0)
    stderr.line(`${countOf(missing, "picture")} couldn't be read: builder-pm doctor`);
  if (found === 0) return;
  const [they, them] = found === 1 ? ["The picture isn't", "it"] : ["Pictures aren't", "them"];
  stderr.line(`${they} looked through for secrets: look at ${them} yourself.`);
}
