import type { Item } from "../../domain/library/checklist.ts";
import type { Finding } from "../../linter/finding.ts";
import type { FindInAnswer } from "../shared/answer-lint.ts";

/** A number alone, such as one that was typed for the question before. */
const BARE_NUMBER = /^[\d.,%#]*\d[\d.,%#]*$/;

/** Returns what to ask about evidence: what the item's rules find, or that it is only a number. */
export async function findInEvidence(
  find: FindInAnswer,
  lint: Item["lint"],
  text: string,
): Promise<Pick<Finding, "rule" | "message" | "question" | "severity">[]> {
  if (!BARE_NUMBER.test(text)) return find(lint, text);
  const message = `"${text}" is only a number.`;
  const question = "What does it count, and where is it from?";
  return [{ rule: "bare-number", severity: "ask", message, question }];
}
