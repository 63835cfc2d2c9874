import type { Project } from "../project/project.ts";

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
  return listWaiting(
    projects,
    projects.flatMap((project) => project.parked),
  );
}

/** Lists the same ideas by project. */
export function listParkedByProject({ projects }: Projects): ParkedIdeas[] {
  const left = new Set(listParked({ projects }));
  return projects.flatMap((project) => {
    const ideas = listWaiting(projects, project.parked).filter((idea) => left.delete(idea));
    return ideas.length > 0 ? [{ project, ideas }] : [];
  });
}

/** Lists parked ideas that weren't started since, the newest first and each one once. */
function listWaiting(projects: readonly Project[], parked: Project["parked"]): string[] {
  const titles = new Set(projects.map(({ title }) => toKey(title)));
  const waiting = parked
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ idea }) => idea.replace(/\s+/g, " ").trim())
    .filter((idea) => !titles.has(toKey(idea)));
  const keys = waiting.map(toKey);
  return waiting.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** Two ideas that differ in capitals, spaces or a period are the same. */
function toKey(text: string): string {
  return text.replace(/\s+/g, " ").trim().replace(/\.$/, "").toLowerCase();
}
