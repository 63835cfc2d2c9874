/** A line as the rules read it, and where each of its code units stood. */
export interface CleanText {
  text: string;
  /** Returns the offset in the original line of an offset in `text`. */
  originOf(offset: number): number;
}

const steps = String.raw`(?:then|and|but)\b,?`;
/** Spaces of every kind, some of which \s doesn't know. */
const space = String.raw`[\s\u200b-\u200d\u2060\ufeff]`;
const ids = [
  String.raw`(?:AC|C|R|REQ|US|FR|NFR|SC|TC|Check|Criterion|Problem)(?:${space}{0,3}|[-#])\d{0,4}(?:[.-]\d{1,3}){0,3}`,
  String.raw`(?!Q[1-4]\b|H[12]\b|FY)[A-Z]{1,6}(?:-[A-Z]{1,6})?-?\d{1,4}(?:[.-]\d{1,3}){0,3}`,
].join("|");

/** What can stand before a line: quotes, bars, bullets, numbers and checkboxes. */
const bullets: readonly RegExp[] = [
  new RegExp(`${space}+`, "y"),
  // In "Coverage: >80%", a sign.
  new RegExp(String.raw`(?<=^(?:${space}|>)*)>+|>+(?!${space}?\d[\d.,]*${space}?%)`, "y"),
  new RegExp(String.raw`\|${space}{0,3}(?:\d{1,3}|${ids})${space}{0,3}(?=\|)`, "y"),
  /\|(?!\|)/y,
  /(?:[-*+\u2013\u2014]|[\u2022\u00b7\u25aa\u25ab\u25e6\u2023\u2043\u25cb\u25cf\u25a0\u2192])(?=[\s\u200b])/y,
  /[\u2610\u2611\u2612\u2713\u2714\u2705\u274c]\ufe0f?/y,
  /\[[\s\u200bxX\u2713\u2714-]{0,3}\](?=[\s\u200b])/y,
  /#{1,6}(?=\s)|#\d{1,3}(?=[\s:])/y,
  new RegExp(String.raw`\d{1,3}(?::|${space}{1,3}[-\u2013])(?=${space}+[^\s\d])`, "y"),
  /\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})\)(?=\s)|(?:[b-hB-H]|[ivx]{2,4})\.(?=\s)|[aA]\.(?=\s)/y,
  // "1\. " escapes the number, and "6.Within" lacks a space.
  /\d{1,3}\\[.)](?=\s)|\d{1,2}\.(?=\p{Lu}\p{Ll}+\s)/uy,
  /\d{1,3}(?:\.\d{1,3})*\.(?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+\p{Lu})/uy,
];

/** What separates a label from its line. */
const separator = /[:\u2013-](?=\s)/y;
/** Labels that only sort requirements: "Usability: A new user can ...". */
const qualities = `
  performance usability reliability security maintainability scalability compatibility availability
  accessibility portability privacy observability extensibility robustness testability compliance
  interoperability localization localisation functionality regression responsiveness integrity
  confidentiality recoverability efficiency
`
  .trim()
  .replace(/\s+/g, "|");
/** Ids and bold labels. */
const labels: readonly RegExp[] = [
  /(?:\*\*|__)[^*_]{1,60}(?::(?:\*\*|__)|(?:\*\*|__)\s{0,2}:)(?=\s|$)/y,
  new RegExp(String.raw`\*\*[^*.]{1,40}\*\*${space}{1,3}[-\u2013\u2014](?=${space})`, "y"),
  new RegExp(String.raw`\*\*As${space}+an?${space}[^*]{1,80}\.\*\*(?=${space})`, "y"),
  new RegExp(String.raw`(?:\*\*|__)(?:${ids})(?:\*\*|__)`, "iy"),
  new RegExp(
    String.raw`(?:[\x60[(])?(?:${ids})[\x60\])]?${space}{0,3}[:.)\u2013-](?=${space}|\*|$)`,
    "iy",
  ),
  new RegExp(String.raw`\[(?:${ids})\](?=\s)`, "iy"),
  separator,
  new RegExp(
    `(?:${qualities})(?: requirements?)?(?::|${space}[-\u2013\u2014])(?=${space}\\S+${space})`,
    "iy",
  ),
];
const marks: readonly RegExp[] = [...bullets, ...labels];
const stepMark = new RegExp(String.raw`(?:\*\*|__|\*|_)?${steps}(?:\*\*|__|\*|_)?,?\s+`, "iy");

