import { parseCount } from "../domain/text/number.ts";
import { openPipedLines, openTerminalLines } from "./plain-lines.ts";
import type { Choice, Prompter, PrompterSettings } from "./prompter.ts";

/**
 * A prompter of plain numbered lines: for screen readers, pipes and terminals that cannot redraw.
 */
export function createPlainPrompter(settings: PrompterSettings): Prompter {
  const { input, output, visible, wrap } = settings;
  const lines = input.isTTY ? openTerminalLines(settings) : openPipedLines(settings);
  if (input.isTTY) output.write("Press Ctrl+C to stop at any question.\n");

  function writeLines(...lines: readonly (readonly [first: string, text: string])[]): void {
    output.write(lines.map(([first, text]) => `${wrap(first, visible(text))}\n`).join(""));
  }

  function writeChoices(message: string, choices: readonly Choice<string>[]): void {
    const rows = choices.map(
      ({ label, hint }, index) =>
        [`  ${index + 1}. `, `${label}${hint ? `: ${hint}` : ""}`] as const,
    );
    writeLines(["", message], ...rows);
  }

  async function readAfter(words: string): Promise<string> {
    return (await lines.read(`${wrap("", words)} `)).trim();
  }

  function sayBack(chosen: string): void {
    output.write("\n");
    writeLines(["", `You chose: ${chosen}`], ["", ""]);
  }

  return {
    select: async ({ message, choices }) => {
      writeChoices(message, choices);
      for (;;) {
        const typed = await readAfter(`Type a number from 1 to ${choices.length}, then Enter:`);
        const chosen = pick(choices, typed) ?? choices.find(({ key }) => key === typed);
        if (chosen) {
          sayBack(chosen.label);
          return chosen.value;
        }
        output.write("\nThat is not one of the numbers.\n");
      }
    },
    multi: async ({ message, choices, leave }) => {
      writeChoices(message, choices);
      for (;;) {
        const typed = await readAfter(describeMarking(leave));
        if (leave && typed === leave.key) {
          sayBack(leave.label);
          return leave.value;
        }
        const chosen = pickAll(choices, typed);
        if (chosen) {
          sayBack(chosen.map(({ label }) => label).join("; ") || "none");
          return chosen.map(({ value }) => value);
        }
        output.write("\nOne of these is not a number in the list.\n");
      }
    },
    text: async ({ message, hint, initial = "", keepDraft }) => {
      const stands = lines.canEdit ? "" : initial;
      const now = stands ? [`Now: ${stands}`, `${hint}, ${CLEAR} and Enter clears it`] : [hint];
      writeLines(...[message, ...now.flatMap((text) => text.split("\n"))].map(unmarked));
      const prompt = `${wrap("", "Type your answer, then Enter:")} `;
      const answer = (await lines.read(prompt, initial, keepDraft)).trim();
      output.write("\n");
      return stands && answer === CLEAR ? "" : answer || stands;
    },
    close: lines.close,
  };
}

function describeMarking(leave: Choice<string> | undefined): string {
  const words = "Type the numbers with spaces between them, or only Enter for none";
  return leave ? `${words}, ${leave.key} to ${leave.label.toLowerCase()}:` : `${words}:`;
}

/** Returns the choices with the typed numbers; undefined if one of them isn't in the list. */
function pickAll<T>(choices: readonly T[], typed: string): T[] | undefined {
  const numbers = typed.split(/[\s,]+/).filter(Boolean);
  const chosen = numbers.flatMap((number) => pick(choices, number) ?? []);
  return chosen.length === numbers.length ? chosen : undefined;
}

/** The choice with a typed number: "2", "2." or full-width digits. */
function pick<T>(choices: readonly T[], typed: string): T | undefined {
  return choices[(parseCount(typed.replace(/[.)]$/, ""))?.value ?? 0) - 1];
}

function unmarked(text: string): readonly [first: string, text: string] {
  return ["", text];
}

/** Clears a text that stands already, where a line can't be edited. */
const CLEAR = "-";
