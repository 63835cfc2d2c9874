import { UserError } from "../errors.ts";

/** Says why a content file can't be read. `line` and `column` count from 1 in the whole file. */
export class FrontMatterError extends UserError {
  readonly line: number;
  readonly column: number;

  constructor(
    message: string,
    fix: string,
    { line = 1, column = 1, cause }: { line?: number; column?: number; cause?: unknown } = {},
  ) {
    super(message, { fix, cause });
    this.line = line;
    this.column = column;
  }
}
