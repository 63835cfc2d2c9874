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

/** Creates a valid example file and prints the next steps. */
export async function runContentNew(
  context: Context,
  word: string,
  id: string,
  dir: string | undefined,
): Promise<void> {
  const kind = findKind(word);
  assertNewId(kind, id, context.content.reserved);
  const folder = dir ?? context.content.packs.at(-1) ?? ".";
  if (folder === "") throw createMissingFolderError();
  createFolder(`${folder}/${kind}`);
  const { packs } = context.content;
  const library = await loadLibrary(context.content.shipped, [kind], { packs: [...packs, folder] });
  const manual = readManual(context.content.shipped.folder, kind);
  const order = findFreeOrder(library[kind], /^order: (\d+)$/m.exec(manual.example.text)?.[1]);
  const { file: saved } = await context.openStore();
  const path = writeNewFile(
    `${folder}/${kind}/${id}.md`,
    writeStarter(manual, { id, order }),
    saved,
  );
  const own = `${folder}/${kind}/${id}`;
  for (const [name, text] of manual.files) {
    createFolder(own);
    writeNewFile(`${own}/${name}`, text, saved);
  }
  const quoted = quotePath(folder);
  context.stderr.line(`Wrote ${path}`);
  if (manual.files.size > 0) context.stderr.line(`Its files are in ${quotePath(own)}`);
  context.stderr.line("It's a working example. Edit it, then run:");
  context.stderr.line(`  builder-pm content lint ${quoted}`);
  context.stderr.line(`  ${formatTryCommand(kind, id)} --content ${quoted}`);
}

function assertNewId(kind: Kind, id: string, reserved: readonly string[]): void {
  const isTaken = kind === "steps" && reserved.includes(id);
  if (isId(id) && !isTaken) return;
  throw new UserError(isTaken ? `"${id}" is already a command.` : `"${id}" is not a valid id.`, {
    exitCode: ExitCode.usage,
    fix: isTaken
      ? "Choose another id."
      : "Use lowercase letters, digits and hyphens, for example support-queue.",
  });
}

/** Guards against an unset shell variable, which would write to the root of the disk. */
function createMissingFolderError(): UserError {
  const fix = "Add a folder: --dir my-content";
  return new UserError("The folder after --dir is missing.", { exitCode: ExitCode.usage, fix });
}

/** Returns the order of the example, or the next unused one. */
function findFreeOrder(entries: Library[Kind], wanted = "10"): number {
  const taken = new Set(entries.map(({ order }) => order));
  let order = Number(wanted);
  while (taken.has(order)) order += 1;
  return order;
}

function writeNewFile(path: string, text: string, saved: string): string {
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

function formatTryCommand(kind: Kind, id: string): string {
  const commands: Record<Kind, string> = {
    ...{ checklists: `check ${id}`, slices: `slices show ${id}`, steps: `${id} --help` },
    drills: `practice ${id}`,
    ...{ rules: `lint --rule ${id}`, guide: `guide ${id}` },
  };
  return `builder-pm ${commands[kind]}`;
}
