import { wordSet } from "../domain/text/word-set.ts";
import { isTriedReport } from "./bug-report.ts";
import { isOwnReport } from "./first-person.ts";
import { isPerson, isPlural } from "./grammar.ts";
import { irregularPasts, sources } from "./lexicon.ts";
import type { Line } from "./line.ts";
import { isCounted, isDated } from "./number.ts";
import { isReproducible } from "./reproducible.ts";
import { type Token, textAt } from "./token.ts";

/** Returns true if the line has a number, a date, a source or a quote that someone can check. */
export function hasEvidence(line: Line): boolean {
  const { tokens, text } = line;
  return (
    namesTicket(text) ||
    signs.some((holds) => holds(tokens)) ||
    isTriedReport(line) ||
    isOwnReport(line)
  );
}

const signs: readonly ((tokens: readonly Token[]) => boolean)[] = [
  isCounted,
  isDated,
  isQuoted,
  isSourced,
  isOwnRecord,
  isSourceInAside,
  isAttributed,
  isWitnessed,
  isReproducible,
];

/** "Ticket 4412", "kit/tide#29838", "TKT20411": a report that someone can open. */
function namesTicket(text: string): boolean {
  if (/\b(?!ISO|RFC|EN|IEC|DIN|UTF)[A-Z]{2,6}-?\d{4,}\b/.test(text)) return true;
  return /\b(?:issue|bug|ticket|complaint|case|incident)s? #?\d{2,}\b|(?:^|[\s(\w])#\d{3,}\b/i.test(
    text,
  );
}

/** Returns true if the line has a link, or a quotation of at least three words. */
function isQuoted(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind, text }, at) =>
      (kind === "quote" && (text.split(/\s+/).length >= 3 || isQuotedMessage(tokens, at))) ||
      (kind === "code" && (/^https?:|^www\./.test(text) || isErrorText(text))),
  );
}

