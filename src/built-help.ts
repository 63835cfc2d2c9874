import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isStartedByNpm, listTeamFolders } from "./environment.ts";
import { type Output, openStdout } from "./output.ts";
import type { ProcessLike } from "./process-like.ts";

/** The help of the whole program as the build printed it, and the step files that it names. */
export interface BuiltHelp {
  text: string;
  stepFiles: readonly string[];
}

/** The width that the build printed it for. No window gets wider lines, and a pipe no other. */
const COLUMNS = 80;

const helpWords = ["--help", "-h", "help"];

/**
 * Prints the help of the whole program as it is in the folder of the built program, which loads
 * neither commander nor content. Returns false if it may be out of date, has to look different here
 * or can't be written. Then the program makes it anew.
 */
export async function printBuiltHelp(
  world: ProcessLike,
  root: string,
  built: string,
): Promise<boolean> {
  if (!asksForHelp(world) || mayDiffer(world)) return false;
  const help = readBuiltHelp(root, built);
  if (help === undefined) return false;
  const stdout = openStdout(world);
  const isNarrow = (stdout.columns || COLUMNS) < COLUMNS;
  return !isNarrow && write(stdout, help);
}

function asksForHelp({ argv }: ProcessLike): boolean {
  const [word = "", ...others] = argv.slice(2);
  return helpWords.includes(word) && others.length === 0;
}

/** Returns true if a team's steps may be added, or "npx" put in front of commands. */
function mayDiffer({ env }: ProcessLike): boolean {
  return listTeamFolders(env).length > 0 || isStartedByNpm(env);
}

/** Returns the text, or undefined if there is none or the steps have changed since. */
function readBuiltHelp(root: string, built: string): string | undefined {
  try {
    const help: BuiltHelp = JSON.parse(readFileSync(join(built, "help.json"), "utf8"));
    return hasSameSteps(help, join(root, "content", "steps"), built) ? help.text : undefined;
  } catch {
    // Nothing is built, or a folder can't be read. The program says so where it matters.
    return undefined;
  }
}

function hasSameSteps({ stepFiles }: BuiltHelp, folder: string, built: string): boolean {
  const names = readdirSync(folder).toSorted();
  if (names.join("\n") !== stepFiles.join("\n")) return false;
  const bytes = Buffer.concat(names.map((name) => readFileSync(join(folder, name))));
  return bytes.equals(readFileSync(join(built, "front-matter", "steps.copy")));
}

function write(stdout: Output, text: string): Promise<boolean> {
  // Whoever prints it anew is told what went wrong.
  stdout.on("error", () => {});
  return new Promise((resolve) => {
    stdout.write(text, (error) => resolve(!error));
  });
}
