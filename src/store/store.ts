import { join } from "node:path";
import { emptyProgress } from "../domain/progress/progress.ts";
import type { Store, StoreSettings, StoreWorld } from "./contract.ts";
import { loadConf } from "./document.ts";
import { findProgressFolder } from "./location.ts";
import { isNothingSaved, loadRevision, resolveLink } from "./revision.ts";
import type { Seen } from "./saving.ts";

/**
 * Opens the saved progress. Loads conf and the code that saves only when there is something to save.
 */
export function openStore(world: StoreWorld, settings: StoreSettings): Store {
  const folder = findProgressFolder(world.env);
  const file = join(folder, "progress.json");
  const seen: Seen = {};
  const openSaving = async () => {
    const { createSaving } = await import("./saving.ts");
    return createSaving({ folder, file, world, settings, ConfClass: await loadConf(), seen });
  };
  return {
    file,
    load: async () => {
      const real = resolveLink(file);
      if (isNothingSaved(real)) return emptyProgress;
      seen.revision = loadRevision(real);
      return seen.revision.progress;
    },
    update: async (change) => (await openSaving()).update(change),
    undo: async (keep) => (await openSaving()).undo(keep),
    redo: async (keep) => (await openSaving()).redo(keep),
    rewrite: async (change) => (await openSaving()).rewrite(change),
    moveAside: async () => (await openSaving()).moveAside(),
    removeCache: async () => (await openSaving()).removeCache(),
    restore: async () => (await openSaving()).restore(),
    unlock: async () => (await openSaving()).unlock(),
    inspect: async () => (await openSaving()).inspect(),
  };
}
