import { wordSet } from "../text/word-set.ts";
import { isMovingNumber } from "./forms/change.ts";
import { findByWords } from "./heading-words.ts";
import type { NamedQuestion } from "./named-question.ts";
import { normalizeName, removeRemarks, writePattern } from "./normal-name.ts";
import { isChange } from "./tables.ts";
import { isUndecided, type Topic, Topics, type Trust } from "./topics.ts";

/** Recognizes headings and labels. */
export interface Names {
  /** Finds what a heading stands for, also if the name is only its start or its end. */
  ofHeading: (text: string) => Topic | undefined;
  /** Finds what a heading without any name is about, by its words. */
  ofWords: (text: string) => Topic | undefined;
  /** Finds what the label before a colon stands for. */
  ofLabel: (text: string) => Topic | undefined;
  /** Finds what a cell of a table stands for. */
  ofCell: (text: string) => Topic | undefined;
  /** Finds what a row is about: its table, its section, its last cell or the title of a column. */
  ofRow: (
    cells: readonly string[],
    titles: readonly string[],
    around: Topic | undefined,
  ) => Topic | undefined;
  /** Finds what the first of two cells names, where no heading says what the table is about. */
  ofProperty: (cells: readonly string[], around: Topic | undefined) => Topic | undefined;
  /** Returns true if a text is a name and nothing else. */
  isName: (text: string) => boolean;
  /** Finds what a line says by its first words, or by its last ones after a sign. */
  ofLine: (text: string) => Topic | undefined;
}

/** The most words that a heading may have besides a name. */
const MAX_OTHER_WORDS = 3;
/** The part of a heading that is read. */
const MAX_HEADING = 120;
const MAX_SHORT_NAME = 5;
/** "Numbers I wrote down", "evidence so far": the first word is what the heading is about. */
const JOINING = /^(?:i|we|so|from|for|on|that|to)$/;
const SPLIT = /\s*[&/,;|+\u2013\u2014\u2192:]\s*|\s+(?:and|or)\s+|\s-\s/i;
/** What may stand before the last words of a line, if they say what the line is. */
const LAST = /\s*[:,;>=\u2192\u2013\u2014]\s*|\s-\s/;
const MAX_NAME_LENGTH = 60;
const SIGN = /[:,;=\u2013\u2014]|\s-\s/;
const NEGATION = /^(?:no|not|non|never|without|out|wont|dont|isnt|cant|un)$/;

/** Prepares the names of the questions of a step. */
export function createNames(questions: readonly NamedQuestion[], isGherkin: boolean): Names {
  const topics = new Topics(questions);
  const patterns = questions.flatMap(listPatterns).toSorted((a, b) => b.length - a.length);
  // In Gherkin, a rule may be a check, a limit or an edge case, and a background is a start.
  if (isGherkin) for (const name of ["rules", "background"]) topics.set(name, "other");
  const isName = (text: string) =>
    text.length <= MAX_HEADING && topics.ofWhole(normalizeName(text)) !== undefined;
  const isList = (id: string) =>
    questions.some((asked) => asked.id === id && asked.type === "list");
  const ofCell = (text: string) => topics.ofWhole(normalizeName(text.slice(0, MAX_HEADING)));
  const ofProperty: Names["ofProperty"] = ([name = "", value = "", ...others], around) => {
    if (!isUndecided(around) || others.length > 0) return undefined;
    const topic = ofCell(name) ?? findByWords(questions, name);
    const id = typeof topic === "object" && value !== "" ? topic.question : undefined;
    // Beside "Target" stands a date of the document more often than a number that should move.
    const isSure = questions.some(
      (asked) => asked.id === id && (asked.proof !== "change" || isMovingNumber(value)),
    );
    return isSure ? topic : undefined;
  };
  return {
    ofHeading: (text) => {
      const heading = text.slice(0, MAX_HEADING);
      const pattern = isName(heading) ? undefined : findGapName(patterns, heading);
      const findIn: Find = (all, part) => findGapName(patterns, part) ?? findPart(all, part);
      const topic = pattern ?? findTopic(topics, heading, findIn);
      return topic ?? findRemark(topics, heading);
    },
    ofWords: (text) => (text.length > MAX_HEADING ? undefined : findByWords(questions, text)),
    ofLabel: (text) => {
      // "Out 12, in 9: the message says 3" is a case.
      if (/\d.*,/.test(text)) return topics.ofWhole(normalizeName(text));
      return findGapName(patterns, text) ?? findTopic(topics, text, findLabelPart);
    },
    ofCell,
    ofRow: (cells, titles, around) => {
      if (around === "other") return around;
      const moved = questions.find(({ proof }) => proof === "change");
      if (moved && isChange(cells, titles)) return { question: moved.id };
      if (typeof around === "object") return around;
      const columns = titles.filter((title) => title.includes(" ")).map(ofCell);
      const named = columns.filter((topic) => typeof topic === "object" && isList(topic.question));
      return ofCells(cells, ofCell) ?? (named.length === 1 ? named[0] : around);
    },
    ofProperty,
    isName,
    ofLine: (text) => findInLine(topics, text),
  };
}

