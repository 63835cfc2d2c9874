/**
 * The version of every JSON document; it changes only when a program that reads one could break.
 */
const JSON_VERSION = 1;

// Characters that JSON may hold as they are and a terminal would act on: written as \u escapes, so
// the value is the same. Kept as text, for the reason given in visible.ts.
const HIDDEN = String.raw`[\u007f-\u009f\p{Zl}\p{Zp}\p{Cf}]|(?!\p{VS})\p{DI}`;

/** One JSON document with its version, ending in a line feed. */
export function renderJson(document: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify({ version: JSON_VERSION, ...document }, undefined, 2);
  return `${text.replace(new RegExp(HIDDEN, "gu"), escapeCharacter)}\n`;
}

function escapeCharacter(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const code = character.charCodeAt(index).toString(16);
    return `\\u${code.padStart(4, "0")}`;
  }).join("");
}
