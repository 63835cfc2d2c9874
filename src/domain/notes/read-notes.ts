import type { Question } from "../library/step.ts";
import { belongsToFacts, fits, startsStory } from "./fit.ts";
import { isContinued, isNested, isShort, startsAnew } from "./line-pairs.ts";
import { createNames, type NamedQuestion, type Names, nameQuestions, type Topic } from "./names.ts";
import type { NoteLine } from "./note-line.ts";
import { readLines } from "./note-lines.ts";
import { findScenarios, type NoteEntry, type Scenario } from "./scenarios.ts";
import { Sections } from "./sections.ts";
import { isColumnTitles, writeRow } from "./tables.ts";
import { findTitle } from "./title.ts";

/** What was understood of notes. */
export interface ReadNotes {
  title: NoteEntry | undefined;
  /** The lines that answer a question, by its id. */
  answers: Map<string, NoteEntry[]>;
  /** The lines that found no place. */
  others: NoteEntry[];
}

/**
 * Reads notes, a ticket or a PRD: what stands below a heading or after a label answers the question
 * that has such a name. Leaves out what is in doubt.
 */
export function readNotes(text: string, asked: readonly Question[]): ReadNotes {
  const questions = nameQuestions(asked);
  const lines = readLines(text);
  const isGherkin = lines.some((line) => line.kind === "text" && /^feature:/i.test(line.text));
  const names = createNames(questions, isGherkin);
  const reader = new Reader(lines, names, questions);
  reader.read();
  const title = findTitle(lines, names);
  const others = reader.others.filter((entry) => !entry.lines.includes(title?.lines[0] ?? 0));
  return { title, answers: reader.answers, others };
}

const LABEL = /^([^:.!?|]{1,60}?)\s*(?::|\s=|\s[\u2013\u2014-](?=\s))\s*(?=\s|$)(.*)$/;
const PLACEHOLDER = /^(?:tb[ad]|n\/?a|none|todo|\.{3}|\u2026|[-\u2013\u2014?._\s]+)[.!]?$/i;
/** The help text of a template. */
const HELP = /^(?:_[^_]+_|<[^>]+>)$/;
const INNER_NAME = /(?<=[\p{Ll},:] )\p{Lu}\p{Ll}+/gu;
const MAX_SHORT_LABEL = 5;
const MAX_LABEL_WORDS = 8;

class Reader {
  readonly answers = new Map<string, NoteEntry[]>();
  readonly others: NoteEntry[] = [];
  readonly #lines: readonly NoteLine[];
  readonly #names: Names;
  readonly #questions: readonly NamedQuestion[];
  readonly #scenarios: ReadonlyMap<number, Scenario>;
  readonly #sections = new Sections();
  /** Words with a capital letter inside a sentence, such as names of people. */
  readonly #people: ReadonlySet<string>;
  /** What the label before a colon is about, until its paragraph ends. */
  #inline: Topic | undefined;
  #isAfterBlank = true;
  #titles: readonly string[] = [];
  /** The entry that the next line may continue. */
  #last: { entry: NoteEntry; line: NoteLine; question: string | undefined } | undefined;

  constructor(lines: readonly NoteLine[], names: Names, questions: readonly NamedQuestion[]) {
    this.#lines = lines;
    this.#names = names;
    this.#questions = questions;
    this.#people = new Set(lines.flatMap(({ text }) => text.match(INNER_NAME) ?? []));
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
    else if (line.kind === "heading") this.#openHeading(line);
    else this.#readWords(line, this.#lines[index + 1]);
  }

  #readWords(line: NoteLine, after: NoteLine | undefined): void {
    if (line.kind === "row") this.#readRow(line, after);
    else if (this.#isAboveList(line, after)) this.#openAbove(line);
    else if (!this.#readLabel(line, after)) this.#readContent(line, after);
    this.#isAfterBlank = false;
  }

  #endParagraph(): void {
    this.#inline = undefined;
    this.#last = undefined;
    this.#isAfterBlank = true;
  }

