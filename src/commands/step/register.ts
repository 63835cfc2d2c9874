import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { nameInFlags } from "../../domain/library/question-name.ts";
import { exampleOf, type Question, type Step } from "../../domain/library/step.ts";
import { nameQuestion } from "../../domain/project/question-instance.ts";
import { capitalize } from "../../domain/text/words.ts";
import { ALLOW_HELP, ALLOW_OPTION } from "../shared/allow-option.ts";
import { collect } from "../shared/arguments.ts";
import { addOutputOptions } from "../shared/page-output.ts";
import { runStep, type StepOptions } from "./command.ts";
import { FROM_HELP, FROM_OPTION, takesNotes } from "./notes.ts";
import { isDecision } from "./preconditions.ts";

/** Registers the command of a step. */
export function registerStep(command: Command, context: Context, step: Step): void {
  const written = step.writes ? ", or writes it to the project's folder" : "";
  const names = step.questions.map(nameQuestion);
  const listed = step.questions.map((question, index) =>
    describeName(question, names[index] ?? ""),
  );
  const [first] = step.questions;
  const example = first ? exampleOf(first) : '"..."';
  command
    .description(
      `${capitalize(step.summary)}. Asks the questions you haven't answered yet, saves each ` +
        `answer, and prints the page${written}.`,
    )
    .option(
      "--answer <question=text>",
      "answer a question; repeat for more, or for a list",
      collect,
    )
    .option("--answers <file>", "answers in a JSON file; - reads a pipe")
    .option("--redo <question>", describeRedoOption(step))
    .option("--because <text>", "why you're changing something after the brief")
    .option("--print", "print the page and change nothing")
    .option("--project <project>", "a project other than the current one")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      [
        `\nQuestions: ${listed.join(", ")}`,
        `\nExamples:\n  builder-pm ${step.id}`,
        `  builder-pm ${step.id} --answer ${names[0]}=${example}`,
        ...(takesNotes(step) ? [`  builder-pm ${step.id} --from notes.md`] : []),
        `  builder-pm ${step.id} --print`,
      ].join("\n"),
    )
    .action((options: StepOptions) => runStep(context, step.id, options));
  if (takesNotes(step)) command.option(FROM_OPTION, FROM_HELP);
  if (step.questions.some(({ pictures }) => pictures))
    command
      .option("--attach <number=file>", "attach a picture to check 2: 2=shot.png", collect)
      .option("--detach <number>", "take the pictures of a check off again", collect);
  if (isDecision(step)) command.option("--anyway", "decide even if nothing was reviewed");
  addOutputOptions(command)
    .option("--force", describeForce(step))
    .option(ALLOW_OPTION, ALLOW_HELP, collect)
    .option("--allow-sensitive", "print it even if something looks secret or personal");
}

function describeRedoOption({ questions }: Step): string {
  const list = questions.find(({ type, each }) => type === "list" && !each);
  const line = list ? `, ${list.id}.2 for a line` : "";
  return `ask one question again, by its name; C2 for a check${line}`;
}

/** Names a question by its id, with its name on the screen if that is another one. */
function describeName(question: Question, name: string): string {
  const typed = nameInFlags(question);
  return typed === question.id ? name : `${name} ("${typed}")`;
}

function describeForce({ writes }: Step): string {
  const moved = `write it even if ${writes} was changed, which gets a new name`;
  return writes ? `${moved}; with -o, overwrite that file` : "with -o, overwrite an existing file";
}
