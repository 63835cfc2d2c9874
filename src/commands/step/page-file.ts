import type { Context } from "../../context.ts";
import { describeNamed } from "../../domain/progress/progress.ts";
import {
  freeFileName,
  listInstructions,
  type PagePlan,
  planPage,
} from "../../domain/project/folder.ts";
import type { WorkFolder } from "../../domain/project/project.ts";
import type { StepSession } from "../../domain/project/session.ts";
import { joinWords } from "../../domain/text/words.ts";
import { UserError } from "../../errors.ts";
import { isNameTaken, moveInFolder, pathInFolder } from "../../files/folder.ts";
import { findFile, hashText } from "../../files/hash.ts";
import { writeFileSafely } from "../../files/write.ts";
import { renderPage } from "../../render/text/page.ts";
import { describeLostFolder, openWorkFolder, suggestFolder } from "../shared/work-folder.ts";
import { nameStep, type StepWords } from "./command-line.ts";

/** What came of writing a page into the work folder. */
export interface WrittenPage {
  /** The folder with what is in it now, to be saved. */
  folder: WorkFolder;
  /** What happened, for a person. */
  lines: string[];
  /** Why the page couldn't be written. */
  problem?: UserError;
}

/** What is needed to write a page. */
export interface PageRequest {
  now: Date;
  force: boolean;
  /** The file with the saved progress, which is never replaced. */
  saved: string;
}

/**
 * Writes the page of a step into the project's work folder, with the instructions that lead agents
 * to it where there are none. Returns undefined if the step or the project has nothing to write.
 */
export function writePage(session: StepSession, request: PageRequest): WrittenPage | undefined {
  const { project, step } = session;
  const { folder } = project;
  const { writes } = step;
  if (!writes || !folder || project.closed) return undefined;
  const [lost, fix] = describeLostFolder(project) ?? [];
  if (lost) return { folder, lines: [], problem: new UserError(lost, fix ? { fix } : {}) };
  const done: string[] = [];
  let files = folder.files ?? {};
  try {
    files = writeInstructions({ folder, name: writes, session, done }, request);
    return writeMainPage({ folder: { ...folder, files }, name: writes, session, done }, request);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const another = `builder-pm projects folder ${project.id} ...`;
    const fix = `Check that folder, or choose another: ${another}`;
    const problem = new UserError(error.message, { fix, cause: error });
    return { folder: { ...folder, files }, lines: [], problem };
  }
}

/** A page on its way into the work folder. `done` collects the names of the files written. */
interface Writing {
  folder: WorkFolder;
  name: string;
  session: StepSession;
  done: string[];
}

type Files = NonNullable<WorkFolder["files"]>;

/** Writes the instructions that are missing. Returns the files in the folder that are ours. */
function writeInstructions({ folder, name: page, session, done }: Writing, request: PageRequest) {
  const files: Files = { ...folder.files };
  for (const { name, text } of listInstructions(page)) {
    const found = findFile(folder.path, name);
    const sha256 = hashText(text);
    const known = files[name]?.sha256;
    // One of ours, as an earlier version wrote it.
    const isOld = found.is === "file" && found.sha256 === known && known !== sha256;
    if (found.is === "absent" || isOld) {
      const path = pathInFolder(folder.path, name);
      writeFileSafely(path, text, { force: isOld, saved: request.saved });
      files[name] = describeWritten(session, sha256, request);
      done.push(name);
    } else if (found.is === "file" && found.sha256 === sha256)
      files[name] ??= describeWritten(session, sha256, request);
    // Someone made it theirs.
    else delete files[name];
  }
  return files;
}

function describeWritten({ project }: StepSession, sha256: string, { now }: PageRequest) {
  return { sha256, round: project.rounds.length + 1, at: now.toISOString() };
}

function writeMainPage(writing: Writing, request: PageRequest): WrittenPage {
  const { folder, name, session, done } = writing;
  const text = renderPage({ ...session, project: { ...session.project, folder } });
  const sha256 = hashText(text);
  const known = folder.files?.[name];
  const plan = planPage(name, {
    found: findFile(folder.path, name),
    known,
    round: session.project.rounds.length + 1,
    sha256,
    force: request.force,
  });
  if (plan.do === "refuse") return { folder, lines: [], problem: refusalError(writing) };
  const moved = makeWay(writing, plan);
  if (plan.do !== "keep") {
    const path = pathInFolder(folder.path, name);
    writeFileSafely(path, text, { force: plan.do === "replace", saved: request.saved });
    done.unshift(name);
  }
  const isSame = plan.do === "keep" && known?.sha256 === sha256;
  const written = isSame ? known : describeWritten(session, sha256, request);
  const wrote =
    done.length > 0 ? `Wrote ${joinWords(done)} in ${folder.path}` : `${name} is up to date.`;
  return {
    folder: { ...folder, files: { ...folder.files, [name]: written } },
    lines: [...moved, wrote, ...describePointers(done, name)],
  };
}

/** Says what the other files are for that were written. */
function describePointers(done: readonly string[], name: string): string[] {
  const others = done.filter((file) => file !== name);
  const tell = others.length > 1 ? "tell" : "tells";
  return others.length > 0
    ? [`${joinWords(others)} ${tell} any coding agent to read ${name}.`]
    : [];
}

/** Moves away what is there, if the plan says so. Says where it is now. */
function makeWay({ folder: { path }, name }: Writing, plan: PagePlan): string[] {
  if (plan.do !== "move") return [];
  const to = freeFileName(plan.to, (candidate) => isNameTaken(path, candidate));
  moveInFolder(path, name, to);
  return [
    plan.because === "round"
      ? `The ${name} of the round before is now ${to}.`
      : `The ${name} that was there is now ${to}.`,
  ];
}

function refusalError({ folder, name, session }: Writing): UserError {
  const { step, project, progress } = session;
  const named = describeNamed(progress, project);
  const changed = folder.files?.[name]
    ? "Someone changed it since builder-pm wrote it."
    : "builder-pm doesn't know the one that is there.";
  return new UserError(`${name} in ${folder.path} wasn't replaced. ${changed}`, {
    fix: [
      `To see what it should say: builder-pm ${step.id} --print${named}`,
      `To keep it under another name and write the new one: builder-pm ${step.id} --force${named}`,
    ].join("\n"),
  });
}

/**
 * Offers to write a page to a new folder instead of letting it scroll away in the terminal. Returns
 * the path of the folder, or undefined if there is nothing to offer or the person wants none.
 */
export async function offerFolder(
  context: Context,
  session: StepSession,
  given: StepWords,
): Promise<string | undefined> {
  const { step, project, progress } = session;
  const { writes } = step;
  const isScreen = context.stdout.isTerminal && !context.json;
  if (!writes || project.folder || project.closed || !isScreen) return undefined;
  // As at the start: a slice's own title is long for a folder.
  const title = project.title === session.slice?.title ? project.id : project.title;
  const suggested = suggestFolder(context, { ...project, title }, progress.projects);
  if (suggested === undefined) return undefined;
  const choice = await context.ask(
    () => `Stopped. Your answers are saved. To print the page: ${nameStep(session, given)}`,
    (prompter) =>
      prompter.select({
        message: `Where should the ${step.title.toLowerCase()} go?`,
        choices: [
          { value: "file", label: `Into a file: ${pathInFolder(suggested, writes)}` },
          { value: "screen", label: "On the screen, to copy from there" },
        ],
      }),
  );
  return choice === "file"
    ? openWorkFolder(context, suggested, progress.projects, project.uid)
    : undefined;
}
