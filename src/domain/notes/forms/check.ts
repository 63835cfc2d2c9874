import { anyCase, COUNT, SPAN } from "./words.ts";

/** "Works when", "done if". */
const DONE_WHEN = anyCase`
  ^(?:it |this |it'?s |that |i'?d say it |i(?:'d| would)? know it |we know it )?(?:is |
  be )?(?:works?|working|done|good|good enough|ok|okay|fine|finished|ready|happy|
  successful)(?: for me)? (?:when|if|once)\b|
  ^i'?(?:d| would|'ll)? (?:be happy|know it works|call it done|sign it off)\b|
  ^(?:\p{L}+ (?:says?|would say|said) )?(?:she|he|they|i|we)(?:'s|'d be|'re|'m| is| would be| are|
   am) (?:happy|fine|satisfied) (?:if|when|once)\b|
  ^(?:test|to test|check)s?: 
`;
/** "When I click send, I see a preview". */
const SEEN = anyCase`
  ^(?:when|if|after|once) (?:i|you|we) [^,]{3,80},? (?:i|you|we) (?:then )?(?:can )?(?:see|get|
  find)\b|
  \bi (?:can|want to|should|would) see (?:that|in one|at a glance|on one|who|which|what|when|the)\b
`;
const SECONDS = `(?:s|secs?|seconds?|${SPAN})`;
/** A result that anyone can judge. */
const RESULT = anyCase`
  \bexactly once\b|\bto the (?:cent|penny|dollar|minute)\b|\b(?:line by line|value for value|
  row by row)\b|
  \b(?:is|are|comes? out|shows?|has|have|gets?|gives?) (?:exactly )?the same (?:total|numbers?|
  price|results?|rows|names|sums?|as|\d+)\b|
  \b(?:match(?:es)?|equals?|agrees? with|adds? up to) (?:the |last |our |his |her |my |
  what )[\p{L}' -]{2,40}(?:$|[,.]| to the| exactly| in| for| from)|
  \b(?:without|with no) (?:any )?(?:help|asking|explanation|training|a manual|instructions|
  being told)\b|\bunaided\b|
  \b(?:shows? up|appears?|is (?:there|visible|updated|sent|shown|on)|updates?|arrives?|loads?|
  opens?|changes) .{0,40}\b(?:within|in (?:under|less than)|in the next|in at most|
  after at most) ${COUNT} ?${SECONDS}\b|
  \b(?:can|finds?|finishes|is able to|manages? to|books?|done|takes?|
  do it) .{0,50}\b(?:in (?:under|less than|at most)|within|in) (?:an?|
  ${COUNT}) ?${SECONDS}(?: or less)?\b|
  \b${COUNT} (?:out )?of (?:the )?${COUNT} (?:test )?\p{L}+ (?:can|finds?|lands?|gets?|match|are|
  finish|understand|know)\b|
  \b(?:every|each|all|both) [\p{L} ]{2,30} (?:appears?|shows?|has|have|is|are|gets?|match(?:es)?|
  must get) (?:exactly|the same|one|right|correct|there|up)\b|
  \bequals?\b|\bends? up (?:on|in|at) the right\b|\bwithout (?:opening|reloading|leaving) |
  \b(?:is|are) (?:on|in|at) the [\p{L}' -]{2,25} (?:by \d|within|before \d)|
  \bwithin (?:an?|${COUNT}) ?(?:s|secs?|seconds?|mins?|minutes?)(?:$|[.,;]| of| after)|
  \b(?:is|are) sorted by\b|\bone row per\b|\b(?:is|are) (?:gray|grey|disabled|green|red) until\b
`;
const NOT_CHECK = anyCase`
  \?\s*$|
  \b(?:was|were|took|said|told|counted|measured|last (?:week|month|year)|yesterday|nobody|stop|
  today|always|often|usually|keeps?|have to|has to|must not|never|don'?t|can'?t|until|instead of|
  takes? an hour)\b|^they\b|\bwithin\b.*\band (?:the|an?) \p{L}+ (?:takes|picks|opens|goes|scans|
  taps)\b
`;

/** Returns true for what someone sees when it works. */
export function isVisibleResult(text: string): boolean {
  if (NOT_CHECK.test(text)) return false;
  return DONE_WHEN.test(text) || SEEN.test(text) || RESULT.test(text);
}
