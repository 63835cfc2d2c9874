import { parseCount } from "../domain/text/number.ts";
import { openPipedLines, openTerminalLines } from "./plain-lines.ts";
import type { Choice, Prompter, PrompterSettings } from "./prompter.ts";

/**
 * Creates a prompter of plain numbered lines, for screen readers, pipes and simple terminals.
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

  function confirmChoice(chosen: string): void {
    output.write("\n");
    writeLines(["", `You chose: ${chosen}`], ["", ""]);
  }

  return {
    select: async ({ message, choices }) => {
      writeChoices(message, choices);
      for (;;) {
        const typed = await readAfter(
          `Type a number from 1 to ${choices.length}, then press Enter:`,
        );
        const chosen = findChoice(choices, typed) ?? choices.find(({ key }) => key === typed);
        if (chosen) {
          confirmChoice(chosen.label);
          return chosen.value;
        }
        output.write(`\nPlease type a number from 1 to ${choices.length}.\n`);
      }
    },
    multi: async ({ message, choices, leave }) => {
      writeChoices(message, choices);
      for (;;) {
        const typed = await readAfter(describeMarking(leave));
        if (leave && typed === leave.key) {
          confirmChoice(leave.label);
          return leave.value;
        }
        const chosen = findChoices(choices, typed);
        if (chosen) {
          confirmChoice(chosen.map(({ label }) => label).join("; ") || "none");
          return chosen.map(({ value }) => value);
        }
        output.write("\nPlease type only numbers from the list.\n");
      }
    },
    text: async ({ message, hint, initial = "", keepDraft }) => {
      const current = lines.canEdit ? "" : initial;
      const hints = current
        ? [`Current answer: ${current}`, `${hint}, type ${CLEAR} and press Enter to clear it`]
        : [hint];
      writeLines(...[message, ...hints.flatMap((text) => text.split("\n"))].map(withoutMarker));
      const prompt = `${wrap("", "Type your answer, then press Enter:")} `;
      const answer = (await lines.read(prompt, initial, keepDraft)).trim();
      output.write("\n");
      return current && answer === CLEAR ? "" : answer || current;
    },
    close: lines.close,
  };
}

function describeMarking(leave: Choice<string> | undefined): string {
  const leaving = leave ? `, ${leave.key} to ${leave.label.toLowerCase()}` : "";
  return `Type the numbers with spaces between them, then press Enter (empty for none${leaving}):`;
}

/** Returns the choices with the typed numbers; undefined if one of them isn't in the list. */
function findChoices<T>(choices: readonly T[], typed: string): T[] | undefined {
  const numbers = typed.split(/[\s,]+/).filter(Boolean);
  const chosen = numbers.flatMap((number) => findChoice(choices, number) ?? []);
  return chosen.length === numbers.length ? chosen : undefined;
}

/** Returns the choice with a typed number: "2", "2." or full-width digits. */
function findChoice<T>(choices: readonly T[], typed: string): T | undefined {
  return choices[(parseCount(typed.replace(/[.)]$/, ""))?.value ?? 0) - 1];
}

function withoutMarker(text: string): readonly [first: string, text: string] {
  return ["", text];
}

/** What to type to clear an answer that can't be edited. */
const CLEAR = "-";
