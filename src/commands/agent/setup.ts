import type { Context } from "../../context.ts";
import {
  MANIFEST_FILE,
  planSkill,
  SKILL_FILE,
  type SkillPlan,
  writeSkillRecord,
} from "../../domain/agent/skill-folder.ts";
import { findCurrentProject } from "../../domain/progress/progress.ts";
import { isInFolder, listInstructions } from "../../domain/project/folder.ts";
import { joinWords, quotePath } from "../../domain/text/words.ts";
import { UserError } from "../../errors.ts";
import { isFolder, isNameTaken, pathInFolder, prepareFolder } from "../../files/folder.ts";
import { findFile, hashText } from "../../files/hash.ts";
import { readTextFile } from "../../files/read.ts";
import { writeFileSafely } from "../../files/write.ts";
import { AGENTS_LINE, listWithoutLine } from "./agents-line.ts";
import { type AgentOptions, chooseBase } from "./base.ts";
import { findSkillPlaces, type SkillPlace, throwAll, tryEach } from "./skill-place.ts";

/** What the files that are written do. */
const WHAT_IT_DOES =
  "It tells a coding agent how to work with builder-pm: ask it what to do, build from BRIEF.md, " +
  "and report in REPORT.md.";

/**
 * Writes the skill into the folders where agents look for it. Keeps a file that someone changed.
 */
export async function runAgentSetup(context: Context, options: AgentOptions): Promise<void> {
  const base = chooseBase(context, "setup", options);
  const text = readTextFile(
    pathInFolder(pathInFolder(context.root, "skills/builder-pm"), SKILL_FILE),
  );
  const { file: saved } = await context.openStore();
  const found = findSkillPlaces(base);
  const { done, problems } = tryEach(found.places, (place) => writeSkill(place, text, saved));
  printWritten(context, done, { base, isForUser: options.user === true });
  if (!options.user) await printAgentsLine(context, base);
  if (!options.user && options.dir === undefined) await printOtherFolder(context, base);
  throwAll([...found.problems, ...problems]);
}

/** What became of the skill in one place. */
interface WrittenSkill {
  /** The path of its file. */
  path: string;
  plan: SkillPlan;
}

function writeSkill(place: SkillPlace, text: string, saved: string): WrittenSkill {
  const { base, path, levels, record } = place;
  const file = pathInFolder(path, SKILL_FILE);
  const sha256 = hashText(text);
  const made = levels.filter((level) => !isNameTaken(base, level));
  if (!isFolder(path)) prepareFolder(path);
  const plan = planSkill(findFile(path, SKILL_FILE), record, sha256);
  if (plan === "theirs") return { path: file, plan };
  if (!record && isNameTaken(path, MANIFEST_FILE)) throw foreignError(path);
  if (plan !== "same") writeFileSafely(file, text, { force: plan === "replace", saved });
  const folders = levels.filter((level) => made.includes(level) || record?.folders.includes(level));
  if (plan !== "same" || record?.sha256 !== sha256) {
    const manifest = pathInFolder(path, MANIFEST_FILE);
    writeFileSafely(manifest, writeSkillRecord({ sha256, folders }), { force: true, saved });
  }
  return { path: file, plan };
}

function foreignError(path: string): UserError {
  return new UserError(
    `${pathInFolder(path, MANIFEST_FILE)} isn't from this setup, so nothing was written there.`,
    { fix: "Move it away, then run this again." },
  );
}

function printWritten(
  { stderr, hint }: Context,
  done: readonly WrittenSkill[],
  { base, isForUser }: { base: string; isForUser: boolean },
): void {
  const isPlan = (...plans: SkillPlan[]) => done.filter(({ plan }) => plans.includes(plan));
  const written = isPlan("write", "replace");
  for (const { path } of written) stderr.line(`Wrote ${path}`);
  for (const { path } of isPlan("theirs"))
    stderr.line(`Someone changed ${path}, so it stays as it is.`);
  if (done.length > 0 && isPlan("same").length === done.length)
    stderr.line(`The skill is up to date in ${base}`);
  if (written.length === 0) return;
  stderr.line(WHAT_IT_DOES);
  stderr.line(`To take it out again: builder-pm agent remove${isForUser ? " --user" : ""}`);
  hint("Agents read it when they start, so start yours again.");
}

/** Says where the work folder of the project is, if the skill went somewhere else. */
async function printOtherFolder(context: Context, base: string): Promise<void> {
  const store = await context.openStore();
  const project = findCurrentProject(await store.load());
  const path = project?.folder?.path;
  if (!project || path === undefined || isInFolder(path, base)) return;
  context.stderr.line(`Your project "${project.title}" works in another folder: ${path}`);
  context.stderr.line(`To set it up there: builder-pm agent setup --dir ${quotePath(path)}`);
}

/** Prints what to add to files that aren't ours and don't say it yet. */
async function printAgentsLine(context: Context, base: string): Promise<void> {
  const { steps } = await context.loadLibrary("steps");
  const ours = steps.flatMap(({ writes }) => (writes ? listInstructions(writes) : []));
  const names = listWithoutLine(
    base,
    ours.map(({ text }) => text),
  );
  if (names.length === 0) return;
  const [were, to] = names.length === 1 ? ["wasn't", "it"] : ["weren't", "each"];
  context.stderr.line(`Your ${joinWords(names)} ${were} changed. Add this line to ${to}:`);
  context.stdout.line(AGENTS_LINE);
}
