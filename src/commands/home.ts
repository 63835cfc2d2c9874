import type { Context } from "../context.ts";
import type { Choice } from "../prompts/prompter.ts";
import { renderWelcome } from "../render/text/welcome.ts";
import { NOTES_HINT } from "./shared/notes-hint.ts";

type FirstChoice = "check" | "slices" | "commands" | "drill";

const firstChoices: readonly Choice<FirstChoice>[] = [
  { value: "check", label: "Take the reality check", hint: "5 questions, about 5 minutes" },
  { value: "slices", label: "See the starter slices", hint: "5 small things you could build" },
  { value: "commands", label: "Show the commands", hint: "if you'd rather read first" },
  { value: "drill", label: "Practice judging", hint: "find what an agent got wrong" },
];

/**
 * Runs `builder-pm` without a command: shows the status, or asks a new person where to start.
 * Prints the help instead if nobody can be asked.
 */
export async function runHome(context: Context, printHelp: () => Promise<void>): Promise<void> {
  const store = await context.openStore();
  const { runs, projects, practice = {} } = await store.load();
  const isKnown = runs.length + projects.length + Object.keys(practice).length > 0;
  if (isKnown) return (await import("./status.ts")).runStatus(context);
  if (!context.atTerminal) return printHelp();
  context.stderr.show(renderWelcome, null);
  context.hint(`  ${NOTES_HINT}\n`);
  const choice = await context.ask(
    () => "Stopped. To start again: builder-pm",
    (prompter) =>
      prompter.select({ message: "Where would you like to start?", choices: firstChoices }),
  );
  if (choice === "check")
    return (await import("./check/command.ts")).runCheck(context, undefined, {});
  if (choice === "drill")
    return (await import("./practice/command.ts")).runPractice(context, undefined, {});
  if (choice === "slices") return (await import("./slices.ts")).runSlices(context, {});
  return printHelp();
}
