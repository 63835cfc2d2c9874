import { describeSystemError, ExitCode, UserError } from "../errors.ts";

/**
 * Why a saved file cannot be used: it is damaged, gone, or saved by a newer version; with words
 * for it.
 */
export interface Unusable {
  state: "damaged" | "missing" | "newer";
  reason: string;
}

/**
 * The content of a file is not what was ever saved; the message is the reason, to stand in a
 * sentence.
 */
export class DamageError extends Error {}

/** Less came to lie on the disk than was written. */
export class ShortWriteError extends Error {}

const CHECK_FOLDER = "Check the folder's permissions, or set BUILDER_PM_HOME to another folder.";

/** A saved file that cannot be used, in words: named, left as it is, with the way out. */
export function describeUnusable(
  file: string,
  { state, reason }: Unusable,
  hasBackup: boolean,
): UserError {
  if (state === "newer") {
    return new UserError(
      `"${file}" was saved by a newer builder-pm, and this one leaves it as it is.`,
      {
        exitCode: ExitCode.progress,
        fix: "Use the newer builder-pm, or set BUILDER_PM_HOME to another folder to start apart.",
      },
    );
  }
  const words = state === "missing" ? "is gone" : `is damaged (${reason}), and was left as it is`;
  return new UserError(`The saved progress in "${file}" ${words}.`, {
    exitCode: ExitCode.progress,
    fix: hasBackup
      ? "Bring back what was saved before the last change: builder-pm doctor --restore"
      : "Fix the file by hand, or move it aside and start again with: builder-pm reset --yes",
  });
}

/** A file or folder that the system does not give, in words. */
export function describeAccess(file: string, error: unknown): UserError {
  return new UserError(
    `The saved progress in "${file}" cannot be opened: ${describeSystemError(error)}.`,
    {
      exitCode: ExitCode.progress,
      fix: `${CHECK_FOLDER} Details: builder-pm doctor`,
      cause: error,
    },
  );
}

/** What went wrong while saving, in words. What is no failure of the disk comes back as it is. */
export function describeSaving(file: string, error: unknown): unknown {
  const isShort = error instanceof ShortWriteError;
  if (!isShort && !(error instanceof Error && "syscall" in error)) return error;
  const reason = isShort ? "the disk took only a part of it" : describeSystemError(error);
  return new UserError(
    `Your progress cannot be saved in "${file}": ${reason}. What was saved before is still there.`,
    {
      exitCode: ExitCode.progress,
      fix: `Free up disk space if it is full. ${CHECK_FOLDER} Details: builder-pm doctor`,
      cause: error,
    },
  );
}
