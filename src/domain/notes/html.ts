const IS_HTML = /<(?:html|body|div|p|br|table|td|li)\b[^<>]*>/i;
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/<h([1-6])\b[^<>]*>/gi, "\n\n## "],
  [/<li\b[^<>]*>/gi, "\n- "],
  [/<tr\b[^<>]*>/gi, "\n| "],
  [/<\/t[dh]\s*>/gi, " | "],
  [/<\/?(?:b|strong)\b[^<>]*>/gi, "**"],
  [/<br\b[^<>]*>/gi, "\n"],
  [/<\/?(?:p|div|h[1-6]|ul|ol|table|blockquote|section|article)\b[^<>]*>/gi, "\n\n"],
  [/<\/?[a-z][^<>]*>/gi, ""],
];
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  gt: ">",
  lt: "<",
  nbsp: " ",
  quot: '"',
  apos: "'",
  "#39": "'",
};

/** Turns a mail or a page in HTML into text with headings and lists. Leaves other text as it is. */
export function textFromHtml(text: string): string {
  if (!IS_HTML.test(text) || /^\s*(?:#|feature:)/i.test(text)) return text;
  const marked = MARKS.reduce(
    (before, [pattern, mark]) => before.replace(pattern, mark),
    ["head", "style", "script"].reduce(removeElements, text),
  );
  return marked.replace(/&(#?\w{2,6});/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** Removes elements with what is in them. Reads the text once, however many never end. */
function removeElements(text: string, name: string): string {
  const lower = text.toLowerCase();
  const close = `</${name}>`;
  const kept: string[] = [];
  let from = 0;
  let start = lower.indexOf(`<${name}`);
  while (start >= 0) {
    const end = lower.indexOf(close, start);
    if (end < 0) break;
    kept.push(text.slice(from, start));
    from = end + close.length;
    start = lower.indexOf(`<${name}`, from);
  }
  return kept.join("") + text.slice(from);
}
