import { nameInFlags } from "../library/question-name.ts";
import { findQuestion, nameForPerson, type Step } from "../library/step.ts";
import { listAttempts, type Practice } from "../practice/attempt.ts";
import type { AgentReport } from "../project/agent-report.ts";
import {
  describeReason,
  entriesOf,
  findAnswer,
  isSavedEach,
  type Project,
  type SavedValue,
} from "../project/project.ts";
import { unseal } from "../text/seal.ts";
import { quotePath } from "../text/words.ts";
import { describeNamed, type Progress, type Run } from "./progress.ts";

/** A text that a person wrote, where it is, and the command that changes it, if there is one. */
export interface Written {
  text: string;
  place: string;
  command?: string;
  /** True in a report that is sealed: nothing of it may be shown. */
  sealed?: boolean;
}

/** Lists everything a person wrote, or only what is in one project. */
export function listWritten(steps: readonly Step[], progress: Progress, only?: Project): Written[] {
  const projects = (only ? [only] : progress.projects).flatMap((project) =>
    listInProject(steps, project, describeNamed(progress, project)),
  );
  if (only) return projects;
  return [...progress.runs.flatMap(listInRun), ...projects, ...listInPractice(progress.practice)];
}

function listInRun({ answers, versions }: Run): Written[] {
  const evidence = Object.entries(answers).flatMap(([item, answer]) => {
    const said = {
      place: `The evidence for the item "${item}"`,
      command: `builder-pm check --item ${item}`,
    };
    return listTexts(answer).map((text) => ({ text, ...said }));
  });
  const others = listTexts(versions).map((text) => ({
    text,
    place: "Another version of a reality check",
  }));
  return [...evidence, ...others];
}

function listInPractice(practice: Practice = {}): Written[] {
  return listAttempts(practice).flatMap(({ attempt: { title, folder, answers } }) => [
    { text: folder, place: `The folder of the drill "${title}"` },
    ...Object.entries(answers).map(([name, { text }]) => ({
      text,
      place: `Your answer "${name}" in the drill "${title}"`,
    })),
  ]);
}

function listInProject(steps: readonly Step[], project: Project, named: string): Written[] {
  const { answers, ...others } = project;
  const written: Written[] = Object.entries(answers).flatMap(([step, questions]) =>
    Object.entries(questions).flatMap(([question, value]) =>
      splitByEntry(steps, project, `${step}.${question}`, value).flatMap(({ part, number }) => {
        const where = describeAnswer(steps, project, { step, question, number }, named);
        return listTexts(part).map((text) => ({ text, ...where }));
      }),
    ),
  );
  for (const [part, value] of Object.entries(others)) {
    const place = `${partNames[part] ?? "Something"} of the project "${project.id}"`;
    for (const entry of [value].flat()) {
      const own = part === "reports" ? withoutKnown(entry) : entry;
      const where = isSealedReport(entry) ? { place, sealed: true } : { place };
      written.push(...listTexts(own, part).map((text) => ({ text, ...where })));
    }
  }
  return [...written, ...listKnownBefore(project, new Set(written.map(({ text }) => text)))];
}

/** Splits the answers about each entry of a list, with the number of the entry if it's there. */
function splitByEntry(
  steps: readonly Step[],
  project: Project,
  name: string,
  value: SavedValue,
): { part: unknown; number?: number }[] {
  if (!isSavedEach(value)) return [{ part: value }];
  const { each, ...others } = value;
  const list = findQuestion(steps, name)?.each;
  const entries = list === undefined ? [] : entriesOf(findAnswer(project, list));
  const parts = Object.entries(each).map(([id, part]) => ({
    part,
    number: entries.findIndex((entry) => entry.id === id) + 1,
  }));
  return [...parts, { part: others }];
}

/** A report without what the person had answered when it was opened, which the agent never wrote. */
function withoutKnown(report: unknown): unknown {
  const { opened } = { ...(report as Partial<AgentReport> | null) };
  return opened ? { ...(report as AgentReport), opened: { ...opened, known: undefined } } : report;
}

/** Lists what was answered when a report was opened, and is written nowhere else by now. */
function listKnownBefore({ id, reports = [] }: Project, written: ReadonlySet<string>): Written[] {
  return reports
    .flatMap(({ opened }) => listTexts(opened?.known))
    .filter((text) => !written.has(text))
    .map((text) => ({ text, place: `An earlier answer of the project "${id}"` }));
}

function isSealedReport(value: unknown): boolean {
  return typeof value === "object" && value !== null && "sealed" in value && !("opened" in value);
}

const partNames: Readonly<Record<string, string>> = {
  title: "The title",
  passes: "A pass",
  grants: "The reason for more time",
  parked: "A parked idea",
  amendments: "A change after the brief",
  proposed: "Text from notes",
  unplaced: "Text from notes",
  rounds: "A round before this one",
  reports: "The agent's report",
  versions: "Another version",
  folder: "The work folder",
};

function describeAnswer(
  steps: readonly Step[],
  project: Project,
  { step, question, number }: { step: string; question: string; number?: number | undefined },
  named: string,
): Omit<Written, "text"> {
  const { id, closed } = project;
  const inProject = named === "" ? "" : ` in the project "${id}"`;
  const asked = findQuestion(steps, `${step}.${question}`);
  const flag = asked ? nameInFlags(asked) : question;
  const typed = quotePath(number ? `${flag}.${number}` : flag);
  const about = number ? ` about C${number}` : "";
  const place = `Your answer to ${nameForPerson(steps, step, question)}${about}${inProject}`;
  return closed
    ? { place }
    : {
        place,
        command: `builder-pm ${step} --redo ${typed}${named}${describeReason(project, step)}`,
      };
}

/** Returns true for the name of a field with an id, a time or a hash, which nobody writes. */
export function isBookkeeping(key: string): boolean {
  return /^(?:id|uid|at|from|sha256)$|At$/.test(key);
}

/** Lists the texts in a value, except ids, times and hashes. */
function listTexts(value: unknown, key = ""): string[] {
  const texts: string[] = [];
  addTexts(texts, value, key);
  return texts;
}

/** Adds the texts in a value to a list: the saved progress has tens of thousands of values. */
function addTexts(texts: string[], value: unknown, key: string): void {
  const content = key === "sealed" ? readSealed(value) : value;
  if (typeof content === "string") {
    // An entry that was judged is listed where it is written.
    if (key !== "of" && !isBookkeeping(key)) texts.push(content);
  } else if (typeof content === "object" && content !== null) {
    for (const name in content) addTexts(texts, content[name as keyof typeof content], name);
  }
}

function readSealed(value: unknown): unknown {
  return typeof value === "string" ? (unseal(value) ?? value) : value;
}
