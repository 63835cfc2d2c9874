import type { Problem } from "../../domain/library/library.ts";
import { quotePath } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";

/** Finds a problem with the file of this name. */
export function findBrokenFile(
  problems: readonly Problem[],
  id: string | undefined,
): Problem | undefined {
  return problems.find(({ file }) => file.split(/[\\/]/).at(-1) === `${id}.md`);
}

/** Returns the error for something whose file is there, but can't be used. */
export function brokenFileError({ folder }: Problem, noun: string, id: string): UserError {
  return new UserError(`The ${noun} "${id}" can't be used: its file has a problem.`, {
    exitCode: ExitCode.content,
    fix: `See what to fix: builder-pm content lint ${quotePath(folder)}`,
  });
}
