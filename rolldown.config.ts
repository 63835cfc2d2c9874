import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "rolldown";
import { checkFields, type Kind } from "./src/content/schema.ts";
import { parseFrontMatter, splitFrontMatter } from "./src/front-matter.ts";

/** Parses and checks the front matter of the shipped files once, so that a command need load neither a YAML parser nor a schema. */
const frontMatterTable: Plugin = {
  name: "front-matter-table",
  async generateBundle() {
    const kinds = readdirSync("content", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of kinds) {
      const table: Record<string, unknown> = {};
      for (const file of readdirSync(join("content", name)).filter((entry) => entry.endsWith(".md"))) {
        const { matter } = splitFrontMatter(readFileSync(join("content", name, file)));
        const { fields } = checkFields(name as Kind, await parseFrontMatter(matter));
        if (fields) table[matter] = fields;
      }
      this.emitFile({ type: "asset", fileName: `front-matter/${name}.json`, source: JSON.stringify(table) });
    }
  },
};

/** Takes the engine that would run JavaScript in front matter out of gray-matter, so that the package holds no eval. */
const withoutEval: Plugin = {
  name: "without-eval",
  transform(code, id) {
    if (!/gray-matter[\\/]lib[\\/]engines\.js$/.test(id)) return null;
    const safe = code.replace("eval(str)", "undefined");
    if (safe === code) throw new Error("gray-matter no longer looks as expected: find its eval and take it out");
    return safe;
  },
};

/** What bundled libraries bring and this program never reaches, with the names they import from it. */
const unreached: Record<string, string> = {
  // conf checks a `schema` with the first two and migrates with the third; the store gives it neither to do.
  "ajv/dist/2020.js": "Ajv2020",
  "ajv-formats": "default",
  semver: "default",
  // conf asks it where to save when it is given no folder, and the store gives it one. Where there
  // is no home, env-paths throws as soon as it is loaded.
  "env-paths": "default",
  // js-yaml reads functions with it, outside its safe schema, which is the one gray-matter uses.
  esprima: "parse",
  // inquirer opens an editor with the first for one kind of question; commander starts commands that are files of their own.
  "@inquirer/external-editor": "editAsync",
  "node:child_process": "spawn",
};

/** Leaves that out of the package: most of what would be read at a start, and all that could start another program. */
const withoutUnreached: Plugin = {
  name: "without-unreached",
  resolveId: (source) => (Object.hasOwn(unreached, source) ? `\0unreached:${source}` : null),
  load(id) {
    if (!id.startsWith("\0unreached:")) return null;
    const source = id.slice("\0unreached:".length);
    return `function refuse() { throw new Error("${source} was left out of the build: see rolldown.config.ts"); }
      const leftOut = new Proxy(refuse, { get: refuse });
      export { leftOut as ${unreached[source]} };`;
  },
};

/** Leaves out how chalk finds out about colour: that is decided in one place here, and asking the system costs 3 ms. */
const withoutColorDetection: Plugin = {
  name: "without-color-detection",
  resolveId: (source) => (source === "#supports-color" ? "\0no-color-detection" : null),
  load: (id) => (id === "\0no-color-detection" ? "export default {};" : null),
};

/**
 * What few screens need, and what stands in its place until then. Each is a file of its own, read at the first call: colour
 * only at a terminal, the tables of wide characters only for a text that has more than plain ones.
 */
const late: Record<string, string> = {
  chalk: `export function Chalk(options) { return new (require("./chalk.cjs").Chalk)(options); }`,
  "fast-string-width": `const PLAIN = /^[ -~]*$/;
    export default (text) => (PLAIN.test(text) ? text.length : require("./fast-string-width.cjs").default(text));`,
};

/** Loads that late. */
const loadedLate: Plugin = {
  name: "loaded-late",
  resolveId(source, importer) {
    if (importer?.startsWith("\0late:")) return { id: source, external: true };
    return importer && Object.hasOwn(late, source) ? `\0late:${source}` : null;
  },
  load: (id) => (id.startsWith("\0late:") ? late[id.slice("\0late:".length)] : null),
};

