import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type Conf from "conf";
import { emptyProgress, type Progress } from "../domain/progress.ts";
import { describeSystemError, ExitCode, UserError } from "../errors.ts";
import { findProgressFolder, type LocationEnv } from "./location.ts";
import { describeDamage, readProgress } from "./schema.ts";

/** The saved progress. Reading never creates a file or a folder. */
export interface Store {
  /** Absolute path of the saved progress, whether it exists or not. */
  readonly file: string;
  /** What is saved, or empty progress before the first answer. Throws with exit code 4 when it cannot be used. */
  load(): Promise<Progress>;
  /** Reads, changes and saves in one go, and returns what is saved now. */
  update(change: (progress: Progress) => Progress): Promise<Progress>;
  /** Moves the file aside, damaged or not, and returns its new path; nothing when there is no file. */
  moveAside(now: Date): string | undefined;
}

/** Opens the door to the saved progress; conf is loaded only when there is something to read or write. */
export function openStore(env: LocationEnv): Store {
  const folder = findProgressFolder(env);
  const file = join(folder, "progress.json");
  return {
    file,
    load: async () => (isThere(file) ? readProgress(readConf(await openConf(folder, file)), file) : emptyProgress),
    update: async (change) => {
      const conf = await openConf(folder, file);
      const before = isThere(file) ? readProgress(readConf(conf), file) : emptyProgress;
      const after = change(before);
      writeConf(conf, after);
      return after;
    },
    moveAside: (now) => (isThere(file) ? moveAside(file, now) : undefined),
  };
}

type ProgressConf = Conf<Progress>;

/** Makes a folder level by level: Node's own way spins for ever where a folder cannot be made, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

async function openConf(folder: string, file: string): Promise<ProgressConf> {
  const { default: Conf } = await import("conf");
  try {
    makeFolder(folder);
    return new Conf<Progress>({
      projectName: "builder-pm",
      projectSuffix: "",
      cwd: folder,
      configName: "progress",
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      serialize: (value) => `${JSON.stringify(value, undefined, 2)}\n`,
    });
  } catch (error) {
    throw describeAccess(file, error);
  }
}

function readConf(conf: ProgressConf): Progress {
  try {
    return { ...conf.store };
  } catch (error) {
    throw describeAccess(conf.path, error);
  }
}

function writeConf(conf: ProgressConf, progress: Progress): void {
  try {
    conf.store = progress;
  } catch (error) {
    throw new UserError(`Your progress cannot be saved in "${conf.path}": ${describeSystemError(error)}.`, {
      exitCode: ExitCode.progress,
      fix: "Make room or give yourself the right to write there, or set BUILDER_PM_HOME to another folder.",
      cause: error,
    });
  }
}

function describeAccess(file: string, error: unknown): UserError {
  if (error instanceof SyntaxError) return describeDamage(file, "it is not complete JSON", error);
  return new UserError(`The saved progress in "${file}" cannot be opened: ${describeSystemError(error)}.`, {
    exitCode: ExitCode.progress,
    fix: "Give yourself the right to use that folder, or set BUILDER_PM_HOME to another one.",
    cause: error,
  });
}

function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw describeAccess(file, error);
  }
}

function moveAside(file: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(":", "-");
  for (let turn = 1; ; turn++) {
    const aside = file.replace(/\.json$/, `-${stamp}${turn === 1 ? "" : `-${turn}`}.json`);
    if (existsSync(aside)) continue;
    try {
      renameSync(file, aside);
      return aside;
    } catch (error) {
      throw describeAccess(file, error);
    }
  }
}
