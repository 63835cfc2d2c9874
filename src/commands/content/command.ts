import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { choiceArgument } from "../shared/choices.ts";
import { kindWords } from "./kinds.ts";

/** Registers the `content` command and its subcommands, for authors of content. */
export function registerContent(command: Command, context: Context): void {
  command
    .description(
      "For people who write content: checklists, slices, steps, drills, rules and guide pages in markdown.",
    )
    .helpCommand(false)
    .action(() => command.outputHelp())
    .addHelpText("after", CONTENT_EXAMPLES);
  command
    .command("lint")
    .summary("find problems in content files")
    .description(
      "Finds the problems in a content folder, with the file, the line and how to fix each one.",
    )
    .argument(
      "[folder]",
      "the folder (default: the folders from --content, or the built-in content)",
    )
    .option("--json", "print the problems as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  builder-pm content lint team\n  builder-pm content lint team --json",
    )
    .action(async (folder: string | undefined) => {
      const { runContentLint } = await import("./lint.ts");
      await runContentLint(context, folder);
    });
  command
    .command("new")
    .summary("create a file from an example")
    .description("Creates a valid example file with your id, and explains every field in comments.")
    .addArgument(createKindArgument())
    .argument("<id>", "the id, which is also the file name")
    .option("--dir <folder>", "the folder (default: the last one from --content, or this folder)")
    .addHelpText("after", "\nExample:\n  builder-pm content new slice support-queue --dir team")
    .action(async (kind: string, id: string, { dir }: { dir?: string }) => {
      const { runContentNew } = await import("./new.ts");
      await runContentNew(context, kind, id, dir);
    });
  registerShowAndSchema(command, context);
}

function registerShowAndSchema(command: Command, context: Context): void {
  command
    .command("show")
    .summary("print one entry as the program reads it")
    .description(
      "Prints every field of one entry as the program reads it, and where it comes from.",
    )
    .addArgument(createKindArgument())
    .argument("<id>", "the id")
    .option("--truth", "of a drill, show what is planted too")
    .option("--json", "print it as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  builder-pm content show slice support-queue --content team",
    )
    .action(async (kind: string, id: string, options: { truth?: boolean }) => {
      const { runContentShow } = await import("./show.ts");
      await runContentShow(context, kind, id, options);
    });
  command
    .command("schema")
    .summary("print the JSON Schema of a kind for editors")
    .description(
      "Prints the JSON Schema of a kind, so that your editor can complete and check its fields.",
    )
    .addArgument(createKindArgument())
    .addHelpText("after", "\nExample:\n  builder-pm content schema slice > slice.schema.json")
    .action(async (kind: string) => {
      const { runContentSchema } = await import("./show.ts");
      runContentSchema(context, kind);
    });
}

function createKindArgument() {
  return choiceArgument("<kind>", "the kind of content", kindWords);
}

const CONTENT_EXAMPLES = `
Examples:
  builder-pm content new slice support-queue --dir team
  builder-pm content lint team
  builder-pm slices --content team`;