/** `504: GATEWAY_TIMEOUT`: an error, copied from the screen. */
function isErrorText(text: string): boolean {
  return /^`?\d{3}:|(?:error|exception)\b.*:/i.test(text);
}

/** "see "Payment failed"", "fails with "no separator"": copied from the screen. */
function isQuotedMessage(tokens: readonly Token[], at: number): boolean {
  return /^(sees?|saw|says?|said|shows?|with|error|message)$/.test(textAt(tokens, at - 1));
}

/**
 * "per the audit", "according to Noor", "the May survey of clerks shows", "(vestry log)", "in her
 * exit interview".
 */
function isSourced(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    if (token.kind !== "word") return false;
    const next = tokens[index + 1];
    if (token.text === "according") return next?.text === "to";
    if (token.text === "per")
      return next?.kind === "name" || sources.has(textAt(tokens, index + 2));
    return (
      sources.has(token.text) &&
      (isReported(tokens, index) ||
        isInParentheses(tokens, index) ||
        isSourceAfterPreposition(tokens, index))
    );
  });
}

const reportingVerbs = wordSet(`
  show shows showed say says said list lists record records found confirm confirms reveal reveals
  name names count counts give gives put puts has have mention mentions
`);

/** "the book at the desk has": a reporting verb soon after the source. */
function isReported(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  // In "the ticket team has", the source only names the team.
  if (isPerson(tokens, index + 1) && !reportingVerbs.has(next?.text ?? "")) return false;
  const rest = tokens.slice(index + 1, index + 6);
  const stop = rest.findIndex(({ kind, text }) => kind === "mark" || text === "and");
  return rest
    .slice(0, stop < 0 ? rest.length : stop)
    .some(({ text }, at) => reportingVerbs.has(text) && !isHelping(rest, at));
}

/** "the petition has not been served": no word of what is in it. */
function isHelping(tokens: readonly Token[], index: number): boolean {
  return (
    /^(has|have)$/.test(textAt(tokens, index)) &&
    /^(not|never|yet|been|to)$/.test(textAt(tokens, index + 1))
  );
}

function isInParentheses(tokens: readonly Token[], index: number): boolean {
  return (
    tokens.slice(index + 1).some(({ text }) => text === ")") &&
    tokens.slice(0, index).some(({ text }) => text === "(")
  );
}

/** "in her exit interview", "at the last debrief". */
function isSourceAfterPreposition(tokens: readonly Token[], index: number): boolean {
  return (
    /^(interviews?|debrief|survey|visit|call|session|audit|review|retro|walk)$/.test(
      textAt(tokens, index),
    ) &&
    tokens
      .slice(Math.max(0, index - 4), index)
      .some(({ text }) => /^(in|at|during|on|from)$/.test(text))
  );
}

/** "by his own diary", "per their sheet": someone's own record. */
function isOwnRecord(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, index) => {
    if (
      !/^(by|from|per)$/.test(text) ||
      !/^(his|her|their|our|my)$/.test(textAt(tokens, index + 1))
    )
      return false;
    return sources.has(textAt(tokens, index + (textAt(tokens, index + 2) === "own" ? 3 : 2)));
  });
}

/** ", by the station log", "By Wren's own tally,": an aside that only names a source. */
function isSourceInAside(tokens: readonly Token[]): boolean {
  const comma = tokens.findLastIndex(({ text }) => /^[,;:–—-]$/.test(text));
  const first = tokens.findIndex(({ text }) => text === ",");
  return [tokens.slice(comma + 1), tokens.slice(0, Math.max(0, first))].some(
    (part) =>
      part.length < 9 &&
      /^(by|from|in|see|as|per)$/.test(part[0]?.text ?? "") &&
      part.some(({ text }) => sources.has(text)),
  );
}

const attributionVerbs = wordSet(`
  says said wrote reports reported recalls confirmed admitted named put told
`);

/**
 * "told us", "Priya says", "says the depot manager": a specific person said it. "Users say" is not
 * specific.
 */
function isAttributed(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    const next = tokens[index + 1];
    if (
      /^(told|showed|wrote)$/.test(token.text) &&
      (next?.kind === "name" || /^(us|me|our|to|in)$/.test(next?.text ?? ""))
    )
      return true;
    if (!attributionVerbs.has(token.text)) return false;
    return (
      [1, 2, 3, 4, 5].some(
        (back) =>
          isSpecificPerson(tokens, index - back) && !isSeparated(tokens, index - back, index),
      ) || isSpecificPerson(tokens, index + 1)
    );
  });
}

function isSeparated(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(Math.max(0, from), to).some(({ text }) => /^([,;:.]|and|that)$/.test(text));
}

/** A name, or a single person after "the" or "our". */
function isSpecificPerson(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind === "name") return true;
  const from = /^(the|our|my|one|a|her|his)$/;
  if (token?.text === "a" && isLooseAmount(textAt(tokens, index + 1))) return false;
  if (from.test(token?.text ?? ""))
    return tokens.slice(index, index + 4).some((_, at) => isPerson(tokens, index + at));
  return (
    isPerson(tokens, index) &&
    !isPlural(tokens, index) &&
    tokens.slice(0, index).some(({ text }) => from.test(text))
  );
}

/** "a number of people reported": nobody says who. */
function isLooseAmount(word: string): boolean {
  return /^(?:number|lot|few|handful|couple|large|small|majority)$/.test(word);
}

const witnessVerbs = wordSet(`
  lost used uninstalled installed upgraded configured tried clicked opened went
  updated restarted deleted searched checked waited saw watched heard met counted timed found visited asked noticed shadowed sat stood followed
  filmed was were
`);

/** "I watched Hana", "we saw three of them": the writer was there. */
function isWitnessed(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text }, index) =>
      /^(i|we|i've|we've)$/.test(text) &&
      (tokens.slice(index + 1, index + 3).some((next) => witnessVerbs.has(next.text)) ||
        (text === "i" && isOwnEvent(tokens, index)) ||
        (/^(i've|we've)$/.test(text) && hasMet(tokens, index)) ||
        (textAt(tokens, index + 1) === "had" && textAt(tokens, index + 2) === "to")),
  );
}

/** "we've recently run into", "I've hit": it happened to the writer. */
function hasMet(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(index + 1, index + 3)
    .some(({ text }) => /^(run|hit|encountered)$/.test(text));
}

/** "I get", "I keep seeing", "I pressed": what happened to the writer. */
function isOwnEvent(tokens: readonly Token[], index: number): boolean {
  const next = textAt(tokens, index + 1);
  const isPast = /..[^e]ed$/.test(next) || irregularPasts.has(next);
  return (
    /^(get|see|receive|hit|run|notice|keep)$/.test(next) ||
    (isPast && !ownThoughts.test(next)) ||
    (/^(can't|cannot|couldn't|am)$/.test(next) && isShown(tokens))
  );
}

/** "I made the decision", "I wanted": what the writer thought, and nothing that happened. */
const ownThoughts =
  /^(?:(?:want|need|lik|lov|hop|expect|prefer|wish|decid|plann)ed|got|made|had|did|took|thought|felt|knew|meant)$/;

/** A value, a code or a quote: somebody copied it from the screen. */
function isShown(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind }) => kind === "quote" || kind === "code" || kind === "number");
}
