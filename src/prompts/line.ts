/** One line of text while it is typed; `cursor` is an index into the text. */
export interface Line {
  text: string;
  cursor: number;
}

/** A line before anything is typed. */
export const emptyLine: Line = { text: "", cursor: 0 };

/** Puts a text where the cursor is. */
export function insertText({ text, cursor }: Line, typed: string): Line {
  const before = text.slice(0, cursor) + typed;
  return { text: before + text.slice(cursor), cursor: before.length };
}

type Edit = (line: Line) => Line;

const moveTo = ({ text }: Line, cursor: number): Line => ({ text, cursor });
const cut = ({ text }: Line, from: number, to: number): Line => ({
  text: text.slice(0, from) + text.slice(to),
  cursor: from,
});

const left: Edit = (line) => moveTo(line, findCharacterBefore(line));
const right: Edit = (line) => moveTo(line, findCharacterAfter(line));
const home: Edit = (line) => moveTo(line, 0);
const end: Edit = (line) => moveTo(line, line.text.length);
const wordLeft: Edit = (line) => moveTo(line, findWordBefore(line));
const wordRight: Edit = (line) => moveTo(line, findWordAfter(line));
const backspace: Edit = (line) => cut(line, findCharacterBefore(line), line.cursor);
const deleteNext: Edit = (line) => cut(line, line.cursor, findCharacterAfter(line));

/**
 * What each key does, by what terminals send for it; the control characters are those of readline.
 */
const edits: Readonly<Record<string, Edit>> = {
  ...{ "\u001b[D": left, "\u001bOD": left, "\u0002": left },
  ...{ "\u001b[C": right, "\u001bOC": right, "\u0006": right },
  ...{ "\u001b[H": home, "\u001bOH": home, "\u001b[1~": home, "\u001b[7~": home, "\u0001": home },
  ...{ "\u001b[F": end, "\u001bOF": end, "\u001b[4~": end, "\u001b[8~": end, "\u0005": end },
  ...{ "\u001b[1;5D": wordLeft, "\u001b[1;3D": wordLeft, "\u001bb": wordLeft },
  ...{ "\u001b[1;5C": wordRight, "\u001b[1;3C": wordRight, "\u001bf": wordRight },
  ...{ "\u007f": backspace, "\b": backspace, "\u001b[3~": deleteNext },
  "\u0017": (line) => cut(line, findWordBefore(line), line.cursor),
  "\u0015": (line) => cut(line, 0, line.cursor),
  "\u000b": (line) => cut(line, line.cursor, line.text.length),
};

/** Applies a key to a line; a key that edits nothing gives back the same line. */
export function pressKey(line: Line, key: string): Line {
  return edits[key]?.(line) ?? line;
}

/**
 * What a person sees as one character can be several code points, such as a letter and its accent.
 */
function splitCharacters(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * Long enough for any one character; looking through a whole long text for each key would be slow.
 */
const NEAR = 64;

function findCharacterBefore({ text, cursor }: Line): number {
  const near = text.slice(Math.max(0, cursor - NEAR), cursor);
  return cursor - (splitCharacters(near).at(-1)?.length ?? 0);
}

function findCharacterAfter({ text, cursor }: Line): number {
  return cursor + (splitCharacters(text.slice(cursor, cursor + NEAR))[0]?.length ?? 0);
}

function findWordBefore({ text, cursor }: Line): number {
  const before = text.slice(0, cursor).trimEnd();
  return Math.max(before.lastIndexOf(" "), before.lastIndexOf("\n")) + 1;
}

function findWordAfter({ text, cursor }: Line): number {
  return cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0);
}
