import { hasTimeLimit } from "../clause.ts";
import { choiceVerbs, verbs } from "../lexicon.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { type Token, textAt } from "../token.ts";

/**
 * Finds at least three abilities with objects of their own: "can create a job, view stages, approve
 * plans", but not "can see, edit and delete rows" or a series with one time limit.
 */
export function listedAbilities({ tokens }: Line): Span | undefined {
  const modal = tokens.findIndex(({ text }) => text === "can");
  const hasObject = verbs.has(textAt(tokens, modal + 1)) && !isListJoint(tokens[modal + 2]);
  if (modal < 0 || !hasObject || hasTimeLimit(tokens)) return undefined;
  const starts = tokens.flatMap((_, at) => (at < modal + 3 ? [] : findAbility(tokens, at)));
  return starts.length > 1 ? spanOf(tokens, starts[0] ?? 0, 2) : undefined;
}

/** Returns where the ability after a comma starts. */
function findAbility(tokens: readonly Token[], comma: number): number[] {
  if (textAt(tokens, comma) !== ",") return [];
  const start = /^(and|or)$/.test(textAt(tokens, comma + 1)) ? comma + 2 : comma + 1;
  const isAbility = choiceVerbs.has(textAt(tokens, start)) && !isListJoint(tokens[start + 1]);
  return isAbility ? [start] : [];
}

/** After a verb without an object comes nothing, a comma or "and". */
function isListJoint(token: Token | undefined): boolean {
  return token === undefined || /^([,;.]|and|or)$/.test(token.text);
}
