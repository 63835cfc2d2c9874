import type { FileHealth, Health, LockHealth, Repair } from "../../domain/progress/health.ts";
import { countOf, describeMoment, quote } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** What `doctor` shows, and the current time. */
export interface HealthView {
  health: Health;
  repair: Repair | undefined;
  now: Date;
}

/** Renders where the saved progress is, the state of its files, and what to fix. */
export function renderHealth({ health, repair, now }: HealthView, options: RenderOptions): string {
  const { saved, backup, lock, leftovers, conflictedCopies, undoSteps } = health;
  const { theme, width } = options;
  const isNew = saved.state === "missing" && backup.state === "missing";
  const notes = [
    ...describeLock(lock, now),
    ...describeLeftovers(leftovers),
    ...describeUnused(health.pictures),
    ...describeCache(health.compileCache),
  ];
  return stack([
    isNew
      ? [
          indent("Nothing is saved yet. Your first answer will be saved in:", width),
          `    ${saved.file}`,
        ]
      : [
          ...renderFile("Your saved progress", saved, now, options),
          ...describeUndo(undoSteps, width),
        ],
    isNew || backup.state === "missing"
      ? []
      : renderFile("The backup from before your last change", backup, now, options),
    notes.map((note) => indent(note, width)),
    ...renderCopies(conflictedCopies, options),
    repair && renderRepair(repair, options),
    repair || conflictedCopies.length > 0 ? [] : indent(theme.good("No problems found."), width),
  ]);
}

/**
 * Returns the state for `doctor --json`. "fix" is a command or an instruction, or null if there is
 * no problem. The words "sound" and "holder" stay, because scripts depend on them.
 */
export function toHealthJson(health: Health, repair: Repair | undefined) {
  const { saved, backup, lock, leftovers, conflictedCopies, saveBlocker, undoSteps } = health;
  return {
    sound: repair === undefined,
    saved: toFileJson(saved),
    backup: toFileJson(backup),
    lock: lock && toLockJson(lock),
    leftovers,
    conflictedCopies,
    saveBlocker,
    undoSteps,
    pictures: health.pictures ?? null,
    compileCache: health.compileCache ?? null,
    problem: repair?.problem ?? null,
    fix: repair?.command ?? repair?.advice ?? null,
  };
}

function toFileJson({ file, state, reason, bytes, savedAt, version }: FileHealth) {
  return {
    file,
    state: state === "healthy" ? "sound" : state,
    reason,
    bytes,
    savedAt: savedAt?.toISOString() ?? null,
    version,
  };
}

function toLockJson({ file, pid, since, owner }: LockHealth) {
  return { file, pid, since: since.toISOString(), holder: owner };
}

function renderFile(
  title: string,
  health: FileHealth,
  now: Date,
  { theme, width }: RenderOptions,
): string[] {
  return [
    `  ${theme.heading(title)}`,
    `    ${health.file}`,
    hang("    ", describeFile(health, now), width),
  ];
}

function describeFile({ state, reason, bytes, savedAt, version }: FileHealth, now: Date): string {
  if (state === "missing") return "Missing.";
  const age = savedAt ? `saved ${describeMoment(savedAt, now)}` : "";
  const facts = [describeSize(bytes), age].filter(Boolean).join(", ");
  if (state === "unreadable" && !savedAt) return `Can't be read: ${reason}.`;
  if (state === "healthy") return `OK: ${facts}, file format ${version}.`;
  if (state === "newer") return `Saved by a newer version of builder-pm (${reason}): ${facts}.`;
  return `${state === "damaged" ? "Damaged" : "Can't be read"}: ${reason} (${facts}).`;
}

function describeSize(bytes: number): string {
  return bytes < 1000 ? countOf(bytes, "byte") : `${Math.round(bytes / 1000)} kB`;
}

function describeUndo(steps: number, width: number): string[] {
  if (steps === 0) return [];
  const changes = steps === 1 ? "change" : countOf(steps, "change");
  return [indent(`You can undo the last ${changes} with: builder-pm undo`, width, 4)];
}

function describeLock(lock: LockHealth | null, now: Date): string[] {
  if (!lock) return [];
  const age = describeMoment(lock.since, now);
  if (lock.owner === "ended") return ["A save was interrupted. The next save cleans up after it."];
  const who = lock.pid > 0 ? `Another builder-pm (process ${lock.pid})` : "Another builder-pm";
  return [`${who} is saving. It started ${age}.`];
}

function describeLeftovers(leftovers: readonly string[]): string[] {
  if (leftovers.length === 0) return [];
  const files = countOf(leftovers.length, "file");
  return [`An interrupted save left ${files} behind. The next save cleans up.`];
}

function describeUnused(pictures: Health["pictures"]): string[] {
  const count = pictures?.unused.length ?? 0;
  if (count === 0) return [];
  const [they, go] =
    count === 1 ? ["1 picture isn't", "It goes"] : [`${count} pictures aren't`, "They go"];
  return [`${they} attached to anything anymore. ${go} when you next attach one.`];
}

function describeCache(cache: Health["compileCache"]): string[] {
  if (!cache) return [];
  const { folder, bytes, problem } = cache;
  if (problem) return [`Compiled code in "${folder}" isn't used: ${problem}.`];
  const use = "to start faster. You can delete it at any time.";
  return [`Node keeps compiled code in "${folder}" (${describeSize(bytes)}), ${use}`];
}

/** Lists copies that a sync tool made, with commands that show what is in them. */
function renderCopies(copies: readonly string[], { theme, width }: RenderOptions): string[][] {
  if (copies.length === 0) return [];
  const [what, they] = copies.length === 1 ? ["a copy", "It"] : ["copies", "They"];
  const found = `A sync tool may have made ${what} of this file.`;
  const how = `${they} may have answers that are missing here. To see them without changing`;
  return [
    [indent(`${found} ${how} anything:`, width)],
    copies.map((file) => `    ${theme.command(`builder-pm import ${quote(file)} --dry-run`)}`),
  ];
}

function renderRepair(
  { problem, path, command, advice }: Repair,
  { theme, width }: RenderOptions,
): string[] {
  const place = path === undefined ? [] : [`    ${path}`];
  const lines = [indent(theme.warn(problem), width), ...place];
  if (command === null) return [...lines, indent(advice, width)];
  return [...lines, "", `    ${theme.command(command)}`, indent(theme.faint(advice), width, 4)];
}
