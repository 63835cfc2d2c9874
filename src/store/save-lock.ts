import type { StoreSettings, StoreWorld } from "./contract.ts";
import { describeSaveError } from "./failure.ts";
import { withLock } from "./lock.ts";
import type { Revision } from "./revision.ts";
import { getSidecarPaths } from "./sidecar-files.ts";

/** The saved file, and what is needed to use it. */
export interface StoreLocation {
  folder: string;
  file: string;
  world: StoreWorld;
  settings: StoreSettings;
  seen: Seen;
}

/** What this process has read or saved last; nothing before that. */
export interface Seen {
  revision?: Revision | undefined;
  /** True after the first save, which makes the cache of compiled code if it can. */
  isCacheReady?: boolean;
}

/** Runs `work` while holding the lock of the file `real`. Every save takes it. */
export async function withSaveLock<T>(
  { file, world, settings }: StoreLocation,
  real: string,
  work: () => T,
): Promise<T> {
  try {
    return await withLock(getSidecarPaths(real).lock, { ...settings, processes: world }, work);
  } catch (error) {
    throw describeSaveError(file, error);
  }
}
