import { anyWordOf, normalizeName } from "./normal-name.ts";
import type { QuestionTopic } from "./topics.ts";

/** A question with the words by which a heading is about it. */
interface WordedQuestion {
  id: string;
  words: RegExp | undefined;
  holds: "words" | "facts" | "cases" | undefined;
}

/** Longer ones are sentences, where a word may mean anything. */
const MAX_WORDS = 9;
/** "I'll believe it when" isn't about what was seen, or how things are. */
const AHEAD = /^(?:i|we|it|they)ll\b|\b(?:when|if|once)$/;
const NEGATION = /^(?:no|non|not|never|without|nothing|wont|dont|doesnt|isnt|arent|cant|nobody)$/;
/** What a heading with one of these words is about, nobody asks. */
const APART = anyWordOf([
  "agenda|alternatives?|appendix|assumptions?|considered|options?|solutions|attendees|budget|comments?|competitors?|costs?|dependencies",
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
): QuestionTopic | undefined {
  const name = normalizeName(heading);
  if (name.split(" ").length > MAX_WORDS || APART.test(name)) return undefined;
  const isAhead = AHEAD.test(name);
  const found = questions.flatMap(({ id, words, holds }) => {
    const isPast = holds === "words" || holds === "facts";
    const match = isPast && isAhead ? undefined : words?.exec(name)?.[0].trim();
    return match ? [{ id, match }] : [];
  });
  // Of "happy path" and "off the happy path", the longer words say what is meant.
  const [first, other] = found.filter(
    ({ match }) => !found.some((longer) => isWithin(match, longer.match)),
  );
  if (!first || other) return undefined;
  const rest = name.replace(first.match, " ").split(" ");
  return rest.some((word) => NEGATION.test(word))
    ? undefined
    : { question: first.id, trust: "high" };
}

function isWithin(words: string, longer: string): boolean {
  return words.length < longer.length && ` ${longer} `.includes(` ${words} `);
}
