// The quiet way to build: rolldown's own command prints a table into every `npm ci`.
// node build.mjs --if-installed    succeeds without a build where rolldown is not installed

try {
  const { build } = await import("rolldown");
  const { loadConfig } = await import("rolldown/config");
  await build(await loadConfig("rolldown.config.ts"));
} catch (error) {
  if (!/Cannot find (package|native binding)/.test(String(error))) throw error;
  // NODE_ENV=production leaves the build tools out. Installing must not fail with a stack trace.
  const fix = "npm ci --include=dev --include=optional";
  const problem = "builder-pm was not built because its build tools are missing";
  process.stderr.write(`${problem}: run ${fix}\n`);
  process.exitCode = process.argv.includes("--if-installed") ? 0 : 1;
}
