import type { Context } from "../../context.ts";
import type { AnswerLine } from "../../domain/project/answer-line.ts";
import type { Finding } from "../../linter/finding.ts";
import { renderAnswerFindings } from "../../render/text/lint.ts";

/** Shows what the linter asks about drafted lines that the person hasn't kept in spite of it. */
export function showDraftFindings(
  { stderr }: Context,
  lines: readonly AnswerLine[],
  findings: readonly (readonly Finding[])[],
): void {
  for (const [index, { text, marks }] of lines.entries()) {
    const asked = findings[index]?.filter(({ rule }) => !marks.includes(rule)) ?? [];
    const about = lines.length > 1 ? `Line ${index + 1}: ${text}` : text;
    if (asked.length > 0) stderr.show(renderAnswerFindings, { about, findings: asked });
  }
}
