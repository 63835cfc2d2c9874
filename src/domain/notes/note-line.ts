/** One line of notes with its marks removed. */
export interface NoteLine {
  /** Its number in the text, from 1. */
  number: number;
  kind: "blank" | "rule" | "heading" | "entry" | "row" | "text";
  text: string;
  /** How far it is indented, in characters. */
  indent: number;
  /** The level of a heading, or of a line with a section number: the lower, the more it covers. */
  level: number;
  /** The cells of a row of a table. */
  cells: readonly string[];
  /** True for words of someone else: a line after `>`. */
  isQuote: boolean;
  /** True if it starts with bold words that a colon ends, or if it is bold as a whole. */
  isMarked: boolean;
  /** True for a box to tick. */
  isBox: boolean;
  /** True for a line of code or sample data, which is never a heading or a label. */
  isCode: boolean;
}

/** The level of a line that is bold as a whole, or in capitals. */
export const BOLD_LEVEL = 7;
/** The level of a line that ends with a colon. */
export const LABEL_LEVEL = 8;

const BULLET = /^(?:[-+\u21b3\u2010-\u2015\u2022\u2023\u25aa\u25cf\u25e6\u00b7]|\*{1,4})\s+/;
/** Also the number of a requirement: "R13", "FR-2:", "AC4.". */
const NUMBER = new RegExp(
  `^(?:${[
    String.raw`(?:R|FR|NFR|REQ|AC|BR|TC)-?\d{1,3}[.:)]?`,
    String.raw`\(?\d{1,3}[.)]|\d{1,3}:|[a-z][.)]`,
    String.raw`\d+(?:\.\d+)+(?=\s[\p{Lu}(])`,
  ].join("|")})\\s+`,
  "iu",
);
const BOX = /^(?:\[[ xX]?\]|\([/x]\)|[\u2610-\u2612\u2705\u2713\u2714\u25b6])\s*/;
const ICON = /^\p{Extended_Pictographic}\ufe0f?\s+/u;
const MARKDOWN_HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const JIRA_HEADING = /^h([1-6])\.\s*(.*)$/;
/** "3 Data and compliance": the heading of a numbered section. */
const NUMBERED_HEADING = /^\d{1,2}\s+(\p{Lu}[\p{L}\s,&/-]{2,40})$/u;
/** "2. What I have on it" above "2.1 38% ticked "too much coffee"". */
const OUTLINED = /^(\d{1,2})[.)]?\s+(\p{Lu}[^.:;]{1,40})$/u;
const RULE = /^(?:[-*_=~]\s*){3,}$/;
/** "**Dana K** 10:02 AM" above what someone said in a chat. */
const CHAT = /^\*\*[^*]+\*\*\s+\d{1,2}:\d{2}/;
const BOLD = /^(?:\*\*([^*]+)\*\*|__([^_]+)__|\*([^*]+)\*|_([^_]+[^_.?!])_):?$/;
const ITALIC = /^\*[^*]+\*$/;

/** "**Goal:** less of it", or "**Less of it**". */
const MARKED = /^(?:\*\*|__)[^*_]+(?::(?:\*\*|__)|(?:\*\*|__)(?::|$))/;

/** What the lines around a line say about it. */
export interface Surroundings {
  before: string;
  after: string;
  isCode: boolean;
  /** True if the text is in Jira's form, where `#` numbers a list. */
  isJira: boolean;
  /** True if the text is bold as in Markdown, where a single `*` is only italic. */
  isMarkdown: boolean;
}

/** Reads one line that isn't in a comment. */
export function readNoteLine(raw: string, number: number, around: Surroundings): NoteLine {
  const text = raw.trim();
  const line: NoteLine = {
    number,
    kind: "text",
    text,
    indent: raw.length - raw.trimStart().length,
    level: 0,
    cells: [],
    isQuote: text.startsWith(">"),
    isMarked: false,
    isBox: false,
    isCode: around.isCode,
  };
  if (/^[>\s]*$/.test(text)) return { ...line, kind: "blank" };
  if (around.isCode) return line;
  if (around.isMarkdown && ITALIC.test(text)) return { ...line, text: `_${text.slice(1, -1)}_` };
  return (
    readRow(line) ??
    readPastedRow(line, around) ??
    readHeading(line, around) ??
    readEntry(line, around.isJira)
  );
}

/** A row of a table that was pasted from a page has tabs between its cells. */
function readPastedRow(line: NoteLine, { before, after }: Surroundings): NoteLine | undefined {
  if (!isPastedRow(line.text)) return undefined;
  const cells = line.text.split("\t").map(cleanMarks);
  const isFirst = !isPastedRow(before) && isPastedRow(after);
  const isTitle = isFirst && cells.every((cell) => /^[\p{L}#][^\d.!?]{0,30}$/u.test(cell));
  return { ...line, kind: "row", cells, level: isTitle ? 1 : 0, text: cells.join(" ") };
}

function isPastedRow(text: string): boolean {
  return /^[^\t]+\t+[^\t]/.test(text) && !BULLET.test(text) && !/^\d+[.)]\s/.test(text);
}

function readRow(line: NoteLine): NoteLine | undefined {
  if (!/^\|.*\|$/.test(line.text)) return undefined;
  const isBorder = /^[\s|:+-]+$/.test(line.text);
  const isTitle = line.text.startsWith("||");
  const cells = line.text
    .replace(/^\|+|\|+$/g, "")
    .split(/\|+/)
    .map(cleanMarks);
  const kind = isBorder ? "rule" : "row";
  return { ...line, kind, cells, level: isTitle ? 1 : 0, text: cells.filter(Boolean).join(" ") };
}

/** A heading: its level and its words. */
type Heading = readonly [level: number, text: string];

/** "1. **What problem will this solve?**" above its answer. */
const NUMBERED_BOLD = /^\d{1,2}[.)]\s+\*\*([^*]+)\*\*:?$/;
/** "Q: How big is the issue?", also in bold. */
const ASKED =
  /^(?:\*\*|__)?(?:q|question)\s?\d{0,2}\s?[:.)]\s?(?:\*\*|__)?\s*([^*_]+\?)(?:\*\*|__)?$/i;
