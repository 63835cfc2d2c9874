import type { FileHealth, Health, LockHealth, Repair } from "../../domain/progress/health.ts";
import { countOf, describeMoment, quote } from "../../domain/text/words.ts";
import { hang, indent, stack } from "../layout.ts";
import type { RenderOptions } from "../theme.ts";

/** What `doctor` shows, and the time it is shown at. */
export interface HealthView {
  health: Health;
  mend: Repair | undefined;
  now: Date;
}

/** Where the saved progress is, whether it is sound, and what to do next. */
export function renderHealth({ health, mend, now }: HealthView, options: RenderOptions): string {
  const { saved, backup, lock, leftovers, conflictedCopies, undoSteps } = health;
  const { theme, width } = options;
  const isNew = saved.state === "missing" && backup.state === "missing";
  const notes = [...describeLock(lock, now), ...describeLeftovers(leftovers)];
  return stack([
    isNew
      ? [indent("Nothing is saved yet. Your first answer will go to:", width), `    ${saved.file}`]
      : [
          ...renderFile("Your saved progress", saved, now, options),
          ...describeUndo(undoSteps, width),
        ],
    isNew || backup.state === "missing"
      ? []
      : renderFile("What it was before the last change", backup, now, options),
    notes.map((note) => indent(note, width)),
    ...renderCopies(conflictedCopies, options),
    mend && renderMend(mend, options),
    mend || conflictedCopies.length > 0 ? [] : indent(theme.good("All is well."), width),
  ]);
}

/** The state for `doctor --json`; `fix` is the command that mends it, or null. */
export function describeHealthForPrograms(
  { saved, backup, lock, leftovers, conflictedCopies, saveBlocker, undoSteps }: Health,
  mend: Repair | undefined,
) {
  return {
    sound: mend === undefined,
    saved: describeFileForPrograms(saved),
    backup: describeFileForPrograms(backup),
    lock: lock && { ...lock, since: lock.since.toISOString() },
    leftovers,
    conflictedCopies,
    saveBlocker,
    undoSteps,
    problem: mend?.problem ?? null,
    fix: mend?.command ?? mend?.advice ?? null,
  };
}

function describeFileForPrograms({ file, state, reason, bytes, savedAt, version }: FileHealth) {
  return { file, state, reason, bytes, savedAt: savedAt?.toISOString() ?? null, version };
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
  if (state === "missing") return "It is not there.";
  const age = savedAt ? `saved ${describeMoment(savedAt, now)}` : "";
  const facts = [describeSize(bytes), age].filter(Boolean).join(", ");
  if (state === "unreadable" && !savedAt) return `Not readable: ${reason}.`;
  if (state === "sound") return `Sound: ${facts}, version ${version}.`;
  if (state === "newer") return `Saved by a newer builder-pm (${reason}): ${facts}.`;
  return `${state === "damaged" ? "Damaged" : "Not readable"}: ${reason} (${facts}).`;
}

function describeSize(bytes: number): string {
  return bytes < 1000 ? countOf(bytes, "byte") : `${Math.round(bytes / 1000)} kB`;
}

function describeUndo(steps: number, width: number): string[] {
  const words = `${countOf(steps, "change")} can be undone with: builder-pm undo`;
  return steps > 0 ? [indent(words, width, 4)] : [];
}

function describeLock(lock: LockHealth | null, now: Date): string[] {
  if (!lock) return [];
  const age = describeMoment(lock.since, now);
  if (lock.holder === "ended") return ["A save was cut short. The next one tidies up after it."];
  const who = lock.pid > 0 ? `Process ${lock.pid}` : "Another builder-pm";
  return [`${who} is saving. It began ${age}.`];
}

function describeLeftovers(leftovers: readonly string[]): string[] {
  if (leftovers.length === 0) return [];
  return [
    `${countOf(leftovers.length, "file")} of a save that was cut short. The next save tidies up.`,
  ];
}

/** Names what a sync tool put beside the saved file, and how to look into it without a change. */
function renderCopies(copies: readonly string[], { theme, width }: RenderOptions): string[][] {
  if (copies.length === 0) return [];
  const [what, they] = copies.length === 1 ? ["is a copy", "It"] : ["are copies", "They"];
  const words = `There ${what} beside it, as sync tools make them. ${they} may hold answers`;
  const how = "that are missing here. To see them, without changing anything:";
  return [
    [indent(`${words} ${how}`, width)],
    copies.map((file) => `    ${theme.command(`builder-pm import ${quote(file)} --dry-run`)}`),
  ];
}

function renderMend(
  { problem, path, command, advice }: Repair,
  { theme, width }: RenderOptions,
): string[] {
  const place = path === undefined ? [] : [`    ${path}`];
  const lines = [indent(theme.warn(problem), width), ...place];
  if (command === null) return [...lines, indent(advice, width)];
  return [...lines, "", `    ${theme.command(command)}`, indent(theme.faint(advice), width, 4)];
}
