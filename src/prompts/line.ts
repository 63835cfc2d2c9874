/** A line of text that is being edited. `cursor` is an index into the text. */
export interface Line {
  text: string;
  cursor: number;
}

/** An empty line. */
export const emptyLine: Line = { text: "", cursor: 0 };

/** Inserts a text at the cursor. */
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
const deleteWord: Edit = (line) => cut(line, findWordBefore(line), line.cursor);
const deleteToStart: Edit = (line) => cut(line, 0, line.cursor);
const deleteToEnd: Edit = (line) => cut(line, line.cursor, line.text.length);

/** What each key does, by what terminals send. The control characters are those of readline. */
const edits: Readonly<Record<string, Edit>> = {
  ...bindKeys(left, "\u001b[D", "\u001bOD", "\u0002"),
  ...bindKeys(right, "\u001b[C", "\u001bOC", "\u0006"),
  ...bindKeys(home, "\u001b[H", "\u001bOH", "\u001b[1~", "\u001b[7~", "\u0001"),
  ...bindKeys(end, "\u001b[F", "\u001bOF", "\u001b[4~", "\u001b[8~", "\u0005"),
  ...bindKeys(wordLeft, "\u001b[1;5D", "\u001b[1;3D", "\u001bb"),
  ...bindKeys(wordRight, "\u001b[1;5C", "\u001b[1;3C", "\u001bf"),
  ...bindKeys(backspace, "\u007f", "\b"),
  ...bindKeys(deleteNext, "\u001b[3~"),
  ...bindKeys(deleteWord, "\u0017"),
  ...bindKeys(deleteToStart, "\u0015"),
  ...bindKeys(deleteToEnd, "\u000b"),
};

function bindKeys(edit: Edit, ...keys: string[]): Record<string, Edit> {
  return Object.fromEntries(keys.map((key) => [key, edit]));
}

/** Applies a key to a line. Returns the same line for a key that edits nothing. */
export function pressKey(line: Line, key: string): Line {
  return edits[key]?.(line) ?? line;
}

/** Splits a text into what people see as characters, such as a letter with its accent. */
function splitCharacters(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** How far to look for a character. Splitting a whole long text for each key would be slow. */
const NEARBY = 64;

function findCharacterBefore({ text, cursor }: Line): number {
  const near = text.slice(Math.max(0, cursor - NEARBY), cursor);
  return cursor - (splitCharacters(near).at(-1)?.length ?? 0);
}

function findCharacterAfter({ text, cursor }: Line): number {
  return cursor + (splitCharacters(text.slice(cursor, cursor + NEARBY))[0]?.length ?? 0);
}

function findWordBefore({ text, cursor }: Line): number {
  const before = text.slice(0, cursor).trimEnd();
  return Math.max(before.lastIndexOf(" "), before.lastIndexOf("\n")) + 1;
}

function findWordAfter({ text, cursor }: Line): number {
  return cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0);
}
