import { createCheckFinder } from "./check-text.ts";
import type { PlacedLine } from "./placed-lines.ts";
import { splitAtRefs } from "./report-items.ts";
import { normalizeWords } from "./status.ts";

const LABEL = /^([\s*_`"'([]*)([A-Z]{1,2})[\s-]?0?([1-9]\d?)(?=[\s*_`"')\]]*[:.)|\u2013\u2014=-])/;
const QUOTED =
  /^[\s*_]*["'\u201c\u201e\u00ab\u2018]([^"\u201d\u201c\u00bb]{8,300})["'\u201d\u201c\u00bb\u2019][\s*_]*[:.]?/;

/**
 * Returns the lines of a report with the checks under their own names: those that the agent calls
 * P1, P2 and so on, and those that it quotes as a whole behind a number of its own.
 */
export function unifyCheckNames(
  lines: readonly PlacedLine[],
  checks: readonly string[],
): PlacedLine[] {
  const letters = findLetters(lines, checks);
  const texts = checks.map(plainWords);
  return lines.map((line) => {
    if (letters !== undefined && line.topic === "per-check") {
      const rename = (text: string) =>
        text.replace(LABEL, (all, mark, given, number) =>
          given === letters ? `${mark}C${number}` : all,
        );
      return { ...line, text: rename(line.text), cells: line.cells.map(rename) };
    }
    return nameQuoted(line, texts);
  });
}

/**
 * Finds the letters that stand for "C": those of labels in the section of the checks that count all
 * of them once, where the words of most fit their check. The section must have no others.
 */
function findLetters(lines: readonly PlacedLine[], checks: readonly string[]): string | undefined {
  const section = lines.filter(({ topic, kind }) => topic === "per-check" && kind !== "code");
  const found = section.flatMap((line) => {
    const text = line.kind === "row" ? line.cells.join(" | ") : line.text;
    const [, , letters = "", number] = LABEL.exec(text) ?? [];
    return number === undefined ? [] : [{ letters, number: Number(number), text }];
  });
  const letters = found[0]?.letters;
  const isOne = found.every((each) => each.letters === letters);
  const numbers = new Set(found.map(({ number }) => number));
  const isWhole = found.length === checks.length && checks.every((_, at) => numbers.has(at + 1));
  const isNamed = section.some(({ text }) => splitAtRefs(text).some((ref) => ref.isExplicit));
  if (letters === undefined || !isOne || !isWhole || isNamed || checks.length < 2) return undefined;
  const find = createCheckFinder(checks);
  const fits = found.map(({ number, text }) => {
    const { scores } = find(text);
    return { own: scores[number - 1] ?? 0, best: Math.max(...scores) };
  });
  const isOther = fits.some(({ own, best }) => best > own);
  const fitting = fits.filter(({ own }) => own > 0).length;
  return !isOther && fitting * 2 >= checks.length ? letters : undefined;
}

/** Names the check that a line quotes as a whole at its start: '1. "An empty file ..." Met.' */
function nameQuoted(line: PlacedLine, texts: readonly string[]): PlacedLine {
  const isProse = line.kind === "entry" || line.kind === "text";
  const [all = "", words = ""] = isProse ? (QUOTED.exec(line.text) ?? []) : [];
  const index = all === "" ? -1 : texts.indexOf(plainWords(words));
  if (index < 0 || texts.indexOf(texts[index] ?? "", index + 1) >= 0) return line;
  const text = `C${index + 1}: ${line.text.slice(all.length).trim()}`;
  return { ...line, text, number: undefined };
}

function plainWords(text: string): string {
  return (normalizeWords(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");
}
