import { isA, isPerson } from "../grammar.ts";
import { type Line, type Span, spanOf } from "../line.ts";
import { listOf, type WordLists } from "../shape.ts";
import type { Token } from "../token.ts";

/** The line promises an effort, not a result: "tries to reconnect". What a person tries is a trigger. List: `efforts`. */
export function halfPromise({ tokens }: Line, lists: WordLists): Span | undefined {
  const efforts = listOf(lists, "efforts");
  for (let index = 0; index < tokens.length; index++) {
    const length = efforts.matchAt(tokens, index);
    if (length > 0 && isPromise(tokens, index)) return spanOf(tokens, index, length);
  }
  return undefined;
}

function isPromise(tokens: readonly Token[], index: number): boolean {
  const before = tokens.slice(0, index);
  if (before.some((token) => isA("subordinator", token))) return false;
  if (before.some((token, at) => isPerson(before, at) || /^(he|she|someone|anyone)$/.test(token.text))) return false;
  return index > 0 || !tokens[0]?.text.endsWith("ing");
}
