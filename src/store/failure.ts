import { describeSystemError, ExitCode, UserError } from "../errors.ts";

/** Why a saved file can't be used: it is damaged, missing, or saved by a newer version. */
export interface Unusable {
  state: "damaged" | "missing" | "newer";
  reason: string;
}

/** The content of a file isn't saved progress. The message is a clause: "it is a folder". */
export class DamageError extends Error {}

/** The disk stored only a part of what was written. */
export class ShortWriteError extends Error {}

/** The way on if neither the saved file nor the backup can be used. */
export const START_OVER =
  "Fix the file by hand, or move it aside to start over or import a copy: builder-pm reset --yes";

const CHECK_FOLDER = "Check the folder's permissions, or set BUILDER_PM_HOME to another folder.";

/** Builds the error for a saved file that can't be used and was not changed. */
export function describeUnusable(
  file: string,
  { state, reason }: Unusable,
  hasBackup: boolean,
): UserError {
  const { progress: exitCode } = ExitCode;
  if (state === "newer") {
    const fix =
      "Use the newer version, or set BUILDER_PM_HOME to another folder to start separately.";
    return new UserError(
      `"${file}" was saved by a newer version of builder-pm, so it was left unchanged.`,
      { exitCode, fix },
    );
  }
  const problem = state === "missing" ? "is missing" : `is damaged (${reason})`;
  const fix = hasBackup
    ? "Restore the version before your last change: builder-pm doctor --restore"
    : START_OVER;
  const message = `The file with your saved progress, "${file}", ${problem}.`;
  const note = state === "missing" ? "" : " It was left unchanged.";
  return new UserError(message + note, { exitCode, fix });
}

/** Builds the error for a file or folder that can't be opened. */
export function describeUnreadable(file: string, error: unknown): UserError {
  return new UserError(
    `Your saved progress in "${file}" can't be opened: ${describeSystemError(error)}.`,
    {
      exitCode: ExitCode.progress,
      fix: `${CHECK_FOLDER} For details: builder-pm doctor`,
      cause: error,
    },
  );
}

/** Builds the error for progress that has become too large to be exported and imported again. */
export function describeTooMuch(megabytes: number): UserError {
  return new UserError(
    `Your progress would be larger than ${megabytes} MB, so this wasn't saved. ` +
      "What you saved before is still there.",
    {
      exitCode: ExitCode.progress,
      fix:
        "To keep it in a file and start over: " +
        "builder-pm export --json -o old.json && builder-pm reset --yes",
    },
  );
}

/** Builds the error for a failed save. Returns any other error as it is. */
export function describeSaveError(file: string, error: unknown): unknown {
  const isShort = error instanceof ShortWriteError;
  if (!isShort && !(error instanceof Error && "syscall" in error)) return error;
  const reason = isShort ? "the disk stored only part of it" : describeSystemError(error);
  const message = `Your progress can't be saved in "${file}": ${reason}.`;
  return new UserError(`${message} What you saved before is still there.`, {
    exitCode: ExitCode.progress,
    fix: `If the disk is full, free up space. ${CHECK_FOLDER} For details: builder-pm doctor`,
    cause: error,
  });
}
