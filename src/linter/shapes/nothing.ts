import { findVerb, isA, isFormOf, isVerb } from "../grammar.ts";
import { faintVerbs, plainStates, verbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { type Token, textAt } from "../token.ts";

/**
 * No verb that shows anything, no number, no quote, no condition: "Supports dark mode", "Audit log
 * for admins".
 */
export function nothingToSee({ tokens }: Line): Span | undefined {
  if (tokens.length < 2 || isPinnedDown(tokens)) return undefined;
  for (let index = 0; index < tokens.length; index++) {
    if (canBeVerb(tokens, index) && !isFaint(tokens, index)) return undefined;
  }
  if (isCommand(tokens) || isPlainlySo(tokens)) return undefined;
  return spanOf(tokens, Math.max(0, findVerb(tokens, 0, tokens.length)));
}

/** An adjective after "is" or "feels" that is no plain state: "The wording is charming". */
export function opinionAfterIs({ tokens }: Line): Span | undefined {
  if (isPinnedDown(tokens)) return undefined;
  const index = tokens.findIndex(
    (token, at) =>
      at > 0 &&
      /^(is|are|feels?|looks?|seems?|sounds?|stays?|remains?)$/.test(token.text) &&
      !isA("preposition", tokens[at - 1]) &&
      !isA("determiner", tokens[at - 1]),
  );
  if (index < 0) return undefined;
  let at = index + 1;
  while (/^(very|so|too|all|always|both|quite|also|not|never|\w+ly)$/.test(textAt(tokens, at)))
    at++;
  const word = tokens[at];
  if (
    word?.kind !== "word" ||
    textAt(tokens, at + 1) === "than" ||
    plainStates.has(word.text) ||
    isA("preposition", word) ||
    isParticiple(word)
  )
    return undefined;
  return endsPhrase(tokens[at + 1]) || isJoinedVerdict(tokens, at + 1)
    ? spanOf(tokens, at)
    : undefined;
}

/** "idiot-proof", but not "fact-checked". */
function isJoinedVerdict(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token?.joined === true && !isParticiple(token);
}

/** A number, a quote, a path, or a condition: somebody could try it. */
function isPinnedDown(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind, text }, index) =>
      kind === "number" ||
      kind === "quote" ||
      kind === "code" ||
      /^(when|whenever|if|once|after|until|unless|before|while|→|->|=|;|:|only|nothing|no|none|without|one|two|three|four|five|twice)$/.test(
        text,
      ) ||
      (index === 0 && /ing$/.test(text)),
  );
}

/** Looser than a verb elsewhere: what might show something gets the benefit of the doubt. */
function canBeVerb(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (isVerb(tokens, index)) return true;
  return (
    token?.kind === "word" &&
    index > 1 &&
    /[^s]s$/.test(token.text) &&
    isFormOf(verbs, token) &&
    !isA("determiner", tokens[index - 1])
  );
}

/** "keeps the typed text", but not "keeps everyone informed" or "keeps the work flowing". */
function keepsThing(tokens: readonly Token[], index: number): boolean {
  if (!/^keeps?$/.test(textAt(tokens, index)) || !isA("determiner", tokens[index + 1]))
    return false;
  return !tokens
    .slice(index + 2)
    .some(({ text }) => /(ing|[^e]ed)$/.test(text) && !plainStates.has(text));
}

function isFaint(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (isA("modal", token) || /^do(es)?(n't)?$/.test(token?.text ?? "")) {
    const verb = tokens
      .slice(index + 1)
      .find(({ text }) => !/^(not|also|still|never|always|\w+ly)$/.test(text));
    return isFormOf(faintVerbs, verb) || !isFormOf(verbs, verb);
  }
  return isFormOf(faintVerbs, token) && !keepsThing(tokens, index);
}

/** "Press Skip": an order to the reader is a step, not a wish, unless its verb is faint. */
function isCommand(tokens: readonly Token[]): boolean {
  return isFormOf(verbs, tokens[0]) && !isFormOf(faintVerbs, tokens[0]);
}

/** "is empty", "is under the map", "is masked", "has a red dot": seen without another verb. */
function isPlainlySo(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, index) => {
    if (/^(has|have|gets?)$/.test(text)) return isA("determiner", tokens[index + 1]);
    if (!/^(is|are|be|stays?|remains?)$/.test(text)) return false;
    const next = tokens[index + 1];
    return (
      next !== undefined &&
      (plainStates.has(next.text) ||
        isA("preposition", next) ||
        isParticiple(next) ||
        isA("determiner", next) ||
        next.kind === "name")
    );
  });
}

function isParticiple({ text, kind }: Token): boolean {
  return (
    kind === "word" &&
    (/(ed|en|[wr]n|nt|pt|ft|lt|ung|ing|uck)$/.test(text) ||
      /^(set|put|cut|shut|kept|held|made|hung|bound|paid|laid|said|led|fed|met|hit|gone|won|done|redone|undone|sold|told|lost|found|read|built|sent)$/.test(
        text,
      ))
  );
}

function endsPhrase(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.kind === "mark" ||
    isA("preposition", token) ||
    isA("subordinator", token) ||
    /^(and|but|or|enough)$/.test(token.text)
  );
}
