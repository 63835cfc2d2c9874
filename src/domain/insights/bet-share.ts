/** A percentage of a bet with what it is of: "75 % (48 of 64)". */
const PERCENT_OF = /(\d+(?:\.\d+)?)\s?%\s?\((\d+) (?:out )?of (\d+)\)/;

/** A number now that has no other number: "60 of 64". */
const ONLY_SHARE = /^(\D*)((\d+) (?:out )?of (\d+))(?!\d)(\D*)$/;

/** A number now in percent, and how it was typed. */
interface ShareInPercent {
  text: string;
  typed: string;
}

/**
 * Reads "60 of 64" as a percentage, where the bet says of its percentage that it is out of 64 too.
 * Returns undefined for any other number.
 */
export function readSharePercent(bet: string, result: string): ShareInPercent | undefined {
  const [, percent = "", part = "", total = ""] = PERCENT_OF.exec(bet) ?? [];
  const [, before = "", typed = "", now = "", of = "", after = ""] = ONLY_SHARE.exec(result) ?? [];
  const isSame = total !== "" && total === of && Number(now) <= Number(of) && Number(of) > 0;
  if (!isSame || Math.abs((100 * Number(part)) / Number(total) - Number(percent)) > 0.5)
    return undefined;
  const share = Number(((100 * Number(now)) / Number(of)).toFixed(4));
  return { text: `${before}${share} %${after}`, typed };
}
