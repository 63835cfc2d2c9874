import type { Plugin } from "rolldown";

/** The imports that bundled libraries make but this program never uses: source to imported name. */
export const unusedImports: Record<string, string> = {
  // conf validates a `schema` with these two. The store passes no schema.
  "ajv/dist/2020.js": "Ajv2020",
  "ajv-formats": "default",
  // conf compares versions for its `migrations`. The store passes none.
  semver: "default",
  // conf asks it for a folder if it is given none. The store always passes one. env-paths throws
  // as soon as it is loaded where there is no home folder.
  "env-paths": "default",
  // js-yaml parses functions with it in its unsafe schema. gray-matter uses the safe one.
  esprima: "parse",
  // inquirer has a type of question in each of these. The program asks none of these types.
  "@inquirer/confirm": "default",
  "@inquirer/editor": "default",
  "@inquirer/expand": "default",
  "@inquirer/number": "default",
  "@inquirer/password": "default",
  "@inquirer/rawlist": "default",
  "@inquirer/search": "default",
  // gray-matter writes front matter with it. The program only reads.
  "./js-yaml/dumper": "safeDump",
  // yaml turns documents back into text with these. The program only looks up where fields are.
  "../stringify/stringifyDocument.js": "stringifyDocument",
  "../stringify/stringifyCollection.js": "stringifyCollection",
  "../stringify/stringifyPair.js": "stringifyPair",
  "../stringify/stringifyString.js": "stringifyString",
  "../../stringify/stringifyString.js": "stringifyString",
  "../stringify/stringify.js": "createStringifyContext",
  // commander starts subcommands that are separate programs. There are none here.
  "node:child_process": "spawn",
};

const PREFIX = "\0unused:";

/**
 * Leaves unused imports out: most of the code that a start would read, and everything that could
 * start another program.
 */
export const withoutUnused: Plugin = {
  name: "without-unused",
  resolveId: (source) => (Object.hasOwn(unusedImports, source) ? PREFIX + source : null),
  load(id) {
    if (!id.startsWith(PREFIX)) return null;
    const source = id.slice(PREFIX.length);
    const message = `${source} is not in the build: see build/without-unused.ts`;
    return `function fail() { throw new Error("${message}"); }
      const missing = new Proxy(fail, { get: fail });
      export { missing as ${unusedImports[source]} };`;
  },
};
