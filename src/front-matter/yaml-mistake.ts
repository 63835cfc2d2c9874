/** Explains what is probably wrong with invalid YAML, for people who don't know YAML. */
export interface YamlMistake {
  line: number;
  column: number;
  message: string;
  fix: string;
}

const QUOTE_IT = "put the text in quotes";

const OPEN_QUOTE = /^["'](?!.*["']\s*(?:#.*)?$)/;

/** Mistakes that can be seen in the value on a single line. */
const valueMistakes: readonly [pattern: RegExp, message: string, fix: string][] = [
  [
    /^"(?:[^"\\]|\\.)*\\[^"\\/abefnrtuvxLNP_0 ]/,
    "there is a backslash in double quotes",
    "write it twice, or use '",
  ],
  [
    /^"(?:[^"\\]|\\.)*"\s*[^\s#,\]}]/,
    "there is text after the closing quote",
    'write an inner quote as \\"',
  ],
  [
    /^'(?:[^']|'')*'\s*[^\s#,\]}]/,
    "there is text after the closing quote",
    "write an inner quote twice",
  ],
  [OPEN_QUOTE, "a quote isn't closed on this line", "close it at the end of the text"],
  [/^[@`%*&!|>]/, "a text starts with a character that has a meaning in YAML", QUOTE_IT],
  [/^- /, "a text starts with a dash", QUOTE_IT],
  [/^(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s#,\]}]/, "there is text after the closing bracket", QUOTE_IT],
  [/^[[{][^\]}]*$/, "a bracket isn't closed on this line", `close it, or ${QUOTE_IT}`],
  [/^[\]}]/, "a bracket is closed but was never opened", QUOTE_IT],
  [/^[^"'[{].*:(?:\s|$)/, "a text contains a colon followed by a space", QUOTE_IT],
];

/** What a parser says, and a mistake that it is certain about. */
const certainMistakes: readonly [pattern: RegExp, message: string, fix: string][] = [
  [/duplicated mapping key/, "this field appears twice", "keep one of the two"],
  [/unknown tag/, "a text starts with an exclamation mark, or asks for code", QUOTE_IT],
  [/call stack/, "the fields are nested too deep", "make the file smaller"],
];

/** What a parser says, and the likely mistake if no line shows a clearer one. */
const likelyMistakes: readonly [pattern: RegExp, message: string, fix: string][] = [
  [/quoted scalar/, "a quote is never closed", "close it at the end of the text"],
  [/flow collection/, "a bracket is never closed", "close it"],
  [
    /indentation|implicit|separator is expected/,
    "this line doesn't fit the lines above it",
    "start each field at the left, and indent the lines of a list by two spaces",
  ],
];

/**
 * Explains why `matter` is invalid YAML, from a parser's reason and position. That position counts
 * from 0 in `matter`. The returned one counts from 1 in the file, whose first line is the fence.
 */
export function explainYamlMistake(
  matter: string,
  {
    line = 0,
    column = 0,
    reason,
  }: { line?: number | undefined; column?: number | undefined; reason: string },
): YamlMistake {
  const position = { line: line + 2, column: column + 1 };
  const certain = certainMistakes.find(([pattern]) => pattern.test(reason));
  if (certain) return { ...position, message: certain[1], fix: certain[2] };
  const lines = matter.split("\n");
  // A parser often notices a mistake one line too late, and an open quote only at the very end.
  const opening = /quoted scalar/.test(reason)
    ? lines.findLastIndex((text) => OPEN_QUOTE.test(splitField(text).value))
    : -1;
  const found =
    findValueMistake(lines, line) ??
    findValueMistake(lines, line - 1) ??
    findValueMistake(lines, opening);
  if (found) return found;
  const [, message = reason, fix = `fix this line, or ${QUOTE_IT}`] =
    likelyMistakes.find(([pattern]) => pattern.test(reason)) ?? [];
  return { ...position, message, fix };
}

/** Splits a line into its value and what comes before: dashes of a list, the name of a field. */
function splitField(text: string): { lead: string; value: string } {
  const [, lead = "", value = ""] = /^((?:\s*- (?=\S))*\s*(?:[\w-]+:\s+)?)(.*)$/.exec(text) ?? [];
  return { lead, value };
}

function findValueMistake(lines: readonly string[], index: number): YamlMistake | undefined {
  const { lead, value } = splitField(lines[index] ?? "");
  const [, message, fix] =
    valueMistakes.find(([pattern]) => lead !== "" && pattern.test(value)) ?? [];
  return message && fix ? { line: index + 2, column: lead.length + 1, message, fix } : undefined;
}
