import { createJsonSchema } from "../../content/json-schema.ts";
import { readManual } from "../../content/manual.ts";
import type { Context } from "../../context.ts";
import { renderOutline } from "../../render/text/outline.ts";
import { findById } from "../shared/arguments.ts";
import { findKind } from "./kinds.ts";

/** Prints an entry of the library as the program reads it, after merging all packs. */
export async function runContentShow(context: Context, word: string, id: string): Promise<void> {
  const kind = findKind(word);
  const library = await context.loadLibrary(kind);
  const { from, ...fields } = findById<{ id: string; from?: string }>(library[kind], id, word);
  if (context.json) context.stdout.json({ kind, from: from ?? null, fields });
  else context.stdout.show(renderOutline, { from: from ?? "the built-in content", fields });
}

/** Prints the JSON Schema of a kind, so that editors can check front matter. */
export function runContentSchema(context: Context, word: string): void {
  const kind = findKind(word);
  const schema = createJsonSchema(kind, readManual(context.content.shipped.folder, kind));
  context.stdout.write(`${JSON.stringify(schema, undefined, 2)}\n`);
}
