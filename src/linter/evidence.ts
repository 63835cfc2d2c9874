import { isA, isFormOf, isPerson, isPlural } from "./grammar.ts";
import { belongings, hasBase, sources, verbs } from "./lexicon.ts";
import type { Line } from "./line.ts";
import { isCounted, isDated } from "./number.ts";
import { type Token, textAt } from "./token.ts";

/** True when the line holds a number, a date, a source or a quote: something one could go and look at. */
export function hasEvidence({ tokens }: Line): boolean {
  return isCounted(tokens) || isDated(tokens) || isQuoted(tokens) || isSourced(tokens);
}

/** True when a link or a quotation of three words or more stands in the line. */
function isQuoted(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind, text }) =>
      (kind === "quote" && text.split(/\s+/).length >= 3) || (kind === "code" && /^https?:|^www\./.test(text)),
  );
}

/** "per the audit", "according to Noor", "the May survey shows", "(vestry log)". */
function isSourced(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    if (token.kind !== "word") return false;
    const next = tokens[index + 1];
    if (token.text === "according") return next?.text === "to";
    if (token.text === "per") return next?.kind === "name" || sources.has(textAt(tokens, index + 2));
    return sources.has(token.text) && (isReporting(next) || isInBrackets(tokens, index));
  });
}

function isReporting(token: Token | undefined): boolean {
  return /^(shows?|showed|says?|said|lists?|records?|found|confirms?|reveals?)$/.test(token?.text ?? "");
}

function isInBrackets(tokens: readonly Token[], index: number): boolean {
  return (
    tokens.slice(index + 1).some(({ text }) => text === ")") && tokens.slice(0, index).some(({ text }) => text === "(")
  );
}

const selves = /^(my|her|his|they|i'm|i've|i'd|we've|we're|we'd|she's|he's)$/;

/** True when a person or a group is in the line: a role, a pronoun, or a name that does something. */
export function hasPerson(line: Line): boolean {
  const { tokens } = line;
  return tokens.some((token, index) => {
    if (selves.test(token.text) || (isA("pronoun", token) && token.text !== "who")) return true;
    if (isPerson(tokens, index) && !isAdjunct(tokens, index)) return true;
    return isActingName(tokens, index) || isDepartment(line, index);
  });
}

/** "customer emails", "the roaster API": the person only describes a thing. */
function isAdjunct(tokens: readonly Token[], index: number): boolean {
  const next = textAt(tokens, index + 1);
  return !isPlural(tokens, index) && hasBase(belongings, next) && !isFormOf(verbs, tokens[index + 1]);
}

/** What people do by hand and things do not. */
const handwork =
  /^(joins|copies|retypes|types|waits|spends|asks|calls|phones|pastes|searches|reads|writes|answers|scrolls|hunts|guesses|forgets|walks|drives|rekeys|compares|reconciles|counts|builds|draws|fixes|leaves|misses)$/;

const did = /ed$|^(said|says|saw|told|spent|spends|lost|sat|kept|had|wrote|took|went|drove|got|found|asks)$/;

/** "Becca worked": a name, and right after it what the person did. */
function isActingName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || /\d/.test(token.text)) return false;
  const next = textAt(tokens, index + 1);
  return token.kind === "name" ? did.test(next) || handwork.test(next) : index === 0 && handwork.test(next);
}

const departments = new Set(
  "it finance ops legal hr sales marketing support cs qa security procurement dispatch admissions accounting payroll engineering compliance billing".split(
    " ",
  ),
);

/** "IT takes two weeks", "and legal waits": a department that does something. */
function isDepartment({ text, tokens }: Line, index: number): boolean {
  const token = tokens[index];
  if (!token || !departments.has(token.text) || token.joined || text.slice(token.start, token.end) === "It")
    return false;
  const before = tokens[index - 1]?.text ?? ".";
  if (/^(with|by|between|our|and)$/.test(before)) return true;
  return /^[.;,:]$/.test(before) && isActing(tokens[index + 1]);
}

function isActing(token: Token | undefined): boolean {
  return token?.kind === "word" && (isA("modal", token) || isA("auxiliary", token) || hasBase(verbs, token.text));
}
