import type { Step } from "../../domain/library/step.ts";
import type { Project } from "../../domain/project/project.ts";
import type { FileHash } from "./value.ts";

/** Lists which bytes were written for an agent: a hash for each page in the work folder. */
export function listFileHashes(steps: readonly Step[], { folder, rounds }: Project): FileHash[] {
  return steps.flatMap(({ writes: name = "" }) => {
    const written = folder?.files?.[name];
    if (!written) return [];
    const isOneOfMany = rounds.length > 0;
    const ofRound = isOneOfMany ? `${name} of round ${written.round}` : name;
    return [{ name: ofRound, sha256: written.sha256 }];
  });
}
