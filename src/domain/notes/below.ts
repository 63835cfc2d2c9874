import { listForms } from "./find-form.ts";
import type { Form } from "./forms/form.ts";
import type { NamedQuestion } from "./named-question.ts";
import type { NoteLine } from "./note-line.ts";
import type { QuestionTopic, Topic } from "./topics.ts";

/** Enough to see what a section is about. */
const MAX_LINES = 20;
/** Longer ones, and lines further down, take too long to read twice. */
const MAX_LENGTH = 600;
const MAX_LINE = 1000;

/** How many lines of a section may answer a question. */
interface Count {
  /** Lines with the form of its answers. */
  agree: number;
  /** Lines whose form is only that of others. */
  differ: number;
  all: number;
}

/** Compares what a heading seems to be about with the lines below it. */
export class Below {
  readonly #lines: readonly NoteLine[];
  readonly #indexes: ReadonlyMap<NoteLine, number>;
  readonly #questions: readonly NamedQuestion[];
  /** The forms of lines that were read. */
  readonly #forms = new Map<NoteLine, readonly Form[]>();

  constructor(lines: readonly NoteLine[], questions: readonly NamedQuestion[]) {
    this.#lines = lines;
    this.#questions = questions;
    this.#indexes = new Map(lines.map((line, index) => [line, index]));
  }

  /** Returns true unless the lines below a heading say too much against what it seems to be. */
  mayAnswer(heading: NoteLine, { question, trust }: QuestionTopic): boolean {
    if (trust === undefined) return true;
    if (heading.number > MAX_LINE) return trust !== "low";
    const { agree, differ, all } = this.#count(heading, question);
    if (trust === "high") return agree > 0 || all === 1 || differ * 2 <= all;
    return agree >= differ && (trust === "middle" || agree > 0);
  }

  /** Returns true if what stands behind a label may answer what the label seems to be about. */
  confirms(line: NoteLine, topic: Topic): boolean {
    if (typeof topic !== "object" || topic.trust === undefined) return true;
    const { question, trust } = topic;
    // What was counted or said is known by more than its form.
    const needsForm = trust === "low" && this.#find(question)?.holds !== "facts";
    return needsForm ? this.#agrees(line, question) : !this.differs(line, question);
  }

  /** Returns true for a line whose form is only that of other questions. */
  differs(line: NoteLine, question: string): boolean {
    const asked = this.#find(question);
    if (line.isBox && asked?.type === "text") return true;
    const forms = this.#formsOf(line);
    return forms.length > 0 && !forms.some((form) => form === asked?.form);
  }

  #agrees(line: NoteLine, question: string): boolean {
    const form = this.#find(question)?.form;
    return this.#formsOf(line).some((found) => found === form);
  }

  #find(question: string): NamedQuestion | undefined {
    return this.#questions.find(({ id }) => id === question);
  }

  #formsOf(line: NoteLine): readonly Form[] {
    const known = this.#forms.get(line);
    if (known) return known;
    const isLong = line.isCode || line.text.length > MAX_LENGTH;
    const forms = isLong ? [] : listForms(line.text);
    this.#forms.set(line, forms);
    return forms;
  }

  #count(heading: NoteLine, question: string): Count {
    const below = this.#listBelow(heading);
    const differ = below.filter((line) => this.differs(line, question)).length;
    const agree = below.filter((line) => this.#agrees(line, question)).length;
    return { agree, differ, all: below.length };
  }

  /** Lists the lines of a heading, a label or an entry above an indented list. */
  #listBelow(heading: NoteLine): NoteLine[] {
    const start = (this.#indexes.get(heading) ?? this.#lines.length) + 1;
    const found: NoteLine[] = [];
    for (const line of this.#lines.slice(start, start + 2 * MAX_LINES)) {
      if (found.length === MAX_LINES || endsBelow(heading, line, found.length > 0)) break;
      if (line.kind !== "blank" && line.kind !== "rule") found.push(line);
    }
    return found;
  }
}

/** Returns true for the first line that isn't below a heading any more. */
function endsBelow(heading: NoteLine, { kind, indent }: NoteLine, hasLines: boolean): boolean {
  if (kind === "heading") return true;
  if (heading.kind === "entry") return kind === "blank" || indent <= heading.indent;
  return kind === "blank" && heading.kind !== "heading" && hasLines;
}