/** The last cell says what a row is about, unless the first one names a property of the page. */
function ofCells(cells: readonly string[], ofCell: Names["ofCell"]): Topic | undefined {
  return ofCell(cells[0] ?? "") === "other" ? "other" : ofCell(cells.at(-1) ?? "");
}

/** A name with `*` in it. The longer its own words, the more it says. */
interface Pattern {
  pattern: RegExp;
  length: number;
  topic: Topic;
}

function listPatterns({ id, names }: NamedQuestion): Pattern[] {
  return names
    .filter((name) => name.includes("*"))
    .map((name) => {
      const pattern = new RegExp(`^${writePattern(name)}$`);
      return { pattern, length: name.length, topic: { question: id, trust: "high" } };
    });
}

function findGapName(patterns: readonly Pattern[], heading: string): Topic | undefined {
  const name = normalizeName(heading);
  return patterns.find(({ pattern }) => pattern.test(name))?.topic;
}

/** "Ground rules for the data" are no data. */
const PREPOSITION = /^(?:about|behind|for|from|in|of|on|the|to|with)$/;

/** Other words may change what a heading is about: "Guardrail metrics" aren't what should move. */
const USUAL = wordSet(`
  actual basic business core current customer desired expected initial intended key main planned
  possible primary product project proposed real rough success suggested target typical user
`);
/** "What happens next week" isn't what happens. */
const NOW = /^(?:at|currently|here|moment|now|right|so|far|the|these|days|this|today|week|year)$/;
const ASKING = /^(?:how|the|what|whats|when|where|who|why)$/;

type Find = (topics: Topics, name: string) => Topic | undefined;

function findTopic(topics: Topics, text: string, findIn: Find): Topic | undefined {
  const whole = topics.ofWhole(normalizeName(text));
  if (whole) return whole;
  const parts = removeRemarks(text).split(SPLIT).map(normalizeName).filter(Boolean);
  const found = parts.flatMap((part) => findIn(topics, part) ?? []);
  const questions = new Set(found.flatMap((topic) => nameOf(topic)));
  // A heading of two questions doesn't say which line belongs to which.
  if (questions.size > 1) return "other";
  return found.find((topic) => typeof topic === "object") ?? found[0];
}

/** "Yellow notes (what if)": where the heading says nothing, its remark may. */
function findRemark(topics: Topics, heading: string): Topic | undefined {
  const [, remark] = /\(([^()]+)\)\s*$/.exec(heading) ?? [];
  return remark === undefined ? undefined : topics.ofWhole(normalizeName(remark));
}

function nameOf(topic: Topic): string[] {
  return typeof topic === "object" ? [topic.question] : [];
}

/** Finds the longest name at the end or the start of a heading. */
function findPart(topics: Topics, part: string): Topic | undefined {
  const words = part.split(" ");
  for (let others = 0; others < words.length; others++) {
    const topic = findAtEnd(topics, words, others) ?? findAtStart(topics, words, others);
    if (topic) return topic;
  }
  return undefined;
}

