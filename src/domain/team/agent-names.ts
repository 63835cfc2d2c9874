/** The agents that are told apart, each with the words by which its name is known. */
const known = {
  "claude-code": ["claude"],
  codex: ["codex", "chatgpt", "openai", "gpt"],
  copilot: ["copilot"],
  cursor: ["cursor"],
  gemini: ["gemini", "jules"],
  opencode: ["opencode"],
  amp: ["amp"],
  aider: ["aider"],
  cline: ["cline"],
  devin: ["devin", "windsurf"],
  goose: ["goose"],
  junie: ["junie"],
  kiro: ["kiro"],
  lovable: ["lovable"],
  replit: ["replit"],
  v0: ["v0"],
  bolt: ["bolt"],
} as const satisfies Record<string, readonly string[]>;

const OTHER = "other";

/** An agent by a name that says nothing about anyone, or `other`. */
export type AgentName = keyof typeof known | typeof OTHER;

/** All names of agents. */
export const agentNames = [OTHER, ...(Object.keys(known) as (keyof typeof known)[])] as const;

/** Returns the name from the list that an agent's own name means; `other` if none does. */
export function findAgentName(name = ""): AgentName {
  const words = name
    .toLowerCase()
    .replaceAll(/open code/g, "opencode")
    .split(/[^a-z0-9]+/);
  const found = Object.entries(known).find(([, ways]) => ways.some((way) => words.includes(way)));
  return found ? (found[0] as AgentName) : OTHER;
}

const titles: Partial<Record<AgentName, string>> = { v0: "v0", opencode: "OpenCode" };

/** Says the name of an agent for a person: "Claude Code". */
export function titleOfAgent(agent: AgentName): string {
  const words = agent.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return titles[agent] ?? (agent === OTHER ? "Other agents" : words.join(" "));
}
