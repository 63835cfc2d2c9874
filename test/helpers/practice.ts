import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type PracticeOptions, runPractice } from "../../src/commands/practice/command.ts";
import { createTestContext, root, type TestSettings } from "./context.ts";
import { readProgress } from "./store.ts";
import { createTempFolder } from "./temp.ts";

const support = join(root, "test/fixtures/pack-support");
/** The id of the sample drill. */
export const DRILL = "open-queue";

/** A folder with a team's content, which a test may change, and one to practice in. */
export function createFolders() {
  const home = createTempFolder();
  const pack = join(home, "team");
  cpSync(support, pack, { recursive: true });
  const cwd = join(home, "desk");
  mkdirSync(cwd);
  return { pack, cwd, folder: join(cwd, "practice-open-queue") };
}

type Folders = ReturnType<typeof createFolders>;

/** Runs `practice` on the sample drill. Returns what it printed, and what is saved then. */
export async function practice(
  { pack, cwd }: Folders,
  options: PracticeOptions = {},
  { id = DRILL, ...settings }: TestSettings & { id?: string } = {},
) {
  const words = options.json ? ["practice", "--json"] : ["practice"];
  const world = createTestContext({ words, cwd, options: { content: [pack] }, ...settings });
  await runPractice(world.context, id, options);
  const saved = existsSync(world.file) ? readProgress(world.file) : undefined;
  return { stdout: world.stdout(), stderr: world.stderr(), saved };
}

/** Answers to the sample drill, except the last question. */
export const all = [
  "verdict.1=met",
  "sure.1=3",
  "saw.1=2",
  "verdict.2=Not met",
  "verdict.3=cannot-tell",
];
/** Answers that finish the sample drill. */
export const finish = [...all, "else=a phone number"];
