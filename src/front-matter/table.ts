/** What the build knows of a shipped file: where its bytes are in the copy, and its fields. */
export interface KnownFile {
  start: number;
  end: number;
  fields: unknown;
}

/** What the build knows of the shipped files of a kind, by their names. */
export type KnownFiles = Readonly<Record<string, KnownFile>>;

/** The front matter of the shipped files, parsed and checked when the program was built. */
export interface FrontMatterTable {
  /** Returns the fields of a file, or undefined if it isn't byte for byte what the build saw. */
  findFields(name: string, bytes: Uint8Array): unknown;
}

/**
 * Opens a table by the copy of all its files. Comparing them takes less than any hash: node:crypto
 * takes 3 ms to load, and a hash of our own up to 6 ms before Node has compiled it.
 */
export function openTable(files: KnownFiles, copy: Buffer): FrontMatterTable {
  return {
    findFields: (name, bytes) => {
      const known = Object.hasOwn(files, name) ? files[name] : undefined;
      return known && copy.subarray(known.start, known.end).equals(bytes)
        ? known.fields
        : undefined;
    },
  };
}
