import { hasWish } from "./fit.ts";
import { isTrouble } from "./forms/pain.ts";
import { splitLabel } from "./labels.ts";
import { startsAnew } from "./line-pairs.ts";
import type { NamedQuestion } from "./named-question.ts";
import type { Names } from "./names.ts";
import { anyWordOf, normalizeName } from "./normal-name.ts";
import type { NoteLine } from "./note-line.ts";
import { isAboutMuch } from "./title.ts";

/** What a first text says about itself, its author or what is to be built isn't how things are. */
const OTHER = anyWordOf([
  String.raw`automat\w*|build|solution|lets|allows|announc\w*|introduc\w*|launch\w*|propos\w*`,
  "i|my|me|hi|hey|hello|sorry|thanks|notes|pasted|thread|spec|must|may",
  "this (?:page|doc|document|draft|feature|note|pitch|release|ticket|tool)",
]);
/** "The bike has no signal, so the meter runs on": how one thing leads to another. */
const CAUSE = /\bbecause\b|\b(?:so|but) (?:the|they|nobody|no one|we|it|he|she|people)\b/i;
const ARROW = /[-=]>|\u2192/;
const MAX_PARAGRAPHS = 2;
/** Longer ones are no summary, and normalizing them takes too long. */
const MAX_LENGTH = 1000;

/** What the first text of notes answers, and where it stands. */
export interface Lead {
  question: string;
  lines: ReadonlySet<NoteLine>;
}

/**
 * Finds the paragraphs above all headings that hold the signs of a question. Returns undefined if
 * a heading or a label names the question: then a first text is a summary.
 */
export function findLead(
  lines: readonly NoteLine[],
  title: NoteLine | undefined,
  { names, questions }: { names: Names; questions: readonly NamedQuestion[] },
): Lead | undefined {
  const asked = questions.find(({ signs }) => signs !== undefined);
  if (!asked || isAboutMuch(lines)) return undefined;
  const { id } = asked;
  const found = listFirst(lines, title)
    .slice(0, MAX_PARAGRAPHS)
    .filter((paragraph) => !isNoLead(asked, paragraph.map(({ text }) => text).join(" ")));
  const isSummary = found.length > 0 && isNamedIn(lines, id, names);
  return isSummary ? undefined : { question: id, lines: new Set(found.flat()) };
}

/** Returns true if a heading or a label names a question. */
export function isNamedIn(lines: readonly NoteLine[], id: string, names: Names): boolean {
  return lines.some((line) => namesQuestion(line, id, names));
}

/** Returns true for a text without a sign of a question, or about something else. */
export function isNoLead({ signs }: NamedQuestion, text: string): boolean {
  if (text.length > MAX_LENGTH || saysOther(text)) return true;
  return !signs?.test(normalizeName(text)) && !isTrouble(text) && !CAUSE.test(text);
}

function saysOther(text: string): boolean {
  return hasWish(text) || OTHER.test(text) || ARROW.test(text);
}

function namesQuestion(line: NoteLine, id: string, names: Names): boolean {
  const label = line.kind === "heading" ? line.text : splitLabel(line)?.label;
  const topic = label === undefined ? undefined : names.ofHeading(label);
  return typeof topic === "object" && topic.question === id;
}

/** Lists the paragraphs before the first heading, list or table; fields may stand between them. */
function listFirst(lines: readonly NoteLine[], title: NoteLine | undefined): NoteLine[][] {
  const paragraphs: NoteLine[][] = [[]];
  for (const line of lines) {
    const isField = line.kind === "text" && startsAnew(line);
    if (line.kind === "blank" || line === title || isField) paragraphs.push([]);
    else if (line.kind !== "text" || line.isCode || line.isQuote) break;
    else paragraphs.at(-1)?.push(line);
    if (line.text.endsWith(":")) break;
  }
  return paragraphs.filter(({ length }) => length > 0);
}
