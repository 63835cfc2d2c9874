import { readFileSync } from "node:fs";
import type { Progress } from "../../src/domain/progress/progress.ts";
import type { Store, StoreSettings } from "../../src/store/contract.ts";
import { openStore } from "../../src/store/store.ts";
import { noon } from "./samples.ts";

/** Opens a store in a folder. Its clock is stopped at noon UTC on November 1, 2026. */
export function openTestStore(home: string, settings: Partial<StoreSettings> = {}): Store {
  const world = { env: { BUILDER_PM_HOME: home }, pid: process.pid, kill: process.kill };
  return openStore(world, { now: () => noon(1), notify: () => {}, ...settings });
}

/** Reads a saved file as it is. */
export function readProgress(file: string): Progress {
  return JSON.parse(readFileSync(file, "utf8"));
}
