/**
 * What is probably wrong with a text that is no YAML, in words for someone who never read about
 * YAML.
 */
export interface YamlMistake {
  line: number;
  column: number;
  message: string;
  fix: string;
}

const quoteIt = "put the text in quotes";

const OPEN_QUOTE = /^["'](?!.*["']\s*(?:#.*)?$)/;

/** Mistakes that show in the value of one line. */
const inValue: readonly [looks: RegExp, message: string, fix: string][] = [
  [
    /^"(?:[^"\\]|\\.)*\\[^"\\/abefnrtuvxLNP_0 ]/,
    "a backslash stands in double quotes",
    "write it twice, or use '",
  ],
  [
    /^"(?:[^"\\]|\\.)*"\s*[^\s#,\]}]/,
    "the text goes on after its closing quote",
    'write an inner quote as \\"',
  ],
  [
    /^'(?:[^']|'')*'\s*[^\s#,\]}]/,
    "the text goes on after its closing quote",
    "write an inner quote twice",
  ],
  [OPEN_QUOTE, "a quote is opened and not closed on this line", "close it at the end of the text"],
  [/^[@`%*&!|>]/, "a text starts with a character that YAML keeps for itself", quoteIt],
  [/^- /, "a text starts with a dash", quoteIt],
  [/^(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s#,\]}]/, "the text goes on after its closing bracket", quoteIt],
  [/^[[{][^\]}]*$/, "a bracket is opened and not closed on this line", `close it, or ${quoteIt}`],
  [/^[\]}]/, "a bracket is closed that was never opened", quoteIt],
  [/^[^"'[{].*:(?:\s|$)/, "a text holds a colon followed by a space", quoteIt],
];

/** Mistakes that take more than one line to see, by what the parser says. */
const byReason: readonly [said: RegExp, message: string, fix: string][] = [
  [/duplicated mapping key/, "this field stands here twice", "keep one of the two"],
  [/unknown tag/, "a text starts with an exclamation mark, or code is asked for", quoteIt],
  [/call stack/, "the fields are nested too deep", "make the file smaller"],
  [/quoted scalar/, "a quote is opened and never closed", "close it at the end of the text"],
  [/flow collection/, "a bracket is opened and never closed", "close it"],
  [
    /indentation|implicit|separator is expected/,
    "this line does not go with the lines above it",
    "start each field at the left, and set the lines of a list in by two spaces",
  ],
];

/**
 * Explains why `matter` is no YAML, from the place, counted from 0 in it, and the reason that a
 * parser gives. The place that is returned counts from 1 in the file, whose first line is the
 * fence.
 *
 */
export function explainYamlMistake(
  matter: string,
  {
    line = 0,
    column = 0,
    reason,
  }: { line?: number | undefined; column?: number | undefined; reason: string },
): YamlMistake {
  const known = byReason.findIndex(([said]) => said.test(reason));
  const place = { line: line + 2, column: column + 1 };
  const [, message, fix] = byReason[known] ?? [];
  // The first three cannot be told from one line, and the line would mislead.
  if (message && fix && known < 3) return { ...place, message, fix };
  const lines = matter.split("\n");
  // A parser often notices one line too late, and an open quote only where everything ends.
  const opening = /quoted scalar/.test(reason)
    ? lines.findLastIndex((text) => OPEN_QUOTE.test(splitLine(text).value))
    : -1;
  const found =
    findInValue(lines, line) ?? findInValue(lines, line - 1) ?? findInValue(lines, opening);
  return (
    found ?? { ...place, message: message ?? reason, fix: fix ?? `mend this line, or ${quoteIt}` }
  );
}

/** What stands before a value, the dashes of a list and the name of a field, and the value. */
function splitLine(text: string): { lead: string; value: string } {
  const [, lead = "", value = ""] = /^((?:\s*- (?=\S))*\s*(?:[\w-]+:\s+)?)(.*)$/.exec(text) ?? [];
  return { lead, value };
}

function findInValue(lines: readonly string[], index: number): YamlMistake | undefined {
  const { lead, value } = splitLine(lines[index] ?? "");
  const [, message, fix] = inValue.find(([looks]) => lead !== "" && looks.test(value)) ?? [];
  return message && fix ? { line: index + 2, column: lead.length + 1, message, fix } : undefined;
}
