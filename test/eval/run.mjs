// Bundles the evaluation before running it, because Node 20 can't run TypeScript.
import { build } from "rolldown";

const output = "node_modules/.cache/eval-lint.mjs";
await build({
  input: "test/eval/lint.ts",
  platform: "node",
  external: ["gray-matter", "yaml", "write-good"],
  output: { file: output, format: "esm", codeSplitting: false },
});
await import(`../../${output}`);
