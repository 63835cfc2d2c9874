/** Every exit code of the program. `help exit-codes` lists them. */
export const ExitCode = {
  done: 0,
  couldNot: 1,
  usage: 2,
  content: 3,
  progress: 4,
  bug: 70,
  stopped: 130,
  terminated: 143,
  hungUp: 129,
} as const;

/** One of the codes of {@link ExitCode}. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** What each code means, as shown in the help and the documentation. */
export const exitCodeMeanings: ReadonlyArray<readonly [ExitCode, string]> = [
  [ExitCode.done, "done"],
  [ExitCode.couldNot, "the command failed"],
  [ExitCode.usage, "wrong usage, or an answer is needed and there is no terminal"],
  [ExitCode.content, "content has problems"],
  [ExitCode.progress, "saved progress can't be read or written"],
  [ExitCode.bug, "a bug in builder-pm"],
  [ExitCode.hungUp, "ended because the terminal closed"],
  [ExitCode.stopped, "stopped with Ctrl+C, or the input ended"],
  [ExitCode.terminated, "ended by another program"],
];

/** The optional parts of a {@link UserError}. */
export interface UserErrorOptions {
  exitCode?: ExitCode;
  /** How to fix it: a command to paste, or a short instruction. */
  fix?: string;
  cause?: unknown;
}

/** An error that a person can fix. The message says what happened, `fix` what to do. */
export class UserError extends Error {
  readonly exitCode: ExitCode;
  readonly fix: string | undefined;

  constructor(
    message: string,
    { exitCode = ExitCode.couldNot, fix, cause }: UserErrorOptions = {},
  ) {
    super(message, { cause });
    this.name = "UserError";
    this.exitCode = exitCode;
    this.fix = fix;
  }
}

/** The person or the system stopped the questions. The message says what was saved. */
export class StoppedError extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = ExitCode.stopped) {
    super(message);
    this.name = "StoppedError";
    this.exitCode = exitCode;
  }
}

/** A described error: `lines` for people, the other fields for programs. */
export interface FailureDescription {
  code: ExitCode;
  message: string;
  fix: string | undefined;
  lines: string[];
}

/**
 * Describes anything that was thrown, with a fix and an exit code. Includes the stack for bugs, and
 * for other errors if `debug` is set.
 */
export function describeFailure(error: unknown, { debug = false } = {}): FailureDescription {
  const stack = error instanceof Error && error.stack ? error.stack.split("\n").slice(1) : [];
  if (error instanceof StoppedError) {
    return { code: error.exitCode, message: error.message, fix: undefined, lines: [error.message] };
  }
  if (error instanceof UserError) {
    const fix = error.fix ? [introduceCommand(error.fix)] : [];
    const lines = [error.message, ...fix, ...(debug ? stack : [])];
    return { code: error.exitCode, message: error.message, fix: error.fix, lines };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const message = `This is a bug in builder-pm: ${reason}`;
  const fix = "Your saved answers weren't changed. Please report this with the lines below.";
  return { code: ExitCode.bug, message, fix, lines: [message, fix, ...stack] };
}

/** Puts a word before a fix that is only a command, so that it reads as something to do. */
function introduceCommand(fix: string): string {
  return /^builder-pm [^\n]*$/.test(fix) ? `Try: ${fix}` : fix;
}

/** Returns the code of a system error, such as "ENOENT", or "" for anything else. */
export function readCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Describes a system error as a clause, such as "it doesn't exist". */
export function describeSystemError(error: unknown): string {
  const words: Record<string, string> = {
    ENOENT: "it doesn't exist",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk is full",
    EEXIST: "something with this name already exists",
    EISDIR: "it is a folder",
    ERR_FS_EISDIR: "it is a folder",
    ENOTDIR: "part of the path isn't a folder",
    EMFILE: "too many files are open",
    ENAMETOOLONG: "the name is too long",
    ELOOP: "its links form a loop",
    EAGAIN: "nothing can be read from it right now",
    EBADF: "it isn't open for reading",
    EIO: "the disk reported an error",
  };
  return words[readCode(error)] ?? (error instanceof Error ? error.message : String(error));
}
