import * as v from "valibot";
import type { FoundFile } from "../project/folder.ts";

/** The name of the skill, which is also that of its folder. */
export const SKILL = "builder-pm";

/** The file that agents read. */
export const SKILL_FILE = "SKILL.md";

/** The file that says what was written into a skill folder. */
export const MANIFEST_FILE = ".builder-pm.json";

/** The folders in which agents look for skills, in a project and in the home folder. */
export const skillFolders = [".agents/skills", ".claude/skills"] as const;

const Manifest = v.object({
  files: v.object({ [SKILL_FILE]: v.string() }),
  folders: v.array(v.string()),
});

/** What was written into a skill folder: the hash of the file, and the folders made for it. */
export interface SkillRecord {
  sha256: string;
  folders: string[];
}

/** Parses the text of a manifest. Returns undefined if it isn't one of ours. */
export function parseSkillRecord(text: string): SkillRecord | undefined {
  try {
    const { success, output } = v.safeParse(Manifest, JSON.parse(text));
    return success ? { sha256: output.files[SKILL_FILE], folders: output.folders } : undefined;
  } catch {
    return undefined;
  }
}

/** Returns true for the text of this skill, of any version. */
export function isSkillText(text: string): boolean {
  return /^---\r?\nname: builder-pm\r?\n/.test(text) && text.includes("agent instructions");
}

/** Writes the text of a manifest. */
export function writeSkillRecord({ sha256, folders }: SkillRecord): string {
  const note = `Written by "${SKILL} agent setup". "${SKILL} agent remove" removes what it wrote.`;
  const manifest = { note, files: { [SKILL_FILE]: sha256 }, folders };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** What happens to the file of a skill: it is written, stays, or is someone's own by now. */
export type SkillPlan = "write" | "replace" | "same" | "theirs";

/** Decides what happens to the file of a skill. What someone changed is never overwritten. */
export function planSkill(
  found: FoundFile,
  record: SkillRecord | undefined,
  sha256: string,
): SkillPlan {
  if (found.is === "absent") return "write";
  if (found.is === "other") return "theirs";
  if (found.sha256 === sha256) return "same";
  return found.sha256 === record?.sha256 ? "replace" : "theirs";
}

/**
 * Lists the folders from `base`, without it, down to a path in it, each relative to `base` and with
 * slashes.
 */
export function listLevels(base: string, path: string): string[] {
  const names = path
    .slice(base.length)
    .split(/[\\/]/)
    .filter((name) => name !== "");
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}
