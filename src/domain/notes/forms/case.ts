import { anyCase, exactCase, part } from "./words.ts";

/** What may be missing at the start of a case: "no signal -> keeps it". */
const MISSING = part`
  (?:internet|connection|signal|network|wifi|phone|email|e-mail|smartphone|data|rows?|results?|
  entry|entries|answer|reply|response|one answers|date|name|number|photo|match|stock|free|price|
  owner)
`;
/** What is missing, wrong, repeated or too much. */
const ODD = anyCase`
  \b(?:twice|two times|\d+ ?x|(?:scan|press|submit|send|tap|click|upload|sign|log|arrive|come|call|
  book|run|ask)(?:e?s|ped|ned)? (?:\p{L}+ ){0,2}again|duplicates?|already (?!talked|asked|told|
  sent)|at the same time|more than one|both)\b|
  \bsame (?:\p{L}+ )?(?:slot|name|file|time|day|number|minute|second|box|invoice|order|person|room|
  label|seat|one)\b|
  \btwo (?:people|users|customers|orders|rows|files|shops|jobs|entries|names|boxes|
  \p{L}+ .{0,20}\bthe same)\b|
  \b(?:empty|blank|missing|without|not found|unknown|expired|no longer|deleted|dead|offline|broken|
  invalid|malformed|blurry|unreadable|illegible|locked|not listed|hidden|spam|zero|negative|is 0|
  40[34])\b|
  \bno (?:${MISSING}|permission)\b|\b(?:has|have|with) (?:only|no)\b|
  \b(?:is|are|service|server|storage|disk) (?:down|full)\b|\bfull\b|
  \b(?:wrong|by mistake|by accident|accidentally|typo|lost|loses?|stolen|forgets?|forgot|fails?|
  crash(?:es)?|timeout|times? out|bounced?)\b|
  \btoo (?:long|large|big|many|late|dark|small|much)\b|\b(?:over|more than) \d+|
  \b(?:cancel(?:s|led|ed)?|sold out|out of stock|overbooked|left the company|leaves (?:the|in the|
  half|mid)|half ?way|in the middle|refuses|disagrees?|paid cash)\b|
  \bpresses? (?:\p{L}+ )?(?:twice|again)\b|\bchanges? (?:his|her|their|the) mind\b|\b(?:comes?|
  arrives?) late\b|
  \bnever (?:signs|answers|replies|comes|shows)\b|
  \b(?:nobody|no one) (?:answers|replies|confirms|reacts|picks|shows|comes|turns up|takes)\b|
  \b(?:doesn'?t|don'?t) (?:answer|reply|show up|exist|have|match|respond|load|arrive|come|work|
  know)\b|
  \b(?:hasn'?t|haven'?t|has not|aren'?t|isn'?t (?:there|in|on|known|listed|available)|can'?t (?:be|
  read|reach|find))\b|
  \b(?:umlauts?|special characters|leap (?:day|year)|clock change|time zones?|old (?:file|version|
  browser)|from last (?:week|month|year)|non-admin|not permitted)\b
`;
/** Someone's plans hang on other conditions. */
const PLAN = exactCase`
  \b(?:[Ii]f|[Ww]hen) (?:we (?:have|had|want|find|get|can)|[Ii] (?:have|find|get)|it works|
  this works|so\b|not\b|possible|needed|that works|\p{Lu}\p{L}+ (?:agrees|says|wants|has time|can|
  is back)|there(?:'s| is) (?:time|budget|interest))
`;
/** "Block duplicates -> no" was decided, and two arrows are steps. */
const DECIDED = /(?:->|\u2192|:) ?(?:no|not)\b|(?:->|\u2192).*(?:->|\u2192)/i;
const WHAT_IF = anyCase`
  ^(?:and |but |also |ok |hm+,? |then )*(?:what if|what about|what happens (?:if|when|with|to)|
  what when|how about when)\b
`;
const WHAT_ABOUT = / about \p{L}+ (?:who|without|with|that)\b/iu;
/** "Somebody taps and goes home -> it beeps at the door". */
const SOMEONE = anyCase`
  ^(?:and |or |but )?(?:someone|somebody|nobody|no one|two (?:people|users|of them)|
  a \p{L}+) (?!said)\p{L}+ .{3,80}? ?(?:[-=]+>|\u2192) ?\S+ \S
`;
const OUTCOME = part`
  (?:,| then |: | ->| \u2192| [-\u2013\u2014] | (?=(?:it|show|tell|remind|ask|the (?:second|page|
  list|tool|app|
  system|form|row|line|entry)|don'?t|stop and|print|keep|warn|say) ))
`;
/** "If the file is empty, it says so": a condition, and what happens then. */
const CONDITION = anyCase`
  ^(?:and |but |also |then |so |now )*(?:if|when|whenever|where|in case|
  once) (.{3,110}?)${OUTCOME}.{2,}$
`;
/** "Wrong date format: say which line": a few words, a sign, and what happens then. */
const SIGNED = anyCase`
  ^(.{3,70}?)(?:: | ?[-=]+> ?| ?\u2192 ?| = | [-\u2013\u2014] |, (?=(?:it should|should|must|show|
  warn|only |keep|ask|the second)))(?:\S+ \S.+|skip|ignore|warn|wait|ask)$
`;
/** "Every case", "no app" and "not now" are about something else. */
const NO_CASE = anyCase`
  ^(?:every|already|try|tried|waiting|no answer (?:from|yet)|no (?!${MISSING}\b)|never|not|last|on|
  in \w+ \d)\b
`;
/** "A row without a date goes to the bottom". */
const SUBJECT = anyCase`
  ^(?:an?|the|two|someone|names?|people|customers?|orders?) .{3,90}\b(?:should|must|gets?|goes to|
  shows? up|come out)\b
`;
const MAX_WORDS = 45;
const MAX_SIGNED_WORDS = 10;

/** Returns true for what may go wrong, with or without what happens then. */
export function isOddCase(text: string): boolean {
  if (text.split(" ").length > MAX_WORDS || PLAN.test(text) || DECIDED.test(text)) return false;
  if (WHAT_IF.test(text)) return ODD.test(text) || WHAT_ABOUT.test(text);
  if (/\?\s*$/.test(text)) return false;
  return SOMEONE.test(text) || saysWhen(text);
}

function saysWhen(text: string): boolean {
  const condition = CONDITION.exec(text)?.[1];
  if (condition !== undefined) return ODD.test(condition);
  const signed = SIGNED.exec(text)?.[1];
  const isShort = signed !== undefined && signed.split(" ").length <= MAX_SIGNED_WORDS;
  if (isShort) return ODD.test(signed) && !NO_CASE.test(signed);
  return SUBJECT.test(text) && ODD.test(text);
}
