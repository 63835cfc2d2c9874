/**
 * Every code the program can end with. Nothing else is ever returned; `help exit-codes` lists
 * them.
 */
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

/** What each code means, in the words the help and the README use. */
export const exitCodeMeanings: ReadonlyArray<readonly [ExitCode, string]> = [
  [ExitCode.done, "done"],
  [ExitCode.couldNot, "could not be done"],
  [ExitCode.usage, "used wrongly, or an answer is needed and there is no terminal"],
  [ExitCode.content, "content has problems"],
  [ExitCode.progress, "saved progress cannot be read or written"],
  [ExitCode.bug, "a bug in builder-pm"],
  [ExitCode.hungUp, "ended because the terminal closed"],
  [ExitCode.stopped, "stopped with Ctrl+C, or the input ended"],
  [ExitCode.terminated, "ended by another program"],
];

/** What may stand beside the sentence of a {@link UserError}. */
export interface UserErrorOptions {
  exitCode?: ExitCode;
  /** A command that can be pasted, or a short instruction: the way out. */
  fix?: string;
  cause?: unknown;
}

/** Something a person can mend: one sentence that names the thing, and the way out. */
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

/**
 * The person, or the system, ended the asking. The message says what is saved and how to come
 * back.
 */
export class StoppedError extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = ExitCode.stopped) {
    super(message);
    this.name = "StoppedError";
    this.exitCode = exitCode;
  }
}

/** A failure in words: `lines` for a person, the rest for a program. */
export interface FailureDescription {
  code: ExitCode;
  message: string;
  fix: string | undefined;
  lines: string[];
}

/**
 * Turns anything thrown into one sentence, the way out and an exit code; stacks only for bugs or
 * when `debug` is set.
 */
export function describeFailure(error: unknown, { debug = false } = {}): FailureDescription {
  const stack = error instanceof Error && error.stack ? error.stack.split("\n").slice(1) : [];
  if (error instanceof StoppedError) {
    return { code: error.exitCode, message: error.message, fix: undefined, lines: [error.message] };
  }
  if (error instanceof UserError) {
    const lines = [error.message, ...(error.fix ? [error.fix] : []), ...(debug ? stack : [])];
    return { code: error.exitCode, message: error.message, fix: error.fix, lines };
  }
  const message = `This is a bug in builder-pm: ${error instanceof Error ? error.message : String(error)}`;
  const fix = "Your saved answers are as they were. Please report it with the lines below.";
  return { code: ExitCode.bug, message, fix, lines: [message, fix, ...stack] };
}

/** The code of a system error, as "ENOENT"; empty for anything else. */
export function readCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The words a system error is told in, for the codes people meet. */
export function describeSystemError(error: unknown): string {
  const words: Record<string, string> = {
    ENOENT: "it does not exist",
    EACCES: "this account may not use it",
    EPERM: "this account may not use it",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk is full",
    EEXIST: "something else has this name",
    EISDIR: "it is a folder",
    ENOTDIR: "part of the path is not a folder",
    EMFILE: "too many files are open",
    ENAMETOOLONG: "the name is too long",
    ELOOP: "its links lead in a circle",
    EAGAIN: "nothing can be read from it now",
    EBADF: "it is not open for reading",
    EIO: "the disk reports an error",
  };
  return words[readCode(error)] ?? (error instanceof Error ? error.message : String(error));
}
