import type { LineKind } from "../line.ts";
import { skipMarks } from "../marks.ts";
import {
  type Form,
  findForm,
  isHarm,
  isPitch,
  isRequirement,
  saysMoreThanLead,
  tellsReader,
} from "./form.ts";
import { answersCase, reportsRun, saysOutcome } from "./outcome.ts";
import type { Outline } from "./outline.ts";
import type { Section } from "./section.ts";

/** What a line is: only criteria, problems and evidence are linted. */
export type Role = Extract<LineKind, "criterion" | "problem" | "evidence"> | "other";

/** A role and what makes it one: "user story", "notes or plans". */
export interface Judgment {
  role: Role;
  why: string;
}

/** A line of prose and where it stands. */
interface Place {
  text: string;
  section: Section | undefined;
  /** True for an entry of a list or a cell of a table. */
  isEntry: boolean;
  outline: Outline;
}

/** Decides what a line of prose is, by its wording, its section and the whole text. */
export function assignRole(place: Place): Judgment {
  const words = place.text
    .slice(skipMarks(place.text))
    .replace(/\*\*|__/g, "")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return { role: "other", why: "no words" };
  if (reportsRun(words)) return { role: "other", why: formNames.note };
  const form = findForm(words);
  if (form && !(place.section === "pains" && isProblem(form, words)))
    return { role: "other", why: formNames[form] };
  return place.section === undefined ? judgeLoose(place) : judgeSection(place, place.section);
}

/** A problem may well end in a question, say what someone did, or lead to more after it. */
function isProblem(form: Form, words: string): boolean {
  if (form === "lead-in") return saysMoreThanLead(words);
  return form === "question" || form === "confirmation";
}

function judgeSection({ text, isEntry, outline }: Place, section: Section): Judgment {
  if (isCriterion(text, section, isEntry, outline)) return criterion;
  if ((section === "pains" || section === "background") && isPitch(text))
    return { role: "other", why: "solution" };
  if (saysHarm(text, section, outline)) return { role: "problem", why: "says what hurts" };
  if (section === "proof") return { role: "evidence", why: "evidence" };
  return { role: "other", why: sectionNames[section] };
}

function isCriterion(text: string, section: Section, isEntry: boolean, outline: Outline): boolean {
  if (section === "titled") return isEntry || isRequirement(text) || asksOfSystem(text);
  if (section === "edge-cases") return answersWithRule(text) || (isEntry && answersCase(text));
  if (section === "tests") return isEntry && !outline.isManual && saysOutcome(text);
  return section === "criteria" || (section === "done" && !outline.hasCriteria);
}

/** "The survey should run on phones", but not "you should read this first". */
function asksOfSystem(text: string): boolean {
  return /\bshould\b/i.test(text) && !/\b(?:you|we|i) should\b/i.test(text);
}

/** The page should say so, after "What if the file is empty?" */
function answersWithRule(text: string): boolean {
  if (/^(?:\u2192|[-=]>|[\u2013\u2014-])\s/.test(text)) return true;
  return isRequirement(text) || (!text.endsWith("?") && /\bshould\b/i.test(text));
}

/** "Why another parser?" in a manual praises the parser, so its wording decides. */
function saysHarm(text: string, section: Section, outline: Outline): boolean {
  if (section === "pains" && !outline.isManual) return true;
  if (section !== "pains" && section !== "background") return false;
  return isHarm(text) && !tellsReader(text);
}

/** Below no heading that says what it is, the wording decides. */
function judgeLoose({ text, isEntry, outline }: Place): Judgment {
  const isLoose = outline.isLoose && (isEntry || !outline.hasTitle);
  const isRequired = isRequirement(text) && !outline.isManual;
  return isLoose || isRequired ? criterion : { role: "other", why: UNKNOWN };
}

const UNKNOWN = "in an unknown section";

/** Returns true for a line that only its section keeps from being judged. */
export function isLeftOut(why: string): boolean {
  const { other, done, titled, tests } = sectionNames;
  return [UNKNOWN, other, done, titled, tests].includes(why);
}

const criterion: Judgment = { role: "criterion", why: "can pass or fail" };

const formNames: Readonly<Record<Form, string>> = {
  story: "user story",
  "lead-in": "lead-in",
  link: "link",
  placeholder: "nothing yet",
  note: "note",
  confirmation: "note",
  code: "code",
  question: "question",
};

const sectionNames: Readonly<Record<Section, string>> = {
  criteria: "criteria",
  titled: "introduction",
  done: "definition of done",
  pains: "problem",
  background: "background",
  proof: "evidence",
  story: "user story",
  "edge-cases": "edge cases",
  tests: "test plan",
  other: "notes or plans",
};
