import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./context.ts";
import { listReadable } from "./docs.ts";
import { progressWith, projectAfter } from "./loop.ts";
import { createTempFolder } from "./temp.ts";

/** The title of the project in {@link createReviewHome}. */
export const title = "\u65e5\u672c\u8a9e report";

/** Creates a home in which a project with a wide title has come to its review. */
export function createReviewHome(): string {
  const home = createTempFolder();
  mkdirSync(join(home, "saved"));
  const progress = progressWith({ ...projectAfter("spec", "brief", "review"), title });
  writeFileSync(
    join(home, "saved", "progress.json"),
    JSON.stringify({ ...progress, current: "uid-1" }),
  );
  return home;
}

/** How a command with --json is typed, if its name alone is not enough. */
export const typedAs: Readonly<Record<string, readonly string[]>> = {
  "slices show": ["slices show script"],
  guide: ["guide", "guide loop"],
  practice: ["practice --list"],
  team: [`team ${join(root, "test", "fixtures", "team")}`],
  status: ["status", "status --history"],
  why: ["why", "why spec"],
  export: ["export", "export --project script"],
  lint: ["lint --list", "lint --rule no-threshold"],
  "content show": ["content show slice script"],
};
/** Commands that ask questions unless they are given --json. */
export const asking = ["check", "spec", "brief", "handoff", "decide"];

/** Commands that print JSON and change something. */
const changing = ["report"];

/** The names of the commands with --json that only read. */
export const named = listReadable([]).filter((name) => !changing.includes(name));
/** The command lines that can be run with --json. */
export const withJson = named
  .flatMap((name) => typedAs[name] ?? [name])
  .map((line) => line.split(" "));
const others = [
  "export --format text",
  "spec --print",
  "brief --print",
  "review --print",
  "help",
  "help check",
  "help exit-codes",
  "check --help",
  "completion zsh",
  "content schema slice",
  "--version",
].map((line) => line.split(" "));
/** The command lines that only read and ask nothing. */
export const reading = [[], ...withJson.filter(([name = ""]) => !asking.includes(name)), ...others];
