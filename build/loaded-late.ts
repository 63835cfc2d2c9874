import { dirname, relative, resolve, sep } from "node:path";
import type { Plugin } from "rolldown";

/** The libraries that few screens need, each with the code that stands in until it is called. */
const lateLibraries: Record<string, string> = {
  // Colors are for terminals only.
  chalk: `export function Chalk(options) {
    return new (require("./chalk.cjs").Chalk)(options);
  }`,
  // Plain ASCII is as wide as it is long. Other text needs the tables of wide characters.
  "fast-string-width": `const ASCII = /^[ -~]*$/;
    export default (text) =>
      ASCII.test(text) ? text.length : require("./fast-string-width.cjs").default(text);`,
};

/** The parts of Node that few screens need, each with the functions that our modules call. */
const lateBuiltins: Record<string, readonly string[]> = {
  // Only saving and pages need a hash. With it, Node loads its streams.
  "node:crypto": ["createHash", "createHmac"],
};

/** The modules of our own that few screens need, by path, each with the functions it exports. */
export const lateModules: Record<string, readonly string[]> = {
  // The words and patterns of agents' reports are a quarter of what `status` would load.
  "src/domain/report/read-report.ts": ["readReport"],
  "src/domain/report/run-targets.ts": ["rebuildInstructions"],
};

/** What is built into a file of its own: the file's name, and what it is made from. */
export const lateInputs: Record<string, string> = Object.fromEntries([
  ...Object.keys(lateLibraries).map((name) => [name, name]),
  ...Object.keys(lateModules).map((path) => [nameLateFile(path), path]),
]);

const PREFIX = "\0late:";

/** Puts code that few screens need in files of its own, which are read at the first call. */
export const loadedLate: Plugin = {
  name: "loaded-late",
  resolveId(source, importer) {
    if (importer?.startsWith(PREFIX)) return { id: source, external: true };
    if (importer === undefined) return null;
    if (Object.hasOwn(lateBuiltins, source)) return isOwn(importer) ? PREFIX + source : null;
    const name = source.startsWith(".") ? findPath(source, importer) : source;
    return isLate(name) ? PREFIX + name : null;
  },
  load(id) {
    if (!id.startsWith(PREFIX)) return null;
    const name = id.slice(PREFIX.length);
    return lateLibraries[name] ?? standIn(name);
  },
};

function isLate(name: string): boolean {
  return Object.hasOwn(lateLibraries, name) || Object.hasOwn(lateModules, name);
}

/** Libraries may use more of Node than our modules do. */
function isOwn(importer: string): boolean {
  return !importer.includes("node_modules");
}

function findPath(source: string, importer: string): string {
  return relative(".", resolve(dirname(importer), source)).replaceAll(sep, "/");
}

/** Writes the functions that load a module at their first call. */
function standIn(name: string): string {
  const isBuiltin = Object.hasOwn(lateBuiltins, name);
  const file = JSON.stringify(isBuiltin ? name : `./${nameLateFile(name)}.cjs`);
  const names = lateBuiltins[name] ?? lateModules[name] ?? [];
  return names
    .map((call) => `export const ${call} = (...given) => require(${file}).${call}(...given);`)
    .join("\n");
}

function nameLateFile(path: string): string {
  return path.replace(/^.*\/|\.ts$/g, "");
}
