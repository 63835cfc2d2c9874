/** Why an answer can't be taken, and what would be right, both as sentences. */
export interface InvalidAnswer {
  message: string;
  fix: string;
}

const KILOBYTE = 1024;
/** Some twenty pages: what is longer is a document. */
const MAX_TEXT_KILOBYTES = 64;
/** Far more than anyone walks through in a review. */
const MAX_LINES = 500;

/** What is measured. */
export interface SizeLimits {
  /** What the message calls the text, such as "The idea", or "This" on its own screen. */
  subject: string;
  /** What is saved already. It may stay, even if it is more than what is taken today. */
  before?: readonly string[] | undefined;
}

/** Returns why a new text, or the new lines of a list, are too much; undefined if they aren't. */
export function findOversize(
  texts: readonly string[],
  { subject, before = [] }: SizeLimits,
): InvalidAnswer | undefined {
  if (texts.length > Math.max(MAX_LINES, before.length))
    return {
      message: `${subject} would have ${texts.length} lines. A list takes at most ${MAX_LINES}.`,
      fix: "Leave some out, or put them into a file and name that file here.",
    };
  const long = texts.find(
    (text) => countKilobytes(text) > MAX_TEXT_KILOBYTES && !before.includes(text),
  );
  if (long === undefined) return undefined;
  const size = Math.ceil(countKilobytes(long));
  return {
    message: `${subject} has ${size} kB of text. One text takes at most ${MAX_TEXT_KILOBYTES} kB.`,
    fix: "Shorten it, or put it into a file and name that file here.",
  };
}

function countKilobytes(text: string): number {
  // A character takes at most three bytes, so that most texts needn't be encoded.
  if (text.length * 3 <= MAX_TEXT_KILOBYTES * KILOBYTE) return 0;
  return new TextEncoder().encode(text).byteLength / KILOBYTE;
}
