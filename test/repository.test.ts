import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";

const yamlFiles = readdirSync(".github", { recursive: true, encoding: "utf8" })
  .map((file) => join(".github", file))
  .filter((file) => file.endsWith(".yml"));

const packageJson = JSON.parse(readFileSync("package.json", "utf8"));

/** Reads a YAML file as plain values. */
function readYaml(file: string) {
  return parseDocument(readFileSync(file, "utf8")).toJS();
}

/** Lists the actions of a workflow that are not pinned to a commit with its version beside it. */
function listUnpinnedActions(workflow: string): string[] {
  const uses = workflow.match(/^.*\buses:.*$/gm) ?? [];
  const pinned = /^\s*(- )?uses: [\w.-]+(\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
  return uses.filter((line) => !pinned.test(line)).map((line) => line.trim());
}

test("the commands in CONTRIBUTING set where the repository is", () => {
  const lines = readFileSync("CONTRIBUTING.md", "utf8").match(/npm pkg set .*/g) ?? [];
  const pairs = lines.flatMap((line) => line.split(" ").slice(3));
  const names = pairs.map((pair) => pair.split("=")[0]);
  expect(names).toEqual(["repository.type", "repository.url", "bugs.url", "homepage"]);
});

test.each(yamlFiles)("%s is valid YAML", (file) => {
  const { errors, warnings } = parseDocument(readFileSync(file, "utf8"));
  expect([...errors, ...warnings]).toEqual([]);
});

test("every action is pinned to a commit with its version in a comment", () => {
  const texts = yamlFiles.map((file) => readFileSync(file, "utf8"));
  expect(texts.join("").match(/uses:/g)?.length).toBeGreaterThan(4);
  expect(texts.flatMap(listUnpinnedActions)).toEqual([]);
});

test.each([
  "- uses: actions/checkout@v5",
  "uses: actions/checkout@main # v5.0.0",
  "uses: actions/checkout@08c6903 # v5.0.0",
  "uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8",
  "uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5",
  "uses: docker://alpine:3",
])("finds the unpinned action in %s", (line) => {
  expect(listUnpinnedActions(`steps:\n  ${line}\n`)).toEqual([line]);
});

describe("npm run verify", () => {
  /** What CI runs on a clean checkout: together the same as `npm ci && npm run verify`. */
  const commands = ["npm cit", "npm run verify:rest"];

  test("runs the tests, then everything else", () => {
    expect(packageJson.scripts.verify).toBe("npm test && npm run --silent verify:rest");
  });

  test(".ci/run runs all of it", () => {
    const lines = readFileSync(".ci/run", "utf8").split("\n");
    const npmLines = lines.filter((line) => line.startsWith("npm"));
    expect(npmLines.map((line) => line.replace(" --silent", ""))).toEqual(commands);
    expect(lines).toContain("set -euo pipefail");
  });

  test("the ci workflow runs all of it", () => {
    const steps: { run?: string }[] = readYaml(".github/workflows/ci.yml").jobs.test.steps;
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual(commands);
  });

  test("a release runs it before it publishes", () => {
    const { verify, publish } = readYaml(".github/workflows/release.yml").jobs;
    expect(verify.steps).toContainEqual({ run: "npm run verify" });
    expect(publish.needs).toBe("verify");
  });
});

describe("the release workflow", () => {
  const { on, permissions, jobs } = readYaml(".github/workflows/release.yml");

  test("starts for version tags only", () => {
    expect(on).toEqual({ push: { tags: ["v*"] } });
  });

  test("lets only the job that publishes ask for a token", () => {
    expect(permissions).toEqual({ contents: "read" });
    expect(jobs.verify.permissions).toBeUndefined();
    expect(jobs.publish.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(readFileSync(".github/workflows/release.yml", "utf8")).not.toContain("secrets.");
  });

  test.skipIf(process.platform === "win32").each([
    { tag: `v${packageJson.version}`, code: 0 },
    { tag: packageJson.version, code: 1 },
    { tag: `v${packageJson.version}-beta.1`, code: 1 },
    { tag: "v999.0.0", code: 1 },
  ])("ends the check of the tag $tag with $code", ({ tag, code }) => {
    const { run } = jobs.verify.steps.find(({ name }: { name?: string }) => /tag/.test(name ?? ""));
    const script = `GITHUB_REF_NAME=${tag}\n${run}`;
    const { status, stdout } = spawnSync("bash", ["-e", "-c", script], { encoding: "utf8" });
    expect(status).toBe(code);
    if (code !== 0) expect(stdout).toContain(`package.json says v${packageJson.version}`);
  });
});

describe.each(["bug.yml", "idea.yml"])("the issue form %s", (name) => {
  const form = readYaml(join(".github", "ISSUE_TEMPLATE", name));
  const questions: { type: string; id?: string; attributes: { label?: string } }[] = form.body;

  test("has what GitHub needs to show it", () => {
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    const asked = questions.filter(({ type }) => type !== "markdown");
    expect(asked.every(({ attributes }) => attributes.label)).toBe(true);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  });

  test("asks people to leave private data out", () => {
    expect(JSON.stringify(form.body)).toContain("leave out your own answers");
  });
});
