import { coveredText } from "./bug-report.ts";
import { isPerson } from "./grammar.ts";
import { irregularPasts } from "./lexicon.ts";
import type { Line } from "./line.ts";
import { type Token, textAt } from "./token.ts";

/** Returns true if the writer says what happened to them, or to somebody they know. */
export function isOwnReport(line: Line): boolean {
  const text = coveredText(line);
  return ownTroubles.some((trouble) => trouble.test(text)) || isAboutOwnPerson(line.tokens);
}

const adverbs = "(?:(?:\\w+ly|then|now|still|often|always|also|just|even|sometimes|again) )*";

const ownTroubles = [
  // "I can't reach the menu", "I am unable to", "I no longer can"
  `\\bi ${adverbs}(?:(?:ca|could|was)n['\\u2019]?t|(?:can|could|was) ?not)\\b`,
  `\\bi ${adverbs}(?:no longer can|can no longer)\\b`,
  `\\bi(?:['\\u2019]m| am| was) ${adverbs}` +
    "(?:not able|unable|not getting|not seeing|getting|seeing|stuck)\\b" +
    "(?! (?:the|any|a) (?:value|point|benefit|need|sense))",
  // "I have to scroll slowly", "I must wait"; "I need to see" is a wish
  `^(?!as an?\\b).*\\bi ${adverbs}(?:have to|had to|must|need to) ${adverbs}(?:re-?\\w+|scroll` +
    "|wait|click|copy|paste|go|close|ring|call|type|check|do|repeat|sort|ask)\\b",
  // "I select it and just get the shop"
  "\\bi (?:\\w+ ){1,8}and (?:just |only |then |still |always )?(?:get|see|land)\\b",
  `\\b(?:i|i['\\u2019]ve) ${adverbs}lost\\b`,
  "\\b(?:each|every) time i \\w+(?!.*\\bwish\\b)",
  "(?:never|not|n['\\u2019]t) work(?:ed|s|ing)? (?:\\w+ )?for me\\b",
  // "logs me out", "won't let me"
  "\\b(?:gives?|gave|shows?|showed|asks?|logs?|kicks?|sends?|throws?|signs?) me\\b",
  "n['\\u2019]t let me\\b",
  "\\bmy (?:\\w+ ){0,2}(?:version|app|phone|tablet|device|build)\\b.{0,200}" +
    "\\b(?:crash|fr[eo]+z|hang|fail|stop|quit|clos|drain|restart)",
  // "He also said the page had timed out"
  "\\b(?:he|she) (?:also )?(?:said|told|wrote|reported|mentioned)\\b",
].map((source) => new RegExp(source, "i"));

/** "my aunt never opened her post": one person, whom the writer knows. */
function isAboutOwnPerson(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text }, index) =>
      text === "my" &&
      isPerson(tokens, index + 1) &&
      (/^(?:had|was|never|couldn't|\w+ed)$/.test(textAt(tokens, index + 2)) ||
        irregularPasts.has(textAt(tokens, index + 2))),
  );
}
