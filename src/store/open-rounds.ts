import type { Progress } from "../domain/progress/progress.ts";
import type { Project } from "../domain/project/project.ts";
import { isSealed, seal, unseal } from "../domain/text/seal.ts";
import { isDeeperThan } from "./document.ts";
import { MAX_NESTING } from "./limits.ts";

type Fields = Record<string, unknown>;
/** A project, or a copy of it that an import didn't use. */
type Written = Pick<Project, "answers" | "finished" | "locked" | "passes" | "parked"> & {
  reports?: Project["reports"];
  judgments?: Project["judgments"];
};

/**
 * Returns progress as it is written: encoded in it is what a coding agent that opens the file
 * shouldn't read by accident, and what a person shouldn't before they judge. That is, in a project
 * that isn't closed, every answer after the spec, each judgment, and what an agent noted. Nothing
 * about it is secret.
 */
export function sealOpenRounds({ projects, ...rest }: Progress): Fields {
  return { ...rest, projects: projects.map(sealProject) };
}

/** Returns true for progress of which {@link sealOpenRounds} encodes something. */
export function hasOpenRounds({ projects }: Progress): boolean {
  return projects.some((project) => !project.closed && listLater(project).length > 0);
}

function sealProject(project: Project): Fields {
  const { closed, versions } = project;
  if (closed) return { ...project, ...sealNotes(project, false) };
  return {
    ...sealRound(project),
    ...(versions ? { versions: versions.map((version) => sealRound(version)) } : {}),
  };
}

function sealRound(project: Written): Fields {
  const { answers, reports, judgments } = project;
  const later = listLater(project);
  const written = Object.entries(answers).map(([step, given]) => [
    step,
    later.includes(step) ? seal(given) : given,
  ]);
  const isJudged = judgments !== undefined && judgments.length > 0;
  return {
    ...project,
    ...sealNotes(project, true),
    answers: Object.fromEntries(written),
    ...(reports ? { reports: reports.map(sealOpened) } : {}),
    ...(isJudged ? { judgments: seal(judgments) } : {}),
  };
}

/** Lists the steps with answers that come after the first ones were finished or locked. */
function listLater({ answers, finished, locked }: Written): string[] {
  const first = locked.length > 0 ? locked : Object.keys(finished);
  return first.length === 0 ? [] : Object.keys(answers).filter((step) => !first.includes(step));
}

function sealOpened<T extends { opened?: unknown }>(report: T): unknown {
  return report.opened === undefined ? report : { ...report, opened: seal(report.opened) };
}

/** Encodes the notes of an agent, and a note of anyone that would be taken for an encoded one. */
function sealNotes({ passes, parked }: Pick<Written, "passes" | "parked">, isOpen: boolean) {
  const write = (text: string, via: unknown) =>
    (isOpen && via !== undefined) || isSealed(text) ? seal(text) : text;
  return {
    passes: passes.map((pass) => ({ ...pass, what: write(pass.what, pass.via) })),
    parked: parked.map((one) => ({ ...one, idea: write(one.idea, one.via) })),
  };
}

/** Returns what a file holds with everything readable that is encoded in it. */
export function unsealOpenRounds(content: unknown): unknown {
  if (!isFields(content) || !Array.isArray(content.projects)) return content;
  return { ...content, projects: content.projects.map(unsealProject) };
}

function unsealProject(project: unknown): unknown {
  if (!isFields(project)) return project;
  const { answers, judgments, reports, passes, parked, versions } = project;
  const changed: Fields = {};
  if (isFields(answers))
    changed.answers = Object.fromEntries(
      Object.entries(answers).map(([step, given]) => [step, readEncoded(given)]),
    );
  if (judgments !== undefined) changed.judgments = readEncoded(judgments);
  if (reports !== undefined) changed.reports = mapField(reports, "opened");
  if (passes !== undefined) changed.passes = mapField(passes, "what");
  if (parked !== undefined) changed.parked = mapField(parked, "idea");
  if (Array.isArray(versions)) changed.versions = versions.map(unsealProject);
  return { ...project, ...changed };
}

function mapField(list: unknown, name: string): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((each) =>
    isFields(each) && name in each ? { ...each, [name]: readEncoded(each[name]) } : each,
  );
}

/** Reads an encoded value. Returns anything else, or a damaged one, as it is. */
export function readEncoded(value: unknown): unknown {
  const known = typeof value === "string" ? unseal(value) : undefined;
  return known === undefined || isDeeperThan(known, MAX_NESTING) ? value : known;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
