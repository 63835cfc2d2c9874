import { lintContent } from "../../content/lint.ts";
import type { Context } from "../../context.ts";
import { countOf } from "../../domain/text/words.ts";
import { ExitCode } from "../../errors.ts";
import { renderProblems } from "../../render/text/problems.ts";
import { createContentChecks } from "./checks.ts";

/** Prints the problems in content. Sets exit code 3 if there are any. */
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
  const isShipped = dir === undefined && context.content.packs.length === 0;
  const whose = isShipped ? " of builder-pm's own content" : "";
  // A folder without content is a problem, too, but no file.
  if (files === 0 && problems.length > 0) return context.stderr.line("No file was checked.");
  const checked = `Checked ${countOf(files, "file")}${whose}`;
  if (problems.length === 0) return context.stderr.line(`${checked}: no problems found.`);
  // Not in how many files: a problem can be with a folder, or with a file that isn't content.
  context.stderr.line(`${checked}: ${countOf(problems.length, "problem")}.`);
}
