import { foldText } from "../domain/text/fold.ts";
import {
  findSensitive,
  type SensitiveFinding,
  type SensitivePatterns,
  selectPatterns,
} from "./sensitive.ts";

/** Something sensitive on a page, and the texts that it stands in; none if nobody wrote it. */
export interface PageFinding<W> extends SensitiveFinding {
  writtenIn: W[];
}

/** How many texts are looked at together before each is looked at alone. */
const GROUP_SIZE = 50;

/**
 * Finds everything sensitive on a whole page, in any format. Texts that a person wrote only say
 * where it stands, and find what the page breaks over two lines.
 */
export function findOnPage<W extends { text: string }>(
  page: string,
  written: readonly W[],
  patterns: SensitivePatterns,
): PageFinding<W>[] {
  const shown = readPrinted(page);
  let squeezed: string | undefined;
  const isOnPage = (key: string) => {
    squeezed ??= squeeze(shown);
    return squeezed.includes(key);
  };
  const found = new Map<string, PageFinding<W>>();
  const add = (finding: SensitiveFinding, source?: W) => {
    const key = squeeze(finding.folded);
    const known = found.get(key);
    if (!known && source && !isOnPage(key)) return;
    const { writtenIn } = known ?? { writtenIn: [] };
    found.set(key, { ...finding, writtenIn: source ? [...writtenIn, source] : writtenIn });
  };
  for (const finding of findSensitive(shown, patterns)) add(finding);
  const entries = joinEntries(written);
  const likely = selectPatterns(entries, patterns);
  // On a page in JSON, other lines stand between the entries of a list.
  for (const finding of findSensitive(entries, likely))
    if (isOnPage(squeeze(finding.folded))) add(finding);
  for (const { source, likelier } of listSearches(written, likely))
    for (const finding of findSensitive(source.text, likelier)) add(finding, source);
  const placed = [...found].map(([key, finding]) => ({
    ...finding,
    ...place(finding, key, written),
  }));
  return sortByPlace(placed, written);
}

/** Lists the texts to look at alone, with the patterns that match in the group of each. */
function listSearches<W extends { text: string }>(
  written: readonly W[],
  likely: SensitivePatterns,
): { source: W; likelier: SensitivePatterns }[] {
  const groups = Array.from({ length: Math.ceil(written.length / GROUP_SIZE) }, (_, index) =>
    written.slice(index * GROUP_SIZE, (index + 1) * GROUP_SIZE),
  );
  return groups.flatMap((group) => {
    const likelier = selectPatterns(joinEntries(group), likely);
    return likelier.length > 0 ? group.map((source) => ({ source, likelier })) : [];
  });
}

/** Joins what a person wrote to one list, because a value can be in the entry after its word. */
function joinEntries(written: readonly { text: string }[]): string {
  return written.map(({ text }) => `- ${text}`).join("\n");
}

/** Says where something stands that makes sense only with the texts around it. */
function place<W extends { text: string }>(
  { writtenIn }: PageFinding<W>,
  key: string,
  written: readonly W[],
): { writtenIn: W[] } {
  if (writtenIn.length > 0) return { writtenIn };
  return { writtenIn: written.filter(({ text }) => squeeze(text).includes(key)) };
}

function sortByPlace<W>(found: PageFinding<W>[], written: readonly W[]): PageFinding<W>[] {
  if (found.length === 0) return found;
  const order = new Map(written.map((source, index) => [source, index]));
  const placeOf = ({ writtenIn: [first] }: PageFinding<W>) =>
    (first && order.get(first)) ?? written.length;
  return found.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Returns a page as a reader sees it: without the marks of JSON, markdown or HTML. */
function readPrinted(page: string): string {
  return (readJson(page) ?? readMarkup(page)).replace(SHOWN_HIDDEN, "");
}

/** What pages show in place of characters that can't be seen. */
const SHOWN_HIDDEN = /<U\+[\dA-F]{4,6}>|[\u2400-\u2421]/g;

function readJson(page: string): string | undefined {
  if (!/^\s*[[{]/.test(page)) return undefined;
  try {
    return listLeaves(JSON.parse(page)).join("\n");
  } catch {
    return undefined;
  }
}

function readMarkup(page: string): string {
  const text = /^\s*<(?:!doctype|html)/i.test(page) ? page.replace(/<[^<>]{0,5000}>/g, "") : page;
  return text
    .replace(/^[ \t]{0,20}(?:> ?){1,5}/gm, "")
    .replace(/&(?:amp|lt|gt|quot|nbsp|#\d{1,7}|#x[\da-f]{1,6});/gi, readEntity)
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** Lists every text and number of a JSON value, each after its key. */
function listLeaves(value: unknown, key = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => listLeaves(entry, key));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => [name, ...listLeaves(inner, name)]);
  return [`${key}: ${String(value)}`];
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

function readEntity(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith("#")) return NAMED[name] ?? entity;
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

/** Folds a text and leaves out what wrapping, quoting and escaping change. */
function squeeze(text: string): string {
  return foldText(text).text.replace(/[\s\\`]/g, "");
}
