import type { Project } from "./project.ts";

/** What was typed for a question that isn't answered: the lines so far, and words not confirmed. */
export interface Typed {
  lines?: readonly string[] | undefined;
  draft?: string | undefined;
}

/** What was typed for several questions of a step, by the name of each question, as `saw.2`. */
export type TypedByName = ReadonlyMap<string, Typed>;

/** Keeps what was typed in a step when the person stopped, to be offered the next time. */
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

/** Reads what was typed for a question and never answered. Returns undefined if there is nothing. */
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

/** Removes what was typed for a question, now that it has its answer. */
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
