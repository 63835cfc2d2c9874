import { wordSet } from "../../domain/text/word-set.ts";
import { isFormOf, isPerson } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { type Token, textAt } from "../token.ts";

const feelings = wordSet(`
  frighten scare intimidate overwhelm worry upset offend embarrass bore reassure delight impress
  motivate inspire irritate frustrate discourage bother alienate puzzle annoy confuse
`);

/** How the forms of these verbs start: "scaring", "worried". */
export const feltWords: readonly string[] = [...feelings].map(
  (verb) => `${verb.replace(/[ey]$/, "")}*`,
);

/** Finds an effect that only the person feels: "the letter doesn't frighten people". */
export function feltEffect({ tokens, kind }: Line): Span | undefined {
  if (kind !== "criterion") return undefined;
  const at = tokens.findIndex(
    (token, index) => index > 0 && isFormOf(feelings, token) && hasPersonAfter(tokens, index),
  );
  return at < 0 ? undefined : spanOf(tokens, at);
}

function hasPersonAfter(tokens: readonly Token[], index: number): boolean {
  return [1, 2].some((skip) => {
    const text = textAt(tokens, index + skip);
    return isPerson(tokens, index + skip) || /^(them|anyone|anybody|people|everyone)$/.test(text);
  });
}
