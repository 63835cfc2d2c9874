import type { Command } from "commander";
import type { Context } from "../../context.ts";
import { describeFailure, UserError } from "../../errors.ts";

/** Registers the `mcp` command. */
export function registerMcp(command: Command, context: Context): void {
  command
    .description(
      "Serves MCP over stdin and stdout, for coding agents that start it themselves. Its tools " +
        "read and draft; none gives a verdict, a prediction or a decision.",
    )
    .addHelpText("after", "\nExamples:\n  builder-pm mcp\n  builder-pm guide agent-setup")
    .action(() => runMcp(context, command.parent?.version() ?? ""));
}

const INSTRUCTIONS =
  "builder-pm coaches a product manager from a spec to a decision. Read get_status first. Draft " +
  "with propose_spec_answers, never with evidence that you made up: ask the person for it. Build " +
  "from get_brief, and write REPORT.md in the form at its end. Verdicts, predictions and decisions " +
  "are the person's: they give them in a terminal of their own.";

/** Serves the tools until the host closes the connection. */
async function runMcp(context: Context, version: string): Promise<void> {
  if (context.isTyped())
    context.stderr.line(
      "This is a server for coding agents. It waits for their messages; stop it with Ctrl+C. " +
        "How to set it up: builder-pm guide agent-setup",
    );
  const [{ serveMcp }, { listTools }] = await Promise.all([
    import("../../mcp/serve.ts"),
    import("./tools.ts"),
  ]);
  await serveMcp({
    name: "builder-pm",
    version,
    instructions: INSTRUCTIONS,
    tools: listTools(context),
    ...context.getPipes(),
    log: (message) => context.stderr.line(`mcp: ${message}`),
    describeError: (error) => describeToolError(context, error),
  });
}

/** Describes an error for the agent, and a bug in the log as well. */
function describeToolError({ stdout, stderr, debug }: Context, error: unknown): string {
  const { lines, message, fix } = describeFailure(error, { debug });
  if (!(error instanceof UserError)) for (const line of lines) stderr.line(line);
  const named = JSON.parse(stdout.toJson({ message, fix: fix ?? "" }));
  return [named.message, named.fix].filter(Boolean).join("\n");
}
