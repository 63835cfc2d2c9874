/** What an amount counts. Two units can be compared if their kinds match. */
export interface Unit {
  kind: "time" | "percent" | "points" | "money" | "share" | "noun" | "clock";
  /** As a person reads it, in the plural: "minutes", "%", "$", "of 40", "support tickets". */
  name: string;
}

const TIMES: Readonly<Record<string, string>> = {
  milliseconds: "ms millisecond milliseconds",
  seconds: "s sec secs second seconds",
  minutes: "m min mins minute minutes",
  hours: "h hr hrs hour hours",
  days: "d day days workday workdays",
  weeks: "w wk wks week weeks",
  months: "month months",
  years: "y yr yrs year years",
};

/**
 * How many minutes each unit of time has: on the calendar, and at work, where a day may have 8
 * hours and a week 5 days.
 */
const MINUTES: Readonly<Record<string, readonly [calendar: number, work: number]>> = {
  milliseconds: [1 / 60_000, 1 / 60_000],
  seconds: [1 / 60, 1 / 60],
  minutes: [1, 1],
  hours: [60, 60],
  days: [1440, 480],
  weeks: [10_080, 2400],
  months: [43_200, 10_080],
  years: [525_600, 120_000],
};

const MONEY: Readonly<Record<string, string>> = {
  $: "$ usd dollar dollars",
  "€": "€ eur euro euros",
  "£": "£ gbp pound pounds",
  "¥": "¥ jpy yen",
  CHF: "chf francs",
};

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...listUnits("time", TIMES),
  ...listUnits("money", MONEY),
  ...listUnits("percent", { "%": "% percent pct" }),
  ...listUnits("points", { points: "pp pts points" }),
]);

function listUnits(kind: Unit["kind"], names: Readonly<Record<string, string>>) {
  return Object.entries(names).flatMap(([name, words]) =>
    words.split(" ").map((word) => [word, { kind, name }] as const),
  );
}

/** Finds the unit that a word or sign stands for: minutes for "min", % for "percent". */
export function findUnit(word: string): Unit | undefined {
  return UNITS.get(word);
}

/** Returns how many of one unit of time another one has, on the calendar or at work. */
export function convertTime(value: number, from: Unit, to: Unit, isAtWork = false): number {
  const sizeOf = ({ name }: Unit) => MINUTES[name]?.[isAtWork ? 1 : 0] ?? 1;
  return round((value * sizeOf(from)) / sizeOf(to));
}

/** Returns the smaller of two units of time. */
export function smallerTime(one: Unit, other: Unit): Unit {
  return convertTime(1, one, other) <= 1 ? one : other;
}

/** Removes what arithmetic adds at the end: 0.30000000000000004. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

const ONE: Readonly<Record<string, string>> = { points: "point" };

/** Writes an amount: "10 minutes", "1 minute", "8%", "$1,200", "12 of 40", "3 support tickets". */
export function writeAmount(value: number, unit: Unit | undefined): string {
  const number = writeNumber(value);
  if (!unit) return number;
  if (unit.kind === "money") return writeMoney(number, unit.name);
  return number + nameUnit(value, unit);
}

/** Returns what stands behind a number: "%", " minutes", " minute". */
export function nameUnit(value: number, { kind, name }: Unit): string {
  if (kind === "percent") return name;
  const isOne = value === 1 && (kind === "time" || name in ONE);
  return ` ${isOne ? name.replace(/s$/, "") : name}`;
}

function writeMoney(number: string, sign: string): string {
  if (sign.length > 1) return `${sign} ${number}`;
  return number.startsWith("-") ? `-${sign}${number.slice(1)}` : `${sign}${number}`;
}

/** Writes a number with thousands separators: "1,200", "0.5". */
export function writeNumber(value: number): string {
  const [whole = "", decimals] = String(Math.round(value * 10_000) / 10_000).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
