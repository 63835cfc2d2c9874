import type { Question } from "../library/step.ts";
import { listForms } from "./find-form.ts";
import { isErrand } from "./forms/errand.ts";
import type { Form } from "./forms/form.ts";
import { anyCase, COUNT, MONTH, part, SPAN, WEEKDAY } from "./forms/words.ts";
import { formOf } from "./named-question.ts";
import { isAboutPeople } from "./personal.ts";

const PLANNED = part`
  (?:should|shall|will|would|must|may|wish|want|wants|could|needs?|start in|due|if)
`;
const AGAIN = "(?:every|each|again|always)";
const PRODUCT = part`
  (?:scripts?|tools?|pages?|commands?|apps?|forms?|sheets?|bots?|lists?|buttons?|screens?|views?|
  links?|things?|files?)
`;

/** What a line may hold that has a form, where that isn't enough to place it. */
const hints: Record<Form, RegExp> = {
  pain: anyCase`
    ^(?!.*\b${PLANNED}\b).*\b(?:by (?:hand|eye|phone)|${AGAIN}|half of|missing|wrong|too (?:late|
    long|slow|many|few)|lost|los(?:e|es|ing)|forg[eo]t\w*|hard to|slow|annoy\w*|nobody|no one|
    keeps?|
    takes? (?:me|us|them|about)|waits?|cop(?:y|ies)|retypes?)\b
  `,
  fact: anyCase`
    ^(?!.*\b${PLANNED}\b).*(?:["\u201c%]|\b(?:\d{1,2}\.? ${MONTH}|${MONTH} \d|${WEEKDAY}|yesterday|
    last (?:week|month|year|time|summer|winter|spring|autumn|fall)|since|said|told|wrote|counted|
    found by|complained|${COUNT} (?:out )?of|(?:about|~) ?${COUNT} ?${SPAN})\b)
  `,
  change: anyCase`
    \b(?:half|fewer|less|more|twice) (?:the|than|as|of the)\b.*\d|
    \d.*(?:->|\u2192|\b(?:to|down|instead of|under|below)\b).*\d
  `,
  stop: anyCase`
    \b(?:at most|max(?:imum)?|no (?:more|longer) than|budget|stop|give up|quit|deadline|
    time ?box)\b.*(?:\d|\b(?:${SPAN}|${WEEKDAY}|${MONTH})\b)|
    \b${SPAN}\b.*\b(?:at most|max(?:imum)?)\b
  `,
  cut: anyCase`
    ^(?:no|not|skip|without|maybe|later|someday|perhaps)\b|\b(?:later|nice to have|out of scope|
    first version|v2|next time|some day)\b
  `,
  rule: anyCase`
    \b(?:must|never|only|always|allowed|private|secret|don'?t|do not|stays?|offline|we have|
    off the|delete[ds]?|(?:is|are) in|data|[\w-]+\.(?:csv|tsv|xlsx?|json|txt|pdf|sql|db|md))\b
  `,
  check: anyCase`
    \b(?:should|works? (?:when|if)|match(?:es)?|correct|within|(?:less|more|fewer|longer) than|
    (?:in )?under \d|good if|done when|needs? to|must|nothing is|is still|are still)\b|^on \d
  `,
  case: anyCase`
    ^(?!.*\b(?:${AGAIN}|took|takes|last (?:week|month|year|time)|since)\b).*\b(?:if|when|empty|
    missing|twice|duplicates?|
    wrong|blank|odd|special|what about|typos?|too (?:late|long|many)|without an?|upside down|
    unknown|mak(?:es?|ing) it (?:hard|longer)|get longer)\b
  `,
  steps: anyCase`
    ^(?:wish|want|idea)\b|\b(?:we|i) (?:want|wish)\b|\bwould be (?:cool|nice|great|good)\b|
    ->|\u2192|
    \b(?:an?|one|the) (?:[\w-]+ ){0,2}${PRODUCT}\b,? (?:that|which|to|where|with|for|i get|we get)\b
  `,
};

/** What is put off, also with a question mark: "maybe later: a map?" */
const LATER = /^(?:maybe |perhaps )?(?:later|some ?day|next time)(?: maybe| perhaps)?:/i;
const DECISION =
  /^(?:decide|decision|goal|target|aim|bet)(?: (?:is|to))?\b(?! (?:release|date|launch))/i;

/**
 * Returns true for a line of notes that may answer a question, though this isn't sure: it is worth
 * offering there, and nowhere else.
 */
export function mayAnswer(question: Question, text: string): boolean {
  const form = question.names && formOf(question);
  if (!form || isErrand(text)) return false;
  const named = nameForm(text);
  if (named) return form === named;
  return (form === "rule" && isAboutPeople(text)) || mayHaveForm(form, text);
}

/** Returns the form that the first words of a line name. */
function nameForm(text: string): Form | undefined {
  if (LATER.test(text)) return "cut";
  return DECISION.test(text) ? "change" : undefined;
}

function mayHaveForm(form: Form, text: string): boolean {
  const sure = listForms(text);
  if (sure.length > 0)
    return sure.includes(form) || (isSeen(form) && isSeen(sure[0]) && hints[form].test(text));
  return hints.steps.test(text) ? form === "steps" : hints[form].test(text);
}

/** What is measured each time is a trouble, and what shows it. */
function isSeen(form: Form | undefined): boolean {
  return form === "pain" || form === "fact";
}

/** Longer lines are hard to pick, and shorter ones say little. */
const MAX_LENGTH = 160;
const MIN_WORDS = 3;

/** Returns true for a line that can be picked as an answer: no link, heading or question. */
export function isPickable(text: string): boolean {
  if (text.length > MAX_LENGTH || text.split(" ").length < MIN_WORDS) return false;
  if (/:$|https?:|@/.test(text)) return false;
  return !text.endsWith("?") || LATER.test(text);
}
