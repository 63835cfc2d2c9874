import { readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { Plugin } from "rolldown";
import { lateFiles } from "./late-files.ts";

/** A library that few screens need, and the code that stands in until it is called. */
interface LateLibrary {
  source: string;
  standIn: string;
}

const lateLibraries: Record<string, LateLibrary> = {
  // Colors are for terminals only.
  chalk: {
    source: "chalk",
    standIn: `export function Chalk(options) {
      return new (require("./chalk.cjs").Chalk)(options);
    }`,
  },
  // Plain ASCII is as wide as it is long, also with the spaces that src/render/layout.ts ties.
  // Other text needs the tables of wide characters.
  "fast-string-width": {
    source: "fast-string-width",
    standIn: `const NARROW = /^[ -~\\ufdd0]*$/;
      export default (text) =>
        NARROW.test(text) ? text.length : require("./fast-string-width.cjs").default(text);`,
  },
  // A tenth of what every command would load.
  "commander-help": {
    source: "node_modules/commander/lib/help.js",
    standIn: `const load = () => require("./commander-help.cjs");
      exports.Help = function () { return new (load().Help)(); };
      exports.stripColor = (text) => load().stripColor(text);`,
  },
};

/** The parts of Node that few screens need, each with the functions that our modules call. */
const lateBuiltins: Record<string, readonly string[]> = {
  // Only saving and pages need a hash. With it, Node loads its streams.
  "node:crypto": ["createHash", "createHmac"],
  // Only a pipe is asked whether it is a terminal. With it, Node loads its sockets.
  "node:tty": ["isatty"],
  "node:os": ["homedir", "hostname", "platform", "tmpdir", "uptime"],
};

const PREFIX = "\0late:";
const INPUT = "\0late-file:";
const LOADER = "\0late-loader:";

/** What is built into a file of its own: the file's name, and what it is made from. */
export const lateInputs: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(lateLibraries).map(([name, { source }]) => [name, locate(source)]),
  ),
  ...Object.fromEntries(Object.keys(lateFiles).map((name) => [name, nameInput(name)])),
};

/** Puts code that few screens need in files of its own, which are read at the first call. */
export const loadedLate: Plugin = {
  name: "loaded-late",
  resolveId(source, importer) {
    if (source.startsWith(INPUT) || source.startsWith(LOADER)) return source;
    if (importer?.startsWith(PREFIX) || importer?.startsWith(LOADER))
      return { id: source, external: true };
    // What a late file is made from is the module itself.
    if (importer === undefined || importer.startsWith(INPUT)) return null;
    const path = source.startsWith(".") ? findPath(resolve(dirname(importer), source)) : source;
    const name = findLibrary(path) ?? path;
    return isLate(name, importer) ? PREFIX + name : null;
  },
  load(id) {
    if (id.startsWith(INPUT)) return exportAll(id.slice(INPUT.length));
    if (id.startsWith(LOADER)) return writeLoader(id.slice(LOADER.length));
    if (!id.startsWith(PREFIX)) return null;
    const name = id.slice(PREFIX.length);
    if (Object.hasOwn(lateBuiltins, name)) return standIn(name, lateBuiltins[name] ?? []);
    return lateLibraries[name]?.standIn ?? standIn(findLateFile(name), listFunctions(name));
  },
};

/** Returns true for the functions that stand in for those of a late file, and what they call. */
export function isStandIn(id: string): boolean {
  if (id.startsWith(LOADER)) return true;
  const name = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : "";
  return Object.hasOwn(lateBuiltins, name) || findLateFile(name) !== undefined;
}

function isLate(name: string, importer: string): boolean {
  if (Object.hasOwn(lateLibraries, name)) return true;
  // Libraries may use more of Node than our modules do.
  if (Object.hasOwn(lateBuiltins, name)) return !importer.includes("node_modules");
  const file = findLateFile(name);
  return file !== undefined && file !== findLateFile(findPath(importer));
}

/** Returns the name of the late library that an import means. */
function findLibrary(path: string): string | undefined {
  return Object.keys(lateLibraries).find((name) => lateLibraries[name]?.source === path);
}

/** Returns where a file is, or the name of a library as it is. */
function locate(source: string): string {
  return source.includes("/") ? resolve(source) : source;
}

function nameInput(file: string): string {
  return INPUT + file;
}

function findLateFile(path: string): string | undefined {
  return Object.keys(lateFiles).find((file) => lateFiles[file]?.includes(path));
}

function findPath(id: string): string {
  return relative(".", id).replaceAll(sep, "/");
}

const EXPORT = /^export (?!type |interface )(?:async )?(function|const|\S+) (\w*)(.*)/gm;

/** Lists the functions that a module of ours exports. Throws if it exports something else. */
export function listFunctions(path: string): string[] {
  const exported = [...readFileSync(path, "utf8").matchAll(EXPORT)];
  const isFunction = (kind = "", rest = "") => kind === "function" || /^ = derive\w+\(/.test(rest);
  const [other] = exported.filter(([, kind, , rest]) => !isFunction(kind, rest));
  if (other) throw new Error(`${path} can't be loaded late, because of its "${other[0]}"`);
  return exported.map(([, , name = ""]) => name);
}

/** Writes the module that a late file is made from. */
function exportAll(file: string): string {
  const paths = (lateFiles[file] ?? []).map((path) => JSON.stringify(resolve(path)));
  return paths.map((path) => `export * from ${path};`).join("\n");
}

/** Writes functions that load a late file, or a part of Node, at their first call. */
function standIn(name: string | undefined, functions: readonly string[]): string {
  const calls = functions.map(
    (called) => `export function ${called}(...given) { return load().${called}(...given); }`,
  );
  return [`import { load } from ${JSON.stringify(LOADER + name)};`, ...calls].join("\n");
}

/** Writes what loads a late file, or a part of Node, once. All that stand in for it share this. */
function writeLoader(name: string): string {
  const source = Object.hasOwn(lateFiles, name) ? `./${name}.cjs` : name;
  return `var loaded;
    export function load() { return loaded ??= require(${JSON.stringify(source)}); }`;
}
