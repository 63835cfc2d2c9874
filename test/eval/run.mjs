// Bundles an evaluation before running it, because Node 20 can't run TypeScript.
import { build } from "rolldown";

const [name] = process.argv.splice(2, 1);
const output = `node_modules/.cache/eval-${name}.mjs`;
await build({
  input: `test/eval/${name}.ts`,
  platform: "node",
  external: [
    "gray-matter",
    "yaml",
    "write-good",
    "rolldown",
    /^@secretlint\//,
    /^libphonenumber-js/,
  ],
  output: { file: output, format: "esm", codeSplitting: false },
});
await import(`../../${output}`);
