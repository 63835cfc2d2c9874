import { AGENT_WORDS } from "../project/agent-words.ts";
import type { Project } from "../project/project.ts";
import { compareTimes } from "../time.ts";

interface Projects {
  projects: readonly Project[];
}

/** The ideas that were parked in a project and not started since. */
export interface ParkedIdeas {
  project: Project;
  ideas: string[];
}

/**
 * Lists the ideas that were parked in any project and not started since, the newest first. Each is
 * on one line, as the title of a project is.
 */
export function listParked({ projects }: Projects): string[] {
  return listWaiting(listTitles(projects), projects.flatMap(listShown));
}

/** Lists the same ideas by project. */
export function listParkedByProject({ projects }: Projects): ParkedIdeas[] {
  const titles = listTitles(projects);
  const left = new Set(listWaiting(titles, projects.flatMap(listShown)));
  return projects.flatMap((project) => {
    const shown = listShown(project);
    const agents = listWaiting(
      titles,
      shown.filter(({ via }) => via),
    );
    const ideas = listWaiting(titles, shown)
      .filter((idea) => left.delete(idea))
      .map((idea) => (agents.includes(idea) ? `${idea} (${AGENT_WORDS})` : idea));
    return ideas.length > 0 ? [{ project, ideas }] : [];
  });
}

/** An agent's idea could say how a check came out, so it waits until the project is closed. */
function listShown({ parked, closed }: Project): Project["parked"] {
  return parked.filter(({ via }) => via === undefined || closed !== undefined);
}

function listTitles(projects: readonly Project[]): ReadonlySet<string> {
  return new Set(projects.map(({ title }) => toKey(title)));
}

/** Lists parked ideas that weren't started since, the newest first and each one once. */
function listWaiting(titles: ReadonlySet<string>, parked: Project["parked"]): string[] {
  const waiting = parked
    .toSorted((a, b) => compareTimes(b.at, a.at))
    .map(({ idea }) => idea.replace(/\s+/g, " ").trim())
    .filter((idea) => !titles.has(toKey(idea)));
  const keys = waiting.map(toKey);
  return waiting.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** Two ideas that differ in capitals, spaces or a period are the same. */
function toKey(text: string): string {
  return text.replace(/\s+/g, " ").trim().replace(/\.$/, "").toLowerCase();
}

/** What stands in place of a text that was taken out for good. */
const TAKEN_OUT = /\[redacted on [^\]]*\]/;

/** Finds the first idea that can start a project: of some, a part was taken out for good. */
export function findStartable(ideas: readonly string[]): string | undefined {
  return ideas.find((idea) => !TAKEN_OUT.test(idea));
}
