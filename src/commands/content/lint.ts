import { lintContent } from "../../content/lint.ts";
import type { Context } from "../../context.ts";
import { countOf } from "../../domain/text/words.ts";
import { ExitCode } from "../../errors.ts";
import { renderProblems } from "../../render/text/problems.ts";
import { createContentChecks } from "./checks.ts";

/** Prints everything that is wrong with content, and ends with 3 when there is something. */
export async function runContentLint(context: Context, dir: string | undefined): Promise<void> {
  const { files, problems } = await lintContent({
    ...context.content,
    dir,
    more: createContentChecks,
  });
  if (problems.length > 0) context.exitCode = ExitCode.content;
  if (context.json) {
    const found = problems.map(({ folder: _, ...problem }) => problem);
    return context.stdout.json({ files, problems: found });
  }
  context.stdout.show(renderProblems, problems);
  const broken = new Set(problems.map(({ file }) => file)).size;
  const looked = `Looked at ${countOf(files, "file")}`;
  if (problems.length === 0) return context.stderr.line(`${looked}: no problems.`);
  context.stderr.line(`${looked}: ${countOf(problems.length, "problem")} in ${broken}.`);
}
