/**
 * A page of ours as plain text, for a chat: headings, lists and ticks as they look, and everything
 * a person typed as they typed it. Lines are left as long as they are, because a chat breaks them
 * itself.
 *
 */
export function renderPlainText(markdown: string): string {
  return markdown
    .replace(/^#{1,6} /gm, "")
    .replace(/^( *)- \[([ x])\] /gm, "$1[$2] ")
    .replace(
      /\\\n( *)|\\([!-/:-@[-`{-~])|\*\*/g,
      (_mark, indent: string | undefined, character: string | undefined) =>
        indent === undefined ? (character ?? "") : `\n${indent}`,
    );
}
