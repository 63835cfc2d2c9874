import { isEmptyText } from "./fit.ts";
import type { Names } from "./names.ts";
import { BOLD_LEVEL, type NoteLine } from "./note-line.ts";
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
const NAMED = new RegExp(`^(?:${DOCUMENTS})\\s*[:\\u2013\\u2014-]\\s*\\p{L}.{3,80}$`, "iu");
const PERSON = /\b(?:I|we|you|my|our)\b/i;
/** The key of a ticket, also below the projects it belongs to: "Projects / Portal / LAB-618". */
const TICKET = /^(?:[^/]{1,40} \/ ){0,4}[A-Z]{2,10}-\d+$/;
const TAIL =
  /\s*(?:[\u2013\u2014-]\s*(?:(?:rough|quick|my|raw) )?(?:notes|prd|spec|draft)|\([^)]*\)|one[- ]pager|#\d+)$/i;
const MIN_WORDS = 3;
const MAX_WORDS = 16;
const MAX_LENGTH = 200;
const MEETING = /\b(?:agenda|meeting|minutes|retro|stand-?up|sync|1:1|1-1)\b/i;
/** The headings of documents that are about more than one thing, or about themselves. */
const GENERAL = new RegExp(
  [
    String.raw`\b(?:agenda|tl;?dr|meeting|retro|stand-?up|sync|1:1|1-1|prd$|okrs?|pr\s?/\s?faq)\b`,
    String.raw`\?$|\b(?:internal use|confidential)\b`,
    String.raw`^(?:notes|minutes|sprint \d)\b|\bnotes$|\btemplate(?: v?\d[\d.]*)?$`,
    String.raw`\btranscri(?:pt|bed)\b|^voice (?:memo|note)\b|^(?:change|enhancement) request$`,
    "^workshop\\b|^(?:cc|date|from|to):|^(?:the |project |product )?(?:requirements )?" +
      "(?:description|document|introduction|overview|summary|template)$",
  ].join("|"),
  "i",
);

/** Returns true for notes that are about more than one thing, or about a meeting. */
export function isAboutMuch(lines: readonly NoteLine[]): boolean {
  const first = lines.find(({ kind }) => kind !== "blank");
  return first !== undefined && MEETING.test(first.text);
}

/** Finds the title of notes: what a label such as "Title" says, else the first heading. */
export function findTitle(lines: readonly NoteLine[], names: Names): NoteEntry | undefined {
  const named = lines.find((line) => isTitleLabel(line, names));
  if (named) return toTitle(named, named.text.replace(LABEL, ""));
  const heading = findTitleHeading(lines, names);
  const below = heading?.level === 1 ? undefined : findLineBelow(lines, names);
  const line = below ?? heading;
  return line && toTitle(line, line.text);
}

/** Finds the heading of the whole text: a section of it has a name, or others of its level. */
export function findTitleHeading(lines: readonly NoteLine[], names: Names): NoteLine | undefined {
  const first = lines.find(({ kind }) => kind !== "blank");
  if (first && TICKET.test(first.text)) return findLineAfter(lines, first);
  if (first && isTitleLine(first, lines, names)) return first;
  const heading = lines.find((line) => isTitleHeading(line, line === first));
  if (!heading || names.isName(heading.text)) return undefined;
  if (heading.level > 1 && names.ofHeading(heading.text)) return undefined;
  const isOnly = lines.every(
    (line) => line === heading || line.kind !== "heading" || line.level > heading.level,
  );
  return isOnly || !names.ofHeading(heading.text) ? heading : undefined;
}

/** In a text without headings, the first line may be a title: a few words, and no sentence. */
function isTitleLine({ kind, text }: NoteLine, lines: readonly NoteLine[], names: Names): boolean {
  if (kind !== "text") return false;
  if (NAMED.test(text)) return true;
  const words = text.split(" ").length;
  if (words < MIN_WORDS || words > MAX_WORDS) return false;
  const isIcon = /^\p{Extended_Pictographic}\ufe0f?\s\p{Lu}[^:()\u2014]*$/u.test(text);
  if (!(isIcon || /^\p{Lu}/u.test(text)) || /[.!?:,;]$/.test(text)) return false;
  if (PERSON.test(text) || GENERAL.test(text) || names.ofHeading(text)) return false;
  // A page of some tools starts with its icon and its title, without any mark.
  const level = isIcon ? 2 : BOLD_LEVEL;
  return lines.every((line) => line.kind !== "heading" || line.level >= level);
}

/** A page that was copied from a tracker starts with the key of the ticket, then its title. */
function findLineAfter(lines: readonly NoteLine[], first: NoteLine): NoteLine | undefined {
  const line = lines.find(({ number }) => number === first.number + 1);
  return line?.kind === "text" && !line.text.includes(":") ? line : undefined;
}

function isTitleHeading({ kind, level, text }: NoteLine, isFirst: boolean): boolean {
  return kind === "heading" && (level === 1 || isFirst) && !GENERAL.test(text);
}

function isTitleLabel({ text, isCode }: NoteLine, names: Names): boolean {
  const [label] = LABEL.exec(text) ?? [];
  if (isCode || label === undefined || /[.!?]$/.test(text)) return false;
  const isTitle = names.ofLabel(label) === "title" || /^summary:/i.test(text);
  return isTitle && text.split(" ").length <= MAX_WORDS;
}

/** In a template, a heading such as "Working title" may stand above the title. */
function findLineBelow(lines: readonly NoteLine[], names: Names): NoteLine | undefined {
  const index = lines.findIndex((line) => isTitleName(line, names));
  if (index < 0) return undefined;
  const below = lines
    .slice(index + 1)
    .find(({ kind, text }) => kind !== "blank" && !isEmptyText(text));
  const isTitle = below?.kind === "text" && below.text.split(" ").length <= MAX_WORDS;
  return isTitle ? below : undefined;
}

function isTitleName({ kind, text }: NoteLine, names: Names): boolean {
  return kind === "heading" && names.ofCell(text) === "title";
}

function toTitle({ number }: NoteLine, words: string): NoteEntry | undefined {
  let text = words.slice(0, MAX_LENGTH);
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(LEAD, "").replace(TAIL, "").trim();
  }
  return /\p{L}/u.test(text) ? { text, lines: [number] } : undefined;
}
