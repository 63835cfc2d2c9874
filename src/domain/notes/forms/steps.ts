import { anyCase, part } from "./words.ts";

const VERB = part`
  (?:opens?|picks?|chooses?|taps?|clicks?|scans?|types?|enters?|uploads?|drops?|pastes?|selects?|
  press(?:es)?|gets?|sees?|shows?|sends?|saves?|downloads?|confirms?|fills?(?: in| out)?|submits?|
  reads?|sorts?|merges?|writes?|prints?|calculates?|checks?|marks?|updates?|posts?|answers?|reply|
  replies|moves?|adds?|takes?|makes?|matches|compares?|groups?|asks?|copy|copies|forwards?|
  returns?|lists?|lands?|goe?s?|says?|tells?|runs?|puts?|weighs?)
`;
const VERBS = new RegExp(
  part`
    (?:^|[,;.:>\u2192] ?(?:(?:and|then|it|you|i|they|we|she|he|the \p{L}+|that) )?|\b(?:and|then|
    it|you|i|we|they|to|that|which|who|where you|page|tool|script|list|tablet|screen|system|app|
    bot|driver|user|customer|staff|nurse|clerk|crew|member|guest|parent|the \p{L}+(?: \p{L}+)?|
    \p{L}+er) )(${VERB})\b
  `,
  "giu",
);
/** What is done with a thing that doesn't exist yet. */
const TOUCH = anyCase`
  \b(?:taps?|tapped|scans?|press(?:es)?|one click|clicks?|big button|a button|run it|
  run one command|done|uploads?)\b|
  \bgets? (?:back )?(?:a|one|the|an) (?:buzz|ping|beep|call|sms|notification|text|link|push|
  message|confirmation|mail|email|list|pdf|file|qr|code|row|table|page|price)\b|
  \b(?:text|mail|message|link|sms) with (?:a |the )?(?:link|button|number|status)\b|
  \b(?:page|tool|list|tablet|screen|script|app|system|bot|board|form|map|it) (?:then )?(?:shows?|
  says?|updates?|marks?|writes?|sorts?|prints?|sends?|adds?|checks?|answers?|turns?|lists?|reads?|
  asks?|merges?|calculates?|tells?|posts?|takes?|makes?|matches)\b
`;
/** What some device does: "the sign shows the lane". */
const REACTION = anyCase`
  \bthe \p{L}+ (?:then )?(?:shows|says|prints|beeps|lights up|turns|updates|opens|sends|reads|
  tells)\b
`;
/** "Maybe a page that shows it". */
const THING = anyCase`
  (?:^|: |^(?:maybe|just|simple|simply|so|i want|i'd like|we want|we'd like|i need|we need|
  could be|it'?s|basically)[,:]? )(?:an? |one |the )?(?:[\p{L}-]+ ){0,3}(?:app|bot|form|job|list|
  page|script|sheet|tool|view|board|button|spreadsheet|message|mail|text|
  link)s?\b[^.]{0,20}?\b(?:that|which|where|with|per|then|for each|to (?:tap|pick|see|show))\b
`;
/** What people do today, or what must not happen. */
const NOT_STEPS = anyCase`
  ^as (?:an?|the) |\?\s*$|
  \b(?:today|currently|right now|at the moment|by hand|manually|nobody|no one|always|again|twice|
  last (?:week|month|year)|yesterday|never|must|not|no|don'?t|can'?t|won'?t|was|were|had|told|
  asked|said|have to|has to|usually|often|forgets?|wrong|missing|late|if|unless)\b
`;
const IN_AND_OUT = /^(?:in|input|goes in|what goes in): .+\b(?:out|output|comes out): /i;
const MIN_WORDS = 5;
const MIN_VERBS = 2;
const MIN_VERBS_OF_DEVICES = 3;

/** Returns true for what goes in, what happens and what comes out. */
export function isPath(text: string): boolean {
  if (IN_AND_OUT.test(text)) return true;
  if (NOT_STEPS.test(text) || text.split(" ").length < MIN_WORDS) return false;
  const verbs = text.match(VERBS)?.length ?? 0;
  if (THING.test(text)) return verbs > 0;
  if (REACTION.test(text) && verbs >= MIN_VERBS_OF_DEVICES) return true;
  return TOUCH.test(text) && verbs >= MIN_VERBS && /[,;]|->|\u2192|\b(?:then|and)\b/i.test(text);
}
