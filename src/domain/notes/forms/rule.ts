import { anyCase, exactCase, part } from "./words.ts";

/** What someone has to do next is no rule for the thing. */
const PLAN = anyCase`
  \bmust be (?:\p{L}+ )?(?:signed|approved|ready|decided|done|paid|re-?typed|typed|copied|entered|
  printed|checked)\b|\b(?:every|each) (?:\p{L}+day|week|month|morning|evening|time)\b|
  \bbefore the \p{L}+ (?:has|have|is|was)\b|\btry (?:it )?with\b|
  ^(?:(?:i|we|you|he|she|they|\p{L}+|somebody|someone)\b.{0,20}\b)?(?:must|need to|needs to|
  have to|has to|got to|gotta|should) (?:still |first |also |really )?(?:ask|talk|check|call|meet|
  leave|go|think|remember|decide|invite|find out|discuss|schedule|book|buy|get|look|clarify|speak|
  see|send|write|prepare|finish|wait|hire|order|make sure|test|try|start|agree|pick|choose|
  sort out|confirm|be back|be at|present|bring|read|learn|figure)\b|
  \?\s*$
`;
/** What holds only in a case, or what people can do. */
const CASE = /\b(?:able to|if|unless|in case|what if|stop|done when|works when)\b/i;
const KIND_OF_DATA = part`
  (?:customer|patient|personal|real|live|private|health|card|guest|resident|member|client|student|
  employee|staff|child(?:ren'?s)?|kid'?s?|tenant|user|full|home|phone|payment|production|internal|
  sensitive|identifiable|medical)
`;
/** "Must work", "the printer must not", but not what a person must do. */
const NOT_SOMEONE = part`^(?!(?:i|we|you|he|she|they)\b)`;
const MUST = anyCase`
  ^(?:(?:it|this|that|they|data|everything|nothing|all of it|the [\p{L} -]{2,30}|
  [\p{L}-]+) )?(?:must|has to|have to|needs? to|may|can|should)(?:n'?t| not| never| only|
   always) \p{L}+|
  ^(?:(?:it|this|everything|the [\p{L} -]{2,30}|\p{L}[\p{L}-]+) )?(?:must|has to|needs to|
  need to) (?:also |still |always )?(?:be|work|run|stay|fit|come|keep|use|look|load|match|comply|
  follow|respect|meet|support|live|remain|go through|cost|open|respond|happen|speak|print|
  handle)\b|
  ${NOT_SOMEONE}(?:[\p{L}'-]+ ){1,4}must (?:also |always |still )?(?:be|work|run|stay|fit|come|
  keep|use|look|match|follow|respect|contain|remain|go)\b|
  ${NOT_SOMEONE}(?:[\p{L}'-]+ ){1,4}(?:has to|needs to) (?:work|run|stay|fit|come from|match|
  be readable|be usable|remain)\b
`;
const NEVER = anyCase`
  ^never (?:ever )?(?:show|send|store|delete|change|share|touch|write|log|print|overwrite|use|ask|
  save|export|edit|make|call|text|mail|expose|mention|display|move|put|reveal|guess|charge|book|
  post|publish)\b|
  ^(?:please |pls )?(?:don'?t|do not) (?:store|show|send|log|export|delete|touch|save|share|track|
  keep|put|use|print|overwrite|display|expose|record|mail|text|change|write|mention|rely|call)\b|
  \bnever (?:copied|stored|shared|sent|shown|printed|logged|leaves?|blocks?|included|used|visible|
  exposed|sold|saved)\b|
  \b(?:not|isn'?t|aren'?t) allowed to\b|
  ^(?:[\p{L}-]+ ){0,4}(?:can'?t|cannot|may not|mustn'?t|must not|never) (?:leave|be (?:stored|
  shared|shown|sent|used|visible|kept|deleted|changed|edited|seen|installed)|store|keep|show|share|
  install|use (?:any|the)|see (?:each|other|the)|get access|contain|include)\b
`;
const DATA = anyCase`
  ^(?:please |pls |also |and )?no ${KIND_OF_DATA} (?:[\p{L}-]+ ){0,2}(?:data|names?|address(?:es)?|
  numbers?|details|info(?:rmation)?|photos?|records?|files?|contacts?)\b|
  ^no (?:names?|addresses|phone numbers|salaries|diagnos\w+|birth ?dates?|personal data|camera)\b|
  ^no [\p{L} -]{3,30} in (?:the )?(?:logs?|log lines?|copy|output|cloud|titles?|messages?|mails?|
  screens?|file|report)\b|
  \b(?:don'?t|do not) (?:want to )?(?:keep|store|share) (?:\p{L}+ ){0,3}(?:longer|after|numbers?|
  names?|addresses|data|photos?|anything)\b|
  ^nothing (?:may|is|gets|leaves|can|in the cloud|goes|must)\b|
  \bnothing (?:that )?(?:leaves|is sent|gets sent|is stored|goes)\b|
  ^(?:[\p{L}'-]+ ){1,3}(?:contains?|has|have|says?|shows?|carr(?:y|ies)) (?:no|
  nothing about) (?:names?|diagnos\w+|health|personal|addresses|phone|gps|customer|patient|private|
  medical)\b|
  ^(?:use |uses? |reads? |it reads? |works? )?only (?:the |(?:from|on|with) the |with )?(?:reads?|
  uses?|made-up|fake|sample|test|export|data|anonym\w+|public|existing|our own)\b|
  \buses? only\b|\bonly (?:uses?|reads?)\b|
  \b(?:is|are|gets?|be) (?:automatically )?(?:deleted|removed|wiped|purged|anonymi[sz]ed) (?:after|
  within|at|when|once|every)\b|
  \b(?:gets?|are|is|be) (?:stripped|blurred|masked|hashed|redacted|(?:pseud|an)onymi[sz]ed)\b|
  \b(?:don'?t|doesn'?t|never|not) go into (?:the )?(?:logs?|cloud|file|report)\b|
  \b(?:stays?|remains?|kept) (?:with)?in(?:side)? (?:the|our) (?:[\p{L}-]+ )?(?:system|servers?|
  office|building|machine|network|clinic|house|laptop|country)\b
`;
const SURROUNDINGS = anyCase`
  \bread[- ]only\b|\bwithout admin rights\b|\bworks? (?:fully )?offline\b|
  \bin the eu\b|\bscreen readers?\b|\bwcag\b|\bgdpr\b|^always ask before\b|^no one (?:outside|else|
  but)\b|
  \bnot? in the cloud\b|\bno paid\b|
  \bon (?:the|our) (?:old|existing|current) (?:tablets?|phones?|laptops?|pcs?|computers?|hardware|
  devices?|printers?)\b
`;
const ALLOWS = part`
  (?:(?:says?|said|wants?|needs?|won'?t)\b(?=.*\b(?:must|may|can'?t|cannot|nothing|never|only|not|
  stays?|kept|keep|no \p{L}|sign[- ]?off|approves?|allow|accept|log|eu|encrypt\w*|
  deleted?))(?!.*\bno to\b)|
  allows?|requires?|insists?|doesn'?t allow|forbids?)
`;
const AUTHORITY = anyCase`
  \b(?:legal|works council|compliance|security|dpo|gdpr|privacy|data protection|the law|hipaa|
  the union|finance|procurement|the board|the hoa)(?: team| department)? ${ALLOWS}\b|
  \bsa(?:ys?|id) (?:that )?(?:we|you|it) (?:can'?t|cannot|may not|mustn'?t|must|may only|can only|
  aren'?t allowed)\b
`;
/** The department, not "it says". */
const IT = exactCase`\bIT ${ALLOWS}\b`;
const RULES = [MUST, NEVER, DATA, SURROUNDINGS, AUTHORITY, IT];
const MAX_WORDS = 40;

/** Returns true for what the thing must do or must never do. */
export function isLimit(text: string): boolean {
  if (PLAN.test(text) || CASE.test(text) || text.split(" ").length > MAX_WORDS) return false;
  return RULES.some((rule) => rule.test(text));
}
