import type { Context } from "../../context.ts";

/** Says, before a page with pictures is written, that the check for secrets can't see into them. */
export function printPictureHint({ stderr }: Context, count: number): void {
  if (count === 0) return;
  const [they, them] = count === 1 ? ["The picture isn't", "it"] : ["Pictures aren't", "them"];
  stderr.line(`${they} looked through for secrets: look at ${them} yourself.`);
}
