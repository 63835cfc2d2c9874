import { join } from "node:path";
import type { Library, Problem } from "../domain/library/library.ts";
import { findOddNumbers } from "../front-matter/locate.ts";
import { nameField, placeProblems } from "./file-location.ts";
import {
  type ContentFolder,
  type ContentSource,
  isSameFolder,
  openPack,
  openShipped,
} from "./folder.ts";
import type { Check } from "./lint/check.ts";
import { checkEnding } from "./lint/ending.ts";
import { createOrderCheck } from "./lint/order.ts";
import { checkPages } from "./lint/pages.ts";
import { checkQuestions } from "./lint/questions.ts";
import { checkItems, checkSteps, checkTrains } from "./lint/references.ts";
import { findStrays } from "./lint/strays.ts";
import {
  checkBody,
  checkCharacters,
  checkItemTexts,
  checkSlice,
  checkTerms,
} from "./lint/texts.ts";
import { checkRuleTopics, checkStepTopics } from "./lint/topics.ts";
import { type ContentFile, type LoadOptions, mergeFiles, readFolders } from "./load.ts";
import { type FieldProblem, kinds } from "./schema.ts";

/** What is linted, and what stands below it. */
export interface LintSettings extends LoadOptions {
  shipped: ContentSource;
  /** A folder to look at; without one the packs, and without those the shipped content. */
  dir?: string | undefined;
  /** Checks that need more than content: the linter, the screens. */
  more: (library: Library) => Check;
}

/**
 * Everything that is wrong with some content, sorted by place, and how many files were looked at.
 */
export interface LintReport {
  files: number;
  problems: Problem[];
}

const checks: readonly Check[] = [
  ...[checkTrains, checkItems, checkItemTexts, checkSlice, checkTerms],
  ...[checkQuestions, checkSteps, checkPages, checkEnding, checkBody, checkCharacters],
  ...[checkStepTopics, checkRuleTopics],
];

/** Finds everything that is wrong with content, laid over what stands below it. */
export async function lintContent(settings: LintSettings): Promise<LintReport> {
  const { folders, linted } = chooseFolders(settings);
  const { files, problems } = await readFolders(folders, kinds, settings.reserved ?? []);
  const library = mergeFiles({ files, problems: [] });
  const own = files.filter(({ folder }) => linted.some(({ path }) => path === folder));
  const isOwn = ({ folder }: Problem) => linted.some(({ path }) => path === folder);
  const found = [...problems.filter(isOwn), ...linted.flatMap(findStrays)];
  const all = [createOrderCheck(library), ...checks, settings.more(library)];
  for (const file of own) {
    const issues = all
      .flatMap((check) => check(file, library))
      .filter(
        ({ needs }) =>
          !needs || !problems.some((problem) => problem.file.startsWith(join(file.folder, needs))),
      );
    found.push(
      ...(await placeProblems(file, file.matter, [...issues, ...(await listOddNumbers(file))])),
    );
  }
  found.push(...findBrokenBelow(files, own, library));
  return {
    files: own.length + new Set(problems.filter(isOwn).map(({ file }) => file)).size,
    problems: sort(found),
  };
}

function chooseFolders({ shipped, packs = [], dir }: LintSettings): {
  folders: ContentFolder[];
  linted: ContentFolder[];
} {
  if (dir === undefined && packs.length > 0) {
    const linted = packs.map(openPack);
    return { folders: [openShipped(shipped), ...linted], linted };
  }
  if (dir === undefined || isSameFolder(dir, shipped.folder)) {
    // Without the table of the build, every file is looked at afresh.
    const linted = [openShipped({ folder: dir ?? shipped.folder })];
    return { folders: linted, linted };
  }
  const below = packs.filter((pack) => !isSameFolder(pack, dir));
  const linted = [openPack(dir)];
  return { folders: [openShipped(shipped), ...below.map(openPack), ...linted], linted };
}

async function listOddNumbers({ matter }: ContentFile): Promise<FieldProblem[]> {
  const found = await findOddNumbers(matter);
  return found.map((odd) => ({
    ...odd,
    fix: "write the number plainly, or put it in quotes when it is text",
  }));
}

/**
 * What stands below and was sound, until something that it names was replaced; told where it was
 * replaced.
 */
function findBrokenBelow(
  files: readonly ContentFile[],
  own: readonly ContentFile[],
  library: Library,
): Problem[] {
  const below = files.filter(
    (file) => !own.includes(file) && library[file.kind].includes(file.entry as never),
  );
  return below.flatMap((file) =>
    [checkTrains, checkItems, checkSteps, checkPages].flatMap((check) =>
      check(file, library).map((problem) => {
        const culprit = own.find(
          ({ kind, entry }) => kind === "steps" && problem.message.includes(`of ${entry.id} "`),
        );
        const where = `${file.file}${problem.path.length > 0 ? `, ${nameField(problem.path)},` : ""}`;
        const message = `${where} ${problem.message}`;
        const { folder, file: told } = culprit ?? own[0] ?? file;
        return { folder, file: told, line: 1, column: 1, field: "", message, fix: problem.fix };
      }),
    ),
  );
}

function sort(problems: readonly Problem[]): Problem[] {
  const key = ({ file, field, message }: Problem) => [file, field, message].join("\0");
  return problems.toSorted((a, b) => {
    if (a.file !== b.file) return a.file < b.file ? -1 : 1;
    return a.line - b.line || a.column - b.column || (key(a) < key(b) ? -1 : 1);
  });
}
