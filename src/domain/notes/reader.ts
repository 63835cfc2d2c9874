import { isBackground } from "./background.ts";
import { Below } from "./below.ts";
import { isEmptyText, startsStory } from "./fit.ts";
import { Headings } from "./headings.ts";
import { type Labeled, splitLabel } from "./labels.ts";
import { findLead } from "./lead.ts";
import {
  type InlineLabel,
  isContinued,
  isHanging,
  isTypedLineByLine,
  startsAnew,
} from "./line-pairs.ts";
import { LineTopics } from "./line-topics.ts";
import type { NamedQuestion } from "./named-question.ts";
import type { Names } from "./names.ts";
import { BOLD_LEVEL, type NoteLine } from "./note-line.ts";
import { Places } from "./places.ts";
import { PlainHeadings } from "./plain-headings.ts";
import type { ReadText } from "./read-text.ts";
import { findScenarios, type NoteEntry, type Scenario } from "./scenarios.ts";
import { Sections } from "./sections.ts";
import { isColumnTitles, writeRow } from "./tables.ts";
import { findTitleHeading, isAboutMuch } from "./title.ts";
import type { Topic } from "./topics.ts";

const MAX_SHORT_LABEL = 5;
/** A shorter line that answers nothing ends there: the next one is about something else. */
const MIN_WRAPPED = 50;

const FIXED = { question: undefined, isFixed: true, isSure: true, isApart: false };

/** Reads lines one after the other, and knows which headings and labels they stand below. */
export class Reader {
  readonly texts: ReadText[] = [];
  readonly #lines: readonly NoteLine[];
  readonly #names: Names;
  readonly #questions: readonly NamedQuestion[];
  readonly #scenarios: ReadonlyMap<number, Scenario>;
  readonly #sections: Sections;
  readonly #title: NoteLine | undefined;
  readonly #topics: LineTopics;
  readonly #plain: PlainHeadings;
  readonly #places: Places;
  readonly #below: Below;
  readonly #headings: Headings;
  readonly #isTyped: boolean;
  /** What the label before a colon is about, until its paragraph ends, and where it stands. */
  #inline: InlineLabel | undefined;
  #isAfterBlank = true;
  #titles: readonly string[] = [];
  /** The entry that the next line may continue. */
  #last: { read: ReadText; line: NoteLine; isFormed: boolean } | undefined;

  constructor(lines: readonly NoteLine[], names: Names, questions: readonly NamedQuestion[]) {
    this.#lines = lines;
    this.#names = names;
    this.#questions = questions;
    this.#title = findTitleHeading(lines, names);
    this.#plain = new PlainHeadings(lines, names);
    this.#places = new Places(lines, names, { questions, isAboutMuch: isAboutMuch(lines) });
    const texts = questions.filter(({ type, holds }) => type === "text" && holds !== "facts");
    this.#sections = new Sections(
      (topic) => typeof topic === "object" && texts.some(({ id }) => id === topic.question),
    );
    const lead = findLead(lines, this.#title, { names, questions });
    const isTyped = isTypedLineByLine(lines);
    this.#isTyped = isTyped;
    const known = { names, questions, lead, isTyped };
    const below = new Below(lines, questions);
    this.#below = below;
    const parts = { below, places: this.#places, sections: this.#sections };
    this.#topics = new LineTopics({ ...known, ...parts });
    const { sections } = parts;
    this.#headings = new Headings({ lines, names, questions, sections, below, title: this.#title });
    this.#scenarios = new Map(findScenarios(lines).map((found) => [found.start, found]));
  }

  read(): void {
    for (let index = 0; index < this.#lines.length; ) {
      const scenario = this.#scenarios.get(index);
      if (scenario) this.#addScenario(scenario);
      else this.#readNoteLine(index);
      index = scenario?.end ?? index + 1;
    }
  }

  #readNoteLine(index: number): void {
    const line = this.#lines[index] as NoteLine;
    if (line.kind !== "row" && line.kind !== "rule") this.#titles = [];
    if (line.kind === "blank" || line.kind === "rule") this.#endParagraph();
    else if (line.kind === "heading") {
      this.#endParagraph();
      this.#headings.openHeading(line);
    } else this.#readWords(line, index);
  }

