import type { Problem } from "../domain/library/library.ts";
import { describeSystemError } from "../errors.ts";
import { FrontMatterError } from "../front-matter/front-matter-error.ts";
import { locateFields } from "../front-matter/locate.ts";
import type { FieldProblem } from "./schema.ts";

/** Where a problem stands: a file, and the folder of content it belongs to. */
export type FileLocation = Pick<Problem, "folder" | "file">;

const fillIt = "write something after the colon, or take the field out";

/** A problem with a file, or a folder, as a whole. */
export function describeFileProblem(location: FileLocation, error: unknown): Problem {
  const { line, column } = error instanceof FrontMatterError ? error : { line: 1, column: 1 };
  const message = error instanceof FrontMatterError ? error.message : describeSystemError(error);
  const fix = (error instanceof FrontMatterError && error.fix) || "check that it can be read";
  return { ...location, line, column, field: "", message, fix };
}

/** Says where in a file its problems stand, and names in them what YAML has misread. */
export async function placeProblems(
  { folder, file }: FileLocation,
  matter: string,
  found: readonly FieldProblem[],
): Promise<Problem[]> {
  if (found.length === 0) return [];
  const places = await locateFields(
    matter,
    found.map(({ path }) => path),
  );
  return found.map(({ path, message, fix, ...at }, index) => {
    const { line = 1, column = 1, source } = places[index] ?? {};
    if (source === "" && message.startsWith("must be"))
      return {
        folder,
        file,
        line,
        column,
        field: nameField(path),
        message: "is empty",
        fix: fillIt,
      };
    const named =
      source === undefined
        ? message
        : message.replace("YAML reads it as", `YAML reads ${source} as`);
    return {
      folder,
      file,
      line: at.line ?? line,
      column,
      field: nameField(path),
      message: named,
      fix,
    };
  });
}

/**
 * A field as it is named to an author: what stands in a list counts from 1, so `checks.3` is the
 * third check.
 */
export function nameField(path: FieldProblem["path"]): string {
  return path.map((step) => (typeof step === "number" ? step + 1 : step)).join(".");
}
