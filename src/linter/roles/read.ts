import { skipBullet } from "../marks.ts";
import { type Block, readBlocks } from "./blocks.ts";
import {
  findStepWord,
  hasResult,
  isLabeledTail,
  isMarkedStep,
  type Step,
  saysMoreThanLead,
} from "./form.ts";
import { assignRole, type Role } from "./judge.ts";
import { goesOnInSteps, isLeadIn, leadsToNames, MAX_READ, readLabel } from "./lead-in.ts";
import { type Outline, readOutline, titleOf } from "./outline.ts";
import { splitParagraph } from "./paragraph.ts";
import { joinParts, type Part } from "./part.ts";
import { classifyHeading, isClosedHeading, isTopicHeading, type Section } from "./section.ts";
import { findJudgedCells } from "./table.ts";
import type { Unclosed } from "./verbatim.ts";

/** A line as its author meant it, which may be spread over several physical lines. */
export interface RoleLine {
  role: Role;
  /** What makes it one: "heading", "user story", "in Notes". */
  why: string;
  /** Its text, without the marks and labels in front of it. */
  parts: Part[];
  /** True for the result of a scenario, which may say "it" about what the scenario names. */
  inScenario: boolean;
}

/**
 * Reads a text. Returns all its lines except empty ones, each with its role, and the physical ones.
 * Lines that are among `fixed` were written by the program.
 */
export function readRoles(
  text: string,
  fixed: ReadonlySet<string> = new Set(),
): { lines: RoleLine[]; physical: string[]; unclosed?: Unclosed } {
  const { blocks, unclosed } = readBlocks(text);
  const reader = new RoleReader(readOutline(blocks));
  for (const [index, block] of blocks.entries()) reader.read(block, blocks[index + 1]);
  const physical = text.split(/\r\n|\n|\r/);
  const isFixed = ({ line }: Part) => fixed.has(physical[line - 1]?.trim() ?? "");
  const lines = reader.lines.map((each) =>
    each.parts.length > 0 && each.parts.every(isFixed)
      ? { ...each, role: "other" as const, why: "fixed text" }
      : each,
  );
  return { lines, physical, ...(unclosed ? { unclosed } : {}) };
}

interface OpenSection {
  level: number;
  section: Section | undefined;
  isClosed: boolean;
}

class RoleReader {
  readonly lines: RoleLine[] = [];
  private readonly outline: Outline;
  private sections: OpenSection[] = [];
  private step: Step | undefined;
  private inDocString = false;
  private afterStory = false;
  /** True below an entry of a list, up to the next heading. */
  private afterEntries = false;
  private columns: string[] = [];
  /** How far the entry is indented that leads to options or other names. */
  private namesIndent = Infinity;

  constructor(outline: Outline) {
    this.outline = outline;
  }

  read(block: Block, next: Block | undefined): void {
    if (!isInTable(block)) this.columns = [];
    const title = titleOf(block);
    if (title) this.readTitle(block, title);
    else if (block.type === "skipped") this.add("other", block.why, block.parts);
    else if (block.type === "gherkin") for (const part of block.parts) this.readGherkin(part);
    else if (block.type === "row") this.readRow(block.head, block.parts);
    else if (block.type === "text") this.readText(block, next);
  }

  private add(role: Role, why: string, parts: Part[], inScenario = false): void {
    this.lines.push({ role, why, parts, inScenario });
  }

  private readTitle(block: Block, { text, level }: { text: string; level: number }): void {
    this.step = undefined;
    this.afterStory = false;
    this.afterEntries = false;
    this.sections = this.sections.filter((open) => open.level < level);
    const inherited = this.section;
    const own = this.classifyTitle(block, text);
    const stays =
      this.sections.some(({ isClosed }) => isClosed) ||
      (own === "other" && this.isTopic(text)) ||
      (inherited === "pains" && (own === "background" || own === "proof"));
    const section = stays ? inherited : (own ?? inherited);
    this.sections.push({ level, section, isClosed: isClosedHeading(text) });
    this.add("other", "heading", block.parts);
  }

  private isTopic(text: string): boolean {
    const isBelowTitle = this.section === "titled";
    return (isBelowTitle || this.section === "criteria") && isTopicHeading(text, isBelowTitle);
  }

  private classifyTitle(block: Block, text: string): Section | undefined {
    const own = classifyHeading(text, this.outline.isManual && !this.outline.hasRules);
    return own === "criteria" && block === this.outline.title ? "titled" : own;
  }

  private get section(): Section | undefined {
    return this.sections.at(-1)?.section;
  }

  /** The list below a story says when the story is done. */
  private sectionOf(isEntry: boolean): Section | undefined {
    const isStory = this.section === "story" || this.section === undefined;
    return isEntry && isStory && this.afterStory ? "criteria" : this.section;
  }

