import {
  isSkillText,
  listLevels,
  MANIFEST_FILE,
  parseSkillRecord,
  SKILL,
  SKILL_FILE,
  type SkillRecord,
  skillFolders,
} from "../../domain/agent/skill-folder.ts";
import { isInFolder } from "../../domain/project/folder.ts";
import { UserError } from "../../errors.ts";
import { resolveLinks } from "../../files/disk.ts";
import { pathInFolder } from "../../files/folder.ts";
import { findFile } from "../../files/hash.ts";
import { readTextFile } from "../../files/read.ts";

/** A folder that the skill is in, or can be in. */
export interface SkillPlace {
  base: string;
  /** The absolute path, with its links resolved. */
  path: string;
  /** The folders from the base to it, relative to the base. */
  levels: string[];
  /** What was written there. */
  record: SkillRecord | undefined;
}

/**
 * Finds the folders that the skill can be in, each once: one may be a link to the other. A link
 * that leads out of the base is a problem, because nothing may be written there.
 */
export function findSkillPlaces(base: string): { places: SkillPlace[]; problems: UserError[] } {
  const paths = new Set<string>();
  const problems: UserError[] = [];
  for (const folder of skillFolders) {
    const named = pathInFolder(pathInFolder(base, folder), SKILL);
    const path = resolveLinks(named);
    if (isInFolder(base, path)) paths.add(path);
    else problems.push(leavesError(named, path));
  }
  const places = [...paths].map((path) => {
    return { base, path, levels: listLevels(base, path), record: readRecord(path) };
  });
  return { places, problems };
}

function leavesError(named: string, path: string): UserError {
  return new UserError(`"${named}" leads out of that folder, to "${path}".`, {
    fix: "Nothing was changed there. Replace the link with a folder, or leave it.",
  });
}

/**
 * Reads what was written into a skill folder; undefined if nothing says so. Anyone can write a
 * manifest, such as in a repository, so the hash of a file that isn't this skill says nothing.
 */
function readRecord(path: string): SkillRecord | undefined {
  const record = parseSkillRecord(readOwnText(path, MANIFEST_FILE));
  if (!record || findFile(path, SKILL_FILE).is === "absent") return record;
  return isSkillText(readOwnText(path, SKILL_FILE)) ? record : { ...record, sha256: "" };
}

/** Reads a file of a skill folder; "" if it can't be read, or isn't text, and so isn't ours. */
function readOwnText(path: string, name: string): string {
  if (findFile(path, name).is !== "file") return "";
  try {
    return readTextFile(pathInFolder(path, name));
  } catch (error) {
    if (error instanceof UserError) return "";
    throw error;
  }
}

/** Does something in each place. Returns what came of it, and why it couldn't be done elsewhere. */
export function tryEach<T>(
  places: readonly SkillPlace[],
  work: (place: SkillPlace) => T,
): { done: T[]; problems: UserError[] } {
  const done: T[] = [];
  const problems: UserError[] = [];
  for (const place of places) {
    try {
      done.push(work(place));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const fix = "Check the permissions of that folder, or choose another with --dir.";
      problems.push(new UserError(error.message, { fix, cause: error }));
    }
  }
  return { done, problems };
}

/** Throws one error for all that went wrong, if anything did. */
export function throwAll(problems: readonly UserError[]): void {
  const [first] = problems;
  if (!first) return;
  const message = problems.map((problem) => problem.message).join("\n");
  throw new UserError(message, { ...(first.fix ? { fix: first.fix } : {}), cause: first });
}
