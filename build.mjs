// The quiet way to build: rolldown's own command prints a table into every `npm ci`.
import { build } from "rolldown";
import { loadConfig } from "rolldown/config";

await build(await loadConfig("rolldown.config.ts"));
