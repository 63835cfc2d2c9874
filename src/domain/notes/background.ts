import type { NamedQuestion } from "./named-question.ts";
import type { Names } from "./names.ts";
import type { NoteLine } from "./note-line.ts";

/** What may say what is wrong, or only where the company stands. */
const BACKGROUND = /\b(?:background|context|why now)\b/i;

/** Returns true for a heading that may be about the company only. */
export function isBackground({ text }: Pick<NoteLine, "text">): boolean {
  return BACKGROUND.test(text);
}

/** Returns true if a heading of its own says what is wrong, so that a background is only that. */
export function isBackgroundApart(
  lines: readonly NoteLine[],
  names: Names,
  questions: readonly NamedQuestion[],
): boolean {
  const saysWhatHurts = ({ text }: NoteLine) => {
    const topic = names.ofHeading(text) ?? names.ofWords(text);
    const id = typeof topic === "object" ? topic.question : undefined;
    return questions.find((question) => question.id === id)?.holds === "words";
  };
  const headings = lines.filter(({ kind }) => kind === "heading");
  return (
    headings.some(isBackground) &&
    headings.some((heading) => !isBackground(heading) && saysWhatHurts(heading))
  );
}
