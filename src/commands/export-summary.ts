import type { Context } from "../context.ts";
import { findLastMonth, findMonth, isMonthName, nameMonth } from "../domain/team/month.ts";
import { findSummaryOwner, type SummaryOwner } from "../domain/team/parse-summary.ts";
import { findFirstMonth, listShippedIds, summarizeMonth } from "../domain/team/summarize.ts";
import { MAX_SUMMARY_BYTES, type Summary } from "../domain/team/summary.ts";
import { joinWords } from "../domain/text/words.ts";
import { UserError } from "../errors.ts";
import { findParentFolder, pathInFolder } from "../files/folder.ts";
import { hashText } from "../files/hash.ts";
import { createSmallReader, isFolderHere, listNames, readSmallFile } from "../files/small-file.ts";
import { createFolder, writeFileSafely } from "../files/write.ts";
import { renderSummary } from "../render/json/summary.ts";
import { type LoadedState, loadShownState } from "./shared/app-state.ts";
import { usageError } from "./shared/arguments.ts";
import { loadShipped } from "./shared/shipped.ts";

/** The options of \`export\` that are about a summary, or don't go with one. */
export interface SummaryOptions {
  summary?: boolean;
  month?: string;
  newId?: boolean;
  output?: string;
  force?: boolean;
  format?: string;
  project?: string;
}

/** Prints the summary of a month for the team, or shows it and writes it to a file. */
export async function runSummary(context: Context, options: SummaryOptions): Promise<void> {
  const month = readMonth(context, options);
  const state = await loadShownState(context);
  assertBegun(context, month, findFirstMonth(state.progress));
  const shipped = listShippedIds(await loadShipped(context, "checklists", "slices", "steps"));
  const known = state.progress.person;
  const person =
    known === undefined || options.newId ? hashText(context.createId()).slice(0, 16) : known;
  const { drills } = await context.loadLibrary("drills");
  const summary = summarizeMonth({ ...state, drills }, shipped, { person, month });
  const text = renderSummary(summary);
  const { output = "-" } = options;
  if (output === "-") {
    await keepPerson(state, person);
    return context.stdout.write(text);
  }
  const target = chooseTarget(output, summary, known, options.force);
  await showFirst(context, target.path, text);
  await keepPerson(state, person);
  if (target.folder !== undefined) createFolder(target.folder);
  const file = writeFileSafely(target.path, text, { force: target.force, saved: state.store.file });
  context.stderr.line(`Written to "${file}".`);
  printOldFiles(context, target.path, known === person ? undefined : known);
}

function readMonth(context: Context, { summary, month, ...options }: SummaryOptions): string {
  const isAlone = [options.format, options.project].every((option) => option === undefined);
  if (!summary) throw usageError("--month and --new-id belong to --summary.", "Add --summary.");
  if (!isAlone)
    throw usageError(
      "A summary is of everything, and always JSON.",
      "Leave out --project and --format.",
    );
  const now = context.now();
  const wanted = month ?? findMonth(now);
  if (!isMonthName(wanted))
    throw usageError(`"${wanted}" is not a month.`, `Write it as: --month ${findMonth(now)}`);
  if (wanted > findLastMonth(now))
    throw usageError(`${nameMonth(wanted)} is in the future.`, "Name a month that has begun.");
  return wanted;
}

/** Throws for a month before everything that is saved: its items would be those of today. */
function assertBegun(context: Context, month: string, first: string | undefined): void {
  const current = findMonth(context.now());
  if (month >= (first ?? current)) return;
  throw new UserError(
    `There is nothing of ${nameMonth(month)} to share` +
      `${first ? `: what is saved begins in ${nameMonth(first)}` : ""}. Nothing was written.`,
    {
      fix: `For ${nameMonth(first ?? current)}: builder-pm export --summary --month ${first ?? current}`,
    },
  );
}

/** Saves the id under which the person shares, which is no change that undo takes back. */
async function keepPerson({ store, progress }: LoadedState, person: string): Promise<void> {
  if (progress.person !== person) await store.update((saved) => ({ ...saved, person }));
}

/** Shows what will be written. Asks a person, and throws if they don't want it. */
async function showFirst(context: Context, path: string, text: string): Promise<void> {
  context.stderr.line(`This is all that "${path}" will hold:\n\n${text}`);
  context.stderr.line(
    "It holds counts, the month, a random id, and words from lists that are the same for " +
      "everyone (builder-pm team shows them in plain words). " +
      "Nothing that you typed is in it, no title and no name.",
  );
  if (!context.canAsk || context.json) return;
  const choice = await context.ask(
    () => `Stopped. Nothing was written. To try again: ${context.typed}`,
    (prompter) =>
      prompter.select({
        message: "Write it?",
        choices: [
          { value: "yes", label: "Yes", hint: "whoever can read the folder can read it" },
          { value: "no", label: "No" },
        ],
        initial: "yes",
      }),
  );
  if (choice !== "yes") throw new UserError("Nothing was written.");
}

interface Target {
  path: string;
  /** A folder that isn't there yet. */
  folder?: string;
  force: boolean;
}

/** Chooses the file: one's own of that month is replaced, and another person's never is. */
function chooseTarget(
  output: string,
  summary: Summary,
  known: string | undefined,
  force = false,
): Target {
  if (isFolderHere(output)) return chooseInFolder(output, summary, known);
  // A name without an ending is meant as a folder, such as one in the guide for teams.
  if (!/\.\w+$/.test(output)) return { ...chooseInFolder(output, summary, known), folder: output };
  if (!output.toLowerCase().endsWith(".json"))
    throw usageError(`"${output}" doesn't end in .json.`, "`team` reads files that end in .json.");
  const there = findOwner(output);
  if (!there) return { path: output, force };
  if (!isOwnSummary(there, summary, known))
    throw new UserError(`"${output}" is another person's summary, so nothing was written.`, {
      fix: "Choose another name.",
    });
  return { path: output, force: force || there.month === summary.month };
}

/** Names the file after its month and the id, with as many digits as it takes. */
function chooseInFolder(folder: string, summary: Summary, known: string | undefined): Target {
  const paths = [4, 8, 16].map((digits) =>
    pathInFolder(folder, `${summary.month}-${summary.person.slice(0, digits)}.json`),
  );
  const isFree = (path: string) => {
    const there = findOwner(path);
    return !there || isOwnSummary(there, summary, known);
  };
  const path = paths.find(isFree) ?? paths[0] ?? folder;
  return chooseTarget(path, summary, known);
}

/** Finds out whose summary a file is; undefined if it is none. */
function findOwner(path: string): SummaryOwner | undefined {
  const read = readSmallFile(path, MAX_SUMMARY_BYTES);
  return "text" in read ? findSummaryOwner(read.text) : undefined;
}

/** Returns true for a summary with one's id, or with the one before. */
function isOwnSummary(
  { person }: SummaryOwner,
  summary: Summary,
  known: string | undefined,
): boolean {
  return person === summary.person || person === known;
}

/** Says which files in the folder still have the old id: with them, a person counts twice. */
function printOldFiles(context: Context, path: string, known: string | undefined): void {
  if (known === undefined) return;
  const folder = findParentFolder(path);
  const read = createSmallReader(folder, MAX_SUMMARY_BYTES);
  const old = listNames(folder, ".json").filter((name) => {
    const file = read(name);
    return "text" in file && findSummaryOwner(file.text)?.person === known;
  });
  if (old.length === 0) return;
  context.stderr.line(
    `With your old id, you count twice: ${joinWords(old.map((name) => `"${name}"`))}. ` +
      "Delete these files, and write their months again with --month.",
  );
}
