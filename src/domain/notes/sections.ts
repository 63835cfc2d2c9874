import { BOLD_LEVEL, LABEL_LEVEL, type NoteLine } from "./note-line.ts";
import { isUndecided, type Topic } from "./topics.ts";

/** What a heading or a label covers. Without a topic of its own, it belongs to the one above it. */
interface Section {
  level: number;
  name: string;
  topic: Topic | undefined;
  /** How far a label above a list is indented if it is an entry itself; else -1. */
  indent: number;
  hasText: boolean;
  hasEntry: boolean;
  /** True for the title of the whole text, which says nothing about its parts. */
  isTitle: boolean;
}

/** What is known of a heading or a label. */
export interface Found {
  /** What it names. */
  topic?: Topic | undefined;
  /** What it seems to be about, which counts only where the section around it says nothing. */
  guess?: Topic | undefined;
  /** Returns true if the lines below answer a question. */
  continues: (question: string) => boolean;
}

/** The headings and labels that are open at one place of the notes, from the outside in. */
export class Sections {
  #open: Section[] = [];
  readonly #isOneText: (topic: Topic | undefined) => boolean;

  /** `isOneText` says of which topics the answer is one text, whose parts have no headings. */
  constructor(isOneText: (topic: Topic | undefined) => boolean) {
    this.#isOneText = isOneText;
  }

  /** What the current place is about. */
  get topic(): Topic | undefined {
    return this.#open.findLast(({ topic }) => topic !== undefined)?.topic;
  }

  /** True if a list stands below the heading or label that says what this place is about. */
  get hasList(): boolean {
    return this.#open.findLast(({ topic }) => topic !== undefined)?.hasEntry ?? false;
  }

  /** The headings and labels around the current place, without the title. */
  get names(): readonly string[] {
    return this.#open.filter(({ isTitle }) => !isTitle).map(({ name }) => name);
  }

  /** True below a heading or a label that says something, but nobody knows what. */
  get isUnknown(): boolean {
    return this.#open.some(({ topic, isTitle }) => topic === undefined && !isTitle);
  }

  /** Opens the section of a heading, and closes the ones that it ends. */
  openHeading(line: NoteLine, found: Found, isTitle = false): void {
    const level = line.level || BOLD_LEVEL;
    this.#open = this.#open.filter((section) => section.level < level);
    const isPart = level < BOLD_LEVEL && this.#isOneText(this.topic);
    const { guess = "other" } = found;
    const topic = found.topic ?? (isPart ? guess : this.#findTopic(found, isTitle));
    this.#open.push({
      level,
      name: line.text,
      topic,
      isTitle,
      hasText: false,
      hasEntry: false,
      indent: -1,
    });
  }

  /** Opens the section of a label above a list. */
  openLabel(line: NoteLine, found: Found): void {
    const indent = line.kind === "entry" ? line.indent : -1;
    this.#open = this.#open.filter(
      (section) =>
        section.level < LABEL_LEVEL ||
        (indent >= 0 && section.indent >= 0 && section.indent < indent),
    );
    const topic = found.topic ?? this.#findTopic(found, false);
    const empty = { name: line.text, hasText: false, hasEntry: false, isTitle: false };
    this.#open.push({ level: LABEL_LEVEL, topic, indent, ...empty });
  }

  /**
   * What a heading seems to be about counts only where the one above it says nothing. Otherwise it
   * is about the same, if the lines below it are.
   */
  #findTopic({ guess, continues }: Found, isTitle: boolean): Topic | undefined {
    const { topic } = this;
    if (isUndecided(topic)) return guess;
    return typeof topic !== "object" || isTitle || continues(topic.question) ? undefined : "doubt";
  }

  /** Notes a line of content. Closes the labels that it is no longer below. */
  addLine({ isEntry, indent, isAfterBlank }: AddedLine): void {
    const line = { isEntry, indent, isAfterBlank };
    this.#open = this.#open.filter((section) => {
      if (section.level === BOLD_LEVEL) return !isAfterList(section, line);
      return section.level < LABEL_LEVEL || isBelow(section, line);
    });
    for (const section of this.#open) {
      if (isEntry) section.hasEntry = true;
      else section.hasText = true;
    }
  }
}

/** What decides whether a line is still below a label. */
interface AddedLine {
  isEntry: boolean;
  indent: number;
  isAfterBlank: boolean;
}

/** What follows after a list isn't what the bold line above the list names. */
function isAfterList(section: Section, { isEntry, isAfterBlank }: AddedLine): boolean {
  return section.hasEntry && !section.hasText && !isEntry && isAfterBlank;
}

/** A label covers a list or a paragraph; a label that is an entry covers what is indented below. */
function isBelow(section: Section, { isEntry, indent, isAfterBlank }: AddedLine): boolean {
  if (section.indent >= 0) return isEntry && indent > section.indent;
  if (!section.hasText && !section.hasEntry) return true;
  if (isEntry) return !section.hasText || !isAfterBlank;
  return !isAfterBlank && !section.hasEntry;
}
