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
  // inquirer opens an editor for one type of question. The program never asks one of that type.
  "@inquirer/external-editor": "editAsync",
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