/**
 * Has Node read the libraries that are not ES modules (commander above all) once instead of twice. A function in parentheses
 * is compiled with its file; rolldown counts on that for an arrow function too, which Node 20 only skims at first.
 */
const compiledAtOnce: Plugin = {
  name: "compiled-at-once",
  renderChunk: (code) => code.replace(/(__commonJSMin\(\()\(([\w, ]*)\) => \{/g, "$1function ($2) {"),
};

/**
 * Writes every character beyond ASCII as an escape: one of them in a file, and Node keeps the whole file in twice the memory.
 */
const asciiOnly: Plugin = {
  name: "ascii-only",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === "chunk") chunk.code = chunk.code.replace(/\\.|[^\0-\x7f]/g, escapeBeyondAscii);
    }
  },
};

/** Takes one character of code, or one with the backslash before it. */
function escapeBeyondAscii(written: string): string {
  const unit = written.charCodeAt(written.length - 1);
  return unit < 0x80 ? written : `\\u${unit.toString(16).padStart(4, "0")}`;
}

/** Puts the licence of every package that is bundled beside the bundle. */
const licences: Plugin = {
  name: "licences",
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
    const folders = modules.flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0] ?? []);
    const texts = [...new Set(folders)].toSorted().map(readLicence);
    this.emitFile({ type: "asset", fileName: "LICENSES.txt", source: texts.join("\n\n") });
  },
};

function readLicence(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
  return `${name} ${version} (${license})\n\n${text}`.trim();
}

/**
 * What every start loads, with all it imports, and the small screens that people meet first. They are one file of more than
 * 128 kB, because V8 keeps so long a text apart from the 1 MB of new memory that it tidies as soon as most of it is in use:
 * with less in there, a short command ends before that, which saves it 3 ms.
 */
const sharedByAll = [
  /[\\/]src[\\/](cli|yaml-mistake|content[\\/]load|commands[\\/](slices|help|home|misuse)|render[\\/]problems)\./,
];

/** What few commands use of the rooms below: it stays with them. */
const rare =
  "difference|health|history|undo|patch|calibration|gaps|pace|merge|portfolio|backing|saving|save-blocker|lock|holder|repair|exported|why|import|guide|lint|problems|completion";

/** What most commands use, beside what every start loads. */
const sharedByCommands = [
  new RegExp(`[\\\\/]src[\\\\/](domain|store|render)[\\\\/](?!${rare}|theme|visible|layout|json|slices)`),
  /[\\/]src[\\/]content[\\/]schema/,
  /[\\/]src[\\/]files[\\/]disk\./,
  /[\\/]src[\\/]commands[\\/]position\./,
  /[\\/]node_modules[\\/]valibot[\\/]/,
];

export default defineConfig({
  input: { cli: "src/cli.ts", ...Object.fromEntries(Object.keys(late).map((name) => [name, name])) },
  platform: "node",
  // The file to start with holds what every other file needs.
  preserveEntrySignatures: "allow-extension",
  // What is loaded late may stand in a file that is there already.
  checks: { ineffectiveDynamicImport: false },
  plugins: [
    frontMatterTable,
    withoutEval,
    withoutUnreached,
    withoutColorDetection,
    loadedLate,
    compiledAtOnce,
    asciiOnly,
    licences,
  ],
  output: {
    dir: "dist",
    format: "cjs",
    exports: "named",
    // Nothing reads the comments of a bundle but Node, at every start. The sources hold them, LICENSES.txt the licences.
    comments: { legal: true, annotation: false, jsdoc: false },
    cleanDir: true,
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    // Opening a file costs more than reading one page of code, so these stand together.
    codeSplitting: {
      groups: [
        { name: "start", test: (id) => sharedByAll.some((pattern) => pattern.test(id)), priority: 2 },
        { name: "shared", test: (id) => sharedByCommands.some((pattern) => pattern.test(id)) },
      ],
    },
  },
});
