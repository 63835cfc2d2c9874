import { type AgentName, agentNames } from "./agent-names.ts";
import { showTable } from "./small-groups.ts";
import type { Summary } from "./summary.ts";
import { Tallies } from "./tallies.ts";

/** Claims of success that a person could check; `overclaimed` were found not met. */
export interface ShownClaims {
  counted: number | null;
  overclaimed: number | null;
}

/** The claims of all agents, and of each agent if none of these has to be left out. */
export interface TeamClaims extends ShownClaims {
  agents: (ShownClaims & { agent: AgentName })[];
}

/** The claims that held, and those that didn't. */
type Outcomes = Tallies<"overclaimed" | "held">;

/** Adds up claims. If every agent would count as another agent, none is shown. */
export function addUpClaims(summaries: readonly Summary[]): TeamClaims {
  const byAgent = new Map(agentNames.map((agent) => [agent, new Tallies() as Outcomes]));
  for (const { person, claims } of summaries) {
    for (const { agent, counted, overclaimed } of claims) {
      byAgent.get(agent)?.add("overclaimed", person, overclaimed);
      byAgent.get(agent)?.add("held", person, counted - overclaimed);
    }
  }
  const agents = [...joinSmall(byAgent)].map(([agent, outcomes]) => ({
    agent,
    ...showClaims(outcomes),
  }));
  return {
    ...showClaims(joinOutcomes([...byAgent.values()])),
    agents: agents.toSorted((a, b) => (b.counted ?? 0) - (a.counted ?? 0)),
  };
}

function showClaims({ rows }: Outcomes): ShownClaims {
  const { total, counts } = showTable(rows);
  const isZero = total === 0 || (total !== null && !rows.has("overclaimed"));
  return { counted: total, overclaimed: isZero ? 0 : (counts.get("overclaimed") ?? null) };
}

/**
 * Counts agents of which a figure would have to be left out as other agents, and with them the one
 * with the fewest claims until nothing of these has to be left out: else a sum would give it away.
 */
function joinSmall(byAgent: ReadonlyMap<AgentName, Outcomes>): ReadonlyMap<AgentName, Outcomes> {
  const isWhole = (outcomes: Outcomes) => showClaims(outcomes).overclaimed !== null;
  const used = [...byAgent].filter(([, { rows }]) => rows.size > 0);
  const isOwn = ([agent, outcomes]: [AgentName, Outcomes]) =>
    agent !== "other" && isWhole(outcomes);
  const own = used.filter(isOwn).toSorted(([, a], [, b]) => countClaims(b) - countClaims(a));
  let others = joinOutcomes(used.filter((entry) => !isOwn(entry)).map(([, outcomes]) => outcomes));
  while (!isWhole(others)) {
    const smallest = own.pop();
    if (!smallest) return new Map();
    others = joinOutcomes([others, smallest[1]]);
  }
  return own.length === 0
    ? new Map()
    : new Map([...own, ...(others.rows.size > 0 ? [["other", others] as const] : [])]);
}

function countClaims({ rows }: Outcomes): number {
  return [...rows.values()].reduce((sum, { count }) => sum + count, 0);
}

function joinOutcomes(all: readonly Outcomes[]): Outcomes {
  const joined: Outcomes = new Tallies();
  for (const [name, tally] of all.flatMap(({ rows }) => [...rows])) joined.addAll(name, tally);
  return joined;
}
