import type { Problem } from "../domain/library/library.ts";
import { describeSystemError } from "../errors.ts";
import { FrontMatterError } from "../front-matter/front-matter-error.ts";
import { locateFields } from "../front-matter/locate.ts";
import type { FieldProblem } from "./schema.ts";

/** Where a problem is: a file, and the content folder it belongs to. */
export type FileLocation = Pick<Problem, "folder" | "file">;

const emptyFieldFix = "write something after the colon, or remove the field";

/** Returns a problem with a whole file or folder. */
export function describeFileProblem(location: FileLocation, error: unknown): Problem {
  const { line, column } = error instanceof FrontMatterError ? error : { line: 1, column: 1 };
  const message = error instanceof FrontMatterError ? error.message : describeSystemError(error);
  const fix =
    (error instanceof FrontMatterError && error.fix) || "check the file and its permissions";
  return { ...location, line, column, field: "", message, fix };
}

/** Adds the line and column to problems, and quotes the source text that YAML misread. */
export async function locateProblems(
  { folder, file }: FileLocation,
  matter: string,
  found: readonly FieldProblem[],
): Promise<Problem[]> {
  if (found.length === 0) return [];
  const locations = await locateFields(
    matter,
    found.map(({ path }) => path),
  );
  return found.map(({ path, message, fix, ...body }, index) => {
    const { line = 1, column = 1, source } = locations[index] ?? {};
    if (source === "" && message.startsWith("must be"))
      return {
        folder,
        file,
        line,
        column,
        field: formatFieldPath(path),
        message: "is empty",
        fix: emptyFieldFix,
      };
    const named =
      source === undefined
        ? message
        : message.replace("YAML reads it as", `YAML reads ${source} as`);
    return {
      folder,
      file,
      line: body.line ?? line,
      column,
      field: formatFieldPath(path),
      message: named,
      fix,
    };
  });
}

/** Formats the path of a field for an author. List entries count from 1: `checks.3`. */
export function formatFieldPath(path: FieldProblem["path"]): string {
  return path.map((step) => (typeof step === "number" ? step + 1 : step)).join(".");
}
