// Bundles the evaluation and runs it: Node 20 does not read TypeScript by itself.
import { build } from "rolldown";

const output = "node_modules/.cache/eval-lint.mjs";
await build({
  input: "test/eval/lint.ts",
  platform: "node",
  external: ["gray-matter", "yaml", "write-good"],
  output: { file: output, format: "esm", codeSplitting: false },
});
await import(`../../${output}`);
