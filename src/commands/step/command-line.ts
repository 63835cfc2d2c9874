import { nameAnswerInFlags } from "../../domain/library/question-name.ts";
import { describeNamed } from "../../domain/progress/progress.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { quotePath, quoteWords } from "../../domain/text/words.ts";

/** What a step was asked for with, apart from answers: these are saved. */
export interface StepWords {
  redo?: string | undefined;
  /** The check whose verdict `redo` names, if all about it is asked again: "C2". */
  redoneCheck?: string | undefined;
  /** The line of a list that `redo` names, if only that one is asked again, and its name. */
  redoneLine?: { number: number; name: string } | undefined;
  because?: string | undefined;
  format?: string | undefined;
  output?: string | undefined;
  force?: boolean | undefined;
  allow?: readonly string[] | undefined;
  allowSensitive?: boolean | undefined;
  anyway?: boolean | undefined;
}

/** Returns the command line that goes on with a step, so that nothing has to be typed again. */
export function nameStep({ step, progress, project }: StepSession, given: StepWords): string {
  const { redo, because, format, output, allow = [] } = given;
  const one = given.redoneCheck ?? given.redoneLine?.name;
  const asked = [
    `builder-pm ${step.id}`,
    redo && `--redo ${quotePath(one ?? nameAnswerInFlags(step, redo))}`,
    because && `--because ${quoteWords(because)}`,
    given.anyway && "--anyway",
    format && `--format ${format}`,
    output && `-o ${quotePath(output)}`,
    given.force && "--force",
    ...allow.map((number) => `--allow ${number}`),
    given.allowSensitive && "--allow-sensitive",
  ];
  return `${asked.filter(Boolean).join(" ")}${describeNamed(progress, project)}`;
}
