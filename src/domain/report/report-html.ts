const BLOCK = /<(style|script|head)\b[^<>]{0,200}>/gi;
const GONE = /<(del|s|strike)>[^<>]{0,300}<\/\1>/gi;
const TAG = /<\/?([a-z][a-z0-9]{0,9})\b[^<>]{0,300}>/gi;
/** Tags that stand inside of a line of a report in Markdown. */
const INLINE =
  /<\/?(?:b|strong|em|i|u|span|ins|mark|sub|sup|font|details|summary|p|div)(?:\s[^<>]{0,100})?>/gi;
const ENTITY = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(nbsp|amp|lt|gt|quot|apos|mdash|ndash|hellip));/gi;
const entities: Record<string, string> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  mdash: "\u2014",
  ndash: "\u2013",
  hellip: "\u2026",
};

/** Writes a page of HTML in the form of Markdown, and takes tags out of other text. */
export function readHtml(text: string): string {
  const start = text.slice(0, 200).trimStart();
  if (!/^<(?:!doctype|html|body|h[1-6]|div|article|section|main)\b/i.test(start))
    return text
      .replace(GONE, "")
      .replace(/<br\s?\/?>(?![^|\n]*\|)/gi, "\n")
      .replace(INLINE, "");
  return dropBlocks(text).replace(GONE, "").replace(TAG, writeTag).replace(ENTITY, writeEntity);
}

/** Takes out what a page doesn't show. */
function dropBlocks(text: string): string {
  const parts: string[] = [];
  const lower = text.toLowerCase();
  let at = 0;
  for (const { index, 1: name = "" } of text.matchAll(BLOCK)) {
    if (index < at) continue;
    const end = lower.indexOf(`</${name.toLowerCase()}>`, index);
    if (end < 0) break;
    parts.push(text.slice(at, index));
    at = end + name.length + 3;
  }
  return parts.join("") + text.slice(at);
}

/** What stands for the start and the end of a tag; nothing for the others. */
const forms: Record<string, readonly [start: string, end: string]> = {
  pre: ["\n```\n", "\n```\n"],
  li: ["\n- ", "\n"],
  td: [" | ", " "],
  th: [" | ", " "],
  tr: ["\n", " |\n"],
  code: ["`", "`"],
};
const LINES = /^(?:p|div|br|ul|ol|table|section|article)$/;

function writeTag(tag: string, word: string): string {
  const name = word.toLowerCase();
  const side = tag.startsWith("</") ? 1 : 0;
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (form) return form[side];
  const [, level] = /^h([1-6])$/.exec(name) ?? [];
  if (level) return side === 1 ? "\n" : `\n${"#".repeat(Number(level))} `;
  return LINES.test(name) ? "\n" : "";
}

function writeEntity(all: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return entities[name.toLowerCase()] ?? all;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
}
