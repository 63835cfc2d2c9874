import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { choiceArgument } from "../shared/choices.ts";
import { kindWords } from "./kinds.ts";

/** Registers `content` and its commands, for people who write content. */
export function registerContent(command: Command, context: Context): void {
  command
    .description(
      "For authors of content: checklists, slices, steps, rules and pages of the guide, all in markdown.",
    )
    .helpCommand(false)
    .action(() => command.outputHelp())
    .addHelpText("after", CONTENT_EXAMPLES);
  command
    .command("lint")
    .summary("find everything that is wrong")
    .description(
      "Finds everything that is wrong with a folder of content, with the file, the line and how to fix it.",
    )
    .argument("[folder]", "the folder; what --content names when not given, else what is shipped")
    .option("--json", "print the problems for programs")
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
    .summary("write a file to begin with")
    .description(
      "Writes an example under your own id, valid as it stands, with every field explained in it.",
    )
    .addArgument(createKindArgument())
    .argument("<id>", "its id, which is the name of the file")
    .option(
      "--dir <folder>",
      "the folder; the last that --content names when not given, else this one",
    )
    .addHelpText("after", "\nExample:\n  builder-pm content new slice support-queue --dir team")
    .action(async (kind: string, id: string, { dir }: { dir?: string }) => {
      const { runContentNew } = await import("./new.ts");
      await runContentNew(context, kind, id, dir);
    });
  registerReading(command, context);
}

function registerReading(command: Command, context: Context): void {
  command
    .command("show")
    .summary("print one thing as the program understands it")
    .description(
      "Prints every field of one thing as the program understands it, and where it comes from.",
    )
    .addArgument(createKindArgument())
    .argument("<id>", "its id")
    .option("--json", "print it for programs")
    .addHelpText(
      "after",
      "\nExample:\n  builder-pm content show slice support-queue --content team",
    )
    .action(async (kind: string, id: string) => {
      const { runContentShow } = await import("./show.ts");
      await runContentShow(context, kind, id);
    });
  command
    .command("schema")
    .summary("print the JSON Schema of a kind, for editors")
    .description(
      "Prints the fields of a kind as a JSON Schema, so that an editor can complete and check them.",
    )
    .addArgument(createKindArgument())
    .addHelpText("after", "\nExample:\n  builder-pm content schema slice > slice.schema.json")
    .action(async (kind: string) => {
      const { runContentSchema } = await import("./show.ts");
      runContentSchema(context, kind);
    });
}

function createKindArgument() {
  return choiceArgument("<kind>", "what it is", kindWords);
}

const CONTENT_EXAMPLES = `
Examples:
  builder-pm content new slice support-queue --dir team
  builder-pm content lint team
  builder-pm slices --content team`;
