const LINE_BREAK = / {2}$/gm;

/**
 * Converts our markdown to plain text for a chat: without headings, bold and code spans, and with
 * everything the person typed as they typed it. Doesn't wrap lines, because chats do that.
 */
export function renderPlainText(markdown: string): string {
  return markdown
    .replace(/^#{1,6} /gm, "")
    .replace(LINE_BREAK, "")
    .replace(/\\([!-/:-@[-`{-~])|\*\*|`([^`\n]*)`/g, "$1$2");
}

/**
 * Returns our markdown as a person reads it in a terminal: headings, lists and bold stay, and what
 * they typed is there as they typed it.
 */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(LINE_BREAK, "").replace(/\\([!-/:-@[-`{-~])|`([^`\n]*)`/g, "$1$2");
}
