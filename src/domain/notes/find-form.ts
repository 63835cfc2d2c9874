import { isOddCase } from "./forms/case.ts";
import { isMovingNumber } from "./forms/change.ts";
import { isVisibleResult } from "./forms/check.ts";
import { isPartLeftOut } from "./forms/cut.ts";
import { isErrand } from "./forms/errand.ts";
import { isSighting } from "./forms/fact.ts";
import type { Form } from "./forms/form.ts";
import { isTrouble } from "./forms/pain.ts";
import { isLimit } from "./forms/rule.ts";
import { isPath } from "./forms/steps.ts";
import { isStopRule } from "./forms/stop.ts";
import type { NamedQuestion } from "./named-question.ts";

const forms: Record<Form, (text: string) => boolean> = {
  pain: isTrouble,
  fact: isSighting,
  change: isMovingNumber,
  stop: isStopRule,
  cut: isPartLeftOut,
  rule: isLimit,
  check: isVisibleResult,
  case: isOddCase,
  steps: isPath,
};
const names = Object.keys(forms) as Form[];

/** Where two forms fit, the first one says more: a rule to stop is a case as well. */
const stronger: readonly (readonly [Form, readonly Form[]])[] = [
  ["stop", ["case", "pain", "check", "cut", "rule"]],
  ["change", ["check", "pain", "rule", "fact"]],
  ["fact", ["case", "pain"]],
  ["case", ["rule", "check", "steps"]],
  ["rule", ["check"]],
  ["check", ["steps"]],
];

/** The rest of a text may go on about these after its first sentence. */
const LEADS: ReadonlySet<Form> = new Set(["pain", "fact", "change"]);
/** What may be said below any heading. The others may be part of what the heading is about. */
const SURE: ReadonlySet<Form> = new Set(["fact", "change", "stop", "case", "rule", "check"]);
const PLAN = /\b(?:if|with this|will|should|must|would|then (?:i|we))\b|'ll\b/i;
const SENTENCE_END = /(?<=[.!?]["'\u201d)]*)\s+(?=[\p{Lu}\d"\u201c])/u;
/** In notes typed on a phone, apostrophes are left out. */
const BARE =
  /\b(?:(?:ca|wo|do|does|did|is|are|was|were|has|have|had|should|could|would)nt|(?:that|there|she|he)s)\b/gi;
const MAX_LENGTH = 600;
const MAX_SENTENCES = 3;
/** How much of a text must have the form. */
const MIN_SHARE = 0.5;

/** Finds the form of a text, if all of its sentences that have one have the same. */
export function findSentenceForm(text: string): Form | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const sentences = text.split(SENTENCE_END).filter((sentence) => sentence.trim() !== "");
  const read = sentences.map((sentence) => ({ sentence, found: listForms(sentence) }));
  if (
    read.length > 1 &&
    read.every(({ found }) => isSeenTrouble(found)) &&
    read.some(({ found }) => found[0] === "fact")
  )
    return "fact";
  const [form, other] = new Set(read.flatMap(({ found }) => found));
  if (!form || other) return undefined;
  const rest = read.filter(({ found }) => found.length === 0).map(({ sentence }) => sentence);
  const isMost = rest.join(" ").length <= text.length * MIN_SHARE;
  const isLead = LEADS.has(form) && read[0]?.found.length === 1 && read.length <= MAX_SENTENCES;
  return isMost || (isLead && !rest.some((sentence) => PLAN.test(sentence))) ? form : undefined;
}

/** A line on what is hard, which goes on with what was measured or counted, is a fact. */
function isSeenTrouble([form, other]: readonly Form[]): boolean {
  return (form === "pain" || form === "fact") && other === undefined;
}

/** Finds the question that a text of a form answers. */
export function findByForm(
  questions: readonly NamedQuestion[],
  form: Form | undefined,
  { isBelowHeading }: { isBelowHeading: boolean },
): { question: string } | undefined {
  if (!form || (isBelowHeading && !SURE.has(form))) return undefined;
  const question = questions.find((asked) => asked.form === form);
  return question && { question: question.id };
}

/** Lists the forms of a sentence without the ones that another makes unlikely. */
export function listForms(sentence: string): Form[] {
  const plain = sentence.replace(/[\u2018\u2019]/g, "'").replace(BARE, addApostrophe);
  const hasErrand = isErrand(plain);
  const found = names.filter((name) => !(hasErrand && name !== "fact") && forms[name](plain));
  const weaker = new Set(
    stronger.flatMap(([form, others]) => (found.includes(form) ? others : [])),
  );
  return found.filter((form) => !weaker.has(form));
}

function addApostrophe(word: string): string {
  return `${word.slice(0, -1)}'${word.slice(-1)}`;
}
