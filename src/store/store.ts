import { join } from "node:path";
import { emptyProgress } from "../domain/progress/progress.ts";
import type { Store, StoreSettings, StoreWorld } from "./contract.ts";
import { loadConf } from "./document.ts";
import { findProgressFolder } from "./location.ts";
import { isNothingSaved, loadRevision, resolveLink } from "./revision.ts";
import type { StoreLocation } from "./save-lock.ts";

/**
 * Opens the saved progress. Loads conf and the code that saves only when there is something to
 * save, and the code that repairs only when there is something to repair.
 */
export function openStore(world: StoreWorld, settings: StoreSettings): Store {
  const folder = findProgressFolder(world.env);
  const file = join(folder, "progress.json");
  const location: StoreLocation = { folder, file, world, settings, seen: {} };
  const openSaving = async () => {
    const { createSaving } = await import("./saving.ts");
    return createSaving({ ...location, ConfClass: await loadConf() });
  };
  const openRepairing = async () => {
    const { createRepairing } = await import("./repairing.ts");
    return createRepairing(location);
  };
  return {
    file,
    load: async () => {
      const real = resolveLink(file);
      if (isNothingSaved(real)) return emptyProgress;
      const revision = loadRevision(real, location.seen.revision);
      location.seen.revision = revision;
      return revision.progress;
    },
    prepare: async () => void (await openSaving()),
    update: async (change) => (await openSaving()).update(change),
    undo: async (keep) => (await openSaving()).undo(keep),
    redo: async (keep) => (await openSaving()).redo(keep),
    rewrite: async (change) => (await openSaving()).rewrite(change),
    moveAside: async () => (await openRepairing()).moveAside(),
    removeCache: async () => (await openRepairing()).removeCache(),
    restore: async () => (await openRepairing()).restore(),
    unlock: async () => (await openRepairing()).unlock(),
    inspect: async () => (await openRepairing()).inspect(),
  };
}
