/** How many of the words of a line a text must have to say the same. */
const MIN_SHARE = 0.75;

/** Words that change what a line says, however many others are the same. */
const TURNS = /^(?:not?|never|none|nothing|without|only|except|but|\p{L}+n't|\p{N}.*)$/u;

/** Returns true if a text has the words of a line, with the same numbers and the same "not". */
export function holdsContent(text: string, line: string): boolean {
  if (` ${toWords(text)} `.includes(` ${toWords(line)} `)) return true;
  const given = new Set(listContentWords(text));
  const words = new Set(listContentWords(line));
  const turns = (all: Iterable<string>) =>
    [...all]
      .filter((word) => TURNS.test(word))
      .toSorted()
      .join(" ");
  const shared = [...words].filter((word) => given.has(word)).length;
  return words.size > 0 && turns(given) === turns(words) && shared >= words.size * MIN_SHARE;
}

/** Short words and those that stand in any sentence say little. */
const SMALL: ReadonlySet<string> = new Set(
  `a an the is are was were be it its in on at of to for from and or as by with that this there has
  have so i we also still again add adds added`.split(/\s+/),
);

function listContentWords(text: string): string[] {
  return toWords(text)
    .split(" ")
    .filter((word) => word !== "" && !SMALL.has(word))
    .map(toStem);
}

/** "changes" and "change" are the same word here. */
function toStem(word: string): string {
  return word.length > 3 ? word.replace(/(?:es?|s)$/, "") : word;
}

/** Returns the words of a text: a changed capital, mark or space says nothing else. */
function toWords(text: string): string {
  const plain = text.toLowerCase().replaceAll("\u2019", "'");
  return (plain.match(/\p{N}(?:[\p{N}.,:]*\p{N})?|\p{L}+(?:'\p{L}+)?/gu) ?? []).join(" ");
}
