import { isBackground, isBackgroundApart } from "./background.ts";
import type { Below } from "./below.ts";
import type { NamedQuestion } from "./named-question.ts";
import type { Names } from "./names.ts";
import type { NoteLine } from "./note-line.ts";
import type { Sections } from "./sections.ts";
import type { Topic } from "./topics.ts";

/** What headings are read with. */
interface Known {
  lines: readonly NoteLine[];
  names: Names;
  questions: readonly NamedQuestion[];
  sections: Sections;
  below: Below;
  title: NoteLine | undefined;
}

/** Opens the sections of headings and labels, if the lines below don't say otherwise. */
export class Headings {
  readonly #known: Known;
  readonly #isBackgroundApart: boolean;

  constructor(known: Known) {
    this.#known = known;
    this.#isBackgroundApart = isBackgroundApart(known.lines, known.names, known.questions);
  }

  openHeading(line: NoteLine): void {
    const { sections, title } = this.#known;
    const isTitle = line === title;
    const topic = isTitle ? this.#findListed(line) : this.#findNamed(line, line.text);
    const isApart = this.#isBackgroundApart && isBackground(line);
    const guess = isTitle || line.level === 1 ? undefined : this.#findGuess(line, line.text);
    sections.openHeading(
      line,
      { topic: isApart ? "other" : topic, guess, continues: this.#continuesBelow(line) },
      isTitle || this.#isAboveAll(line, topic),
    );
  }

  /** The title of a mere list says what all of its lines are: "Onboarding checks". */
  #findListed(title: NoteLine): Topic | undefined {
    const others = this.#known.lines.filter((line) => line !== title && line.kind !== "blank");
    if (!others.every(({ kind }) => kind === "entry")) return undefined;
    const topic = this.#findNamed(title, title.text);
    return typeof topic === "object" ? { question: topic.question } : undefined;
  }

  /** A first heading such as "Rough notes" says as little about its parts as a title. */
  #isAboveAll(line: NoteLine, topic: Topic | undefined): boolean {
    const first = this.#known.lines.find(({ kind }) => kind !== "blank");
    return topic === undefined && line.level === 1 && line === first;
  }

  /** Opens the section of a line that stands above others like a heading. */
  openAbove(line: NoteLine): void {
    const { level, text } = line;
    if (level === 0) this.openLabel(line, text);
    else this.#known.sections.openHeading(line, this.#find(line, text));
  }

  /** Opens the section of a label above other lines. */
  openLabel(line: NoteLine, label: string): void {
    const isEntry = line.kind === "entry";
    const found = this.#find(line, label);
    const guess = isEntry && label !== line.text ? undefined : found.guess;
    this.#known.sections.openLabel(line, { ...found, guess });
  }

  #find(line: NoteLine, text: string) {
    const topic = this.#findNamed(line, text);
    const guess = this.#findGuess(line, text);
    return { topic, guess, continues: this.#continuesBelow(line) };
  }

  /** A part of a section is about the same only if one of its lines has the form of it. */
  #continuesBelow(line: NoteLine) {
    return (question: string) => this.#known.below.mayAnswer(line, { question, trust: "low" });
  }

  #findNamed(line: NoteLine, text: string): Topic | undefined {
    return this.#confirm(line, this.#known.names.ofHeading(text));
  }

  #findGuess(line: NoteLine, text: string): Topic | undefined {
    return this.#confirm(line, this.#known.names.ofWords(text));
  }

  #confirm(line: NoteLine, topic: Topic | undefined): Topic | undefined {
    if (typeof topic !== "object") return topic;
    return this.#known.below.mayAnswer(line, topic) ? topic : "doubt";
  }
}
