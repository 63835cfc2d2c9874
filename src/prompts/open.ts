import { limitTexts } from "./limit-texts.ts";
import type { Prompter, PrompterSettings } from "./prompter.ts";

/**
 * Opens the prompter for this terminal: drawn by inquirer, or plain numbered lines. Loads only the
 * one that is used.
 */
export async function openPrompter(
  settings: PrompterSettings,
  { plain }: { plain: boolean },
): Promise<Prompter> {
  const prompter = plain
    ? (await import("./plain.ts")).createPlainPrompter(settings)
    : (await import("./drawn.ts")).createDrawnPrompter(settings);
  return limitTexts(prompter, ({ message, fix }) => {
    settings.output.write(`\n${settings.wrap("", `${message} ${fix}`)}\n\n`);
  });
}
