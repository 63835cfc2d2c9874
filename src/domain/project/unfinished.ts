import type { Project } from "./project.ts";

/** What was typed for a question and not answered: finished lines, and words still being typed. */
export interface Typed {
  lines?: readonly string[] | undefined;
  draft?: string | undefined;
}

/** What was typed for the questions of a step, by name. */
export type TypedByName = ReadonlyMap<string, Typed>;

/** Returns the project with what was typed kept for the next time. */
export function keepUnfinished(project: Project, stepId: string, typed: TypedByName): Project {
  let kept = project;
  for (const [name, { lines, draft }] of typed) {
    const key = `${stepId}.${name}`;
    kept = dropUnfinished(kept, stepId, name);
    if (lines) kept = { ...kept, unfinished: { ...kept.unfinished, [key]: [...lines] } };
    if (draft) kept = { ...kept, drafts: { ...kept.drafts, [key]: draft } };
  }
  return kept;
}

/** Returns what was typed for a question and not answered; undefined if there is nothing. */
export function readUnfinished(
  { unfinished, drafts }: Project,
  stepId: string,
  name: string,
): Typed | undefined {
  const key = `${stepId}.${name}`;
  const lines = unfinished && Object.hasOwn(unfinished, key) ? unfinished[key] : undefined;
  const draft = drafts && Object.hasOwn(drafts, key) ? drafts[key] : undefined;
  return lines || draft ? { lines, draft } : undefined;
}

/** Returns the project without what was typed for a question that now has an answer. */
export function dropUnfinished(project: Project, stepId: string, name: string): Project {
  const { unfinished, drafts, ...rest } = project;
  const key = `${stepId}.${name}`;
  const lines = withoutKey(unfinished, key);
  const words = withoutKey(drafts, key);
  return {
    ...rest,
    ...(lines ? { unfinished: lines } : {}),
    ...(words ? { drafts: words } : {}),
  } as Project;
}

function withoutKey<T>(
  record: Readonly<Record<string, T>> | undefined,
  key: string,
): Record<string, T> | undefined {
  const left = Object.entries(record ?? {}).filter(([name]) => name !== key);
  return left.length > 0 ? Object.fromEntries(left) : undefined;
}

/** Lists everything that was typed and not answered. */
export function listTyped(typed: TypedByName): string[] {
  return [...typed.values()].flatMap(({ lines = [], draft }) =>
    draft ? [...lines, draft] : lines,
  );
}
