import { wordSet } from "../domain/text/word-set.ts";
import { isA, isFormOf, isHelpingVerb, isPlural } from "./grammar.ts";
import { dateWords, irregularPasts, verbs } from "./lexicon.ts";
import type { Line } from "./line.ts";
import { type Token, textAt } from "./token.ts";

/** Verbs for what only people do. */
const manualActions = wordSet(`
  joins copies copys retypes types picks prints packs carries apologises complains re-enters
  enters checks waits spends asks calls phones pastes searches reads writes answers scrolls hunts
  guesses forgets walks drives rekeys compares reconciles counts builds draws fixes leaves misses
  chases reviews edits prepares proofreads transcribes redoes juggles apologizes
`);

const irregularActions = wordSet(`
  used said says saw told spent spends lost sat kept had wrote took went drove got found asks
`);

/** "Becca worked", "Priya (support lead) checks": a name followed by what the person did or does. */
export function isNamedActor(line: Line, index: number): boolean {
  const { tokens } = line;
  const token = tokens[index];
  if (!token || /\d/.test(token.text)) return false;
  if (/^(ms|mr|mrs|dr|mx|sir|father|sister|prof|professor)$/.test(token.text))
    return tokens[index + 1]?.kind === "name";
  if (mentalVerbs.has(token.text)) return true;
  const isName = token.kind === "name" && !isMonthOfDate(tokens, index);
  if (isName && hasPastAction(tokens, index)) return true;
  return (isName || startsWithName(line, index)) && actsByHand(tokens, index);
}

/** The first word, or one with a capital letter after a period: maybe a name. */
function startsWithName({ text, tokens }: Line, index: number): boolean {
  const isCapital = /\p{Lu}/u.test(text[tokens[index]?.start ?? 0] ?? "");
  return index === 0 || (textAt(tokens, index - 1) === "." && isCapital);
}

/** After a name, maybe with a role or a place: what only people do, or anything "by hand". */
function actsByHand(tokens: readonly Token[], index: number): boolean {
  const end = tokens.findIndex(({ text }, at) => at > index && text === ".");
  const isByHand = tokens
    .slice(index, end < 0 ? tokens.length : end)
    .some(
      ({ text }, at, all) =>
        text === "manually" || (text === "by" && textAt(all, at + 1) === "hand"),
    );
  const from = skipAside(tokens, index + 1);
  return [from, ...placeEnds(tokens, from)].some((at) => {
    const isPair = textAt(tokens, from) === "and" && at > from;
    const verb = `${textAt(tokens, at)}${isPair ? "s" : ""}`;
    return (
      manualActions.has(verb) || isSearch(tokens, at) || (isByHand && isAction(tokens[at], isPair))
    );
  });
}

/** "looks through 340 articles", "goes through the list". */
function isSearch(tokens: readonly Token[], at: number): boolean {
  return /^(?:(?:looks?|goes|go) through|looks? (?:up|for))$/.test(
    `${textAt(tokens, at)} ${textAt(tokens, at + 1)}`,
  );
}

function isAction(token: Token | undefined, isPair: boolean): boolean {
  if (!isFormOf(verbs, token) || isHelpingVerb(token)) return false;
  return isPair || /[^s]s$/.test(token?.text ?? "");
}

/** "(support lead)", ", our support lead,": returns where the words after it start. */
function skipAside(tokens: readonly Token[], from: number): number {
  const mark = textAt(tokens, from);
  if (mark !== "(" && mark !== ",") return from;
  const end = tokens.findIndex(({ text }, at) => at > from && text === (mark === "(" ? ")" : ","));
  return end > from && end - from <= MAX_ASIDE ? end + 1 : from;
}

const MAX_ASIDE = 6;

/** "Anna from finance waits", "Ana and Luis retype": where the verb can be after a place or a name. */
function placeEnds(tokens: readonly Token[], from: number): number[] {
  const joint = textAt(tokens, from);
  if (joint === "and") return tokens[from + 1]?.kind === "name" ? [from + 2] : [];
  return /^(from|in|at|of)$/.test(joint) ? [from + 2, from + 3, from + 4] : [];
}

/** "on 19 May replica lag rose": the month, not a person called May. */
function isMonthOfDate(tokens: readonly Token[], index: number): boolean {
  return dateWords.has(textAt(tokens, index)) && tokens[index - 1]?.kind === "number";
}

/** What a person does by hand, and a program in seconds. */
const handwork = wordSet(
  "count copy retype type re-enter rekey compare reconcile sort tag collect",
);

/** "Priya takes 55 minutes to count the tags": what a person does, and no program. */
export function takesTimeTo(tokens: readonly Token[], index: number): boolean {
  const takes = /^(takes|needs)$/.test(textAt(tokens, index + 1));
  if (!takes || tokens[index]?.kind !== "name" || tokens[index + 2]?.kind !== "number")
    return false;
  return tokens.some(
    (_, at) => textAt(tokens, at - 1) === "to" && handwork.has(textAt(tokens, at)),
  );
}

/** "Mara redid", "it took Ana 3 hours". After "the", a name is a place or a thing. */
function hasPastAction(tokens: readonly Token[], index: number): boolean {
  const next = textAt(tokens, index + 1);
  if (
    /^(took|takes|cost|costs)$/.test(textAt(tokens, index - 1)) &&
    (/^\d|^(an?|two|three|half)$/.test(next) ||
      (next === "and" && tokens[index + 2]?.kind === "name"))
  )
    return true;
  return (
    /..[^e]ed$/.test(next) ||
    irregularActions.has(next) ||
    (irregularPasts.has(next) && !isA("determiner", tokens[index - 1]))
  );
}

/** Verbs that need a mind. */
const mentalVerbs = wordSet(`
  know knew forgot forgets thought wondered noticed resigned apologised remembered regret feared
`);

/** "Warehouse temps at Daventry pick": a plural, maybe a place, and what only people do. */
export function isWorkingGroup(tokens: readonly Token[], index: number): boolean {
  if (!isPlural(tokens, index) || tokens.slice(0, index).some(({ text }) => /^[,;.:]$/.test(text)))
    return false;
  const place = /^(at|in|on|from)$/.test(textAt(tokens, index + 1));
  return tokens
    .slice(index + 1, index + (place ? 5 : 2))
    .some(({ kind, text }) => kind === "word" && manualActions.has(`${text}s`));
}
