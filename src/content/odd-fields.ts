import { findOddNumbers } from "../front-matter/locate.ts";
import type { FieldProblem } from "./schema.ts";

/** Lists the numbers that YAML reads differently from a person. */
export async function findOddFields(matter: string): Promise<FieldProblem[]> {
  const found = await findOddNumbers(matter);
  return found.map((odd) => ({
    ...odd,
    fix: "write a plain number, or put it in quotes if it's text",
  }));
}
