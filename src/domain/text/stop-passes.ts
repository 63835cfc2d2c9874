const CARDINALS = "zero one two three four five six seven eight nine ten".split(" ");
const ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split(
  " ",
);
const COUNT = `(\\d{1,3}|${CARDINALS.slice(1).join("|")}|a)`;
const ORDINAL = `(\\d{1,3}(?:st|nd|rd|th)|${ORDINALS.slice(1).join("|")})`;
const BEFORE = "(?:after|by|at|on|in|within|past|or|max(?:imum)?|most|spent|used|^stop:?)";

/** Only these: in "2 of 5 checks pass", and "one test passes", it is what the checks do. */
const FORMS = [
  new RegExp(`\\b${BEFORE} (?:the (?:first )?)?${COUNT} (?:agent |more )?passes\\b`, "g"),
  new RegExp(`\\b${BEFORE} (?:the )?(1|one|a) (?:agent )?pass\\b`, "g"),
  new RegExp(`\\b${BEFORE} (?:the |my )?${ORDINAL} pass\\b`, "g"),
  new RegExp(`\\b${BEFORE} pass #?${COUNT}\\b`, "g"),
  new RegExp(`^${COUNT} passes\\b`, "g"),
];

/**
 * Reads after how many passes with the agent a stop rule comes due: 2 for "after 2 passes" or "on
 * the second pass". Returns undefined if there is no such limit; of several, the lowest counts.
 */
export function readStopPasses(text: string): number | undefined {
  const line = text.slice(0, MAX_CHARACTERS).toLowerCase().replace(/\s+/g, " ").trim();
  const found = FORMS.flatMap((form) => [...line.matchAll(form)])
    .map(([, count = ""]) => readPassCount(count))
    .filter((count) => count > 0);
  return found.length > 0 ? Math.min(...found) : undefined;
}

/** Longer texts are read up to here, so that any text is fast. */
const MAX_CHARACTERS = 2000;

function readPassCount(count: string): number {
  if (count === "a") return 1;
  const word = Math.max(CARDINALS.indexOf(count), ORDINALS.indexOf(count));
  return word > 0 ? word : Number.parseInt(count, 10);
}
