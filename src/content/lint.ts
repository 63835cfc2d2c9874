import { join } from "node:path";
import type { Library, Problem } from "../domain/library/library.ts";
import { formatFieldPath, locateProblems } from "./file-location.ts";
import {
  type ContentFolder,
  type ContentSource,
  isSameFolder,
  openPack,
  openShipped,
} from "./folder.ts";
import type { Check } from "./lint/check.ts";
import { checkArtifact, checkDrill, checkDrillReport, checkDrillSlice } from "./lint/drills.ts";
import { createEndingCheck } from "./lint/ending.ts";
import { findIgnoredFiles } from "./lint/ignored-files.ts";
import { checkJudging } from "./lint/judging.ts";
import { createOrderCheck } from "./lint/order.ts";
import { checkPages } from "./lint/pages.ts";
import { checkQuestions } from "./lint/questions.ts";
import { checkItems, checkSteps, checkTaught, checkTrainedItems } from "./lint/references.ts";
import {
  checkBody,
  checkCharacters,
  checkItemTexts,
  checkSlice,
  checkTerms,
} from "./lint/texts.ts";
import {
  checkDrillTopics,
  checkItemTopics,
  checkRuleTopics,
  checkStepTopics,
} from "./lint/topics.ts";
import {
  type ContentFile,
  type LoadOptions,
  mergeContentFiles,
  readContentFolders,
} from "./load.ts";
import { findOddFields } from "./odd-fields.ts";
import { kinds } from "./schema.ts";

/** What to lint, and the content below it. */
export interface LintSettings extends LoadOptions {
  shipped: ContentSource;
  /** The folder to lint. Defaults to the packs, or to the shipped content if there are none. */
  dir?: string | undefined;
  /** Checks that need the linter or the screens. */
  more: (library: Library) => Check;
}

/** All problems in some content, sorted by location, and the number of files checked. */
export interface LintReport {
  files: number;
  problems: Problem[];
}

const checks: readonly Check[] = [
  checkTrainedItems,
  checkTaught,
  checkItems,
  checkItemTexts,
  checkSlice,
  checkTerms,
  checkQuestions,
  checkSteps,
  checkPages,
  checkJudging,
  checkBody,
  checkCharacters,
  checkStepTopics,
  checkItemTopics,
  checkRuleTopics,
  checkDrillTopics,
  checkDrill,
  checkDrillSlice,
  checkDrillReport,
  checkArtifact,
];

/** Finds all problems in content, together with the content below it. */
export async function lintContent(settings: LintSettings): Promise<LintReport> {
  const { folders, linted } = chooseFolders(settings);
  const { files, problems } = await readContentFolders(folders, kinds, settings.reserved ?? []);
  const library = mergeContentFiles({ files, problems: [] });
  const own = files.filter(({ folder }) => linted.some(({ path }) => path === folder));
  const skipsKind = createKindSkip(problems);
  const isOwn = ({ folder }: Problem) => linted.some(({ path }) => path === folder);
  const found = [...problems.filter(isOwn), ...linted.flatMap(findIgnoredFiles)];
  const all = [
    createOrderCheck(library),
    createEndingCheck(library),
    ...checks,
    settings.more(library),
  ];
  for (const file of own) {
    const issues = all
      .flatMap((check) => check(file, library))
      .filter(({ needs }) => !needs || !skipsKind(join(file.folder, needs)));
    found.push(
      ...(await locateProblems(file, file.matter, [
        ...issues,
        ...(await findOddFields(file.matter)),
      ])),
    );
  }
  found.push(...findBrokenReferences(files, own, library));
  return {
    files: own.length + new Set(problems.filter(isOwn).map(({ file }) => file)).size,
    problems: sortProblems(found),
  };
}

/** Returns a function that says whether something in a folder couldn't be read. */
function createKindSkip(problems: readonly Problem[]): (folder: string) => boolean {
  const known = new Map<string, boolean>();
  return (folder) => {
    const has = known.get(folder) ?? problems.some(({ file }) => file.startsWith(folder));
    known.set(folder, has);
    return has;
  };
}

function chooseFolders({ shipped, packs = [], dir }: LintSettings): {
  folders: ContentFolder[];
  linted: ContentFolder[];
} {
  if (dir === undefined && packs.length > 0) {
    const linted = packs.map((pack) => openPack(pack));
    return { folders: [openShipped(shipped), ...linted], linted };
  }
  if (dir === undefined || isSameFolder(dir, shipped.folder)) {
    // Without the table from the build, every file is parsed again.
    const linted = [openShipped({ folder: dir ?? shipped.folder })];
    return { folders: linted, linted };
  }
  const below = packs.filter((pack) => !isSameFolder(pack, dir));
  const linted = [openPack(dir, "Check the path.")];
  return {
    folders: [openShipped(shipped), ...below.map((pack) => openPack(pack)), ...linted],
    linted,
  };
}

/**
 * Finds problems in lower content that this content causes, because it replaced something that the
 * lower content refers to. Reports each in the file that causes it.
 */
function findBrokenReferences(
  files: readonly ContentFile[],
  own: readonly ContentFile[],
  library: Library,
): Problem[] {
  const linted = new Set(own);
  const used = new Set<unknown>(kinds.flatMap((kind): readonly unknown[] => library[kind]));
  const below = files.filter((file) => !linted.has(file) && used.has(file.entry));
  return below.flatMap((file) =>
    [checkTrainedItems, checkItems, checkSteps, checkPages].flatMap((check) =>
      check(file, library).map((problem) => {
        const cause = own.find(
          ({ kind, entry }) => kind === "steps" && problem.message.includes(`of ${entry.id} "`),
        );
        const field = problem.path.length > 0 ? `, ${formatFieldPath(problem.path)}` : "";
        const message = `${file.file}${field}: ${problem.message}`;
        const { folder, file: reported } = cause ?? own[0] ?? file;
        return { folder, file: reported, line: 1, column: 1, field: "", message, fix: problem.fix };
      }),
    ),
  );
}

function sortProblems(problems: readonly Problem[]): Problem[] {
  const key = ({ file, field, message }: Problem) => [file, field, message].join("\0");
  return problems.toSorted((a, b) => {
    if (a.file !== b.file) return a.file < b.file ? -1 : 1;
    return a.line - b.line || a.column - b.column || (key(a) < key(b) ? -1 : 1);
  });
}
