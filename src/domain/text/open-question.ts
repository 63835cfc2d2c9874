/** A question mark at the end, or before a last word in capitals: "calendar days?? ASK". */
const OPEN_END = /\?+[\s.!)]*(?:[A-Z]{2,12}[\s.!?)]*)?$/;
/** Longer lines are no single rule. */
const MAX_CHARACTERS = 1000;

/** Finds the question that a line ends in; undefined if it is answered or only quoted. */
export function findOpenQuestion(text: string): { start: number; end: number } | undefined {
  const line = text.slice(0, MAX_CHARACTERS).trimEnd();
  const mark = OPEN_END.exec(line);
  if (!mark) return undefined;
  const before = line.slice(0, mark.index);
  const start = Math.max(...[". ", "! ", "? ", "; "].map((end) => before.lastIndexOf(end) + 2), 0);
  return { start: start > 1 ? start : 0, end: line.length };
}
