import { readFileSync } from "node:fs";
import type { Progress } from "../../src/domain/progress/progress.ts";
import type { Store, StoreSettings } from "../../src/store/contract.ts";
import { unsealOpenRounds } from "../../src/store/open-rounds.ts";
import { openStore } from "../../src/store/store.ts";
import { readUndoSteps } from "../../src/store/undo-steps.ts";
import { noon } from "./samples.ts";

/** Opens a store in a folder. Its clock is stopped at noon UTC on November 1, 2026. */
export function openTestStore(home: string, settings: Partial<StoreSettings> = {}): Store {
  const world = { env: { BUILDER_PM_HOME: home }, pid: process.pid, kill: process.kill };
  return openStore(world, { now: () => noon(1), notify: () => {}, ...settings });
}

/** Reads a saved file with what is encoded in it, and changes nothing else. */
export function readProgress(file: string): Progress {
  const { undo, ...saved } = JSON.parse(readFileSync(file, "utf8"));
  const progress = unsealOpenRounds(saved) as Progress;
  return undo === undefined ? progress : { ...progress, undo: readUndoSteps(undo) };
}
