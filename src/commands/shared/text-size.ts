import { findOversize } from "../../domain/text/answer-size.ts";
import { ExitCode, UserError } from "../../errors.ts";

/** Throws if a text from the command line is too long to be saved. */
export function assertTextSize(subject: string, ...texts: (string | undefined)[]): void {
  const problem = findOversize(
    texts.map((text = "") => text),
    { subject },
  );
  if (!problem) return;
  const message = `${problem.message} Nothing was saved.`;
  throw new UserError(message, { exitCode: ExitCode.usage, fix: problem.fix });
}
