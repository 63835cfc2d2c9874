import type { FieldProblem } from "./schema.ts";

/** Markup that can hide all that comes after it, with its name and what to write instead. */
const hiding = [
  {
    // A placeholder could become the name of a tag.
    pattern: /<(?=[a-z/!?{])/i,
    name: "HTML",
    fix: "leave it out, or put a space after the <",
  },
  { pattern: /`{3}|~{3}/, name: "a code fence", fix: "indent the code by four spaces instead" },
];

/**
 * Returns a problem for each line in the page of a pack's step that could hide what the program
 * adds below it: how things were judged, and the pages of other steps.
 */
export function checkPageText(body: string, bodyLine: number): FieldProblem[] {
  return body.split("\n").flatMap((text, index) =>
    hiding
      .filter(({ pattern }) => pattern.test(text))
      .map(({ name, fix }) => {
        const message = `a team's page can't have ${name}, which could hide what comes after it`;
        return { path: [], line: bodyLine + index, message, fix };
      }),
  );
}
