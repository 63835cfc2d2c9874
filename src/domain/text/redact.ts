import { foldText } from "./fold.ts";

/**
 * Replaces a text wherever it stands, also with other spaces, dashes or invisible characters in it.
 * Returns the same string if it isn't there.
 */
export function replaceFolded(text: string, wanted: string, replacement: string): string {
  const characters = Array.from(foldText(wanted).text.replace(/\s/g, ""), toPatternCharacter);
  if (characters.length === 0) return text;
  const folded = foldText(text);
  const found = Array.from(
    folded.text.matchAll(new RegExp(characters.join(String.raw`\s*`), "gu")),
    ({ index, 0: form }) => folded.originalAt(index, index + form.length),
  );
  return [...new Set(found)].reduce((left, form) => left.replaceAll(form, replacement), text);
}

function toPatternCharacter(character: string): string {
  return /\w/.test(character) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
