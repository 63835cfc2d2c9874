import { MAX_NUMBER, parseMinutes, parseWhole } from "../../domain/text/number.ts";
import { ExitCode, UserError } from "../../errors.ts";

/**
 * Parses a whole number. Returns undefined if the option is absent. Throws if it is below `min`.
 */
export function readCount(flag: string, word: string | undefined, min: number): number | undefined {
  return requireNumber(word, word === undefined ? undefined : parseWhole(word), min, {
    message: `"${word}" isn't a number for ${flag}.`,
    fix: `Enter a whole number, ${min} or more, for example ${flag} 3.`,
  });
}

/** Parses minutes. Returns undefined if the option is absent. Throws if they are below `min`. */
export function readMinutes(
  flag: string,
  word: string | undefined,
  min: number,
): number | undefined {
  return requireNumber(word, word === undefined ? undefined : parseMinutes(word), min, {
    message: `"${word}" isn't a number of minutes for ${flag}.`,
    fix: `${describeMinutes(min)}, for example ${flag} 30 or ${flag} "1h 10".`,
  });
}

/** Describes how to write a length of time. */
export function describeMinutes(min: number): string {
  return `Enter the number of minutes, ${min} or more`;
}

function requireNumber(
  word: string | undefined,
  number: number | undefined,
  min: number,
  { message, fix }: { message: string; fix: string },
): number | undefined {
  if (word === undefined) return undefined;
  if (number !== undefined && number >= min && number <= MAX_NUMBER) return number;
  throw new UserError(message, { exitCode: ExitCode.usage, fix });
}