const ANSWERED = /^(?:\*\*|__)?(?:a|answer)\s?\d{0,2}\s?:\s?(?:\*\*|__)?\s+/i;

/** The forms of a heading; the first one that fits counts. */
const headingForms: readonly ((text: string, around: Surroundings) => Heading | undefined)[] = [
  (text, { before, after, isJira }) => {
    const isNumbered = isJira && [before, after].some((near) => /^#[#*]*\s/.test(near));
    const [, marks, words = ""] = MARKDOWN_HEADING.exec(text) ?? [];
    return marks && !isNumbered ? [marks.length, words] : undefined;
  },
  (text) => {
    const [, level, words = ""] = JIRA_HEADING.exec(text) ?? [];
    return level ? [Number(level), words] : undefined;
  },
  (text, { after }) => {
    const isUnderlined = /^(?:=+|-{3,})$/.test(after) && !RULE.test(text) && !BULLET.test(text);
    return isUnderlined ? [after.startsWith("=") ? 1 : 2, text] : undefined;
  },
  (text) => (CHAT.test(text) ? [BOLD_LEVEL, "chat"] : undefined),
  (text) => {
    const [, question] = ASKED.exec(text) ?? [];
    return question ? [BOLD_LEVEL, question] : undefined;
  },
  (text, { after }) => {
    const [, bold] = NUMBERED_BOLD.exec(text) ?? [];
    return bold && after !== "" && !BULLET.test(after) && !NUMBER.test(after)
      ? [BOLD_LEVEL, bold]
      : undefined;
  },
  (text) => {
    const bold = BOLD.exec(text);
    return bold ? [BOLD_LEVEL, bold.slice(1).find(Boolean) ?? ""] : undefined;
  },
  (text) => (isShouted(text) ? [BOLD_LEVEL, text.replace(/:$/, "")] : undefined),
  (text, { before }) => {
    const [, words] = NUMBERED_HEADING.exec(text) ?? [];
    return words && before === "" ? [2, words] : undefined;
  },
  (text, { after }) => {
    const [, number, words] = OUTLINED.exec(text) ?? [];
    return words && after.startsWith(`${number}.1 `) ? [BOLD_LEVEL, words] : undefined;
  },
];

function readHeading(line: NoteLine, around: Surroundings): NoteLine | undefined {
  for (const readForm of headingForms) {
    const [level, text] = readForm(line.text, around) ?? [];
    if (level) return { ...line, kind: "heading", level, text: cleanMarks(text ?? "") };
  }
  return undefined;
}

/** A few words in capitals are a heading: "HOW WE'LL KNOW", "OPPORTUNITIES (from 11 calls)". */
function isShouted(text: string): boolean {
  if (/^[\p{Lu}][\p{Lu}\s'\u2019&/-]{2,40}(?:\([^)]*\))?:?$/u.test(text)) return true;
  return (
    /^\p{Lu}{6,}(?:\s\p{Lu}+)*(?:\s\([^)]*\)|(?:\s\S+){1,3})$/u.test(text) && !/[.:!?,;]/.test(text)
  );
}

function readEntry(line: NoteLine, isJira: boolean): NoteLine {
  if (RULE.test(line.text)) return { ...line, kind: "rule" };
  const unquoted = line.text.replace(/^(?:>\s*)+/, "");
  const [, jira = ""] = (isJira && /^([#*-]*[#*])\s/.exec(unquoted)) || [];
  const bare = jira ? `- ${unquoted.slice(jira.length + 1)}` : unquoted;
  const indent = line.indent + Math.max(0, jira.length - 1) * 2;
  const unmarked = bare.replace(BULLET, "").replace(NUMBER, "").replace(/^>\s+/, "");
  const isBox = BOX.test(unmarked);
  const text = cleanMarks(unmarked.replace(BOX, "").replace(ANSWERED, ""));
  const isEntry = unmarked !== bare || isBox;
  const [section] = /^\d+(?:\.\d+)*/.exec(bare) ?? [];
  const level = section ? section.split(".").length + 1 : 0;
  const isMarked = MARKED.test(unmarked.replace(BOX, "").replace(ICON, ""));
  return { ...line, kind: isEntry ? "entry" : "text", isMarked, isBox, text, indent, level };
}

/** Removes the marks of bold text. Others may belong to the words: `snake_case`, `2 * 3`. */
function cleanMarks(text: string): string {
  return text
    .replaceAll("**", "")
    .replaceAll("__", "")
    .replace(/^\*([^*]+)\*(?=\s|:|$)/, "$1")
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
