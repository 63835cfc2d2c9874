import type { Context } from "../../context.ts";
import type { Candidate } from "../../render/text/completion.ts";
import { type Cursor, nameSlot } from "./cursor.ts";
import { ANY_FILE, findSource, listCommands } from "./sources.ts";

/** Lists the completions of the word at the cursor, or says that it's a file. */
export async function listCandidates(
  context: Context,
  cursor: Cursor,
): Promise<Candidate[] | typeof ANY_FILE> {
  const { typed, lead, isOpen } = cursor;
  if (isOpen && typed.startsWith("-")) return keepBegun(listOptions(cursor), typed);
  const values = await listValues(context, cursor);
  if (values === ANY_FILE) return ANY_FILE;
  const commands = isOpen && cursor.operands.length === 0 ? listCommands(cursor.command) : [];
  const begun = keepBegun([...commands, ...values], typed);
  return begun.map(({ value, about }) => ({ value: `${lead}${value}`, about }));
}

async function listValues(
  context: Context,
  cursor: Cursor,
): Promise<Candidate[] | typeof ANY_FILE> {
  const { slot } = cursor;
  if (!slot) return [];
  if (slot.argChoices) return slot.argChoices.map((value) => ({ value, about: "" }));
  return (await findSource(nameSlot(slot))?.({ context, cursor })) ?? [];
}

/** Lists the options of a command, without those that were given and can't be repeated. */
function listOptions({ command, given }: Cursor): Candidate[] {
  const help = command.createHelp();
  const all = [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
  return all
    .filter((option) => option.parseArg || !given.includes(option))
    .map(({ long, short, description }) => ({ value: long ?? short ?? "", about: description }));
}

function keepBegun(candidates: readonly Candidate[], typed: string): Candidate[] {
  return candidates.filter(({ value }) => value.startsWith(typed));
}