/** A single word may mean anything at the end of a long heading: "A locker for the holds idea". */
function findAtEnd(topics: Topics, words: readonly string[], others: number) {
  const isLong = others > (words.length - others === 1 ? 1 : MAX_OTHER_WORDS);
  if (isLong || isNegated(words.slice(0, others))) return undefined;
  const before = words[others - 1] ?? "";
  const isLikely = words.length - others > 1 ? !PREPOSITION.test(before) : USUAL.has(before);
  return doubt(findName(topics, words.slice(others)), isLikely ? "middle" : "low", others);
}

function findAtStart(topics: Topics, words: readonly string[], others: number) {
  const length = words.length - others;
  const isJoined = JOINING.test(words[length] ?? "");
  if (!isJoined && (length === 1 || others > MAX_OTHER_WORDS)) return undefined;
  if (isNegated(words.slice(length))) return undefined;
  const isNow = words.slice(length).every((word) => NOW.test(word));
  const isLikely = length > 1 && (isNow || !ASKING.test(words[0] ?? ""));
  return doubt(findName(topics, words.slice(0, length)), isLikely ? "middle" : "low", others);
}

/** A heading that is more than a name may be about something else. */
function doubt(topic: Topic | undefined, trust: Trust, others: number) {
  return typeof topic === "object" && others > 0 ? { ...topic, trust } : topic;
}

/** Finds a name that is only a part of a heading, where a short word may mean anything. */
function findName(topics: Topics, words: readonly string[]) {
  const name = words.join(" ");
  return name.length > MAX_SHORT_NAME ? topics.ofPart(name) : undefined;
}

const MAX_NAME_WORDS = 6;
/** With other words, a name may start any sentence: "User interviews are planned for May". */
const LEADING =
  /^(?:abandon|do|dont|drop|end|for|i|id|ill|is|kill|must|my|never|no|non|not|out|pull|quit|revert|roll|shelve|so|stop|we|wed|well|were|what|wont)$/;

/** Only names of several words count: "what if the file is empty", "the map: not now". */
function findInLine(topics: Topics, text: string): Topic | undefined {
  const topic = findAtLineStart(topics, text.slice(0, MAX_NAME_LENGTH));
  if (typeof topic === "object") return topic;
  const end = normalizeName(text.slice(-MAX_NAME_LENGTH).split(LAST).at(-1) ?? "");
  const last = end.includes(" ") && end.length < text.length ? topics.ofPart(end) : undefined;
  return typeof last === "object" ? last : undefined;
}

function findAtLineStart(topics: Topics, text: string): Topic | undefined {
  const words = normalizeName(text).split(" ").slice(0, MAX_NAME_WORDS);
  if (!LEADING.test(words[0] ?? "")) {
    const name = normalizeName(text.split(SIGN)[0] ?? "");
    return name.includes(" ") ? topics.ofPart(name) : undefined;
  }
  for (let length = words.length; length > 1; length--) {
    const topic = topics.ofPart(words.slice(0, length).join(" "));
    if (typeof topic === "object") return topic;
  }
  return undefined;
}

/** Labels are shorter than headings, so that only one word, or a rest, may differ from a name. */
function findLabelPart(topics: Topics, part: string): Topic | undefined {
  const bare = part.split(" ").filter((word) => !/^\d+$/.test(word));
  const exact = topics.ofPart(bare.join(" "));
  if (exact || bare.length < 2 || isNegated(bare.slice(0, 1))) return exact;
  const trust = USUAL.has(bare[0] ?? "") ? "middle" : "low";
  const atEnd = doubt(findName(topics, bare.slice(1)), trust, 1);
  return [atEnd, findAtLabelStart(topics, bare)].find((topic) => typeof topic === "object");
}

/** "Numbers I counted": a word, or two of them above more, before what isn't part of the name. */
function findAtLabelStart(topics: Topics, words: readonly string[]): Topic | undefined {
  if (JOINING.test(words[1] ?? "")) return findName(topics, words.slice(0, 1));
  const isLong = words.length > 3 && JOINING.test(words[2] ?? "");
  return isLong ? doubt(findName(topics, words.slice(0, 2)), "low", 1) : undefined;
}

function isNegated(words: readonly string[]): boolean {
  return words.some((word) => NEGATION.test(word));
}