  #openHeading(line: NoteLine): void {
    this.#endParagraph();
    this.#sections.openHeading(line.level, this.#names.ofHeading(line.text));
  }

  #readRow(row: NoteLine, after: NoteLine | undefined): void {
    if (isColumnTitles(row, after)) {
      this.#titles = row.cells;
      return;
    }
    this.#leaveLabels(row);
    const text = writeRow(row.cells, this.#titles);
    const topic = this.#sections.topic ?? this.#names.ofCell(row.cells.at(-1) ?? "");
    this.#place({ text, lines: [row.number] }, topic, row);
    this.#last = undefined;
  }

  /** Reads a label with what it is about. Returns false if the line is no label. */
  #readLabel(line: NoteLine, after: NoteLine | undefined): boolean {
    if (line.isCode || this.#sections.topic === "other") return false;
    const [, label = "", rest = ""] = LABEL.exec(line.text) ?? [];
    if (label === "" || label.split(" ").length > MAX_LABEL_WORDS) return false;
    if (rest === "") return this.#openLabel(line, label, after);
    this.#leaveLabels(line);
    const topic = this.#names.ofLabel(label);
    if (!topic || this.#contradicts(topic, label)) return false;
    this.#inline = topic;
    this.#place({ text: rest, lines: [line.number] }, topic, line);
    return true;
  }

  #openLabel(line: NoteLine, label: string, after: NoteLine | undefined): boolean {
    if (!line.text.endsWith(":") || after === undefined) return false;
    this.#leaveLabels(line);
    this.#endParagraph();
    this.#openSection(line, label);
    return true;
  }

  /** Opens the section of a label above other lines. */
  #openSection(line: NoteLine, label: string): void {
    const topic = this.#names.ofHeading(label);
    this.#sections.openLabel(topic, line.kind === "entry" ? line.indent : -1);
  }

  /** A few words above an indented list, or a name alone, are a label without a colon. */
  #isAboveList(line: NoteLine, after: NoteLine | undefined): boolean {
    if (!isShort(line)) return false;
    if (this.#names.isName(line.text)) return line.kind === "entry" || this.#isAfterBlank;
    return isNested(line, after) && (line.isBox || line.text.split(" ").length < 4);
  }

  #openAbove(line: NoteLine): void {
    this.#leaveLabels(line);
    this.#endParagraph();
    const isSection = line.level > 0 && this.#names.isName(line.text);
    if (isSection) this.#sections.openHeading(line.level, this.#names.ofHeading(line.text));
    else if (line.kind === "entry") this.#openSection(line, line.text);
    else this.#sections.openLabel(this.#names.ofHeading(line.text), -1);
  }

  /** Within the section of one question, a short word isn't enough to mean another. */
  #contradicts(topic: Topic, label: string): boolean {
    const { topic: around } = this.#sections;
    if (typeof around !== "object" || typeof topic !== "object") return false;
    return around.question !== topic.question && label.length <= MAX_SHORT_LABEL;
  }

  #readContent(line: NoteLine, after: NoteLine | undefined): void {
    if (this.#continues(line)) return;
    const isStory = this.#isAfterBlank && startsStory(line, after);
    this.#leaveLabels(line);
    this.#inline = undefined;
    const topic = this.#findTopic(isStory ? { ...line, text: "I want it" } : line);
    this.#place({ text: line.text, lines: [line.number] }, topic, line);
  }

  /** Finds what a line is about: what its own words say, else its section. */
  #findTopic({ text, isCode }: NoteLine): Topic | undefined {
    const { topic } = this.#sections;
    return isCode || topic === "other" ? topic : (this.#names.ofLine(text) ?? topic);
  }

  #leaveLabels(line: NoteLine): void {
    const { indent } = line;
    const isEntry = line.kind === "entry";
    this.#sections.addLine({ isEntry, indent, isAfterBlank: this.#isAfterBlank });
    this.#isAfterBlank = false;
  }

  /** Joins a line to the entry that it continues. */
  #continues(line: NoteLine): boolean {
    if (!this.#last || startsAnew(line) || this.#names.ofLine(line.text)) return false;
    const { entry, line: before, question } = this.#last;
    const isList = this.#questions.find(({ id }) => id === question)?.type === "list";
    const isInline = this.#inline !== undefined;
    if (!isContinued(before, line, { isList, isInline })) return false;
    entry.text = `${entry.text} ${line.text}`;
    entry.lines.push(line.number);
    this.#last = { ...this.#last, line: { ...line, kind: before.kind, indent: before.indent } };
    return true;
  }

  #addScenario({ text, lines }: Scenario): void {
    this.#endParagraph();
    this.#sections.addLine({ isEntry: false, indent: 0, isAfterBlank: true });
    const owner = this.#questions.find(({ takesScenarios }) => takesScenarios);
    if (text === "") return;
    if (this.#sections.topic === "other" || !owner) this.others.push({ text, lines });
    else this.#add(owner.id, { text, lines });
  }

  #place(entry: NoteEntry, topic: Topic | undefined, line: NoteLine): void {
    if (topic === "title" || PLACEHOLDER.test(entry.text) || HELP.test(entry.text)) return;
    const question = this.#isPlan(entry.text) ? undefined : this.#findPlace(entry, topic, line);
    const placed = question === undefined ? { ...entry, text: line.text } : entry;
    if (question === undefined) this.others.push(placed);
    else this.#add(question, placed);
    this.#last = { entry: placed, line, question };
  }

  /** Finds the question that an entry answers. Figures and quotes in a list are evidence. */
  #findPlace(entry: NoteEntry, topic: Topic | undefined, line: NoteLine): string | undefined {
    if (typeof topic !== "object") return undefined;
    let asked = this.#questions.find(({ id }) => id === topic.question);
    if (asked?.holds === "words" && belongsToFacts(entry.text, line))
      asked = this.#questions.find(({ holds }) => holds === "facts");
    return asked && fits(asked, entry.text, line) ? asked.id : undefined;
  }

  /** What a named person is going to do is no answer: "Imogen will draw this up". */
  #isPlan(text: string): boolean {
    const [, name = ""] = /^(\p{Lu}\p{Ll}+) (?:will|to)\b/u.exec(text) ?? [];
    return this.#people.has(name);
  }

  #add(question: string, entry: NoteEntry): void {
    const before = this.answers.get(question) ?? [];
    before.push(entry);
    this.answers.set(question, before);
  }
}
