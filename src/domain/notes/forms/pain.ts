import { anyCase, part } from "./words.ts";

/** What is wanted, planned, over or about the notes isn't how things are today. */
const NOT_TODAY = anyCase`
  \b(?:should|shall|must|will|would|could|might|may(?! \d)|wants? to|let'?s|please|maybe|imagine|
  instead|success|before i forget|let me think|fine|never forget|stopped|so that|cc @)\b|
  \b(?:writing|wrote|written|jott\w+) (?:this|it|up|that)\b|
  \b\w+'(?:ll|d)\b|
  \?\s*$|\b(?:nobody|no one) has to\b|\btakes? (?:under|less than)\b|\bcan wait\b|
  ^(?:when|once|until|as soon as) [^,]{0,30}$|
  \b(?:i|we) don'?t know (?:yet|what (?:i|we) want)\b|
  ^(?:\w+ ){0,3}\w+: i don'?t know|
  ^(?:someone|somebody|nobody (?:answers|replies)|an? \p{L}+|if|unless|no|never|don'?t|do not|not|
  stop|max|test|given|then)\b
`;

/** What people do where a tool is missing. */
const CHORE = part`
  (?:phones?|calls?|rings?|walks?|types?|re-?types?|re-?enters?|cop(?:y|ies)|opens?|guess(?:es)?|
  asks?|search(?:es)?|scrolls?|looks?|goe?s?|waits?|chases?|checks?|prints?|redo(?:es)?|counts?|
  adds? up|digs?|drives?|writes?|repeats?|explains?|compares?|pastes?|merges?|sorts?|tracks?|
  collects?|keeps?|scribbles?|fills?|flips?|updates?|hunts?)
`;

/** What says that something is hard, slow or goes wrong. */
const TROUBLE = anyCase`
  \b(?:nobody|no one|no-one|none of (?:us|them)|hardly anyone) (?:really |ever |else |
  actually )?(?:knows?|sees?|notices?|looks?|reads?|checks?|remembers?|has|can|owns?|feels?|tells?|
  orders?|searches|updates?|answers?|trusts?|understands?)\b|
  \b(?:don'?t|doesn'?t|can'?t|cannot|never|rarely|hardly|seldom)(?: ever| really| even|
   always)? (?:know|trust|remember|realize|notice|hear|understand|keep track|see (?:which|what|
  where|when|whether|if|who|how|that|the whole)|tell (?:which|what|where|when|whether|if|who|how|
  the)|find (?:the|it|them|out|their|his|her|my|our|all|any|anything))\b|
  \bkeeps? (?:on )?(?!track|an?\b)\w+ing\b|
  \b(?:i|we|they|people|everyone) (?:always |often |usually |still |constantly |just )*(?:forgets?|
  miss(?:es)?|loses?|lose track|mix(?:es)? up|guess(?:es)?)\b|
  \b(?:forgets?|mix(?:es)? up|loses? track|gives? up (?:after|on|halfway|before)|gets? (?:lost|
  forgotten|missed|mixed up|stuck|it wrong)|slips? through|falls? (?:through|between)|
  runs? out of)\b|
  \bonly (?:finds?|found|notices?|hears?|sees?|learns?|knows?) (?:out|it|about|when|after|on)\b|
  \bfinds? out (?:too late|only|when|weeks|days|hours|after)\b|
  \btoo late\b|\bby the time\b|\bhalf (?:of )?the time\b|\bagain and again\b|\bover and over\b|
  \b(?:is|are|always|often|already) (?:\w+ )?(?:out of date|outdated|stale|useless|hopeless|
  a joke)\b|
  (?:'s|\bis|\bare) (?:a|such a|a real|a total) (?:pain|mess|nightmare|chore|hassle)\b|
  \b(?:annoy(?:s|ed|ing)|hates?|frustrat\w+|confus(?:es|ed|ing)|tedious|error-prone|chaos|fed up|
  sick of|drives? \w+ (?:crazy|mad|nuts))\b|
  \b(?:there(?:'s| is) )?no (?:good |easy |real )?way (?:to|of) (?:see|tell|know|find|check)\w*\b|
  \b(?:have|has|with) no (?:idea|clue|overview|record|list)\b|
  \b(?:hard|difficult|impossible|painful|a struggle) (?:for \w+ )?to (?:see|tell|know|find|keep|
  read|get|plan|follow)\b|
  \b(?:asks?|mails?|calls?|writes?|sends?|answers?|types?|enters?|reported|
  explains?) (?:\w+ ){0,3}the same (?:\w+ )?(?:questions?|things?|mails?|story|numbers?|data|
  address|details|bug|error|info\w*|again|five|three|twice|\w+ times)\b|
  \bin (?:my|our|their|his|her|someone'?s) head\b|\bfrom memory\b|\bon sticky notes?\b|\bon (?:a |
  the )?(?:whiteboard|scrap paper|paper slips?)\b|
  \b(?:wastes?|loses?|spends?) (?:(?:about|around|up to|almost|nearly|more|their|his|her|my|our|
  the|an?|half|whole|first|last|most|of|ten|two|three|\d+) )+(?:time|hours?|minutes?|min|mins|hrs?|
  days?|morning|afternoon|evening|week|friday|monday)\b|
  \b(?:it )?takes? (?:me|us|her|him|them|everyone|someone|people|forever|ages|hours|days|weeks|
  too long|\w+ (?:an?|about|around|half|two|three|\d))\b|
  \bwaits? (?:\w+ ){0,3}(?:days|weeks|hours|minutes|while|until|at the|on the (?:line|phone))\b|
  \bends? up (?:with|in|on|\w+ing)\b|\bby hand\b|\bmanually\b|\bone by one\b|
  \b(?:often|usually|half|sometimes|always) (?:\w+ )?(?:arrives?|comes?|shows?|gets?|is|are|
  miss\w*|forgets?) (?:\w+ ){0,3}(?:without|late|missing|wrong|incomplete|empty|out of)\b
`;

/** How often someone does it. */
const HABIT = part`
  (?:(?:every|each) (?:single )?(?:\w+day|morning|evening|night|week|weekend|month|time|shift|day|
  quarter|year|few \w+)|(?:on |at the |by )?(?:end|start|beginning) of (?:the|each|every) \w+|
  on \w+days|\w+days|(?:two|three|several) times a (?:day|week|month)|(?:once|twice) a (?:day|week|
  month)|all day|daily)
`;
const HABITUAL = anyCase`
  \b${HABIT}\b.{0,60}?\b(?:i|we|he|she|they|people|someone|[A-Z]\w+|the (?:team|staff|\w+ers?|
  \w+ist|\w+ant)) (?:\w+ly |still |then |have to |has to )?${CHORE}\b|
  \b(?:have|has) to ${CHORE}\b.{0,80}\b(?:${HABIT}|just to|to (?:find|see|know|check|get)|by hand|
  again|twice|\w+ (?:tabs|screens|emails|mails|sheets|files|times))\b
`;
/** What is to be built does other things every Monday. */
const OF_A_THING = anyCase`
  \b(?:the (?:tool|page|script|app|bot|form|system) (?:then )?\w+s|run it|run the|taps?|click)\b
`;

/** Returns true for how people do something today, and what is hard or goes wrong with it. */
export function isTrouble(text: string): boolean {
  if (NOT_TODAY.test(text) || OF_A_THING.test(text)) return false;
  return TROUBLE.test(text) || HABITUAL.test(text);
}
