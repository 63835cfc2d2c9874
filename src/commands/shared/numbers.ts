import { parseCount, parseMinutes } from "../../domain/text/number.ts";
import { ExitCode, UserError } from "../../errors.ts";

/**
 * Reads the whole number of a flag. Returns undefined if the flag is absent, throws below `min`.
 */
export function readCount(flag: string, word: string | undefined, min: number): number | undefined {
  const count = word === undefined ? undefined : parseCount(word);
  return requireNumber(word, count?.of === undefined ? count?.value : undefined, min, {
    message: `"${word}" is not a number for ${flag}.`,
    fix: `Give a whole number, ${min} or more, for example ${flag} 3.`,
  });
}

/** Reads the minutes of a flag. Returns undefined if the flag is absent, throws below `min`. */
export function readMinutes(
  flag: string,
  word: string | undefined,
  min: number,
): number | undefined {
  return requireNumber(word, word === undefined ? undefined : parseMinutes(word), min, {
    message: `"${word}" is not a number of minutes for ${flag}.`,
    fix: `${describeMinutes(min)}, for example ${flag} 30 or ${flag} "1h 10".`,
  });
}

/** Says what a length of time looks like, for the person who is asked for one. */
export function describeMinutes(min: number): string {
  return `Give the minutes, ${min} or more`;
}

/** So many minutes are more than four years; what is above is a slip. */
const MAX = 999_999;

function requireNumber(
  word: string | undefined,
  number: number | undefined,
  min: number,
  { message, fix }: { message: string; fix: string },
): number | undefined {
  if (word === undefined) return undefined;
  if (number !== undefined && number >= min && number <= MAX) return number;
  throw new UserError(message, { exitCode: ExitCode.usage, fix });
}
