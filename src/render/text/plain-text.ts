import { isOwnCode } from "./markdown.ts";

const LINE_BREAK = / {2}$/gm;

/** A character that was escaped, the mark of bold text, or code. */
const MARKS = /\\([!-/:-@[-`{-~])|\*\*|`([^`\n]*)`/g;

/**
 * Converts our markdown to plain text for a chat: without headings, bold and code spans, and with
 * everything the person typed as they typed it. Doesn't wrap lines, because chats do that.
 */
export function renderPlainText(markdown: string): string {
  return markdown
    .replace(/^#{1,6} /gm, "")
    .replace(LINE_BREAK, "")
    .replace(MARKS, (mark, typed, code) => (mark === "**" ? "" : readMark(mark, typed, code)));
}

/** A fingerprint of a file: its first digits, and the others. */
const FINGERPRINT = /(\(SHA-256\): [0-9a-f]{12})[0-9a-f]{52}$/gm;

/** Converts our markdown to what is read aloud: nobody listens to 64 digits. */
export function renderReadAloud(markdown: string): string {
  return renderPlainText(markdown).replace(FINGERPRINT, "$1...");
}

/**
 * Returns our markdown as a person reads it in a terminal: headings, lists and bold stay, and what
 * they typed is there as they typed it.
 */
export function unescapeMarkdown(markdown: string): string {
  return markdown
    .replace(LINE_BREAK, "")
    .replace(MARKS, (mark, typed, code) => (mark === "**" ? mark : readMark(mark, typed, code)));
}

/** Returns a mark that was typed, and code as it was typed: plain, or between its backticks. */
function readMark(mark: string, typed: string | undefined, code: string | undefined): string {
  if (code === undefined) return typed ?? "";
  return isOwnCode(code) ? code : mark;
}
