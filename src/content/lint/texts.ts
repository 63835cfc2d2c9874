import type { FieldProblem } from "../schema.ts";
import { type Check, checkDuplicates, createKindCheck } from "./check.ts";

type Path = FieldProblem["path"];

// Control characters, and characters that reorder or hide others.
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/u;
const NOT_PLAIN = /[^\n\x20-\x7e]/u;

/**
 * Checks for characters that a terminal can't show: hidden ones in packs, anything but ASCII in
 * shipped content, except the reports of drills.
 */
export const checkCharacters: Check = ({ kind, matter, entry, bodyLine }) => {
  const odd = entry.from === undefined ? NOT_PLAIN : HIDDEN;
  // Agents write their reports with all kinds of marks.
  const oddInBody = kind === "drills" ? HIDDEN : odd;
  const find = (text: string, first: number, odd: RegExp) => {
    if (!NOT_PLAIN.test(text)) return [];
    return text.split("\n").flatMap((line, index) => {
      const [found] = odd.exec(line) ?? [];
      return found ? [{ ...describeCharacter(found), line: first + index }] : [];
    });
  };
  return [...find(matter, 2, odd), ...find(entry.body, bodyLine, oddInBody)];
};

function describeCharacter(character: string): FieldProblem {
  if (character === "\t") return { path: [], message: "the text has a tab", fix: "use spaces" };
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const message = HIDDEN.test(character)
    ? `there is an invisible character here: U+${code}`
    : `some terminals can't show "${character}" (U+${code})`;
  return {
    path: [],
    message,
    fix: "retype it with plain letters and straight quotes",
  };
}

/** Checks that a page isn't empty. */
export const checkBody: Check = ({ kind, entry, bodyLine }) => {
  if (entry.body !== "" || !["guide", "steps", "drills"].includes(kind)) return [];
  return [
    {
      path: [],
      line: bodyLine,
      message: "the page is empty",
      fix: "write it below the second ---",
    },
  ];
};

const MAX_ENTRY = 85;

/** Checks that a slice has 3 to 5 checks, a short example, and entries that fit on a line. */
export const checkSlice = createKindCheck("slices", (slice) => {
  const { checks, example } = slice;
  const isWrongCount = checks.length < 3 || checks.length > 5;
  return [
    ...(isWrongCount
      ? [
          {
            path: ["checks"],
            message: `needs 3 to 5 checks, but has ${checks.length}`,
            fix: "3 good ones are enough",
          },
        ]
      : []),
    ...checkLength(["example"], example, 300),
    ...(["before", "checks", "notBuilding", "engineer"] as const).flatMap((field) =>
      slice[field].flatMap((text, index) => checkLength([field, index], text, MAX_ENTRY)),
    ),
  ];
});

/** Checks that each item has a unique id and fits its screen. */
export const checkItemTexts = createKindCheck("checklists", ({ items }) => [
  ...checkDuplicates(
    ["items"],
    "id",
    items.map(({ id }) => id),
  ),
  ...items.flatMap(({ title, ask, good, vague }, index) => [
    ...checkLength(["items", index, "title"], title, 90),
    ...checkLength(["items", index, "ask"], ask, 190),
    ...checkLength(["items", index, "good"], good, 250),
    ...checkLength(["items", index, "vague"], vague, 250),
  ]),
]);

/** Checks that at least three letters come before a `*`, so that a term isn't too broad. */
export const checkTerms = createKindCheck("rules", (rule) =>
  (["terms", "criterionTerms", "problemTerms", "unlessMeasured", "exceptions"] as const).flatMap(
    (field) =>
      rule[field].flatMap((term, index) => {
        const isShort = term
          .split(/[\s-]+/)
          .some((word) => word.includes("*") && !/^[^*]{3,}\*$/.test(word));
        const message = `"${term}": a * must follow at least three letters and end the word`;
        return isShort ? [{ path: [field, index], message, fix: "write more of the word" }] : [];
      }),
  ),
);

function checkLength(path: Path, text: string, max: number): FieldProblem[] {
  if (text.length <= max) return [];
  return [
    {
      path,
      message: `is ${text.length} characters long; the limit is ${max}`,
      fix: "shorten it",
    },
  ];
}
