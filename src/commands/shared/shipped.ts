import type { Kind } from "../../content/schema.ts";
import type { Context } from "../../context.ts";
import type { Library } from "../../domain/library/library.ts";

/** Loads kinds of content as they come with the program, without the folders that add to it. */
export async function loadShipped(context: Context, ...kinds: Kind[]): Promise<Library> {
  const { shipped, packs, reserved } = context.content;
  if (packs.length === 0) return context.loadLibrary(...kinds);
  const { loadLibrary } = await import("../../content/load.ts");
  return loadLibrary(shipped, kinds, { reserved });
}
