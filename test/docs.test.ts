import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { commands } from "../src/command-table.ts";
import { exitCodeMeanings } from "../src/errors.ts";
import {
  describeWrongLine,
  findCommandLines,
  findPath,
  hasOption,
  helpOf,
  listCommandPaths,
  manual,
  pages,
  questionsOf,
  readDoc,
  sectionOf,
  steps,
} from "./helpers/docs.ts";

const lines = findCommandLines(manual);

describe("the README", () => {
  test("is at most 10 kB", () => {
    expect(statSync("README.md").size).toBeLessThanOrEqual(10_000);
  });

  test("has the two set-up commands word for word", () => {
    expect(readDoc("README.md")).toContain("\nnpm ci && npx builder-pm check\n");
    expect(readDoc("README.md")).toContain("`npm cit`");
  });

  test("links to every other page", () => {
    const unlinked = pages.filter((path) => !readDoc("README.md").includes(`](${path})`));
    expect(unlinked).toEqual(["README.md"]);
  });
});

/** Lists the anchors that GitHub makes of the headings of a page. */
function listAnchors(text: string): string[] {
  const headings = [...text.replace(/^```.*?^```$/gms, "").matchAll(/^#+ (.*)$/gm)];
  return headings.map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
}

/** Lists the links of a page to files or headings that don't exist. */
function listBrokenLinks(path: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  const broken = links.filter(([, file = "", anchor]) => {
    const target = file === "" ? path : join(dirname(path), file);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !listAnchors(readDoc(target)).includes(anchor);
  });
  return broken.map(([link]) => link);
}

test.each([...pages, "CONTRIBUTING.md", "CHANGELOG.md", "content/README.md"])(
  "the links in %s lead somewhere",
  (path) => {
    expect(listBrokenLinks(path, readDoc(path))).toEqual([]);
  },
);

test("finds broken links", () => {
  const text = "[a](gone.md) [b](lint.md#gone) [c](lint.md#lint-a-file) [d](#here)\n\n# Here";
  expect(listBrokenLinks("docs/lint.md", text)).toEqual([
    "](gone.md)",
    "](lint.md#gone)",
    "](#here)",
  ]);
});

test("every command and option in the documentation exists", () => {
  const all = [...lines, ...findCommandLines(readDoc("CHANGELOG.md"))];
  expect(all.length).toBeGreaterThan(25);
  expect(all.map(describeWrongLine).filter(Boolean)).toEqual([]);
});

test("every option that stands alone belongs to a command", () => {
  const options = [...manual.matchAll(/`(--?[a-z][\w-]*)[^`]*`/g)].map((match) => match[1] ?? "");
  const all = ["", ...listCommandPaths()]
    .map((path) => helpOf(path === "" ? [] : path.split(" ")))
    .join("\n");
  expect(options.length).toBeGreaterThan(5);
  expect(options.filter((option) => !hasOption(all, option))).toEqual([]);
});

test.each([
  { text: "`builder-pm chek`", wrong: "builder-pm chek: there is no chek" },
  {
    text: "`npx builder-pm slices shaw script`",
    wrong: "builder-pm slices shaw script: there is no shaw, script",
  },
  {
    text: "```sh\nbuilder-pm export --forse\n```",
    wrong: "builder-pm export --forse: there is no --forse",
  },
  {
    text: "```text\n    builder-pm status --item x\n```",
    wrong: "builder-pm status --item x: there is no x, --item",
  },
  { text: "`builder-pm export -x | pbcopy`", wrong: "builder-pm export -x: there is no -x" },
])("finds the mistake in $text", ({ text, wrong }) => {
  expect(findCommandLines(text).map(describeWrongLine)).toEqual([wrong]);
});

describe("the table of commands", () => {
  const table = sectionOf("docs/commands.md", "## All commands", "## The Tab key");

  test("has a row for every command, and every command inside one", () => {
    const paths = new Set(findCommandLines(table).map((words) => findPath(words).join(" ")));
    expect(listCommandPaths()).toContain("projects switch");
    expect(listCommandPaths().filter((path) => !paths.has(path))).toEqual([]);
  });

  test("describes each command in the words of the help", () => {
    const rows = [...table.matchAll(/^\| `builder-pm ([\w-]+)[^`]*` \| (.*) \|$/gm)];
    const stepsInHelp = steps.map((name) => ({ name, summary: summaryOf(name) }));
    const wrong = [...commands, ...stepsInHelp].filter(({ name, summary }) => {
      const description = rows.find(([, command]) => command === name)?.[2] ?? "";
      return !description.startsWith(summary);
    });
    expect(wrong.map(({ name, summary }) => `${name}: ${summary}`)).toEqual([]);
  });

  /** Returns the line of a command in the root help. */
  function summaryOf(name: string): string {
    return new RegExp(`^ {2}${name} +(.*)$`, "m").exec(helpOf([]))?.[1] ?? "no summary";
  }
});

