import { anyCase, MONTH, part } from "./words.ts";

const NUMBER = part`
  (?:~|about |around |roughly |maybe |only )?[$\u20ac\u00a3]?(?:\d[\d.,]*k?|zero|one|two|three|
  four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|half|an? (?:third|tenth|
  quarter|fifth|half|hour|day|minute))(?: ?%)?
`;
const UNIT = "(?:%|percent|ms|s|min|mins|minutes?|hours?|h|days?|weeks?)";
/** "42 -> 10 a week", at the end. */
const ARROW = anyCase`
  ${NUMBER}[^.;?,]{0,30}?(?:\u2192|[-=]>)\s*(?:under |below |over |
  max )?${NUMBER}[^.;?\u2192>]{0,40}$
`;
/** "Calls per week: 40 to 20". */
const LABELED = anyCase`
  ^[^:;.?]{3,60}?: ${NUMBER} ?${UNIT}? to ${NUMBER} ?${UNIT}?(?:$|[.,;]| )
`;
const MOVES = anyCase`
  \bfrom\b[^.;?]{0,40}?\b${NUMBER}[^.;?]{0,50}?\b(?:down to|up to|to)\b[^.;?]{0,30}?${NUMBER}|
  ${NUMBER}[^.;?]{0,40}?\b(?:becomes?|became|down to|up to|shrinks? to|drops? to|falls? to|
  instead of|rather than)\b[^.;?]{0,20}?${NUMBER}|
  ^[^:;.?]{3,60}? ${NUMBER} ?${UNIT} to ${NUMBER} ?${UNIT}(?:$|[.,;]| )
`;
const TODAY = "(?:now|today|currently|at the moment|right now|are at|is at)";
/** "It's 25 calls now, should be 10". */
const NOW_THEN = anyCase`
  \b${TODAY}\b[^.;?]{0,40}?${NUMBER}.{0,60}?\b(?:should be|wants?|target|goal|aim|hope|need|bet|
  get to|down to|then)\b.{0,30}?${NUMBER}|
  ${NUMBER}[^;?]{0,60}?\b(?:should be|want|target|goal|aim|hope for|
  aiming for)\b[^;?]{0,30}?${NUMBER}|
  \b(?:goal|target|aim|aim for|want|hope|win|less than|fewer than|under|expect|
  success)\b[^;?]{0,40}?${NUMBER}[^;?]{0,60}?\b${TODAY}\b
`;
const WISH = anyCase`
  \b(?:should|would|wants?|hope|hoping|goal|target|aim|bet|expect|i think|if (?:it|this) works|
  success|win|worth it|cut|reduce|bring|get|raise|increase|lift|shrink|halve|half the|drops?|
  falls?|goe?s? (?:down|up|from)|rises?|climbs?|improves?|grows?|decides?|so (?:that )?(?:we|
  i) can|go/no-go|becomes?|by (?:end|the end|${MONTH}|q\d|easter|christmas|summer))\b|
  '(?:d|ll)\b
`;
/** What moved already. */
const PAST = anyCase`
  \b(?:went|moved|grew|fell|rose|dropped|switched|changed|was|were|had|got|increased|decreased|did|
  came|open)\b
`;
const TIME = String.raw`\d{1,2}(?::\d\d)?(?: ?[ap]m)?`;
/** Times of day aren't meant: "moved from 3 to 4". */
const CLOCK = anyCase`
  \b(?:opens?|closed|meeting|call|lunch|shift|hours|daily|appointment|stand-?up|
  moved)\b.*\b(?:from|between) ${TIME} (?:to|and|-) ${TIME}(?=$|[\s.,)])(?! ?(?:%|min|hours?|days?|
  a |per ))|
  \d ?[ap]m\b
`;
/** "If they type 400 instead of 40" is what may go wrong. */
const CASE = /^(?:and |but |so |also )?(?:if|when) (?:they|someone|somebody|people|an? )/i;
/** "One number" is no figure. */
const FIGURE =
  /\d[\d.,]*|\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|half|third|quarter|fifth|tenth|one in|one of|an? (?:hour|day|minute|week)|none)\b/gi;
/** Pages, steps and mistakes don't move. */
const NO_MEASURE =
  /\b(?:page|step|version|v\d|screen|line) \d|\bby mistake\b|\bforgotten\b|\b(?:retention|meeting)\b|\bthe case from\b/i;
const OTHER = [CASE, CLOCK, NO_MEASURE, /\?\s*$/];
const MAX_LENGTH = 200;

/** Returns true for a number that someone wants to move. */
export function isMovingNumber(text: string): boolean {
  if (text.length > MAX_LENGTH || !hasTwoFigures(text)) return false;
  return !OTHER.some((other) => other.test(text)) && saysMove(text);
}

function saysMove(text: string): boolean {
  if (NOW_THEN.test(text) && !PAST.test(text)) return true;
  const isBare = ARROW.test(text) || LABELED.test(text);
  if (!isBare && !MOVES.test(text)) return false;
  const saysFrom = /^(?:down )?from\b/i.test(text);
  return WISH.test(text) || ((isBare || saysFrom) && !PAST.test(text));
}

function hasTwoFigures(text: string): boolean {
  return (text.match(FIGURE) ?? []).length > 1;
}
