import { ExitCode, UserError } from "../errors.ts";

/** Reads a whole number of a flag, `least` or more; nothing when the flag is absent. */
export function readNumber(flag: string, word: string | undefined, least: number): number | undefined {
  if (word === undefined) return undefined;
  const number = /^\d{1,6}$/.test(word) ? Number(word) : Number.NaN;
  if (number >= least) return number;
  throw new UserError(`"${word}" is not a number for ${flag}.`, {
    exitCode: ExitCode.usage,
    fix: `Give a whole number, ${least} or more, for example ${flag} ${Math.max(least, 30)}.`,
  });
}
