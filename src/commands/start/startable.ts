import type { Context } from "../../context.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import { quote } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import type { LoadedState } from "../shared/app-state.ts";
import { brokenFileError, findBrokenFile } from "../shared/broken-file.ts";
import type { GivenIdea } from "./idea.ts";

/**
 * Throws if the word that is to be started is a drill, or a slice whose file can't be used, unless
 * it's said to be an own idea.
 */
export async function assertStartable(
  context: Context,
  { slices }: Pick<LoadedState, "slices">,
  { words = "", own = false, from, title }: GivenIdea,
): Promise<void> {
  const name = cleanLine(words);
  const isIdea = own || from !== undefined || title !== undefined || /\s/.test(name);
  if (name === "" || isIdea || slices.some(({ id }) => id === name)) return;
  const { drills, problems } = await context.loadLibrary("slices", "drills");
  const broken = findBrokenFile(problems, name);
  if (broken) throw brokenFileError(broken, "slice", name);
  const drill = drills.find(({ id }) => id === name);
  if (!drill) return;
  throw new UserError(`${quote(name)} is a drill, ready to be judged: nothing to start.`, {
    exitCode: ExitCode.usage,
    fix:
      `To do it: builder-pm practice ${name}\n` +
      `If it's an idea of your own: builder-pm start ${quote(name)} --own`,
  });
}
