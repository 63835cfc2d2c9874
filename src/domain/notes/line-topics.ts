import type { Below } from "./below.ts";
import { isNoLead, type Lead } from "./lead.ts";
import { startsAnew } from "./line-pairs.ts";
import type { NamedQuestion } from "./named-question.ts";
import type { Names } from "./names.ts";
import type { NoteLine } from "./note-line.ts";
import type { Places } from "./places.ts";
import type { Sections } from "./sections.ts";
import { isUndecided, type Topic } from "./topics.ts";

/** What decides what lines are about. */
interface Known {
  below: Below;
  names: Names;
  places: Places;
  sections: Sections;
  questions: readonly NamedQuestion[];
  lead: Lead | undefined;
  /** True for notes whose lines are thoughts of their own. */
  isTyped: boolean;
}

/** Finds what the lines of notes are about, one after the other. */
export class LineTopics {
  readonly #known: Known;
  /** What a paragraph is about that began with how things are today. */
  #today: Topic | undefined;
  /** What the form of the last line said, which is about that line only. */
  #formed: Topic | undefined;

  constructor(known: Known) {
    this.#known = known;
  }

  endParagraph(): void {
    this.#today = undefined;
  }

  /** Finds what a line is about: what its own words or its form say, else its section. */
  find(line: NoteLine): Topic | undefined {
    const { names, places, sections } = this.#known;
    const { topic } = sections;
    if (line.isCode) return topic;
    const said = places.findSaid(line, topic);
    if (topic === "other" || topic === "doubt") return said ?? topic;
    this.#formed = places.findForm(line, topic, sections.isUnknown);
    const own = said ?? names.ofLine(line.text);
    if (own) return this.#choose(own) ?? topic;
    if (startsAnew(line)) this.#today = undefined;
    return this.#formed ?? this.#findToday(line, topic) ?? this.#settle(line, topic);
  }

  /** Below a heading that isn't a whole name, a line whose form says otherwise is in doubt. */
  #settle(line: NoteLine, topic: Topic | undefined): Topic | undefined {
    if (typeof topic !== "object" || !topic.trust || topic.trust === "high") return topic;
    return this.#known.below.differs(line, topic.question) ? "doubt" : topic;
  }

  /** Between words and another form, only a number that moves isn't in doubt. */
  #choose(own: Topic): Topic | undefined {
    const form = this.#formed;
    if (typeof own !== "object" || typeof form !== "object") return own;
    if (own.question === form.question) return form;
    const asked = this.#known.questions.find(({ id }) => id === form.question);
    return asked?.proof === "change" ? form : undefined;
  }

  /** Returns true for what the form of the last line said. */
  isFormed(topic: Topic | undefined): boolean {
    return topic !== undefined && topic === this.#formed;
  }

  /** Finds the question whose whole name stands above a line or, as a label, before it. */
  findNamed(topic: Topic | undefined, label: Topic | undefined): string | undefined {
    if (typeof topic !== "object" || topic.trust) return undefined;
    const isNamed = topic === label || topic === this.#known.sections.topic;
    return isNamed ? topic.question : undefined;
  }

  /** What follows a list of answers without being an entry of it may be about anything. */
  followsList({ kind }: NoteLine, named: string | undefined): boolean {
    const { sections, questions } = this.#known;
    if (kind !== "text" || !sections.hasList) return false;
    return questions.some(({ id, type }) => id === named && type === "list");
  }

  /** What follows in a paragraph that begins with how things are today is about that too. */
  note(topic: Topic | undefined, question: string | undefined): void {
    if (this.isFormed(topic)) return;
    const asked = this.#known.questions.find(({ id }) => id === question);
    if (asked?.holds === "words") this.#today = topic;
  }

  /** Where each line is a thought, only its own words say that something is wrong. */
  #findTyped(line: NoteLine, topic: Topic | undefined): Topic | undefined {
    const { lead, questions } = this.#known;
    if (topic !== undefined || !lead?.lines.has(line)) return undefined;
    const asked = questions.find(({ id }) => id === lead.question);
    return asked && !isNoLead(asked, line.text) ? lead : undefined;
  }

  /** Without a heading, what a text says is wrong, and what follows in its paragraph, is known. */
  #findToday(line: NoteLine, topic: Topic | undefined): Topic | undefined {
    const { lead, isTyped } = this.#known;
    if (isTyped) return this.#findTyped(line, topic);
    if (topic === undefined && lead?.lines.has(line)) return lead;
    return isUndecided(topic) ? this.#today : undefined;
  }
}