/** Returns where the words of a line start, after the marks in front of them. */
export function skipMarks(line: string): number {
  return skipAll(line, marks);
}

/** Returns where a line starts after its bullet, number or checkbox. Labels stay. */
export function skipBullet(line: string): number {
  return skipAll(line, bullets);
}

function skipAll(line: string, skipped: readonly RegExp[]): number {
  let at = 0;
  for (let next = endOfMark(line, at, skipped); next > at; next = endOfMark(line, at, skipped))
    at = next;
  return at;
}

/** Most lines start with a plain word, which needs no search for marks. */
const plainWord = /[A-Za-z][a-z]+ (?!\d)/y;

function endOfMark(line: string, from: number, skipped: readonly RegExp[]): number {
  if (endOfMatch(plainWord, line, from) > from) return from;
  for (const mark of skipped) {
    if (from === 0 && mark === separator) continue;
    const end = endOfMatch(mark, line, from);
    if (end > from) return end;
  }
  return from;
}

/** Returns where the words start after "Then", "And" or "But", or `from` if there is none. */
export function skipStepWord(line: string, from: number): number {
  return endOfMatch(stepMark, line, from);
}

const proofs = `verify|ensure|check|make${space}+sure|confirm|validate|assert|see`;
const leads: readonly RegExp[] = [
  `as${space}+an?${space}+[^,.;:]{1,60},${space}+`,
  `(?:(?:i|we|you)${space}+)?(?:${proofs})${space}+that${space}+`,
].map((source) => new RegExp(source, "iy"));

/** Returns where a criterion starts after "As a clerk," and "Verify that". */
export function skipLead(line: string, from: number): number {
  return leads.reduce((at, lead) => endOfMatch(lead, line, at), from);
}

function endOfMatch(pattern: RegExp, line: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(line) ? pattern.lastIndex : from;
}

/** Emphasis, link brackets and runs of spaces. Code comes first, because it stays as it is. */
const markup = new RegExp(
  [
    "(`[^`]{0,300}`)",
    String.raw`([\s\u200b-\u200d\u2060\ufeff]+)`,
    String.raw`\*{2,3}|~~|(?<![\p{L}\p{N}_])__?(?=[^\s_])|(?<=[^\s_])__?(?![\p{L}\p{N}_])`,
    String.raw`(?<![\p{L}\p{N}*])\*(?=[\p{L}\p{N}"'(])|(?<=[^\s*])\*(?![\p{L}\p{N}*/]|\.\p{L})`,
  ].join("|"),
  "gu",
);
const needsCleaning =
  /[*_~\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]|[^\S ]| {2}/;

/** Removes emphasis from the words of a line, and makes every run of spaces one space. */
export function stripMarkup(line: string, from: number): CleanText {
  const words = line.slice(from, Math.max(from, trimBar(line.trimEnd()).length));
  if (!needsCleaning.test(words)) return { text: words, originOf: (offset) => from + offset };
  let text = "";
  let copied = 0;
  /** Where a piece of `text` starts, and where it stood. */
  const pieces: [offset: number, origin: number][] = [];
  const copyTo = (to: number) => {
    if (to > copied) pieces.push([text.length, from + copied]);
    text += words.slice(copied, to);
  };
  for (const match of words.matchAll(markup)) {
    if (match[1] !== undefined) continue;
    copyTo(match.index);
    copied = match.index + match[0].length;
    if (match[2] === undefined) continue;
    pieces.push([text.length, from + match.index]);
    text += " ";
  }
  copyTo(words.length);
  return { text, originOf: (offset) => findOriginalOffset(pieces, offset) };
}

/** Removes the bar that ends a row of a table. */
function trimBar(line: string): string {
  return line.endsWith("|") ? line.slice(0, -1).trimEnd() : line;
}

function findOriginalOffset(pieces: readonly [number, number][], offset: number): number {
  const [start, origin] = pieces.findLast(([at]) => at <= offset) ?? [0, 0];
  return origin + offset - start;
}
