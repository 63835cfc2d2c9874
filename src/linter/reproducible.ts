import { wordSet } from "../domain/text/word-set.ts";
import { isFormOf } from "./grammar.ts";
import { verbs } from "./lexicon.ts";
import { type Token, textAt } from "./token.ts";

/** "v4.6.0 crashes", "Steps: set down two desks": somebody can see the same. */
export function isReproducible(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text }, index) =>
      /^`?v?\d+\.\d+\.\d+/.test(text) ||
      (text === "half" && /^an? (?:day|hour|week|year)$/.test(phraseAt(tokens, index + 1))) ||
      isWholeSpan(tokens, index) ||
      (/^(steps|reproduce|reproduced|repro)$/.test(text) &&
        /^(:|to|on|by|with)$/.test(textAt(tokens, index + 1))) ||
      isTestedOn(tokens, index) ||
      isVersion(tokens, index) ||
      isExpectation(tokens, index) ||
      isRegression(tokens, index) ||
      isOwnStep(tokens, index),
  );
}

/** "took a full evening": a time that somebody spent. */
function isWholeSpan(tokens: readonly Token[], index: number): boolean {
  return (
    /^(?:took|lost|spent|cost)$/.test(textAt(tokens, index)) &&
    /^(?:an?|the|my) (?:full|whole|entire)$/.test(phraseAt(tokens, index + 1)) &&
    /^(?:day|evening|morning|afternoon|night|week|weekend|hour|shift)$/.test(
      textAt(tokens, index + 3),
    )
  );
}

const platforms = wordSet(`
  firefox chrome chromium safari edge opera android ios ipados macos windows ubuntu debian fedora
  linux brave nvda jaws talkback voiceover node python java
`);

/** "(Firefox 121)", "tried in Safari 17": anyone with the same version can see it. */
function isTestedOn(tokens: readonly Token[], index: number): boolean {
  const isTried = /^(with|in|on)$/.test(textAt(tokens, index - 1));
  const isTest = isTried && /^(tested|tried|seen)$/.test(textAt(tokens, index - 2));
  return platforms.has(textAt(tokens, index)) && (tokens[index + 1]?.kind === "number" || isTest);
}

/** "since version 3.2", "with error E0502": anyone can look for the same. */
function isVersion(tokens: readonly Token[], index: number): boolean {
  const text = textAt(tokens, index);
  const next = textAt(tokens, index + 1);
  if (text === "error") return /^(?:[a-z]{1,4}-?\d{3,}|`[\w-]*\d[\w-]*`)$/.test(next);
  return (
    /^(since|from|after|on|to)$/.test(textAt(tokens, index - 1)) &&
    text === "version" &&
    tokens[index + 1]?.kind === "number"
  );
}

/** "Expected: 40.00. Actual: 36.00.": the two halves of a bug report. */
function isExpectation(tokens: readonly Token[], index: number): boolean {
  const names = (at: number, name: RegExp) =>
    name.test(textAt(tokens, at)) && /^(:|result|behavior|behaviour)$/.test(textAt(tokens, at + 1));
  return names(index, /^expected$/) && tokens.some((_, at) => at > index && names(at, /^actual$/));
}

/** "After the update the gate freezes": anyone can look what changed. */
function isRegression(tokens: readonly Token[], index: number): boolean {
  if (!/^(?:after|since)$/.test(textAt(tokens, index))) return false;
  const isUpdate = tokens
    .slice(index + 1, index + 4)
    .some(({ text }) => /^(?:update|updating|upgrade|upgrading|updated|upgraded)$/.test(text));
  return isUpdate && tokens.some(({ text }) => failures.test(text));
}

const failures = /^(?:crash|freez|hang|clos|quit|fail|stop|vanish|disappear|break|broke)\w*$/;

/** "When I change the option, ...", "If you press Submit": steps that anyone can repeat. */
function isOwnStep(tokens: readonly Token[], index: number): boolean {
  if (!/^(when|after|if|once|whenever)$/.test(textAt(tokens, index))) return false;
  const actor = textAt(tokens, index + 1);
  const isNamed = tokens.some(({ kind }) => kind === "quote" || kind === "code");
  if (isNamed && /^(click|tapp?|press|select|open|enter|submitt?|hover)ing$/.test(actor))
    return true;
  if (actor === "you" && noSteps.test(textAt(tokens, index + 2))) return false;
  return /^(?:i|you)$/.test(actor) && isFormOf(verbs, tokens[index + 2]);
}

/** "If you get an error": what happens to anybody, and no step. */
const noSteps = /^(?:get|have|need|want|say|think|know|feel|like|are|look|work)$/;

function phraseAt(tokens: readonly Token[], index: number): string {
  return `${textAt(tokens, index)} ${textAt(tokens, index + 1)}`;
}
