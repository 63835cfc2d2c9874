/**
 * Turns what one version saved into what the next one saves. Throws when it cannot; never changes
 * what it is given.
 */
type Migration = (content: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Migrations by the version they start from. */
export type Migrations = Readonly<Record<number, Migration>>;

/** Every migration there is: none, because version 1 is the first. */
export const knownMigrations: Migrations = {};

/** The version that a saved file says it has; nothing when it says none. */
export function readVersion(content: unknown): number | undefined {
  const version = (content as { version?: unknown } | null)?.version;
  return typeof version === "number" && Number.isInteger(version) ? version : undefined;
}

/**
 * The content brought up to version `newest`, step by step. Where a step is missing, it comes back
 * as it is by then.
 */
export function migrate(content: unknown, newest: number, migrations: Migrations): unknown {
  const version = readVersion(content);
  const step = version !== undefined && version < newest ? migrations[version] : undefined;
  if (version === undefined || !step) return content;
  return migrate(
    { ...step(content as Record<string, unknown>), version: version + 1 },
    newest,
    migrations,
  );
}
