/** Why a physical line isn't read. */
export type SkipReason = "front matter" | "code" | "comment";

/** Something that starts on a line and never ends. */
export interface Unclosed {
  what: "code block" | "comment";
  line: number;
}

/** The lines of a text, without comments, and which of them are not prose. */
export interface ReadableText {
  /** Comments are replaced by spaces, so that columns stay the same. */
  lines: string[];
  skipped: ReadonlyMap<number, SkipReason>;
  /** The lines inside a block of Gherkin, which are read as steps. */
  gherkin: ReadonlySet<number>;
  unclosed?: Unclosed;
}

interface Fence {
  isEnd(line: string): boolean;
  isGherkin: boolean;
  line: number;
}

/** Finds front matter, code blocks and comments. Indexes count from 0. */
export function readVerbatim(text: string): ReadableText {
  const reader = new VerbatimReader(text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/));
  for (const index of reader.lines.keys()) reader.readLine(index);
  const { lines, skipped, gherkin, unclosed } = reader;
  return { lines, skipped, gherkin, ...(unclosed ? { unclosed } : {}) };
}

class VerbatimReader {
  readonly skipped = new Map<number, SkipReason>();
  readonly gherkin = new Set<number>();
  readonly lines: string[];
  private readonly matter: number;
  private fence: Fence | undefined;
  /** The number of the line where a comment starts that hasn't ended yet. */
  private comment: number | undefined;

  constructor(lines: string[]) {
    this.lines = lines;
    this.matter = countFrontMatter(lines);
  }

  get unclosed(): Unclosed | undefined {
    if (this.fence) return { what: "code block", line: this.fence.line };
    return this.comment === undefined ? undefined : { what: "comment", line: this.comment };
  }

  readLine(index: number): void {
    const line = this.lines[index] ?? "";
    if (index < this.matter) this.skipped.set(index, "front matter");
    else if (this.fence) this.readCode(index, line, this.fence);
    else if (this.comment === undefined) this.readProse(index, line);
    else {
      this.skipped.set(index, "comment");
      if (line.includes("-->")) this.comment = undefined;
    }
  }

  private readCode(index: number, line: string, fence: Fence): void {
    const isEnd = fence.isEnd(line);
    if (fence.isGherkin && !isEnd) this.gherkin.add(index);
    else this.skipped.set(index, "code");
    if (isEnd) this.fence = undefined;
  }

  private readProse(index: number, line: string): void {
    this.fence = openFence(line, index + 1);
    if (this.fence) this.skipped.set(index, "code");
    if (this.fence || !line.includes("<!--")) return;
    const rest = blankComments(line);
    this.lines[index] = rest.line;
    if (rest.line.trim() === "") this.skipped.set(index, "comment");
    if (rest.isOpen) this.comment = index + 1;
  }
}

function countFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== "---") return 0;
  return lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) + 1;
}

const markdownFence = /^[\s>]*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(`{3,}(?=[^`]*$)|~{3,})\s*([\w-]*)/;
const jiraFence = /^\s*\{(code|noformat)(?::([\w-]+)[^}]*)?\}(?!.*\{\1\})/;

/** Returns the code block that a line opens. A block ends with at least as many marks. */
function openFence(line: string, number: number): Fence | undefined {
  const [, marks = "", language = ""] = markdownFence.exec(line) ?? [];
  const [, jira = "", jiraLanguage = ""] = marks ? [] : (jiraFence.exec(line) ?? []);
  if (!marks && !jira) return undefined;
  const end = jira
    ? new RegExp(`\\{${jira}\\}\\s*$`)
    : new RegExp(`^[\\s>]*${marks[0]}{${marks.length},}\\s*$`);
  return {
    isEnd: (each) => end.test(each),
    isGherkin: /^(?:gherkin|feature|cucumber)$/i.test(language || jiraLanguage),
    line: number,
  };
}

function blankComments(line: string): { line: string; isOpen: boolean } {
  let blanked = "";
  let from = 0;
  for (let start = line.indexOf("<!--"); start >= 0; start = line.indexOf("<!--", from)) {
    const end = line.indexOf("-->", start + 4);
    if (end < 0) return { line: blanked + line.slice(from, start), isOpen: true };
    blanked += line.slice(from, start) + " ".repeat(end + 3 - start);
    from = end + 3;
  }
  return { line: blanked + line.slice(from), isOpen: false };
}
