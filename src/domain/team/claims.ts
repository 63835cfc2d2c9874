import type { AgentName } from "./agent-names.ts";
import { Pairs, type ShownPair } from "./pairs.ts";
import type { Summary } from "./summary.ts";

/** Claims of success that a person could check; `overclaimed` were found not met. */
export interface ShownClaims {
  counted: number | null;
  overclaimed: number | null;
}

/** The claims of all agents, and of each agent if none of these has to be left out. */
export interface TeamClaims extends ShownClaims {
  agents: (ShownClaims & { agent: AgentName })[];
}

/** Adds up claims. Agents of which a figure would have to be left out count as other agents. */
export function addUpClaims(summaries: readonly Summary[]): TeamClaims {
  const pairs = new Pairs<AgentName>();
  for (const { person, claims } of summaries) {
    for (const { agent, counted, overclaimed } of claims)
      pairs.add(agent, person, { counted, hits: overclaimed });
  }
  const agents = pairs.showRows("other").map(({ name, ...pair }) => ({
    agent: name,
    ...toClaims(pair),
  }));
  return { ...toClaims(pairs.showAll()), agents };
}

function toClaims({ counted, hits }: ShownPair): ShownClaims {
  return { counted, overclaimed: hits };
}
