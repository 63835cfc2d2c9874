import { findOpenQuestion } from "../../domain/text/open-question.ts";
import type { Line, Span } from "../line.ts";

/** Finds a rule that ends in a question: "Business days or calendar days?" */
export function openQuestion({ text }: Line): Span | undefined {
  return findOpenQuestion(text);
}
