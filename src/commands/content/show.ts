import { createJsonSchema } from "../../content/json-schema.ts";
import { readManual } from "../../content/manual.ts";
import type { Kind } from "../../content/schema.ts";
import type { Context } from "../../context.ts";
import { hideTruth } from "../../domain/library/drill.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { renderOutline } from "../../render/text/outline.ts";
import { findById } from "../shared/arguments.ts";
import { findKind } from "./kinds.ts";

/** Prints an entry of the library as the program reads it, after merging all packs. */
export async function runContentShow(
  context: Context,
  word: string,
  id: string,
  { truth = false }: { truth?: boolean } = {},
): Promise<void> {
  const kind = findKind(word);
  assertTruthOption(kind, truth);
  const library = await context.loadLibrary(kind);
  const { from, ...all } = findById<{ id: string; from?: string }>(library[kind], id, word);
  const isHidden = kind === "drills" && !truth;
  const fields = isHidden ? hideTruth(all) : all;
  if (context.json) context.stdout.json({ kind, from: from ?? null, fields });
  else context.stdout.show(renderOutline, { from: from ?? "the built-in content", fields });
  if (isHidden) context.hint("The truth and what is planted aren't shown. To see them: --truth");
}

function assertTruthOption(kind: Kind, truth: boolean): void {
  if (!truth || kind === "drills") return;
  throw new UserError("Only drills have a truth to show.", {
    exitCode: ExitCode.usage,
    fix: "Leave out --truth.",
  });
}

/** Prints the JSON Schema of a kind, so that editors can check front matter. */
export function runContentSchema(context: Context, word: string): void {
  const kind = findKind(word);
  const schema = createJsonSchema(kind, readManual(context.content.shipped.folder, kind));
  context.stdout.write(`${JSON.stringify(schema, undefined, 2)}\n`);
}
