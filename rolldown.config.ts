import { resolve } from "node:path";
import { defineConfig } from "rolldown";
import { builtHelp } from "./build/built-help.ts";
import { chunks, isListed } from "./build/chunks.ts";
import { compiledAtOnce } from "./build/compiled-at-once.ts";
import { frontMatterTable } from "./build/front-matter-table.ts";
import { licenses } from "./build/licenses.ts";
import { isStandIn, lateInputs, loadedLate } from "./build/loaded-late.ts";
import { minified } from "./build/minified.ts";
import { plainAscii } from "./build/plain-ascii.ts";
import { plainExports } from "./build/plain-exports.ts";
import { withoutAjv } from "./build/without-ajv.ts";
import { withoutColorDetection } from "./build/without-color-detection.ts";
import { withoutEval } from "./build/without-eval.ts";
import { withoutUnused } from "./build/without-unused.ts";

export default defineConfig({
  input: { cli: "src/cli.ts", ...lateInputs },
  platform: "node",
  // The build for browsers consists of modules, so that what isn't used can be left out.
  resolve: { alias: { yaml: resolve("node_modules/yaml/browser/dist/index.js") } },
  // Lets the entry file hold the code that every other file needs.
  preserveEntrySignatures: "allow-extension",
  // A module may be imported lazily and still be bundled with the file that imports it.
  checks: { ineffectiveDynamicImport: false },
  plugins: [
    // Each file in build/ says why its plugin exists.
    frontMatterTable,
    withoutEval,
    withoutUnused,
    withoutAjv,
    withoutColorDetection,
    loadedLate,
    compiledAtOnce,
    plainExports,
    minified,
    plainAscii,
    licenses,
    builtHelp,
  ],
  output: {
    dir: "dist",
    format: "cjs",
    exports: "named",
    minify: false,
    // The sources keep their comments. Without them the package is about 50 kB smaller.
    comments: { legal: true, annotation: false, jsdoc: false },
    cleanDir: true,
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    codeSplitting: {
      groups: [
        { name: "first", test: (id) => isListed(id, chunks.first), priority: 3 },
        { name: "start", test: (id) => isListed(id, chunks.start), priority: 2 },
        {
          ...{ name: "shared", priority: 1 },
          test: (id) => isStandIn(id) || isListed(id, chunks.shared),
        },
        { name: "asking", test: (id) => isListed(id, chunks.asking) },
        { name: "steps", test: (id) => isListed(id, chunks.steps) },
        { name: "pages", test: (id) => isListed(id, chunks.pages) },
        { name: "mcp-library", test: /node_modules[\\/](@modelcontextprotocol|zod)[\\/]/ },
      ],
    },
  },
});
