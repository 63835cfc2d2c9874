import type { Basis, Claim } from "./claim.ts";
import { type ReportItem, weights } from "./report-item.ts";
import { normalizeWords, readWholeStatus } from "./status.ts";

const MAX_BLOCK = 20_000;
/** An object without others in it, and the name before it. */
const OBJECT = /(?:["']?([\w -]{1,20})["']?\s*:\s*)?\{([^{}]{1,1500})\}/g;
/** `"C1": "met"` */
const PAIR = /["']?\b((?:C|AC)[\s-]?\d{1,3})["']?\s*:\s*["']([^"'{}[\]]{1,40})["']/gi;
const NAME = /^(?:c|ac|check|criterion)[\s_#-]?(\d{1,3})$/i;
const NUMBER = /^\d{1,3}$/;

/**
 * Reads claims in code that looks like JSON: objects that name a check and a claim. A number alone
 * names a check only behind "check": data has ids too.
 */
export function readJsonItems(lines: readonly string[]): ReportItem[] {
  const block = lines.join("\n").slice(0, MAX_BLOCK);
  if (!/[{[]/.test(block)) return [];
  const objects = [...block.matchAll(OBJECT)].flatMap(([, key = "", inner = ""]) =>
    readObject(key, inner),
  );
  if (objects.length > 0) return objects;
  return [...block.matchAll(PAIR)].flatMap(([, key = "", value = ""]) => {
    const number = NAME.exec(key)?.[1];
    const claim = readClaimValue(value);
    return number && claim ? [toItem(Number(number), claim, undefined)] : [];
  });
}

function readObject(key: string, inner: string): ReportItem[] {
  const find = (names: string) =>
    new RegExp(`(?:^|[,\\s])["']?(?:${names})["']?\\s*:\\s*(?:"([^"]*)"|'([^']*)'|([\\w.-]+))`, "i")
      .exec(inner)
      ?.slice(1)
      .find((value) => value !== undefined);
  const own = NAME.exec(key.trim()) ?? NAME.exec(find("id|name|ref|key") ?? "");
  const named = find("check|criterion|ac") ?? "";
  const number = own?.[1] ?? NAME.exec(named)?.[1] ?? NUMBER.exec(named)?.[0];
  const claim = readClaimValue(find("claim|status|result|verdict|outcome") ?? "");
  return number && claim ? [toItem(Number(number), claim, find("basis"))] : [];
}

function toItem(number: number, claim: Claim, basis: string | undefined): ReportItem {
  return {
    ...{ numbers: [number], isNamed: true, text: "", body: [], weight: weights.code, claim },
    basis: bases.find((each) => each === basis?.toLowerCase()),
  };
}

const bases: readonly Basis[] = ["ran", "read", "assumed"];

function readClaimValue(value: string): Claim | undefined {
  return readWholeStatus(normalizeWords(value).replace(/[_-]/g, " "));
}
