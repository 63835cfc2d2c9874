import { normalizeName } from "./normal-name.ts";
import { introNames, otherNames, summaryNames, titleNames } from "./other-names.ts";

/**
 * What a heading or a label stands for: a question, the title, a first text that may be about how
 * things are, a summary of anything, or something nobody asks for. "doubt": it says one thing and
 * the lines below another, so that a person must say which.
 */
export type Topic = QuestionTopic | "title" | "intro" | "summary" | "other" | "doubt";

/** How far what a heading seems to be about is trusted. */
export type Trust = "high" | "middle" | "low";

/** A question that lines may answer. */
export interface QuestionTopic {
  question: string;
  /**
   * How far a heading that isn't a whole name is trusted: "high" unless most lines below say
   * otherwise, "middle" unless any of them do, "low" only if they say so too.
   */
  trust?: Trust;
}

/** Returns true where no heading says what the lines below it are about. */
export function isUndecided(topic: Topic | undefined): topic is "intro" | "summary" | undefined {
  return topic === undefined || topic === "intro" || topic === "summary";
}

/** A name that starts with this sign must be the whole heading: "=before". */
const WHOLE = "=";
const ARTICLE = /^(?:the|our|my|an?|some|any) (?=\S)/;
const PLURAL = /(?<=\p{L}{2}[^siu])s(?=\s|$)/gu;

/** The names of headings and labels, with what they stand for. */
export class Topics {
  readonly #all = new Map<string, Topic>();
  readonly #folded = new Map<string, Topic>();
  readonly #parts = new Map<string, Topic>();

  constructor(questions: readonly { id: string; names: readonly string[] }[]) {
    for (const name of otherNames) this.#add(name, "other");
    for (const name of titleNames) this.#add(name, "title");
    for (const name of introNames) this.#add(name, "intro");
    for (const name of summaryNames) this.#add(`${WHOLE}${name}`, "summary");
    for (const { id, names } of questions) {
      for (const name of names) if (!name.includes("*")) this.#add(name, { question: id });
    }
  }

  /** Replaces what a name stands for. */
  set(name: string, topic: Topic): void {
    for (const topics of [this.#all, this.#folded, this.#parts]) topics.set(foldWords(name), topic);
    this.#all.set(name, topic);
  }

  /** Finds what a normalized heading stands for as a whole, in the singular or the plural. */
  ofWhole(name: string): Topic | undefined {
    return this.#all.get(name) ?? this.#folded.get(foldWords(name));
  }

  /** Finds what some words of a normalized heading stand for. */
  ofPart(words: string): Topic | undefined {
    return this.#parts.get(words) ?? this.#parts.get(foldWords(words));
  }

  #add(written: string, topic: Topic): void {
    const name = normalizeName(written);
    this.#all.set(name, topic);
    if (!this.#folded.has(foldWords(name))) this.#folded.set(foldWords(name), topic);
    if (written.startsWith(WHOLE)) return;
    this.#parts.set(name, topic);
    const folded = foldWords(name);
    if (folded.includes(" ") && !this.#parts.has(folded)) this.#parts.set(folded, topic);
  }
}

/** Writes a name without its article, and in the singular. */
function foldWords(name: string): string {
  return name.replace(ARTICLE, "").replace(PLURAL, "");
}
