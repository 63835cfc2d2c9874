import { findFileQuestion } from "./data-files.ts";
import { findByForm, findSentenceForm } from "./find-form.ts";
import { belongsToFacts, fits, isAboutToday, isFact, isPlan, isThing } from "./fit.ts";
import type { Form } from "./forms/form.ts";
import { isNamedIn, isNoLead } from "./lead.ts";
import type { NamedQuestion } from "./named-question.ts";
import type { Names } from "./names.ts";
import type { NoteLine } from "./note-line.ts";
import { joinParagraphs, type Paragraph } from "./paragraphs.ts";
import { findSaid } from "./says.ts";
import { isUndecided, type Topic } from "./topics.ts";

const INNER_NAME = /(?<=[\p{Ll},:] )\p{Lu}\p{Ll}+/gu;

/** Further down, notes without headings are about more than one thing, and take long to read. */
const MAX_LINE_WITH_FORM = 1000;

/** Where a line stands. */
export interface Place {
  /** What its label, its own words or its section are about. */
  topic: Topic | undefined;
  /** True if a label stands before it on the line. */
  isNamed: boolean;
  /** True if its form says what it is about. */
  isFormed: boolean;
  /** The titles of the columns, in a table. */
  titles: readonly string[];
}

interface FirstText {
  line: NoteLine;
  topic: Topic | undefined;
}

interface KnownText extends FirstText {
  /** True if more than its place says what it answers. */
  isKnown: boolean;
}

/** Decides which question a line answers, and leaves out what is in doubt. */
export class Places {
  readonly #questions: readonly NamedQuestion[];
  readonly #names: Names;
  readonly #isAboutMuch: boolean;
  /** True if a heading of its own says what is wrong, so that a summary is only that. */
  readonly #hasNamedWords: boolean;
  readonly #findParagraph: (line: NoteLine) => Paragraph | undefined;
  /** Words with a capital letter inside a sentence, such as names of people. */
  readonly #people: ReadonlySet<string>;

  /** The form of the last text that was read, because two rules ask for it. */
  #read: { whole: string; form: Form | undefined } | undefined;

  constructor(
    lines: readonly NoteLine[],
    names: Names,
    { questions, isAboutMuch }: { questions: readonly NamedQuestion[]; isAboutMuch: boolean },
  ) {
    this.#questions = questions;
    this.#names = names;
    this.#isAboutMuch = isAboutMuch;
    const words = questions.find(({ holds }) => holds === "words");
    this.#hasNamedWords = words !== undefined && isNamedIn(lines, words.id, names);
    this.#findParagraph = joinParagraphs(lines);
    this.#people = new Set(lines.flatMap(({ text }) => text.match(INNER_NAME) ?? []));
  }

  /** Finds what the words of a line answer, read with its paragraph. */
  findSaid(line: NoteLine, topic: Topic | undefined): Topic | undefined {
    return this.#findSaidIn(this.#wholeOf(line), topic);
  }

