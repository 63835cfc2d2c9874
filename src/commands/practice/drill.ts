import { readArtifact } from "../../content/artifact.ts";
import type { Context } from "../../context.ts";
import type { Drill } from "../../domain/library/drill.ts";
import type { Problem } from "../../domain/library/library.ts";
import {
  type Attempt,
  createAttempt,
  findLastAttempt,
  type NamedAttempt,
  type Practice,
} from "../../domain/practice/attempt.ts";
import { DrillSession } from "../../domain/practice/drill-session.ts";
import { saveAttempt } from "../../domain/progress/progress.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import { joinWords, quotePath } from "../../domain/text/words.ts";
import { ExitCode, UserError } from "../../errors.ts";
import { isFolder, prepareFolder } from "../../files/folder.ts";
import { hashText } from "../../files/hash.ts";
import { compareFolder, type FileToWrite, writeFiles } from "../../files/written-folder.ts";
import { renderDrillBrief } from "../../render/text/drill-files.ts";
import type { Store } from "../../store/contract.ts";
import { findById } from "../shared/arguments.ts";
import { findBrokenFile } from "../shared/broken-file.ts";
import { findFitFolder, findOutsideFolder } from "../shared/work-folder.ts";

/** A drill that can be judged: its files, and the hash of all of it. */
export interface ReadyDrill {
  drill: Drill;
  files: FileToWrite[];
  sha256: string;
}

/** How a drill is started. */
export interface StartOptions {
  again?: boolean | undefined;
  folder?: string | undefined;
}

/** Finds a drill by its id. Throws if there is none, or if it was removed since it was tried. */
export function findDrill(
  drills: readonly Drill[],
  practice: Practice | undefined,
  id: string,
  problems: readonly Problem[],
): Drill {
  const before = findLastAttempt(practice, id)?.attempt;
  const isBroken = findBrokenFile(problems, id) !== undefined;
  if (before && !isBroken && !drills.some((drill) => drill.id === id))
    throw new UserError(`The drill "${before.title}" (${id}) isn't in the content anymore.`, {
      fix: "If it's your team's, add its folder with --content. What you found still counts.",
    });
  return findById(drills, id, "drill", problems);
}

/** Reads the files of a drill. Throws a UserError if they can't be used. */
export function readDrill(context: Context, drill: Drill): ReadyDrill {
  const folder = drill.from ?? context.content.shipped.folder;
  const { files, problems } = readArtifact(folder, drill.id);
  const [problem] = problems;
  if (problem)
    throw new UserError(`The drill "${drill.id}" can't be used: ${problem.message}.`, {
      exitCode: ExitCode.content,
      fix: `See what to fix: builder-pm content lint ${quotePath(folder)}`,
    });
  if (!files.some(({ path }) => path === drill.open))
    throw new UserError(`The drill "${drill.id}" can't be used: it has no file ${drill.open}.`, {
      exitCode: ExitCode.content,
      fix: `See what to fix: builder-pm content lint ${quotePath(folder)}`,
    });
  const encode = (text: string) => new TextEncoder().encode(text);
  const { from: _, order: _order, ...fields } = drill;
  const hashed = files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("base64")]);
  return {
    drill,
    files: [
      { path: BRIEF, bytes: encode(renderDrillBrief(drill)) },
      { path: "REPORT.md", bytes: encode(`${drill.body}\n`) },
      ...files,
    ],
    sha256: hashText(JSON.stringify([fields, hashed])),
  };
}

/**
 * Opens the try at a drill that isn't finished, or starts one, and writes its folder. Throws if the
 * drill was changed since it was started, or if something else is in the folder.
 */
