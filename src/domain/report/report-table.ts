import { readBasis, readBasisWord } from "./basis.ts";
import { readCheckRefs } from "./check-refs.ts";
import type { Claim } from "./claim.ts";
import { readItemClaim } from "./item-claim.ts";
import type { PlacedLine } from "./placed-lines.ts";
import type { ReportItem } from "./report-item.ts";
import { normalizeWords } from "./status.ts";
import { compileForm } from "./wide-form.ts";

/** What is known of a table's place. */
interface TablePlace {
  weight: number;
  /** True below a heading of the checks, where rows count in their order. */
  isOfChecks: boolean;
}

interface Columns {
  titles: readonly string[];
  status: number;
  basis: number;
  number: number;
}

const STATUS = compileForm(`
    ^(?:status|results?|verdict|claim|outcome|state|met|pass(?:ed)?|pass fail|done|
    assessment|conclusion|met or not|ergebnis|statut|résultat|estado|resultado|stato|
    esito|結果|状態|结果|状态|판정|статус|результат)$
  `);
const BASIS = compileForm(`
    ^(?:basis|how(?: checked| verified| tested| i know| known)?|method|verification|
    how i know|cómo lo sé|como sei|based on|grundlage|base|basis of claim|根拠|依据)$
  `);
const NUMBER = /^(?:|no|nr|number|id|c|check|checks|criterion|ac|check no|check id|#)$/;

/** Lists the rows of a table that speak of checks. */
export function listTableItems(lines: readonly PlacedLine[], place: TablePlace): ReportItem[] {
  const border = lines.findIndex(({ kind }, index) => kind === "rule" && index > 0);
  const rows = lines.filter(({ kind }) => kind === "row");
  const hasTitles =
    border > 0 && lines.slice(0, border).filter(({ kind }) => kind === "row").length === 1;
  const columns = readColumns(hasTitles ? (rows[0]?.cells ?? []) : []);
  const items = rows
    .slice(hasTitles ? 1 : 0)
    .map(({ cells }) => readTableItem(cells, columns, place.weight));
  const isOrdered = place.isOfChecks && items.every(({ numbers }) => numbers.length === 0);
  if (isOrdered) return items.map((item, index) => ({ ...item, numbers: [index + 1] }));
  return place.isOfChecks ? items : items.filter(({ isNamed }) => isNamed || columns.status >= 0);
}

function readColumns(cells: readonly string[]): Columns {
  const titles = cells.map((cell) =>
    normalizeWords(cell)
      .replace(/[^\p{L}\p{N}#]+/gu, " ")
      .trim(),
  );
  const find = (form: RegExp) => titles.findIndex((title) => form.test(title));
  return { titles, status: find(STATUS), basis: find(BASIS), number: find(NUMBER) };
}

function readTableItem(cells: readonly string[], columns: Columns, weight: number): ReportItem {
  const { refs, at } = findRefs(cells, columns);
  const rest = refs?.rest.replace(/^[\s:.)\u2013\u2014-]+/, "") ?? "";
  const about = cells.filter((_, index) => index !== at && index !== columns.status);
  const claim = readRowClaim(cells, columns, at);
  const after = columns.status >= 0 ? cells.slice(columns.status + 1) : cells.slice(1);
  const inCell = readBasis(cells[columns.status]?.replace(/^[^(]*/, "") ?? "");
  const prose = claim === "not-tried" ? undefined : readBasis(after.join(". "));
  const basis = readBasisWord(cells[columns.basis] ?? "") ?? inCell ?? prose;
  return {
    numbers: refs?.numbers ?? [],
    isNamed: refs?.isExplicit ?? false,
    text: rest === "" ? (about[0] ?? "") : rest,
    body: [],
    weight,
    claim,
    basis,
  };
}

/** Finds the cell that names the check: "C1", "1", "C1: the totals". */
function findRefs(cells: readonly string[], { number }: Columns) {
  for (const at of [0, 1, number]) {
    const refs = readCheckRefs(cells[at] ?? "");
    if (!refs) continue;
    const isWhole = /^[\s.:)]*$/.test(refs.rest) || /^[.:)]\s/.test(refs.rest);
    if (refs.isExplicit || (isWhole && at === 0)) return { refs, at };
  }
  return { refs: undefined, at: -1 };
}

function readRowClaim(cells: readonly string[], columns: Columns, at: number) {
  if (columns.status >= 0) return readCell(cells[columns.status] ?? "");
  const found = cells.flatMap((cell, index) => {
    const isOther = index === at || index === columns.basis || cell.length > 40;
    return isOther ? [] : (readCell(cell) ?? []);
  });
  return new Set(found).size > 1 ? ("unclear" as const) : found[0];
}

function readCell(cell: string): Claim | "unclear" | undefined {
  return readItemClaim(cell.replace(/^\[[xX]\]$/, "\u2705"), []).claim;
}
