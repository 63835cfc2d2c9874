import { anyCase, COUNT, exactCase, MONTH, part, SPAN, WEEKDAY } from "./words.ts";

/** A number that should be reached, or may not be exceeded, isn't one that was seen. */
const NOT_SEEN = anyCase`
  \b(?:should|shall|must|will|would|could|wants?|let'?s|please|maybe|max|at most|at least|within|
  under|or less|or more|goal|target|aim|hope|expect|if|unless|stop|done when|works when|until|
  budget|estimate|sprint (?:goal|\d)|next)\b|
  \b\w+'(?:ll|d)\b|\?\s*$|->|\u2192|[<>]|^(?:no|never|test|given|then)\b|
  ^(?:average|more|fewer|less) .*\b(?:above|below)\b|\bfor dates\b
`;
const WHEN = part`
  (?:(?:last|past) (?:\w+day|weeks?|month|year|quarter|summer|winter|spring|fall|autumn|season|
  night|sprint|time|shift|(?:\d+|few|two|three|four) \w+)|yesterday|this (?:morning|week|month|
  year)|on (?:the \d+(?:st|nd|rd|th)|${WEEKDAY}|${MONTH} \d+|\d+ ${MONTH}|\d+[./]\d+)|
  in (?:${MONTH}|q[1-4]|spring|summer|fall|autumn|winter|(?:19|20)\d\d|\w+ alone)|of ${MONTH}|
  since (?:the |
  last )?\w+|\w+ (?:days|weeks|months|years) ago|\d+(?:st|nd|rd|th)? ${MONTH}|${MONTH} \d+(?:st|nd|
  rd|th)?)
`;
const DATED = anyCase`\b${WHEN}\b`;
/** What happened and shouldn't have. */
const INCIDENT = anyCase`
  \b(?:missed|lost|forgot|failed|complained|refunded|waited|cancell?ed|bounced|returned|expired|
  broke|ran out|went (?:missing|wrong|out)|stood|showed up|turned up|overlooked|overbooked|
  double[- ]booked|no-shows?|left (?:without|because|the)|sent (?:it |them )?(?:to the wrong|twice|
  back)|shipped (?:it |them )?(?:the wrong|to the wrong|twice)|the wrong|too late|
  came (?:back )?(?:late|incomplete|twice)|did (?:it|this|them) in \d+|threw away|
  happened (?:again|\w+ times)|(?:got|was|
  were) (?:lost|stuck|sent|billed|charged|locked|double|forgotten|closed|turned away)|took (?:me|
  us|her|him|them) \d[\dh:.]*|paid twice|apologized|had to|short-handed|had (?:a )?\w+ of \d\S*)\b
`;
const PAST = part`
  (?:said|had|was|were|did|kept|left|got|gave|came|lost|took|went|found|told|saw|sent|paid|bounced|
  ran|broke|failed|missed|asked|called|waited|complained|forgot|needed|used|watched|answered|
  replied|reported|mentioned|named|returned|arrived|skipped|dropped|refused|cancell?ed|wanted|
  looked|talked)
`;
/** What is counted where something goes wrong. */
const CASES = part`
  (?:tickets|complaints|calls|mails|emails|e-mails|chats|reports|cases|incidents|no-shows|reviews|
  messages|requests|refunds|comments|mentions|times)
`;
const SHARE = part`
  \b${COUNT} (?:(?:out )?of|in) (?:the |our |my )?(?:last )?${COUNT}\b
`;
const COUNTED = anyCase`
  (?<!\b(?:is|are|be|gets?) )\b(?:counted|timed|measured|tallied|clocked|tracked)\b.*\d|
  \b(?:my|our|his|her|their) (?:own )?count\b.*\d|
  ${SHARE}.*\b(?:${PAST}|interviewees|log)\b|
  \b(?:${PAST}|interview\w*|according to|the log|count\w*)\b.*${SHARE}|
  \bof (?:the |our )?${COUNT} [\p{L} ]{2,20}, ${COUNT} ${PAST}\b|
  \b\d[\d.,]* (?:\w+ ){0,3}(?:${CASES}|orders)\b.*\b(?:${WHEN}|alone|already)\b|
  \b${WHEN}\b.*\b\d[\d.,]* (?:\w+ ){0,3}(?:${CASES}|people|members|guests|customers|users)\b|
  \b(?:survey|interviews|the log|log says|reviews|tickets|phone log|according to|
  queue shows)\b.*\b\d+|
  \b\d+ ?% ${PAST}\b|
  \b(?:asked|interviewed|talked to|looked at|watched|went through|checked|
  read) (?:the )?(?:last )?${COUNT} \w+.*\b${COUNT}\b|
  ^\d[\d.,]* [\p{L} ]+\b${WHEN}, \d+ of (?:them|those)\b|
  \b(?:average|median)\b.*\d+ ?(?:${SPAN}|%)
`;
/** Someone's own words. */
const WORDS = part`["\u201c][^"\u201d]{12,}["\u201d]`;
/** What may stand before words on a screen. */
const ON_SCREEN = part`
  (?:Wrong|Empty|No|Missing|Error|Invalid|Too|Zero|If|When|Unknown|Message|Button|Label|Title|
  Headline|Text|Show|Shows|Offline|Expired)
`;
const SAID = exactCase`
  ^["\u201c](?=[^"\u201d]*\b(?:I|we|We|my|My|our|me|us)\b)[^"\u201d]{12,}["\u201d](?:\s*(?:\(|
  [-\u2013\u2014,]|$))|
  \b(?:said|says|told (?:me|us)|wrote|writes|quote|heard)\b.{0,40}${WORDS}|
  ["\u201c][^"\u201d]{12,}[^,"\u201d]["\u201d].{0,30}\b(?:said|says|told|heard|wrote)\b|
  ^(?!${ON_SCREEN}\b)\p{Lu}[\p{L}.]*(?: [\p{L}.]+){0,2}(?: ?[,(][^:"]{1,30})?: ${WORDS}|
  \b(?:told (?:me|us)|mentioned|complained|admitted) (?:that )?(?:she|he|they|it|\w+ )
`;
/** What a screen says, or someone who will be quoted when it's ready, was never said. */
const NOT_SAID = /\b(?:should|shows?|message|button|label|proud|placeholder)\b/i;

/** Returns true for a count, a quote, or what went wrong on a day. */
export function isSighting(text: string): boolean {
  if (SAID.test(text)) return !NOT_SAID.test(text.replace(/["\u201c][^"\u201d]*["\u201d]/g, ""));
  if (NOT_SEEN.test(text)) return false;
  return COUNTED.test(text) || (DATED.test(text) && INCIDENT.test(text));
}
