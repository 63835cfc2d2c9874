import type { Prompter, PrompterSettings } from "./prompter.ts";

/**
 * Opens the prompter for this terminal: drawn by inquirer, or plain numbered lines. Loads only the
 * one that is used.
 */
export async function openPrompter(
  settings: PrompterSettings,
  { plain }: { plain: boolean },
): Promise<Prompter> {
  if (plain) return (await import("./plain.ts")).createPlainPrompter(settings);
  return (await import("./drawn.ts")).createDrawnPrompter(settings);
}
