import { quotePath } from "./domain/text/words.ts";

/** Reads from a command line, without knowing its command, how its output is to look. */
export function readWords(words: readonly string[]) {
  const isHelp = words[0] === "help" || words.includes("--help") || words.includes("-h");
  const typed = ["builder-pm", ...words.map(quotePath)].join(" ");
  const json = asksForJson(words);
  return { json, isForFile: json && namesFile(words), isQuiet: json || isHelp, typed };
}

/** Returns true if the command line names a file to write. */
function namesFile(words: readonly string[]): boolean {
  return words.some((word, index) => {
    const [, joined] = /^(?:-o|--output=)(.+)/.exec(word) ?? [];
    const file = word === "-o" || word === "--output" ? words[index + 1] : joined;
    return file !== undefined && file !== "-";
  });
}

/** Returns true if the command line asks for JSON. Words after `--` don't count. */
function asksForJson(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  const own = end < 0 ? words : words.slice(0, end);
  return (
    own.includes("--json") ||
    own.includes("--format=json") ||
    own.some((word, index) => word === "--format" && own[index + 1] === "json")
  );
}
