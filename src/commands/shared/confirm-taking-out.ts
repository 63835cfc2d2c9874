import type { Context } from "../../context.ts";

/**
 * Shows a person what they named before it is taken out: a number says nothing, and undo brings
 * nothing back. Returns false if they'd rather not. A script isn't asked.
 */
export async function confirmTakingOut(
  context: Context,
  { lines, count }: { lines: readonly string[]; count: number },
): Promise<boolean> {
  if (!context.canAsk) return true;
  for (const line of lines) context.stderr.line(`  ${line}`);
  const answer = await context.ask(
    () => `Stopped. Nothing was changed. To try again: ${context.typed}`,
    (prompter) =>
      prompter.select({
        message: `Take ${count === 1 ? "it" : "them"} out for good? Undo can't help then.`,
        choices: [
          { value: "no", label: "No, leave everything as it is" },
          { value: "yes", label: "Yes, take it out for good" },
        ],
      }),
  );
  return answer === "yes";
}
