import * as v from "valibot";
import { emptyProgress, Progress } from "../domain/progress.ts";
import { ExitCode, UserError } from "../errors.ts";

/** Reads what a file holds as progress. Throws, and says which, when it is of a newer version or not progress at all. */
export function readProgress(content: unknown, file: string): Progress {
  const version = (content as { version?: unknown } | null)?.version;
  if (typeof version === "number" && version > emptyProgress.version) {
    throw new UserError(`"${file}" was saved by a newer builder-pm, and this one leaves it as it is.`, {
      exitCode: ExitCode.progress,
      fix: "Use the newer builder-pm, or set BUILDER_PM_HOME to another folder to start apart.",
    });
  }
  const result = v.safeParse(Progress, content);
  if (result.success) return result.output;
  const place = v.getDotPath(result.issues[0]);
  throw describeDamage(file, place ? `"${place}" is not what it should be` : "it does not hold saved progress");
}

/** A damaged file in words: named, left as it is, with the way out. */
export function describeDamage(file: string, reason: string, cause?: unknown): UserError {
  return new UserError(`The saved progress in "${file}" is damaged (${reason}), and was left as it is.`, {
    exitCode: ExitCode.progress,
    fix: "Mend the file by hand, or move it aside and start again with: builder-pm reset --yes",
    cause,
  });
}