  /** Finds what the form of a line answers, where no heading says what it is about. */
  findForm(line: NoteLine, topic: Topic | undefined, isBelowHeading: boolean): Topic | undefined {
    if (topic !== undefined || this.#isAboutMuch || line.isCode) return undefined;
    if (line.number > MAX_LINE_WITH_FORM) return undefined;
    if (this.findFile(line.text, topic)) return undefined;
    const whole = this.#wholeOf(line);
    if (this.#read?.whole !== whole) this.#read = { whole, form: findSentenceForm(whole) };
    return findByForm(this.#questions, this.#read.form, { isBelowHeading });
  }

  /** Returns true if a line is the rest of the sentence before. */
  isWrapped(before: NoteLine, line: NoteLine): boolean {
    if (this.#wholeOf(line) === this.#wholeOf(before)) return true;
    return before.kind === "entry" && line.kind === "text" && line.indent > before.indent;
  }

  /** Returns true if a line may continue an entry of a question, as far as its words go. */
  continues(before: NoteLine, line: NoteLine, around: Topic | undefined, id?: string): boolean {
    const isSame = this.#wholeOf(line) === this.#wholeOf(before);
    const isMidSentence = /^\p{Ll}/u.test(line.text) && !/[.!?]$/.test(before.text);
    // Half a sentence answers nothing.
    if (isSame && isMidSentence) return true;
    if (!isSame && (this.findSaid(line, around) ?? this.findSaid(before, around))) return false;
    if (this.#saysOther(line, around, id)) return false;
    if (!this.#find(id)?.holds) return true;
    return (isSame || isMidSentence) && !this.#turnsToFacts(before, line);
  }

  #saysOther(line: NoteLine, around: Topic | undefined, id: string | undefined): boolean {
    if (this.findFile(line.text, around)) return true;
    const own = this.#findSaidIn(line.text, around) ?? this.findForm(line, around, false);
    return typeof own === "object" && own.question !== id;
  }

  /** Finds the question that a text answers. Figures among words about today are facts. */
  find(text: string, line: NoteLine, place: Place): string | undefined {
    const file = this.findFile(text, place.topic);
    if (file) return fits(file, text, line) ? file.id : undefined;
    return this.#findByTopic(text, line, place);
  }

  #findByTopic(text: string, line: NoteLine, { topic, isNamed, isFormed, titles }: Place) {
    const isBare = !isFormed && (!isNamed || line.kind === "entry");
    const named = this.#findMeant(this.#findNamed(topic), text);
    const asked = isBare && this.#isFactual(named, line, titles) ? this.#holding("facts") : named;
    if (!asked || (isBare && !this.#isSureFact(asked, text, line))) return undefined;
    const isKnown = asked !== named || !isUndecided(topic);
    return this.#isAnswer(asked, text, { line, topic, isKnown }) ? asked.id : undefined;
  }

  #isAnswer(asked: NamedQuestion, text: string, { line, topic, isKnown }: KnownText): boolean {
    const whole = this.#wholeOf(line) === line.text ? text : this.#wholeOf(line);
    if (!isKnown && !this.#isLead(asked, whole, { line, topic })) return false;
    return !isPlan(text, this.#people) && fits(asked, whole, line);
  }

  /** What someone wants may be a number that moves, or the thing itself: "want: a script that". */
  #findMeant(named: NamedQuestion | undefined, text: string): NamedQuestion | undefined {
    if (named?.proof !== "change" || !isThing(text)) return named;
    return this.#questions.find(
      ({ type, holds, proof, takesCuts }) => type === "text" && !holds && !proof && !takesCuts,
    );
  }

  #find(id: string | undefined): NamedQuestion | undefined {
    return this.#questions.find((question) => question.id === id);
  }

  /** A file is what something is made from, wherever no heading says what else it is for. */
  findFile(text: string, topic: Topic | undefined): NamedQuestion | undefined {
    const isOpen = isUndecided(topic) || topic === "other" || topic === "doubt";
    if (!isOpen && this.#findNamed(topic)?.holds !== "facts") return undefined;
    return findFileQuestion(this.#questions, text);
  }

  #holding(kind: NamedQuestion["holds"]): NamedQuestion | undefined {
    return this.#questions.find(({ holds }) => holds === kind);
  }

  #findNamed(topic: Topic | undefined): NamedQuestion | undefined {
    if (topic === "intro") return this.#holding("words");
    if (topic === "summary") return this.#hasNamedWords ? undefined : this.#holding("words");
    return typeof topic === "object" ? this.#find(topic.question) : undefined;
  }

  /** A first text may be a wish, and a summary may be about anything. */
  #isLead(asked: NamedQuestion, text: string, { line, topic }: FirstText): boolean {
    return (
      topic === undefined ||
      (isAboutToday(text, line) && (topic === "intro" || !isNoLead(asked, text)))
    );
  }

  #wholeOf(line: NoteLine): string {
    return this.#findParagraph(line)?.whole ?? line.text;
  }

  #upTo(line: NoteLine): string {
    return this.#findParagraph(line)?.upTo ?? line.text;
  }

  #findSaidIn(text: string, topic: Topic | undefined): Topic | undefined {
    return findSaid(this.#questions, text, { topic, isAboutMuch: this.#isAboutMuch });
  }

  #isFactual(asked: NamedQuestion | undefined, line: NoteLine, titles: readonly string[]): boolean {
    if (asked?.holds !== "words") return false;
    const facts = this.#holding("facts")?.id;
    const topics = titles.map((title) => this.#names.ofCell(title));
    const isTable = topics.some((topic) => typeof topic === "object" && topic.question === facts);
    return isTable || belongsToFacts(this.#upTo(line), line);
  }

  /** A sentence among facts may only say what they mean, or a rule. */
  #isSureFact({ id, holds }: NamedQuestion, text: string, line: NoteLine): boolean {
    if (holds !== "facts") return true;
    const said = findSaid(this.#questions, text, { topic: undefined, isAboutMuch: false });
    if (typeof said === "object" && said.question !== id) return false;
    return isFact(this.#upTo(line), line);
  }

  /** Returns true if a paragraph says how things are, and then how often. */
  #turnsToFacts(before: NoteLine, line: NoteLine): boolean {
    return !belongsToFacts(this.#upTo(before), before) && belongsToFacts(this.#upTo(line), line);
  }
}
