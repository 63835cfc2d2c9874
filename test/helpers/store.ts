import { openStore, type Store, type StoreSettings } from "../../src/store/store.ts";
import { noon } from "./samples.ts";

/**
 * A store in the folder given, of this process, with a clock that stands at noon UTC on 1 November
 * 2026.
 */
export function openTestStore(home: string, settings: Partial<StoreSettings> = {}): Store {
  const world = { env: { BUILDER_PM_HOME: home }, pid: process.pid, kill: process.kill };
  return openStore(world, { now: () => noon(1), tell: () => {}, ...settings });
}
