import type { Project } from "./project.ts";

/** What was typed for questions that were not answered in the end: lines of text by the name of the asking, as `saw.2`. */
export type Typed = ReadonlyMap<string, readonly string[]>;

/** The project with what was typed in a step when the person stopped, to be offered the next time. */
export function keepUnfinished(project: Project, stepId: string, typed: Typed): Project {
  if (typed.size === 0) return project;
  const lines = Object.fromEntries([...typed].map(([name, texts]) => [`${stepId}.${name}`, [...texts]]));
  return { ...project, unfinished: { ...project.unfinished, ...lines } };
}

/** What was typed for an asking of a step and never answered; nothing when that was nothing. */
export function readUnfinished({ unfinished = {} }: Project, stepId: string, name: string): string[] {
  return Object.entries(unfinished).find(([key]) => key === `${stepId}.${name}`)?.[1] ?? [];
}

/** The project without what was typed for an asking, now that it has its answer. */
export function dropUnfinished(project: Project, stepId: string, name: string): Project {
  const { unfinished, ...rest } = project;
  const left = Object.entries(unfinished ?? {}).filter(([key]) => key !== `${stepId}.${name}`);
  return left.length > 0 ? { ...project, unfinished: Object.fromEntries(left) } : (rest as Project);
}
