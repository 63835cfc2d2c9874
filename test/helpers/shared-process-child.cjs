// Runs command lines of the built program one after another, each as bin/builder-pm.cjs runs one.
// Each message is a command line, the answer is its exit code, and `end` marks the end of its
// output. Without one, the process ends, unless a command line left something open.
const { join } = require("node:path");

const root = join(__dirname, "../..");
const { main } = require(join(root, "dist", "cli.cjs"));

// Each command line adds its own listeners.
for (const emitter of [process, process.stdout, process.stderr]) emitter.setMaxListeners(0);

process.on("message", async (/** @type {import("./shared-process.ts").Message} */ { line }) => {
  // After a disconnect by the parent, Node 20 never tells it that the output is closed.
  if (!line) return process.disconnect();
  const { words, env, cwd, end } = line;
  process.argv = [...process.argv.slice(0, 2), ...words];
  // biome-ignore lint/style/noProcessEnv: the program and commander read it.
  Object.assign(process.env, env);
  process.chdir(cwd);
  const code = await main(process, root);
  process.stdout.write(end);
  process.stderr.write(end);
  process.send?.(code);
});
