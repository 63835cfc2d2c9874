import { observableStates } from "./lexicon.ts";

const negations =
  /^(is|are|was|were|do|does|did|has|have|had|ca|wo|would|could|should|must|need|ai)nt$/;
const pronouns =
  /^(?:(i)(m|ve)|(you|they|we)(ve)|(you|they)(re|ll)|(what|that|there|here|who|he|she)(s))$/;

/**
 * Returns how a word is spelled with its apostrophe: "isnt" gives "isn't". Words that mean something
 * else without one stay, such as were, well, ill, id, lets and its.
 */
export function spellOut(word: string): string {
  if (!/(?:nt|ve|re|ll|m|s)$/.test(word)) return word;
  return word.replace(negations, "$1n't").replace(pronouns, "$1$3$5$7'$2$4$6$8");
}

/** What can follow "it's", and hardly ever the "its" of "its list". */
const afterIs = /^(?:an?|the|not|too|so|been|already|because|when|just|still|really|never)$/;
const opinions = /^(?:fast|slow|quick|easy|clear|simple|wrong|late|broken|fine|good|bad|ok|okay)$/;

interface Word {
  text: string;
  joined: boolean;
}

/** Returns true for an "its" between these words that stands for "it's": "its not", "its fast." */
export function isContracted(
  before: Word | undefined,
  next: Word | undefined,
  afterNext: Word | undefined,
): boolean {
  if (next === undefined || next.joined) return false;
  if (afterIs.test(next.text)) return true;
  const isState = observableStates.has(next.text) || opinions.test(next.text);
  return isState && startsClause.test(before?.text ?? "") && endsClause.test(afterNext?.text ?? "");
}

const startsClause = /^(?:|[,;.:]|and|but|because|so|when|if|once|until|that|says?)$/;
const endsClause = /^(?:|[,;.)]|and|but|or|when|if|on|in|at|for|again|now)$/;
