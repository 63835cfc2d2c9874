/**
 * The variables that coding agents set in the shells that they run commands in. Variables that also
 * stand in a person's own terminal, such as CURSOR_TRACE_ID or REPL_ID, aren't among them.
 */
export const agentVariables: Readonly<Record<string, string>> = {
  CLAUDECODE: "Claude Code",
  CODEX_SANDBOX: "Codex",
  CODEX_THREAD_ID: "Codex",
  GEMINI_CLI: "Gemini CLI",
  CURSOR_AGENT: "Cursor",
  OPENCODE: "OpenCode",
  COPILOT_CLI: "Copilot",
  AI_AGENT: "a coding agent",
};

/**
 * Names the coding agent in whose shell this runs. Returns undefined in a person's own shell. Any
 * value counts: no agent says with "0" that it isn't there.
 */
export function findAgent(env: NodeJS.ProcessEnv): string | undefined {
  const name = Object.keys(agentVariables).find((variable) => env[variable]);
  return name && agentVariables[name];
}
