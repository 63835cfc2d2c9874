import { execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../helpers/context.ts";
import { cleanEnv, bin as ownBin, waitForEnd } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";

// Windows has no executable bit.
const posix = process.platform !== "win32";

/** Runs npm, offline. */
function runNpm(words: string[], cwd: string) {
  const quiet = ["--offline", "--no-audit", "--no-fund", "--loglevel=error"];
  const shell = process.platform === "win32";
  return waitForEnd(
    spawn("npm", [...words, ...quiet], { cwd, shell, env: cleanEnv(createTempFolder()) }),
  );
}

test("the packed tarball installs without a network and runs", async () => {
  const folder = createTempFolder();
  const packed = await runNpm(
    ["pack", root, "--ignore-scripts", "--json", "--pack-destination", folder],
    folder,
  );
  const [{ filename, files }] = JSON.parse(packed.stdout);
  const paths: string[] = files.map(({ path }: { path: string }) => path);
  const allowed =
    /^((bin|dist|content|docs|skills)\/|package\.json$|LICENSE$|(README|CHANGELOG|SECURITY)\.md$)/;
  expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
  const needed = [
    "bin/builder-pm.cjs",
    "dist/cli.cjs",
    "dist/front-matter/slices.json",
    "dist/LICENSES.txt",
    "LICENSE",
    "docs/scripting.md",
  ];
  expect(paths).toEqual(
    expect.arrayContaining([...needed, "content/slices/script.md", "package.json"]),
  );

  if (posix) {
    const listed = execFileSync("tar", ["-tvzf", join(folder, filename)], { encoding: "utf8" });
    expect(listed).toMatch(/^-rwxr-xr-x .* package\/bin\/builder-pm\.cjs$/m);
  }

  const place = join(folder, "place");
  const installed = await runNpm(["install", "--prefix", place, join(folder, filename)], folder);
  expect(installed).toMatchObject({ code: 0, stderr: "" });
  expect(readdirSync(join(place, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
    "builder-pm",
  ]);

  const bin = join(place, "node_modules", "builder-pm", "bin", "builder-pm.cjs");
  const run = (...words: string[]) =>
    waitForEnd(spawn(process.execPath, [bin, ...words], { cwd: folder, env: cleanEnv(folder) }));
  const linked = await runNpm(["exec", "--prefix", place, "--", "builder-pm", "--version"], folder);
  expect(linked).toMatchObject({ code: 0, stdout: "0.1.0\n" });
  expect(readFileSync(bin)).toEqual(readFileSync(ownBin));
  if (posix) expect(statSync(bin).mode & 0o777).toBe(0o755);
  expect(await run("--version")).toEqual({ code: 0, stdout: "0.1.0\n", stderr: "" });
  const check = await run("check", "--json");
  expect(check).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(check.stdout).items).toHaveLength(5);
});
