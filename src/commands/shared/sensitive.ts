import type { Context } from "../../context.ts";
import type { Written } from "../../domain/progress/user-text.ts";
import { UserError } from "../../errors.ts";
import { findOnPage } from "../../linter/printed-page.ts";
import { compileSensitive, hideValue } from "../../linter/sensitive.ts";

const MAX_LINES = 5;

/**
 * Looks for secrets and personal data in a page before it is printed for someone else. Asks a
 * person whether to print it. Without a terminal, throws unless `allowed`.
 */
export async function guardPage(
  context: Context,
  page: string,
  written: readonly Written[],
  allowed = false,
): Promise<void> {
  if (allowed) return;
  const found = await findIn(context, page, written);
  if (found.length === 0) return;
  const lines = found.slice(0, MAX_LINES).map(({ line }) => line);
  if (found.length > MAX_LINES) lines.push(`${found.length - MAX_LINES} more like these.`);
  const command = found.find((finding) => finding.command)?.command;
  const change = command === undefined ? [] : [`Change it with: ${command}`];
  if (!context.canAsk || context.json) {
    const fix = [...change, "To print it anyway, add --allow-sensitive."].join("\n");
    throw new UserError([...lines, "Nothing was printed."].join("\n"), { fix });
  }
  for (const line of lines) context.stderr.line(line);
  await askWhetherToPrint(context, change.join("\n"));
}

async function askWhetherToPrint(context: Context, fix: string): Promise<void> {
  const choice = await context.ask(
    () => "Stopped. Nothing was printed.",
    (prompter) => prompter.select({ message: "Print it anyway?", choices, initial: "no" }),
  );
  if (choice === "no") throw new UserError("Nothing was printed.", { fix });
}

const choices = [
  { value: "no", label: "No", hint: "I'll change it first" },
  { value: "yes", label: "Yes", hint: "it's fine to share" },
] as const;

/** Finds secrets and personal data on a page, and says where each of them stands. */
async function findIn(context: Context, page: string, written: readonly Written[]) {
  const { rules } = await context.loadLibrary("rules");
  const lines = new Map<string, { line: string; command: string | undefined }>();
  for (const { finds, folded, writtenIn } of findOnPage(page, written, compileSensitive(rules))) {
    const places = writtenIn.length > 0 ? writtenIn : [{ place: "The page", command: undefined }];
    for (const { place, command } of places) {
      const line = `${place} seems to contain ${finds}: ${hideValue(folded)}`;
      lines.set(line, { line, command });
    }
  }
  return [...lines.values()];
}