  private readGherkin(part: Part): void {
    const text = part.text.trim();
    const isQuote = /^(?:"""|```)/.test(text);
    if (isQuote) this.inDocString = !this.inDocString;
    const step = text.startsWith("* ") ? "and" : findStepWord(`${text} `);
    if (this.inDocString || isQuote) this.add("other", "text of a step", [part]);
    else if (/^[#@|]/.test(text)) this.add("other", "tag, comment or table", [part]);
    else if (step) this.addStep(step, [part]);
    else {
      this.step = undefined;
      this.add("other", "scenario", [part]);
    }
  }

  /** Adds a step. "And" continues the step before it. */
  private addStep(step: Step, parts: Part[]): void {
    if (step !== "and") this.step = step;
    if (this.step === "then") this.add("criterion", "Then", parts, true);
    else this.add("other", this.step === "when" ? "When" : "Given", parts);
  }

  private readRow(isHead: boolean, cells: Part[]): void {
    if (isHead) {
      this.columns = cells.map(({ text }) => text.replace(/[*_`]/g, "").trim().toLowerCase());
      this.add("other", "table head", cells);
      return;
    }
    if (cells.every(({ text }) => text.trim() === "")) this.add("other", "empty row", cells);
    const { lines, section } = findJudgedCells(cells, this.columns, this.section);
    const judged = lines.flat();
    if (judged.length > 0) this.afterEntries = true;
    for (const cell of cells) {
      const line = lines.find(([first]) => first === cell);
      if (line) this.addProse(line, true, section);
      else if (cell.text.trim() !== "" && !judged.includes(cell))
        this.add("other", "table cell", [cell]);
    }
  }

  private readText(block: Extract<Block, { type: "text" }>, next: Block | undefined): void {
    const [first, ...rest] = block.parts;
    if (!first) return;
    const bullet = skipBullet(first.text.slice(0, MAX_READ));
    const start = { ...first, offset: first.offset + bullet, text: first.text.slice(bullet) };
    const parts = [start, ...rest];
    const step = this.findStepAt(parts, next);
    if (!step) this.step = undefined;
    const isOption = this.isOption(block);
    if (leadsToNames(parts)) this.namesIndent = block.indent;
    if (step) this.addStep(step, parts);
    else if (isLeadIn(block, start.text, next) && !this.isOwnProblem(parts))
      this.add("other", "lead-in", parts);
    else if (isOption) this.add("other", "option", parts);
    else if (this.isTail(block, start.text)) this.add("other", "note", parts);
    else this.addLines(parts, block.list);
  }

  private isOwnProblem(parts: readonly Part[]): boolean {
    return this.section === "pains" && saysMoreThanLead(joinParts(parts));
  }

  /** Below a list of criteria, a line with a label of its own is about the whole. */
  private isTail({ list }: { list: boolean }, text: string): boolean {
    if (this.section !== "criteria" && this.section !== "titled") return false;
    if (list) this.afterEntries = true;
    const isLabeled = !list && this.afterEntries && isLabeledTail(text.slice(0, MAX_READ));
    return isLabeled && readLabel(text.slice(0, MAX_READ), this.section).section === undefined;
  }

  private isOption({ list, indent }: { list: boolean; indent: number }): boolean {
    const isInside = list && indent > this.namesIndent;
    if (!isInside) this.namesIndent = Infinity;
    return isInside;
  }

  private addLines(parts: Part[], isEntry: boolean): void {
    const lines = isEntry ? [parts] : splitParagraph(parts, this.section === "pains");
    for (const line of lines) this.addProse(line, isEntry);
  }

  /** Returns the step that a line is, unless it only starts with such a word. */
  private findStepAt(parts: readonly Part[], next: Block | undefined): Step | undefined {
    const step = findStepWord(parts[0]?.text.slice(0, MAX_READ) ?? "");
    if (step === undefined) return undefined;
    const text = joinParts(parts).slice(0, MAX_READ);
    if (this.step === undefined && !isMarkedStep(text) && /^(?:then|and)$/.test(step))
      return undefined;
    if (step === "then" || step === "and") return step;
    if (/^[^:]*\bthen\b/i.test(text)) return "then";
    const isProse = hasResult(text) || this.section === "pains";
    return isMarkedStep(text) || goesOnInSteps(next) || !isProse ? step : undefined;
  }

  private addProse(parts: Part[], isEntry: boolean, ofRow?: Section): void {
    const [first, ...rest] = parts;
    if (!first) return;
    const head = first.text.slice(0, MAX_READ);
    const label = readLabel(head, this.section);
    const end =
      label.end + (this.section === "edge-cases" ? countQuestion(head.slice(label.end)) : 0);
    const words = { ...first, offset: first.offset + end, text: first.text.slice(end) };
    const text = joinParts([words, ...rest]).slice(0, MAX_READ);
    const isStory = /^\W*as (?:an?|the) /i.test(text);
    const section = label.section ?? ofRow ?? this.sectionOf(isEntry && !isStory);
    this.afterStory ||= isStory;
    const { role, why } = assignRole({ text, section, isEntry, outline: this.outline });
    this.add(role, why, [words, ...rest], /\bgiven\b.*\bthen\b/i.test(text));
  }
}

/** A row, or the line below the heads of a table. */
function isInTable({ type, parts: [first] }: Block): boolean {
  return type === "row" || (type === "skipped" && first?.text.includes("|") === true);
}

/**
 * Counts the characters of the question that an edge case answers: "What if it is empty? It ...".
 */
function countQuestion(text: string): number {
  return /^[^?]{1,300}\?\s+(?=\S)/.exec(text)?.[0].length ?? 0;
}
