const NAME = String.raw`\p{Lu}[\p{L}.'\u2019]{0,20}(?: \p{Lu}[\p{L}.'\u2019]{0,20})?`;
/** "Ines 9:02 AM" on a line of its own, above a message of a chat. */
const ALONE = new RegExp(String.raw`^\s*${NAME},?\s+\[?\d{1,2}:\d{2}(?:\s?[ap]m)?\]?\s*$`, "iu");
/** "MK \u2013 ", before what someone said in a meeting. */
const BEFORE = new RegExp(
  String.raw`^(\s*(?:[-*+\u2022]\s+)?)(${NAME})\s+[\u2013\u2014-]\s+(?=\S)`,
  "u",
);
/** Fewer lines, or one person alone, may be a list of terms. */
const MIN_LINES = 4;
const MIN_PEOPLE = 2;

/** Leaves out who said what: the names above messages of a chat, and before what was said. */
export function removeSenders(raw: readonly string[]): string[] {
  const isChat = raw.filter((line) => ALONE.test(line)).length >= MIN_PEOPLE;
  const people = findPeople(raw);
  return raw.map((line) => {
    if (isChat && ALONE.test(line)) return "";
    const [start = "", mark = "", name = ""] = BEFORE.exec(line) ?? [];
    if (!people.has(name)) return line;
    const said = line.slice(start.length);
    return mark.trim() === "" ? `${mark}- ${said}` : mark + said;
  });
}

/** Finds who speaks more than once. */
function findPeople(raw: readonly string[]): ReadonlySet<string> {
  const names = raw.flatMap((line) => BEFORE.exec(line)?.[2] ?? []);
  const often = names.filter((name, index) => names.indexOf(name) !== index);
  const people = new Set(often);
  const spoken = names.filter((name) => people.has(name)).length;
  return people.size >= MIN_PEOPLE && spoken >= MIN_LINES ? people : new Set();
}
