import { inspectCacheFolder, removeCacheFolder } from "./compile-cache-folder.ts";
import type { Store } from "./contract.ts";
import { describeSaveError } from "./failure.ts";
import { inspect, moveAside, restore, unlock } from "./repair.ts";
import { isNothingSaved, resolveLink } from "./revision.ts";
import { type StoreLocation, withSaveLock } from "./save-lock.ts";

/** Creates the part of a store that looks at files and moves them, and writes none. */
export function createRepairing(
  location: StoreLocation,
): Pick<Store, "moveAside" | "removeCache" | "restore" | "unlock" | "inspect"> {
  const { folder, file, world, settings, seen } = location;
  // If nothing is saved, there is nothing to move.
  const isEmpty = () => isNothingSaved(file);
  return {
    moveAside: async () => {
      if (isEmpty()) return undefined;
      return withSaveLock(location, tryResolveLink(file), () => moveAside(file, settings.now()));
    },
    removeCache: async () => removeCacheFolder(folder),
    restore: async () => {
      if (isEmpty()) return undefined;
      const real = resolveLink(file);
      return withSaveLock(location, real, () => restore(real, settings.now()));
    },
    unlock: async () => {
      const real = resolveLink(file);
      try {
        return unlock(real, world);
      } catch (error) {
        throw describeSaveError(real, error);
      }
    },
    inspect: async () => {
      const { health, revision } = inspect(file, world);
      seen.revision ??= revision;
      return { ...health, compileCache: inspectCacheFolder(folder, world.getuid?.()) };
    },
  };
}

/**
 * Returns the file whose lock every save takes. For a broken link, that is the link itself, so it
 * can still be moved.
 */
function tryResolveLink(file: string): string {
  try {
    return resolveLink(file);
  } catch {
    return file;
  }
}