test("the help of every command has an example with its name", () => {
  const bare = listCommandPaths().filter(
    (path) => !helpOf(path.split(" ")).includes(`\n  builder-pm ${path}`),
  );
  expect(bare).toEqual([]);
});

describe("what the documentation names exists:", () => {
  const idsOf = (kind: string) =>
    readdirSync(join("content", kind)).map((file) => file.replace(/\.md$/, ""));

  test("slices", () => {
    const shown = lines.filter(
      ([first, second, , option]) => first === "slices" && second === "show" && !option,
    );
    const started = lines.filter(
      (words) => words[0] === "start" && /^\w/.test(words[1] ?? "") && !words.includes("--content"),
    );
    expect([shown.length, started.length].every((count) => count > 0)).toBe(true);
    const named = [...shown.map(([, , id]) => id), ...started.map(([, id]) => id)];
    expect(named.filter((id = "") => !idsOf("slices").includes(id))).toEqual([]);
  });

  test("rules", () => {
    const named = lines
      .filter((words) => words.includes("--rule"))
      .map((words) => words[words.indexOf("--rule") + 1]);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((id = "") => !idsOf("rules").includes(id))).toEqual([]);
  });

  test("questions", () => {
    const redone = lines.filter((words) => words[1] === "--redo" && steps.includes(words[0] ?? ""));
    expect(redone.length).toBeGreaterThan(1);
    // "C2" means the verdict on that check.
    const named = redone.filter(([step, , id = ""]) => step !== "review" || !/^C\d$/.test(id));
    expect(named.filter(([step = "", , id = ""]) => !questionsOf(step).includes(id))).toEqual([]);
  });

  test("guide pages", () => {
    const named = lines
      .filter(([first, id]) => first === "guide" && id && !id.startsWith("-"))
      .map(([, id]) => id);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((id = "") => !idsOf("guide").includes(id))).toEqual([]);
  });
});

test("the exit codes are those of the program, in its own words", () => {
  const table = sectionOf("docs/scripting.md", "### Exit codes", "### Environment variables");
  const rows = [...table.matchAll(/^\| (\d+) \| (.*) \|$/gm)];
  expect(rows.map(([, code, meaning]) => [Number(code), meaning])).toEqual(exitCodeMeanings);
});

test("the program reads every environment variable in the table", () => {
  const table = sectionOf("docs/scripting.md", "### Environment variables", "## Giving answers");
  const names = [...table.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? "");
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const code = sources.map((file) => readFileSync(join("src", file), "utf8")).join("\n");
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !new RegExp(`\\benv\\.${name}\\b`).test(code))).toEqual([]);
});

test("the lines that install completion are those of its help", () => {
  const [rows = ""] = /(?<=\n\n.*new terminal:\n)(?: .*\n)+/.exec(helpOf(["completion"])) ?? [];
  expect(rows.split("\n").length).toBeGreaterThan(8);
  expect(readDoc("docs/commands.md")).toContain(`\`\`\`text\n${rows}\`\`\``);
});

test("the package to install is the one that npm pack makes", () => {
  expect([...manual.matchAll(/builder-pm-[\w.]+\.tgz/g)].map(String)).toEqual([
    `builder-pm-${manifest.version}.tgz`,
  ]);
});

test.each(["CONTRIBUTING.md", "CHANGELOG.md"])("every path and script in %s exists", (page) => {
  const text = readDoc(page);
  const paths = [...text.matchAll(/`((?:bin|build|content|docs|src|test)\/[\w./-]*)`/g)];
  const scripts = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = ""]) => name);
  const named = paths.map(([, path = ""]) => path).filter((path) => !/NAME/.test(path));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
  expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test("the glossary in CONTRIBUTING has at most 20 terms", () => {
  const rows = sectionOf("CONTRIBUTING.md", "## Glossary", "## Conventions").match(/^\| .* \|$/gm);
  expect(rows?.slice(1).length).toBeLessThanOrEqual(20);
});
