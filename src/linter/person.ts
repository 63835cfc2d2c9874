import { isA, isFormOf, isPerson, isPlural, isVerb } from "./grammar.ts";
import { belongings, hasBase, irregularPasts, organisations, verbs } from "./lexicon.ts";
import type { Line } from "./line.ts";
import { type Token, textAt } from "./token.ts";

const selves = /^(my|her|his|they|i'm|i've|i'd|we've|we're|we'd|she's|he's)$/;

/**
 * True when a person or a group is in the line: a role, a pronoun, or a name that does something.
 */
export function hasPerson(line: Line): boolean {
  const { tokens } = line;
  return tokens.some((_, index) => !isOfSource(tokens, index) && isSomebody(line, index));
}

function isSomebody(line: Line, index: number): boolean {
  const { tokens } = line;
  const { kind, text = "" } = tokens[index] ?? {};
  if (kind === "quote") return /\b(?:i|we|my|our|us|me)\b/.test(text);
  if (selves.test(text) || isPersonal(tokens, index)) return true;
  if (isPerson(tokens, index) && !isAdjunct(tokens, index)) return true;
  return isHost(tokens, index) || isActing(tokens, index) || isDepartment(line, index);
}

function isPersonal(tokens: readonly Token[], index: number): boolean {
  return (
    isA("pronoun", tokens[index]) && (textAt(tokens, index) !== "who" || isRelative(tokens, index))
  );
}

/** "Marguerite, who runs payroll", "temps who pick": whatever stands before "who" is a person. */
function isRelative(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - (textAt(tokens, index - 1) === "," ? 2 : 1)];
  return before?.kind === "name" || (before?.kind === "word" && !isFormOf(verbs, before));
}

/**
 * In "per the porter's sheet" and "(ops report p. 4)" stands who wrote it down, not who feels it.
 */
function isOfSource(tokens: readonly Token[], index: number): boolean {
  const open = tokens.findLastIndex(({ text }, at) => at < index && /^[()]$/.test(text));
  if (textAt(tokens, open) === "(")
    return !tokens.slice(open, index).some(({ kind }) => kind === "number");
  const per = tokens.findLastIndex(
    ({ text }, at) => at < index && at > index - 5 && /^(per|[,;.])$/.test(text),
  );
  return textAt(tokens, per) === "per" && !isA("subordinator", tokens[index]);
}

/**
 * "the clinic rings", "schools": an organisation is a place, until it does something or is many.
 */
function isHost(tokens: readonly Token[], index: number): boolean {
  if (!isFormOf(organisations, tokens[index])) return false;
  const before = tokens[index - (isA("determiner", tokens[index - 1]) ? 2 : 1)];
  return isPlural(tokens, index) || (isVerb(tokens, index + 1) && !isA("preposition", before));
}

/** "customer emails", "the roaster API": the person only describes a thing. */
function isAdjunct(tokens: readonly Token[], index: number): boolean {
  const next = textAt(tokens, index + 1);
  if (isPlural(tokens, index)) return false;
  if (textAt(tokens, index + 2) === ":" && isPlural(tokens, index + 1)) return true;
  return hasBase(belongings, next) && !isFormOf(verbs, tokens[index + 1]);
}

/** What people do by hand and things do not. */
const handwork =
  /^(joins|copies|copys|retypes|types|picks|prints|packs|carries|apologises|complains|re-enters|enters|checks|waits|spends|asks|calls|phones|pastes|searches|reads|writes|answers|scrolls|hunts|guesses|forgets|walks|drives|rekeys|compares|reconciles|counts|builds|draws|fixes|leaves|misses)$/;

const did =
  /..[^e]ed$|^(used|said|says|saw|told|spent|spends|lost|sat|kept|had|wrote|took|went|drove|got|found|asks)$/;

/** "Becca worked": a name, and right after it what the person did. */
function isActing(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || /\d/.test(token.text)) return false;
  const next = textAt(tokens, index + 1);
  if (/^(ms|mr|mrs|dr|mx|sir|father|sister|prof|professor)$/.test(token.text))
    return tokens[index + 1]?.kind === "name";
  if (mental.test(token.text)) return true;
  if (token.kind === "name")
    return hasDone(tokens, index) || handwork.test(next) || isActingFrom(tokens, index);
  return (
    (index === 0 && (handwork.test(next) || isActingFrom(tokens, index))) ||
    isCrowdAtWork(tokens, index)
  );
}

/** "Mara redid", "it took Ana 3 hours"; with "the" before it a name is a place or a thing. */
function hasDone(tokens: readonly Token[], index: number): boolean {
  const next = textAt(tokens, index + 1);
  if (
    /^(took|takes|cost|costs)$/.test(textAt(tokens, index - 1)) &&
    /^\d|^(an?|two|three|half)$/.test(next)
  )
    return true;
  return did.test(next) || (irregularPasts.has(next) && !isA("determiner", tokens[index - 1]));
}

/** "Anna from finance waits": a name, where it belongs, and what people do. */
function isActingFrom(tokens: readonly Token[], index: number): boolean {
  if (!/^(from|in|at|of)$/.test(textAt(tokens, index + 1))) return false;
  return tokens.slice(index + 3, index + 6).some(({ text }) => handwork.test(text));
}

/** What only somebody with a mind does. */
const mental =
  /^(know|knew|forgot|forgets|thought|wondered|noticed|resigned|apologised|remembered|regret|feared)$/;

/** "Warehouse temps at Daventry pick": a plural, perhaps a place, and what only people do. */
function isCrowdAtWork(tokens: readonly Token[], index: number): boolean {
  if (!isPlural(tokens, index) || tokens.slice(0, index).some(({ text }) => /^[,;.:]$/.test(text)))
    return false;
  const place = /^(at|in|on|from)$/.test(textAt(tokens, index + 1));
  return tokens
    .slice(index + 1, index + (place ? 5 : 2))
    .some(({ kind, text }) => kind === "word" && handwork.test(`${text}s`));
}

const departments = new Set(
  "it finance ops legal hr sales marketing support cs qa security procurement dispatch admissions accounting payroll engineering compliance billing".split(
    " ",
  ),
);

/** "IT takes two weeks", "and legal waits": a department that does something. */
function isDepartment({ text, tokens }: Line, index: number): boolean {
  const token = tokens[index];
  if (
    !token ||
    !departments.has(token.text) ||
    token.joined ||
    text.slice(token.start, token.end) === "It"
  )
    return false;
  const before = tokens[index - 1]?.text ?? ".";
  if (/^(with|by|between|our|and)$/.test(before)) return true;
  return /^[.;,:]$/.test(before) && canAct(tokens[index + 1]);
}

function canAct(token: Token | undefined): boolean {
  return (
    token?.kind === "word" &&
    (isA("modal", token) || isA("auxiliary", token) || hasBase(verbs, token.text))
  );
}
