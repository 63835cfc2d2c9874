import { startsAnew } from "./line-pairs.ts";
import type { NoteLine } from "./note-line.ts";

/** A line that ends like this is a sentence of its own, even if the next one follows directly. */
const SENTENCE_END = /[.!?:;][)"'\u201d\u2019*_]*$/;
const MIN_WRAPPED = 50;
const MAX_WRAPPED = 120;
/** Wrapped by hand, a line may end a little early. */
const SLACK = 5;
/** Longer ones are no paragraphs: reading each line with all before would take too long. */
const MAX_LINES = 20;

/** What a line of text is read with. */
export interface Paragraph {
  /** All of its lines if a line ends in the middle of a sentence; else the line. */
  whole: string;
  /** The same up to this line. */
  upTo: string;
}

/** Returns a function that finds the paragraph in which a line of text stands. */
export function joinParagraphs(
  lines: readonly NoteLine[],
): (line: NoteLine) => Paragraph | undefined {
  const joined = new Map<string, Paragraph>();
  // A line that goes on with an entry is copied to look like the start of that entry.
  const identify = ({ number, text }: NoteLine) => `${number} ${text}`;
  let paragraph: NoteLine[] = [];
  const end = () => {
    const isWhole = isWrapped(paragraph);
    const whole = isWhole ? paragraph.map(({ text }) => text).join(" ") : "";
    let length = 0;
    for (const line of paragraph) {
      length += line.text.length + 1;
      const { text } = line;
      joined.set(
        identify(line),
        isWhole ? { whole, upTo: whole.slice(0, length) } : { whole: text, upTo: text },
      );
    }
    paragraph = [];
  };
  for (const line of lines) {
    const isLabel = startsAnew(line) && !/^\p{Ll}/u.test(line.text);
    if (line.kind !== "text" || isLabel) end();
    if (line.kind === "text" && !line.isCode) paragraph.push(line);
  }
  end();
  return (line) => joined.get(identify(line));
}

/** In wrapped text, the first word of a line had no place on the line before. */
function isWrapped(paragraph: readonly NoteLine[]): boolean {
  if (paragraph.length > MAX_LINES) return false;
  const width = Math.max(...paragraph.map(({ text }) => text.length));
  if (width > MAX_WRAPPED) return false;
  const before = paragraph.slice(0, -1);
  return (
    SENTENCE_END.test(paragraph.at(-1)?.text ?? "") &&
    before.some(({ text }) => !SENTENCE_END.test(text)) &&
    before.every(({ text }, index) => {
      const word = paragraph[index + 1]?.text.split(" ", 1)[0] ?? "";
      return text.length >= MIN_WRAPPED && text.length + word.length + SLACK > width;
    })
  );
}