  #readWords(line: NoteLine, index: number): void {
    const after = this.#lines[index + 1];
    const next = after?.kind === "blank" ? this.#lines[index + 2] : after;
    const around = { isAfterBlank: this.#isAfterBlank, after, next };
    if (line.kind === "row") this.#readRow(line, after);
    else if (this.#plain.has(line, around)) this.#openAbove(line);
    else if (!this.#readLabel(line, after)) this.#readContent(line);
    this.#isAfterBlank = false;
  }

  #endParagraph(): void {
    this.#inline = undefined;
    this.#topics.endParagraph();
    this.#last = undefined;
    this.#isAfterBlank = true;
  }

  #readRow(row: NoteLine, after: NoteLine | undefined): void {
    if (isColumnTitles(row, after)) {
      this.#titles = row.cells;
      return;
    }
    this.#leaveLabels(row);
    const { topic: around } = this.#sections;
    const property = this.#names.ofProperty(row.cells, around);
    const text = property ? (row.cells[1] ?? "") : writeRow(row.cells, this.#titles);
    const named = property ?? this.#names.ofRow(row.cells, this.#titles, around);
    const topic = this.#places.findSaid(row, around) ?? named;
    this.#place({ text, lines: [row.number] }, topic, row);
    this.#last = undefined;
  }

  /** Reads a label with what it is about. Returns false if the line is no label. */
  #readLabel(line: NoteLine, after: NoteLine | undefined): boolean {
    const labeled = splitLabel(line);
    if (!labeled || !this.#mayBeLabel(line, labeled)) return false;
    const { label, rest } = labeled;
    if (rest === "") return this.#openLabel(line, label, after);
    this.#leaveLabels(line);
    const topic = this.#names.ofLabel(label);
    const isHeading = line.isMarked && line.kind === "text";
    if (isHeading)
      this.#sections.openHeading({ ...line, level: BOLD_LEVEL }, { continues: () => true });
    if (!topic || (!isHeading && this.#contradicts(topic, label))) return false;
    this.#inline = { topic, indent: line.indent, isBackground: isBackground({ text: label }) };
    const isSure = this.#below.confirms({ ...line, text: rest }, topic);
    this.#place({ text: rest, lines: [line.number] }, isSure ? topic : "doubt", line);
    return true;
  }

  /** Among comments and plans, only a bold label or a whole name of some words counts. */
  #mayBeLabel(line: NoteLine, { label, rest }: Labeled): boolean {
    if (this.#sections.topic !== "other" || line.isMarked) return true;
    return label.includes(" ") && rest !== "" && this.#names.isName(label);
  }

  #openLabel(line: NoteLine, label: string, after: NoteLine | undefined): boolean {
    if (!line.text.endsWith(":") || after === undefined) return false;
    this.#leaveLabels(line);
    this.#endParagraph();
    this.#headings.openLabel(line, label);
    return true;
  }

  #openAbove(line: NoteLine): void {
    this.#leaveLabels(line);
    this.#endParagraph();
    this.#headings.openAbove(line);
  }

  /** Within the section of one question, a short word isn't enough to mean another. */
  #contradicts(topic: Topic, label: string): boolean {
    const { topic: around } = this.#sections;
    if (typeof around !== "object" || typeof topic !== "object") return false;
    return around.question !== topic.question && label.length <= MAX_SHORT_LABEL;
  }

  #readContent(line: NoteLine): void {
    if (this.#continues(line)) return;
    const isStory = startsStory(line);
    this.#leaveLabels(line);
    if (!isHanging(line, this.#inline)) this.#inline = undefined;
    const own = () => this.#topics.find(isStory ? { ...line, text: "I want it" } : line);
    const topic = this.#inline?.topic ?? own();
    this.#place({ text: line.text, lines: [line.number] }, topic, line);
  }

  #leaveLabels(line: NoteLine): void {
    const { indent, kind } = line;
    this.#sections.addLine({ isEntry: kind === "entry", indent, isAfterBlank: this.#isAfterBlank });
    this.#isAfterBlank = false;
  }

  /** Joins a line to the entry that it continues. */
  #continues(line: NoteLine): boolean {
    if (!this.#last || startsAnew(line) || this.#names.ofLine(line.text)) return false;
    const { read, line: before, isFormed } = this.#last;
    const { entry, question } = read;
    const isShort = question === undefined && before.text.length < MIN_WRAPPED;
    const isApart = isFormed || isShort || this.#isTyped;
    if (isApart && !this.#places.isWrapped(before, line)) return false;
    if (!this.#places.continues(before, line, this.#sections.topic, question)) return false;
    const isList = this.#questions.find(({ id }) => id === question)?.type === "list";
    const isInline = this.#inline !== undefined;
    if (!isContinued(before, line, { isList, isInline })) return false;
    entry.text = `${entry.text} ${line.text}`;
    read.whole = `${read.whole} ${line.text}`;
    entry.lines.push(line.number);
    this.#last = { ...this.#last, line: { ...line, kind: before.kind, indent: before.indent } };
    return true;
  }

  #addScenario({ text, lines, start }: Scenario): void {
    this.#endParagraph();
    this.#sections.addLine({ isEntry: false, indent: 0, isAfterBlank: true });
    if (text === "") return;
    const owner = this.#questions.find(({ takesScenarios }) => takesScenarios);
    const question = this.#sections.topic === "other" ? undefined : owner?.id;
    const line = { ...(this.#lines[start] as NoteLine), text };
    this.#addText({ entry: { text, lines }, line, ...FIXED, question });
  }

  #place(entry: NoteEntry, topic: Topic | undefined, line: NoteLine): void {
    if (isEmptyText(entry.text)) return;
    // What stands below a heading about the title answers nothing, but must not get lost.
    if (topic === "title") return void this.#addText({ entry, line, ...FIXED });
    const isNamed = this.#inline !== undefined && !this.#inline.isBackground;
    const isFormed = this.#topics.isFormed(topic);
    const place = { topic, isNamed, isFormed, titles: this.#titles };
    const question = this.#places.find(entry.text, line, place);
    this.#topics.note(topic, question);
    const isProse = line.kind === "text" && this.#inline === undefined;
    const isApart = topic === "other" || line.kind === "row";
    const own = isProse ? { ...entry, isProse } : entry;
    const named = this.#topics.findNamed(topic, this.#inline?.topic);
    const isApartFromList = this.#inline === undefined && this.#topics.followsList(line, named);
    const isSure = question !== undefined && named === question && !isApartFromList;
    const isProperty = this.#names.ofProperty(line.cells, undefined) !== undefined;
    const isFixed = isProperty || this.#places.findFile(entry.text, topic) !== undefined;
    const read = this.#addText({ entry: own, line, question, isFixed, isSure, named, isApart });
    this.#last = { read, line, isFormed };
  }

  #addText(found: Omit<ReadText, "whole" | "headings">): ReadText {
    const read = { ...found, whole: found.line.text, headings: this.#sections.names };
    this.texts.push(read);
    return read;
  }
}
