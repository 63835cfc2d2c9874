import type { Names } from "./names.ts";
import type { NoteLine } from "./note-line.ts";
import type { NoteEntry } from "./scenarios.ts";

const LABEL = /^[^:]{1,30}:\s+(?=\S)/;
/** Kinds of documents, which may stand before a title: "PRD: Weekly churn themes". */
const DOCUMENTS = [
  "prd|rfc|spec|one[- ]pager|epic|story|draft|proposal|project|requirements|ticket",
  "feature(?: request)?|product requirements(?: document)?",
].join("|");
/** What stands before a title, but isn't part of it. */
const LEAD = new RegExp(
  `^(?:${[
    String.raw`\[[^\]]{1,20}\]|[A-Z]{2,10}-\d+`,
    String.raw`(?:${DOCUMENTS})\s*[:\u2013\u2014-]`,
    String.raw`(?:re|fwd?|aw):|[:\u2013\u2014-]|\d+[.)]`,
  ].join("|")})\\s*`,
  "i",
);
const TAIL = /\s*(?:[\u2013\u2014-]\s*(?:notes|prd|spec|draft)|\([^)]*\)|one[- ]pager|#\d+)$/i;
const MAX_WORDS = 16;
const MAX_LENGTH = 200;
/** The headings of documents that are about more than one thing, or about themselves. */
const GENERAL = new RegExp(
  [
    String.raw`\b(?:agenda|tl;?dr|meeting|retro|stand-?up|sync|1:1|1-1|prd$)\b`,
    String.raw`^(?:notes|minutes|sprint \d)\b|\bnotes$`,
    "^(?:the |project |product )?(?:requirements )?" +
      "(?:description|document|introduction|overview|summary|template)$",
  ].join("|"),
  "i",
);

/** Finds the title of notes: what a label such as "Title" says, else the first heading. */
export function findTitle(lines: readonly NoteLine[], names: Names): NoteEntry | undefined {
  const named = lines.find((line) => isTitleLabel(line, names));
  if (named) return toTitle(named, named.text.replace(LABEL, ""));
  const first = lines.find(({ kind }) => kind !== "blank");
  const heading = lines.find((line) => isTitleHeading(line, line === first));
  if (!heading || names.ofHeading(heading.text)) return undefined;
  return toTitle(heading, heading.text);
}

function isTitleHeading({ kind, level, text }: NoteLine, isFirst: boolean): boolean {
  return kind === "heading" && (level === 1 || isFirst) && !GENERAL.test(text);
}

function isTitleLabel({ text, isCode }: NoteLine, names: Names): boolean {
  const [label] = LABEL.exec(text) ?? [];
  if (isCode || label === undefined || /[.!?]$/.test(text)) return false;
  return names.ofLabel(label) === "title" && text.split(" ").length <= MAX_WORDS;
}

function toTitle({ number }: NoteLine, words: string): NoteEntry | undefined {
  let text = words.slice(0, MAX_LENGTH);
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(LEAD, "").replace(TAIL, "").trim();
  }
  return /\p{L}/u.test(text) ? { text, lines: [number] } : undefined;
}
