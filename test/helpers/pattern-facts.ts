/** What is true of every text that an expression matches, and of what it looks at around it. */
export interface PatternFacts {
  /** How many characters it has at least. */
  length: number;
  /** The parts of the expression that match nothing but one character, each as often as it must. */
  parts: readonly { source: string; times: number }[];
  /** The sources of everything that it could match a character with, also beside the text. */
  atoms: readonly string[];
}

const NOTHING: PatternFacts = { length: 0, parts: [], atoms: [] };

/**
 * Reads the facts of a regular expression: the forms that our patterns use. Throws for any other.
 */
export function readPatternFacts(source: string): PatternFacts {
  const tokens = source.match(TOKEN) ?? [];
  if (tokens.join("") !== source) throw new Error(`can't be read: ${source}`);
  const reader = { tokens, at: 0 };
  const facts = readChoice(reader);
  if (reader.at < tokens.length) throw new Error(`an odd bracket: ${source}`);
  return facts;
}

const TOKEN =
  /\(\?(?:[:=!]|<[=!]|<\w+>)|[()|]|\[(?:\\.|[^\]\\])*\]|\\(?:p\{\w+\}|u[\da-f]{4}|.)|(?:\{\d+(?:,\d*)?\}|[*+?])\??|[^\\]/gu;

interface Reader {
  tokens: readonly string[];
  at: number;
}

/** Of several choices, each text matches only one. */
function readChoice(reader: Reader): PatternFacts {
  const choices = [readSequence(reader)];
  while (reader.tokens[reader.at] === "|") {
    reader.at++;
    choices.push(readSequence(reader));
  }
  const [first = NOTHING, ...others] = choices;
  const isShared = (part: PatternFacts["parts"][number]) =>
    others.every(({ parts }) =>
      parts.some(({ source, times }) => source === part.source && times >= part.times),
    );
  return {
    length: Math.min(...choices.map(({ length }) => length)),
    parts: first.parts.filter(isShared),
    atoms: choices.flatMap(({ atoms }) => atoms),
  };
}

function readSequence(reader: Reader): PatternFacts {
  let facts = NOTHING;
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === undefined || token === "|" || token === ")") return facts;
    reader.at++;
    const one = repeat(readAtom(reader, token), readQuantifier(reader));
    facts = {
      length: facts.length + one.length,
      parts: [...facts.parts, ...one.parts],
      atoms: [...facts.atoms, ...one.atoms],
    };
  }
}

function readAtom(reader: Reader, token: string): PatternFacts {
  if (token.startsWith("(")) {
    const inner = readChoice(reader);
    reader.at++;
    // What only looks around needn't be in the text.
    return /^\(\?<?[=!]/.test(token) ? { ...NOTHING, atoms: inner.atoms } : inner;
  }
  // A word border is no character, and what a group found again is what it found.
  if (/^\\[b\d]$/.test(token)) return NOTHING;
  if (/^[\^$.]$/.test(token)) throw new Error(`can't be judged: ${token}`);
  return { length: 1, parts: [{ source: token, times: 1 }], atoms: [token] };
}

function readQuantifier(reader: Reader): number {
  const token = reader.tokens[reader.at] ?? "";
  if (!/^(?:\{\d|[*+?])/.test(token)) return 1;
  reader.at++;
  if (token.startsWith("+")) return 1;
  return Number(/^\{(\d+)/.exec(token)?.[1] ?? 0);
}

function repeat({ length, parts, atoms }: PatternFacts, times: number): PatternFacts {
  const kept = times === 0 ? [] : parts;
  return {
    length: length * times,
    parts: kept.map(({ source, times: own }) => ({ source, times: own * times })),
    atoms,
  };
}
