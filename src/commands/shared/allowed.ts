import type { Context } from "../../context.ts";
import type { Progress } from "../../domain/progress/progress.ts";
import { hashWithKey } from "../../files/hash.ts";
import type { FoundSecret } from "./found-secrets.ts";

type Allowed = NonNullable<Progress["allowed"]>[number];

/** Returns true if the person allowed a text that was found. */
export function isAllowed({ allowed = [] }: Progress, found: FoundSecret): boolean {
  return allowed.some((entry) => isAbout(entry, found));
}

function isAbout({ salt, keyed }: Allowed, { plain }: FoundSecret): boolean {
  return salt !== undefined && keyed === hashWithKey(salt, plain);
}

/** Returns the progress with texts allowed. Only their hashes are saved, each with its own key. */
export function allowTexts(
  context: Context,
  progress: Progress,
  texts: readonly FoundSecret[],
): Progress {
  const at = context.now().toISOString();
  const added = texts
    .filter((text) => !isAllowed(progress, text))
    .map(({ plain }) => {
      const salt = context.createId();
      return { salt, keyed: hashWithKey(salt, plain), at };
    });
  return added.length === 0
    ? progress
    : { ...progress, allowed: [...(progress.allowed ?? []), ...added] };
}

/** Lists the hashes of allowed texts that are among those that were found. */
export function listKeptHashes(
  { allowed = [] }: Progress,
  found: readonly FoundSecret[],
): string[] {
  const kept = allowed.filter((entry) => found.some((each) => isAbout(entry, each)));
  return kept.flatMap(({ keyed }) => keyed ?? []);
}
