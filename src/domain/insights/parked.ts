import type { Progress } from "../progress/progress.ts";

/**
 * Lists the ideas that were parked in any project and not started since, the newest first. Each is
 * on one line, as the title of a project is.
 */
export function listParked({ projects }: Pick<Progress, "projects">): string[] {
  const titles = new Set(projects.map(({ title }) => toKey(title)));
  const parked = projects
    .flatMap((project) => project.parked)
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ idea }) => idea.replace(/\s+/g, " ").trim())
    .filter((idea) => !titles.has(toKey(idea)));
  const keys = parked.map(toKey);
  return parked.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** Two ideas that differ in capitals, spaces or a period are the same. */
function toKey(text: string): string {
  return text.replace(/\s+/g, " ").trim().replace(/\.$/, "").toLowerCase();
}
