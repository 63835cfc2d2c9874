import { anyWordOf, normalizeName } from "./normal-name.ts";

/** A question with the words by which a heading is about it. */
interface WordedQuestion {
  id: string;
  words: RegExp | undefined;
}

/** Longer ones are sentences, where a word may mean anything. */
const MAX_WORDS = 9;
const NEGATION = /^(?:no|non|not|never|without|nothing|wont|dont|doesnt|isnt|arent|cant|nobody)$/;
/** What a heading with one of these words is about, nobody asks. */
const APART = anyWordOf([
  "agenda|appendix|assumptions?|attendees|budget|comments?|competitors?|costs?|dependencies",
  "discussion|faq|glossary|history|launch|links|marketing|meeting|milestones|mitigations?",
  "next|open|personas?|pricing|questions?|references|release|requirements?|resources|retro",
  "risks?|roles|rollout|schedule|staffing|stakeholders?|status|timeline|training|who|whom",
]);

/**
 * Finds the one question that the words of a heading are about. A negation must be part of the
 * words that were found: "What isn't a problem" is about something else.
 */
export function findByWords(
  questions: readonly WordedQuestion[],
  heading: string,
): { question: string } | undefined {
  const name = normalizeName(heading);
  if (name.split(" ").length > MAX_WORDS || APART.test(name)) return undefined;
  const found = questions.filter(({ words }) => words?.test(name));
  const [first, other] = found;
  if (!first?.words || other) return undefined;
  const rest = name.replace(first.words, " ").split(" ");
  return rest.some((word) => NEGATION.test(word)) ? undefined : { question: first.id };
}