export async function openAttempt(
  context: Context,
  store: Store,
  ready: ReadyDrill,
  options: StartOptions,
): Promise<DrillSession> {
  const { drill, sha256 } = ready;
  const saved = await store.load();
  const open = findOpenAttempt(saved.practice, ready, options);
  const folder = chooseDrillFolder(context, drill, options, {
    attempt: open?.attempt,
    outside: findOutsideFolder(context, saved.projects),
  });
  const own = open && findDrillFolder(open.attempt);
  writeDrill(context, ready, { folder, own, isNew: !open, saved: store.file });
  if (open?.attempt.folder === folder) return new DrillSession(drill, open.uid, open.attempt);
  const attempt = createAttempt(drill, { sha256, folder, now: context.now() });
  let started = { uid: context.createId(), attempt };
  await store.update((progress) => {
    // Another window may have started or finished it meanwhile.
    const other = findOpenAttempt(progress.practice, ready, options);
    if (open && !other) throw endedElsewhereError(drill.id);
    if (other) started = { uid: other.uid, attempt: { ...other.attempt, folder } };
    return saveAttempt(progress, started.uid, started.attempt);
  });
  return new DrillSession(drill, started.uid, started.attempt);
}

/** Returns the error for an answer to a drill that another window finished or removed. */
export function endedElsewhereError(id: string): UserError {
  return new UserError(
    "You finished this drill in another window, or reset it, so nothing was saved.",
    { fix: `builder-pm practice ${id}` },
  );
}

function findOpenAttempt(
  practice: Practice | undefined,
  { drill, sha256 }: ReadyDrill,
  { again = false }: StartOptions,
): NamedAttempt | undefined {
  const last = findLastAttempt(practice, drill.id);
  if (!last || last.attempt.finishedAt) return undefined;
  if (last.attempt.sha256 === sha256) return last;
  if (again) return undefined;
  throw new UserError(`The drill "${drill.id}" has changed since you started it.`, {
    fix: `Start it over: builder-pm practice ${drill.id} --again --folder practice-${drill.id}-2`,
  });
}

/** Returns the folder that a try was written to here. A file to import could name any folder. */
function findDrillFolder({ folder, importedAt }: Attempt): string | undefined {
  return importedAt === undefined && isFolder(folder) ? folder : undefined;
}

function chooseDrillFolder(
  context: Context,
  { id }: Drill,
  { folder }: StartOptions,
  { attempt, outside }: { attempt: Attempt | undefined; outside: string },
): string {
  const known = (attempt && findDrillFolder(attempt)) ?? `practice-${id}`;
  try {
    // What an agent would find in the folder of a project is about that project.
    return folder === undefined
      ? findFitFolder({ ...context, folder: outside }, known)
      : findFitFolder(context, cleanLine(folder));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.message, { exitCode: error.exitCode, fix: chooseOther(id) });
  }
}

function chooseOther(id: string): string {
  return `Choose another folder: builder-pm practice ${id} --folder practice-${id}-2`;
}

/** Writes what is missing in the folder of a drill. Throws if the folder holds something else. */
function writeDrill(
  { stderr }: Context,
  { drill, files }: ReadyDrill,
  {
    folder,
    own,
    isNew,
    saved,
  }: { folder: string; own: string | undefined; isNew: boolean; saved: string },
): void {
  const { isFree, missing, changed } = compareFolder(folder, files);
  const isBrief = ({ path }: FileToWrite) => path === BRIEF;
  const hasBrief = !missing.some(isBrief) && !changed.includes(BRIEF);
  if (!isFree && folder !== own && !hasBrief)
    throw new UserError(`"${folder}" already exists, and isn't the folder of this drill.`, {
      exitCode: ExitCode.usage,
      fix: chooseOther(drill.id),
    });
  // Someone who starts would judge something else than what the truth is about.
  if (isNew && changed.length > 0)
    throw new UserError(`In "${folder}", these files were changed: ${joinWords(changed)}.`, {
      exitCode: ExitCode.usage,
      fix: chooseOther(drill.id),
    });
  if (missing.length > 0) {
    if (drill.from !== undefined)
      stderr.line(`This drill is part of "${drill.from}". Its files go to "${folder}".`);
    prepareFolder(folder);
    writeFiles(folder, missing, saved);
  }
  if (changed.length > 0)
    stderr.line(`Changed since they were written, and left as they are: ${joinWords(changed)}.`);
}

const BRIEF = "BRIEF.md";
