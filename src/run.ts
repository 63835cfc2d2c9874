import manifest from "../package.json" with { type: "json" };
import { commands } from "./command-table.ts";
import { createContext } from "./context.ts";
import { describeFailure, ExitCode } from "./errors.ts";
import type { ProcessLike } from "./process-like.ts";
import { readCommandLine, runProgram } from "./program.ts";

/** Runs the command line and returns the exit code. Never throws and never ends the process. */
export async function runProcess(world: ProcessLike, root: string): Promise<ExitCode> {
  const line = readCommandLine(world.argv.slice(2));
  const context = createContext(world, root, {
    ...line.options,
    reserved: commands.map(({ name }) => name),
  });
  let code: ExitCode;
  try {
    await runProgram(context, line, manifest.version);
    code = context.exitCode;
  } catch (error) {
    const failure = describeFailure(error, { debug: context.debug });
    const { message, fix } = failure;
    code = failure.code;
    if (context.failsInJson)
      context.stderr.line(JSON.stringify({ code, message, fix: fix ?? null }));
    else for (const line of failure.lines) context.stderr.line(line);
  }
  const lost = await context.flush();
  if (!lost) return code;
  context.stderr.line(lost);
  return code === ExitCode.done ? ExitCode.couldNot : code;
}
