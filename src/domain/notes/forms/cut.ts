import { anyCase, part } from "./words.ts";

/** Parts of a product that people leave out. */
const PARTS = part`
  (?:apps?|log-?ins?|sign-?(?:in|up)s?|accounts?|passwords?|dash-?boards?|chats?|chat-?bots?|maps?|
  gps|reminders?|notifications?|push|integrations?|mobile|offline mode|admin|roles?|permissions?|
  history|editing|edit mode|designs?|styling|payments?|exports?|imports?|search|filters?|
  statistics|stats|reports?|reporting|analytics|translations?|languages?|settings|options|
  scheduling|ai|automation|automatic \w+|emails?|mails?|sms|backend|database|api|sync|syncing|ui|
  screens?|portal|plug-?in|widget|calendar|comments?|photos?|uploads?|attachments?|barcodes?|
  qr codes?|tracking|ratings?|reviews?|gamification|points|badges|loyalty|discounts?|coupons?|
  archive|undo|dark mode|animations?|printing|waiting ?list|multi-?\w+|chain support|versions?|
  system|tool|hardware|scanners?|kiosk|website|web page|native|social|feeds?|forum|blog)
`;
/** "No logins". */
const NO_PART = anyCase`
  ^(?:please |pls |and |but |also |so )?no (?:(?:fancy|separate|extra|new|own|native|in-app|
  real-?time|live|user|customer|mobile|web|online|automatic|push|special|custom|more|kind of|
  third-party|public) )*${PARTS}\b
`;
/** What must not happen to data is a rule, and what isn't there is no part. */
const NOT_A_PART = anyCase`
  \b(?:data|names?|address(?:es)?|phone numbers?|personal|patient|private|salar(?:y|ies)|real|live|
  leaves?|stored?|sent|send|shared?|kept|cloud|consent|permission|allowed|legal|law|outside|must|
  may)\b
`;
const LATER = part`
  (?:later|phase (?:2|two)|v2|another (?:day|time|round|project|ticket)|next (?:version|year|round|
  quarter)|a (?:different|separate) (?:project|ticket|topic|story))
`;
const LEFT_OUT = anyCase`
  \b(?:can|has to|will have to) wait\b(?! (?:for|until|in|at|on|longer))|
  \b(?:is|are|comes?|is all|that'?s|maybe|something|
  one) (?:for )?(?:some(?:thing for)? )?${LATER}\b(?! (?:than|in the|that))|
  \b(?:is|are) (?:also |all )?out(?: of scope| too| for now)?(?:[.,;!]|$)|
  \bstays? (?:manual|as (?:it )?is|as they are|the way (?:it is|they are)|on paper)[.!]?$|
  ^(?:we |i )?(?:really )?(?:don'?t|do not|won'?t|will not) (?:need|want|build|do|add|touch|
  support|replace|connect|include|cover|solve|offer|make|bother with|handle|
  care about)\b(?! (?:to know|it|this|that|them|anyone|people|users)\b)|
  \b(?:doesn'?t|does not|don'?t|needn'?t) (?:have|need) to (?:be|look) (?:pretty|nice|fancy|
  perfect|beautiful|polished)\b|
  ^nothing fancy\b|
  ^(?:skip|leave out|forget(?: about)?|ignore|ignoring|leaving out|dropping|skipping|
  drop):? (?:the |all |any |for now )?[\p{L}-]+|
  \b(?:leave|leaving) (?:the |all )?[\p{L} -]{3,40} (?:out|alone|as (?:it is|is|they are))\b|
  ^(?:(?:we'?re|we are|i'?m|i am|this is|it'?s) )?(?:explicitly |deliberately )?not (?:doing|
  building|touching|solving|replacing|changing|adding|part of|for now|this time|about|going to|
  trying to|a replacement|now|in (?:this|the first|v1)|included|planned|covered)\b|
  : (?:later|not now|not yet|next (?:version|year|round)|phase (?:2|two)|v2|no|nope|maybe later|
  out)\.?$|
  \b(?:for|in) (?:the first version|v1|version one|now),? (?:no|without|only one)\b|
  ^only one \p{L}+ (?:for now|at first|to start)|
  \bno\b.*\b(?:in|for) (?:the first version|v1|now)(?:[.,]|$)
`;
/** "No idea", "no one": what isn't there. */
const NOTHING = anyCase`
  ^no (?:idea|one|decision|rush|news|need to|problem|way|worries|hurry|clue|answer|reply|response|
  owner|date|budget|time|money|more|less|longer|matter|signal|network|internet|wifi|results?|rows?|
  entries|match)\b|
  \?|\b(?:if|unless|when|because)\b|\bbut (?:have|has|had|still|we|they)\b|
  ^(?:skip|ignore|drop|leave out|leaving out|ignoring|skipping):? (?:the |any |all )?(?:rows?|
  lines?|
  entr(?:y|ies)|records?|duplicates?|headers?|blanks?|empty|intro)\b|
  \b(?:don'?t|won'?t) want to (?:talk|meet|call|wait|ask|go|hear|discuss|
  keep|store|share|save|log|send|show)\b|\bnot about (?:us|me)\b|
  \b(?:connect to|touch|change) the (?:live|production|real|original|old)\b|\bcan wait until it\b
`;
const MAX_WORDS = 16;

/** Returns true for a part that is left out. */
export function isPartLeftOut(text: string): boolean {
  if (NOTHING.test(text) || text.split(" ").length > MAX_WORDS) return false;
  return LEFT_OUT.test(text) || (NO_PART.test(text) && !NOT_A_PART.test(text));
}
