import type { Context } from "../../context.ts";
import { findByAnyId } from "../../domain/library/id.ts";
import type { Library } from "../../domain/library/library.ts";
import { UserError } from "../../errors.ts";

/** The commands that show one thing by its name, in the order in which they are looked through. */
const places: readonly {
  command: string;
  list: (library: Library) => readonly { id: string; was?: readonly string[] | undefined }[];
}[] = [
  { command: "slices show", list: ({ slices }) => slices },
  { command: "practice", list: ({ drills }) => drills },
  { command: "guide", list: ({ guide }) => guide },
  { command: "why", list: ({ checklists }) => checklists.flatMap(({ items }) => items) },
];

/** Finds the whole command that shows what a word names: a slice, a drill, a page or an item. */
export async function findShowCommand(context: Context, word: string): Promise<string | undefined> {
  const library = await context.loadLibrary("slices", "drills", "guide", "checklists");
  const place = places.find(({ list }) => findByAnyId(list(library), word));
  return place && `builder-pm ${place.command} ${word}`;
}

/**
 * Runs `find` for a name that was typed. If there is nothing of that name, throws the error with
 * the command that shows what the name stands for.
 */
export async function findOrPointTo<T>(
  context: Context,
  word: string,
  find: () => T | Promise<T>,
): Promise<T> {
  try {
    return await find();
  } catch (error) {
    const other = error instanceof UserError ? await findShowCommand(context, word) : undefined;
    if (!(error instanceof UserError) || !other) throw error;
    const { message, exitCode } = error;
    throw new UserError(message, { exitCode, fix: describeMeant(other) });
  }
}

/** Asks whether another command was meant. */
export function describeMeant(command: string): string {
  return `Did you mean this? ${command}`;
}
