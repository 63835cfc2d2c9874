import type { Command } from "commander";
import type { Context } from "../context.ts";
import { toTopicJson, toTopicPageJson } from "../render/json/state.ts";
import { renderGuide, renderTopic, renderTopicAsMarkdown } from "../render/text/guide.ts";
import { findById } from "./shared/arguments.ts";
import { findOrPointTo } from "./shared/other-command.ts";

/** Registers the `guide` command. */
export function registerGuide(command: Command, context: Context): void {
  command
    .description("Lists short pages about building as a product manager, or shows one.")
    .argument("[topic]", "a page, for example prompts (default: the list)")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExamples:\n  builder-pm guide\n  builder-pm guide prompts")
    .action((topic: string | undefined) => runGuide(context, topic));
}

/** Prints the list of topics, or one topic: formatted in a terminal, as markdown elsewhere. */
export async function runGuide(context: Context, id: string | undefined): Promise<void> {
  const { guide, problems } = await context.loadLibrary("guide");
  if (id === undefined) {
    if (context.json) return context.stdout.json({ topics: guide.map(toTopicJson) });
    context.stdout.show(renderGuide, guide);
    if (guide[0]) context.hint(`\n  Read one: builder-pm guide ${guide[0].id}`);
    return;
  }
  const topic = await findOrPointTo(context, id, () => findById(guide, id, "guide page", problems));
  if (context.json) return context.stdout.json({ topic: toTopicPageJson(topic) });
  if (!context.stdout.isTerminal) return context.stdout.show(renderTopicAsMarkdown, topic);
  context.stdout.show(renderTopic, topic);
  context.hint("\n  All pages: builder-pm guide");
}
