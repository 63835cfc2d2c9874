/**
 * Converts our markdown to plain text for a chat: without headings, bold and code spans, and with
 * everything the person typed as they typed it. Doesn't wrap lines, because chats do that.
 */
export function renderPlainText(markdown: string): string {
  return markdown
    .replace(/^#{1,6} /gm, "")

    .replace(
      / ?\\\n( *)|\\([!-/:-@[-`{-~])|\*\*|`/g,
      (_mark, indent: string | undefined, character: string | undefined) =>
        indent === undefined ? (character ?? "") : `\n${indent}`,
    );
}
