import type { Step } from "../library/step.ts";
import { cleanLine } from "../text/clean.ts";
import { anyCase } from "./forms/words.ts";
import { normalizeName } from "./normal-name.ts";
import type { NoteLine } from "./note-line.ts";
import { readLines } from "./note-lines.ts";
import type { NoteQuestions } from "./note-questions.ts";

/** A person whom notes name, as a draft of an answer to a question of a step. */
export interface NotedPerson extends NoteQuestions {
  /** The number of the line that names the person. */
  line: number;
}

/**
 * Finds the person whom notes name for each question that asks for one, such as "Engineer: Tomas".
 * Notes that name two people don't say which one is meant.
 */
export function listNotedPeople(text: string, steps: readonly Step[]): NotedPerson[] {
  return steps.flatMap((step) =>
    step.questions.flatMap(({ id, ask, label = ask, person }): NotedPerson[] => {
      const named = person ? listNamedPeople(text, person) : [];
      const [first] = named;
      const isOne = named.every((other) => other.name === first?.name);
      return first && isOne ? [{ step, id, label, lines: [first.name], line: first.line }] : [];
    }),
  );
}

interface Named {
  name: string;
  line: number;
}

/** The words before a colon or a dash, and what stands behind it. */
const LABEL = /^([^:]{1,40})(?::|\s[-\u2013\u2014])\s+(.+)$/;

/** "for Tomas (backend)": only the remark says that it's a person who builds things. */
const FOR_SOMEONE = anyCase`
  ^for ([^()]+ \((?:(?:our|the|senior|staff|lead|software|data|platform|mobile|web) )*(?:engineer|
  engineering|developer|dev|eng|back-?end|front-?end|tech lead|platform|infra|infrastructure)\b
  [^()]*\))\.?$
`;

/** One name of up to four words, and perhaps where the person works or when they have time. */
const PERSON =
  /^@?\p{Lu}[\p{L}'\u2019.-]*(?: (?:(?:van|von|de|der|da|di|el|al|bin) )*\p{Lu}[\p{L}'\u2019.-]*){0,3}(?:\s*\([^()]+\)|,? (?:from|in|on|at|of) [^.?!:;]+)?\.?$/u;

/** Words with a capital letter that name nobody: no one yet, a state, a team or a place. */
const NOBODY = anyCase`
  ^(?:tbd|tbc|tba|n/?a|none|unknown|nobody|someone|anyone|not|no|yes|to be|ask|who|pending|open|
  any|same|see|me|myself|we|us|our|the|an?|required|needed|done|in progress|ready|started|blocked|
  approved|review|estimate|effort|backend|frontend|platform|engineering|staging|production|prod|
  local|localhost|node|python|q[1-4])\b
`;

const LONGEST = 80;

function listNamedPeople(text: string, labels: readonly string[]): Named[] {
  const names = new Set(labels.map(normalizeName));
  return readLines(text).flatMap((line) => {
    const name = readPersonsName(line, names);
    return name === undefined ? [] : [{ name, line: line.number }];
  });
}

function readPersonsName({ text, isCode, kind }: NoteLine, names: ReadonlySet<string>) {
  if (isCode || kind === "row") return undefined;
  const words = cleanLine(text);
  const [, label = "", behind = ""] = LABEL.exec(words) ?? [];
  const isLabeled = names.has(normalizeName(label));
  const name = (isLabeled ? behind : (FOR_SOMEONE.exec(words)?.[1] ?? "")).replace(/\.$/, "");
  return isPersonsName(name) ? name : undefined;
}

function isPersonsName(name: string): boolean {
  return name.length <= LONGEST && PERSON.test(name) && !NOBODY.test(name);
}
