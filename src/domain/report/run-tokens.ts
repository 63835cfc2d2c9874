/** A word of a command, or a sign between two commands. */
export interface RunToken {
  text: string;
  kind: "word" | "sign";
  /** True for a text in quotes that isn't one word. */
  isText: boolean;
}

/** Signs between commands, and words, which may be a placeholder such as "<file>". */
const TOKEN =
  /(<[\w .-]{1,30}>)|(&&|\|\||2>&1|>>|<<|[;|<>&])|((?:"[^"]*"|'[^']*'|[^\s"';|<>&]|["'])+)/g;
/** Where a remark starts: from here on, nothing is carried out. */
const REMARK = /^(?:#|\/\/|\/\*|<!--|%|::)/;
const MAX_TOKENS = 40;

/** Splits a command into words and signs, up to a remark. */
export function splitCommand(text: string): RunToken[] {
  const tokens: RunToken[] = [];
  for (const [, placeholder, sign, word = ""] of text.matchAll(TOKEN)) {
    if (REMARK.test(word) || tokens.length === MAX_TOKENS) break;
    if (placeholder) tokens.push({ text: placeholder, kind: "word", isText: true });
    else tokens.push(sign ? { text: sign, kind: "sign", isText: false } : readToken(word));
  }
  return tokens;
}

function readToken(word: string): RunToken {
  const text = word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single);
  return { text, kind: "word", isText: /["'\s]/.test(text) };
}
