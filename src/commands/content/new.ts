import { loadLibrary } from "../../content/load.ts";
import { readManual } from "../../content/manual.ts";
import type { Kind } from "../../content/schema.ts";
import { writeStarter } from "../../content/starter.ts";
import type { Context } from "../../context.ts";
import { isId } from "../../domain/library/id.ts";
import type { Library } from "../../domain/library/library.ts";
import { quotePath } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { createFolder, writeFileSafely } from "../../files/write.ts";
import { findKind } from "./kinds.ts";

/** Writes a file to begin with, valid as it stands, and says how to go on. */
export async function runContentNew(
  context: Context,
  word: string,
  id: string,
  dir: string | undefined,
): Promise<void> {
  const kind = findKind(word);
  requireId(kind, id, context.content.reserved);
  const folder = dir ?? context.content.packs.at(-1) ?? ".";
  if (folder === "") throw describeNoFolder();
  createFolder(`${folder}/${kind}`);
  const { packs } = context.content;
  const library = await loadLibrary(context.content.shipped, [kind], { packs: [...packs, folder] });
  const manual = readManual(context.content.shipped.folder, kind);
  const order = findFreeOrder(library[kind], /^order: (\d+)$/m.exec(manual.example.text)?.[1]);
  const { file: saved } = await context.openStore();
  const path = write(`${folder}/${kind}/${id}.md`, writeStarter(manual, { id, order }), saved);
  const named = quotePath(folder);
  context.stderr.line(`Wrote ${path}`);
  context.stderr.line(
    "It is an example that works as it is. Change it line by line into your own, then:",
  );
  context.stderr.line(`  builder-pm content lint ${named}`);
  context.stderr.line(`  ${describeTry(kind, id)} --content ${named}`);
}

function requireId(kind: Kind, id: string, reserved: readonly string[]): void {
  const isTaken = kind === "steps" && reserved.includes(id);
  if (isId(id) && !isTaken) return;
  throw new UserError(
    isTaken ? `"${id}" is a command already.` : `"${id}" cannot be the name of a file of content.`,
    {
      exitCode: ExitCode.usage,
      fix: isTaken
        ? "Choose another word."
        : "Use lower-case letters, digits and hyphens, such as support-queue.",
    },
  );
}

/** An unset variable after --dir: the file would go to the root of the disk. */
function describeNoFolder(): UserError {
  const fix = "Name a folder: --dir my-content";
  return new UserError("There is no folder after --dir.", { exitCode: ExitCode.usage, fix });
}

/** The order of the example, or the next one that nothing has. */
function findFreeOrder(entries: Library[Kind], wanted = "10"): number {
  const taken = new Set(entries.map(({ order }) => order));
  let order = Number(wanted);
  while (taken.has(order)) order += 1;
  return order;
}

function write(path: string, text: string, saved: string): string {
  try {
    return writeFileSafely(path, text, { saved });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.message, {
      fix: "Choose another id, or another folder with --dir.",
      cause: error,
    });
  }
}

function describeTry(kind: Kind, id: string): string {
  const commands: Record<Kind, string> = {
    ...{ checklists: `check ${id}`, slices: `slices show ${id}`, steps: `${id} --help` },
    ...{ rules: `lint --rule ${id}`, guide: `guide ${id}` },
  };
  return `builder-pm ${commands[kind]}`;
}
