import { type Features, WORD_KIND } from "../../learned/classifier.ts";
import { splitLabel } from "../labels.ts";
import type { NoteLine } from "../note-line.ts";
import type { ReadText } from "../read-text.ts";

const WORD = /\p{L}+(?:'\p{L}+)?|\d+|[%$\u20ac\u00a3?]|\u2192|[-=]>/gu;
/** The words of a heading and of a label say more than those of the text. */
const NAME_WEIGHT = 2;
/** The words of the text before say less. */
const BEFORE_WEIGHT = 0.5;
/** A longer text says early on what it is about. */
const MAX_LENGTH = 600;
const SHORT = 40;
const MAX_SIZE = 4;
const PARTS = 5;
/** In fewer lines, where one stands says little about it. */
export const MIN_LINES = 12;

const signs: Readonly<Record<string, RegExp>> = {
  arrow: /\u2192|[-=]>/,
  digit: /\d/,
  share: /\d\s?%/,
  quote: /["\u201c]/,
  link: /https?:/,
  question: /\?$/,
  colon: /:$/,
  change: /\bfrom\b.{0,80}\bto\b.{0,80}\d/,
};

/** Lists the features of texts, given in the order of the notes, which have so many lines. */
export function listFeatures(texts: readonly ReadText[], lineCount: number): Features[] {
  return texts.map((text, index) => {
    const before = texts[index - 1];
    const isFirst = !before || nameSection(before) !== nameSection(text);
    const places = [...listPlaces(text.line, lineCount), ...(isFirst ? ["first"] : [])];
    return new Map([
      ...weigh("before", isFirst ? [] : listWords(before.whole), BEFORE_WEIGHT),
      ...weigh("is", [...listFormsOf(text), ...places]),
      ...listWordFeatures(text),
      ...listHeadingFeatures(text.headings.at(-1)),
    ]);
  });
}

/** In which part of the notes a line stands says little if there are few lines. */
function listPlaces({ number }: NoteLine, lineCount: number): string[] {
  if (lineCount < MIN_LINES) return [];
  return [`part ${Math.floor((number / (lineCount + 1)) * PARTS)}`];
}

function nameSection({ headings }: ReadText): string {
  return headings.join("\n");
}

/** A label says the same as a heading does, and more about this text. */
function listWordFeatures({ line, whole }: ReadText): [string, number][] {
  const labeled = splitLabel(line);
  const label = labeled && labeled.rest !== "" ? labeled.label : "";
  const words = listWords(whole.slice(label.length));
  return [
    ...weigh(WORD_KIND, words),
    ...weigh("words", pairWords(words)),
    ...weigh("start", words.slice(0, 1)),
    ...listNameFeatures("label", label),
  ];
}

function listHeadingFeatures(heading: string | undefined): [string, number][] {
  return heading === undefined
    ? weigh("is", ["without heading"])
    : listNameFeatures("heading", heading);
}

function listNameFeatures(kind: string, name: string): [string, number][] {
  const words = listWords(name);
  if (words.length === 0) return [];
  return [
    ...weigh(kind, words, NAME_WEIGHT),
    ...weigh(kind, pairWords(words)),
    ...weigh(`whole ${kind}`, [words.join(" ")]),
  ];
}

function listFormsOf({ line, whole }: ReadText): string[] {
  const { kind, isBox, isQuote, isMarked, isCode, level, indent } = line;
  const marks = {
    ...{ box: isBox, cited: isQuote, marked: isMarked, code: isCode },
    ...{ numbered: level > 0, indented: indent > 0 },
  };
  const start = whole.slice(0, MAX_LENGTH);
  return [
    kind,
    ...Object.entries(marks).flatMap(([name, has]) => (has ? [name] : [])),
    ...Object.keys(signs).filter((name) => signs[name]?.test(start)),
    `size ${Math.min(MAX_SIZE, Math.floor(whole.length / SHORT))}`,
  ];
}

function weigh(kind: string, names: readonly string[], weight = 1): [string, number][] {
  return names.map((name) => [`${kind} ${name}`, weight]);
}

function pairWords(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

/** Lists the words and signs of a text, without its figures. */
function listWords(text: string): string[] {
  const plain = text.slice(0, MAX_LENGTH).toLowerCase().replaceAll("\u2019", "'");
  return (plain.match(WORD) ?? []).map((word) => (/^\d/.test(word) ? "0" : word));
}
