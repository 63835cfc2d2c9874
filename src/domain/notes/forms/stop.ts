import { anyCase, COUNT, MONTH, part, SPAN, WEEKDAY } from "./words.ts";

/** What someone does who stops. */
const ENDS = part`
  (?:(?<!-|\bto )stop(?: (?:it|this|here|there|no|the (?:pilot|project|test|trial|
  experiment)))?(?! \d|
  after \d+ tries| the\b| by itself| at (?:noon|\d))|quit|give up|drop (?:it|this|the (?:idea|
  project|thing|whole))|bin it|scrap it|kill (?:it|this)|abandon|end it|shelve it|call it off|
  pull the plug|(?:switch|turn) (?:it|this) off|roll (?:it|this)? ?back|go(?:es)? back to|
  that'?s it|forget it|is ?n[o']t worth it|not worth it|otherwise ask|leave it|ends? (?:there|
  here)|hand (?:it|this) (?:to|over)|delete it)
`;
const TIME = part`
  (?:${COUNT} (?:more |full |working )?${SPAN}|(?:an?|the first|one) (?:\w+ )?${SPAN}|
  by (?:${WEEKDAY}|${MONTH}|the \d|\d|end|the end|easter|christmas|xmas|summer)|on (?:${WEEKDAY}|
  ${MONTH} \d|the \d)|after \d+|(?:end of|until|till) (?:the )?\w+|in a row|in the (?:first|
  second)|the (?:first|second|third|last) (?:week|month|day|\d+))
`;
/** A condition with what ends then, which also needs a time, a number or someone. */
const CONDITION = anyCase`
  \b(?:if|when|unless|once|after)\b.*\b${ENDS}(?:\b|$)|
  (?:^|[,;:.(] ?|\b(?:i|we|i'll|we'll|i'd|we'd|then|and|or|to) )(?:would |
  will )?${ENDS}\b.{0,40}\b(?:if|when|unless|after|(?<!at )once|by|on|at(?! once))\b
`;
const MEASURE = anyCase`
  ${TIME}|%|\d|\b(?:i|we|nobody|no one|less than|fewer than|more than)\b
`;
/** A limit of time says enough. */
const LIMIT = anyCase`
  \b(?:give it|(?:we )?try it (?:for|until)|trial:?|pilot:?)\b.{0,20}${TIME}.*\b(?:${ENDS}|
  decide)\b|
  ^(?:max(?:imum)?|at most|no more than|not more than|only|hard limit|
  limit)[: ]+(?:of )?${COUNT} ${SPAN}\b(?! (?:per|each|an?|of|old|late|to|delay))|
  \bspend(?:ing)?\b.{0,20}\b(?:(?:more than|one|an?|max|at most|
  only) )+(?:${COUNT} )?${SPAN}\b.{0,20}(?:on (?:this|it)|not more|max|$)|
  ^(?:i'll spend|i only want to spend|not spending|i won'?t spend)\b.*\b${SPAN}\b|
  \b(?:time ?box|hard stop|stop rule)(?:ed)?[: ]|
  ^${COUNT} ${SPAN} max\b
`;
/** What people give up on hurts them. */
const OF_OTHERS = anyCase`
  \b(?:people|customers|users|guests|members|drivers|students|parents|they|he|she|
  who) (?:\w+ )?(?:gives? up|stop|quit)
`;

/** Returns true for a rule to stop: a condition or a time, and what ends then. */
export function isStopRule(text: string): boolean {
  if (/\?\s*$/.test(text) || OF_OTHERS.test(text)) return false;
  return LIMIT.test(text) || (CONDITION.test(text) && MEASURE.test(text));
}
