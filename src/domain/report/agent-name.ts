/** Words of which the names of agents and models are made. Others could tell a result. */
const WORDS = new Set(
  `
  agent ai aider amazon amp anthropic assistant augment bolt chat chatgpt claude cli cline code
  coder codestral codewhisperer codex coding command composer continue copilot crush cursor
  deepseek desktop developer devin devstral fable factory firebase flash gemini github glm goose
  google gpt grok haiku ide instant jules junie kilo kimi kiro large lite llama local lovable max
  medium mini mistral model mode nano nova o open openai opencode openhands opus plandex preview
  pro q qwen qwen2 qwen3 r replit roo small sonnet studio sweep tabnine trae turbo v v0 vibe void
  vs vscode warp windsurf x xai zed
`
    .trim()
    .split(/\s+/),
);

const LINE = /^[\s#*_>-]*(?:agent|written by)[\s*_]*:[\s*_]*(.{1,60})$/i;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} .()+-]{0,39}$/u;
const VERSION = /^[a-z]{0,3}\d{1,2}(?:\.\d{1,2})?[a-z]?$/;
const MAX_LINES = 30;

/**
 * Reads which agent wrote a report, from a line such as "Agent: Codex" near its start. Returns
 * undefined if it doesn't say, or says more than a name.
 */
export function readAgentName(text: string): string | undefined {
  for (const line of text.slice(0, 4000).split(/\r?\n/).slice(0, MAX_LINES)) {
    const name = LINE.exec(line)?.[1]?.replace(/[\s*_.]+$/, "");
    if (name !== undefined) return cleanAgentName(name);
  }
  return undefined;
}

/** Returns the name of an agent; undefined for a name that may tell how the result did. */
export function cleanAgentName(name: string): string | undefined {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(Boolean);
  const isKnown = (word: string) => WORDS.has(word) || VERSION.test(word);
  const versions = words.filter((word) => VERSION.test(word));
  return NAME.test(name) && words.every(isKnown) && versions.length < 2 ? name : undefined;
}
