import { getCountries, getExampleNumber } from "libphonenumber-js";
import examples from "libphonenumber-js/mobile/examples";
import { type Dice, type Sample, sentences } from "./guard-text.ts";

/** Lengths and forms of account numbers, as SWIFT's registry has them: after the check digits. */
const ibans = [
  "AD{d8}{U12},AE{d19},AL{d8}{U16},AT{d16},AZ{L4}{U20},BA{d16},BE{d12},BG{L4}{d6}{U8},BH{L4}{U14}",
  "BR{d23}A1,BY{U4}{d4}{U16},CH{d5}{U12},CR{d18},CY{d8}{U16},CZ{d20},DE{d18},DK{d14},DO{U4}{d20}",
  "EE{d16},EG{d25},ES{d20},FI{d14},FO{d14},FR{d10}{U11}{d2},GB{L4}{d14},GE{L2}{d16},GI{L4}{U15}",
  "GL{d14},GR{d7}{U16},GT{U4}{U20},HR{d17},HU{d24},IE{L4}{d14},IL{d19},IQ{L4}{d15},IS{d22}",
  "IT{L1}{d10}{U12},JO{L4}{d4}{U18},KW{L4}{U22},KZ{d3}{U13},LB{d4}{U20},LC{L4}{U24},LI{d5}{U12}",
  "LT{d16},LU{d3}{U13},LV{L4}{U13},MC{d10}{U11}{d2},MD{U2}{U18},ME{d18},MK{d3}{U10}{d2},MR{d23}",
  "MT{L4}{d5}{U18},MU{L4}{d19}{L3},NL{L4}{d10},NO{d11},PK{L4}{U16},PL{d24},PS{L4}{U21},PT{d21}",
  "QA{L4}{U21},RO{L4}{U16},RS{d18},SA{d2}{U18},SC{L4}{d20}{L3},SE{d20},SI{d15},SK{d20}",
  "SM{L1}{d10}{U12},ST{d21},SV{L4}{d20},TL{d19},TN{d20},TR{d6}{U16},UA{d6}{U19},VA{d18},VG{L4}{d16}",
  "XK{d16}",
]
  .join(",")
  .split(",");

function makeIban(dice: Dice, form: string): string {
  const country = form.slice(0, 2);
  const account = dice.fill(form.slice(2)).toUpperCase();
  const number = [...`${account}${country}00`].map((mark) => Number.parseInt(mark, 36)).join("");
  const check = 98n - (BigInt(number) % 97n);
  return `${country}${String(check).padStart(2, "0")}${account}`;
}

const cards: readonly [prefix: string, digits: number, groups: readonly number[]][] = [
  ["4", 16, [4, 4, 4, 4]],
  ["51", 16, [4, 4, 4, 4]],
  ["55", 16, [4, 4, 4, 4]],
  ["2221", 16, [4, 4, 4, 4]],
  ["6011", 16, [4, 4, 4, 4]],
  ["65", 16, [4, 4, 4, 4]],
  ["3528", 16, [4, 4, 4, 4]],
  ["62", 16, [4, 4, 4, 4]],
  ["34", 15, [4, 6, 5]],
  ["37", 15, [4, 6, 5]],
  ["36", 14, [4, 6, 4]],
];

function makeCard(dice: Dice, [prefix, digits, groups]: (typeof cards)[number], gap: string) {
  const body = prefix + dice.fill(`{d${digits - 1 - prefix.length}}`);
  const sum = [...body].toReversed().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return group(body + String((10 - (sum % 10)) % 10), groups, gap);
}

function group(text: string, sizes: readonly number[], gap: string): string {
  const groups: string[] = [];
  for (const size of sizes) groups.push(text.slice(groups.join("").length).slice(0, size));
  return groups.filter(Boolean).join(gap);
}

const fours = Array<number>(9).fill(4);

function makeEmail(dice: Dice): string {
  const name = dice.fill(dice.pick(["{l6}.{l7}", "{l5}", "{l4}_{l5}", "{l3}+{l4}", "{l4}{d2}"]));
  const host = dice.fill(dice.pick(["{l6}", "mail.{l6}", "{l4}-{l5}", "{a8}", "b\u00fcro-{l3}"]));
  const end = dice.pick(
    "com de co.uk io fr es museum com.br app cloud xn--p1ai \u0440\u0444".split(" "),
  );
  return `${name}@${host}.${end}`;
}

/** How people write the number of a country: with + and with 00, together and in groups. */
function writeNumber(
  country: ReturnType<typeof getCountries>[number],
): [kind: string, text: string][] {
  const number = getExampleNumber(country, examples);
  if (!number) return [];
  const spaced = number.formatInternational().replace("+", "");
  const compact = number.number.slice(1);
  const code = number.countryCallingCode;
  const rest = number.nationalNumber;
  return [
    ["phone with +", `+${compact}`],
    ["phone with +", `+${spaced}`],
    ["phone with +", `+${spaced.replaceAll(" ", "-")}`],
    ["phone with +", `+${code} (0)${rest}`],
    ["phone with 00", `00${compact}`],
    ["phone with 00", `00${spaced}`],
    ["phone with 00", `00 ${spaced}`],
    ["phone with 00", `00${code}/${rest}`],
  ];
}

/** Makes e-mail addresses, phone numbers of all countries, cards and account numbers. */
export function makePersonalData(dice: Dice, each: number): Sample[] {
  const times = Array.from(Array(each).keys());
  const found: [kind: string, text: string][] = [
    ...times.flatMap(() => times.map((): [string, string] => ["e-mail", makeEmail(dice)])),
    ...getCountries().flatMap(writeNumber),
    ...times.flatMap(() =>
      ["", " ", "-"].flatMap((gap) =>
        cards.map((card): [string, string] => ["card", makeCard(dice, card, gap)]),
      ),
    ),
    ...times.flatMap(() =>
      ibans.flatMap((form): [string, string][] => {
        const iban = makeIban(dice, form);
        return [
          ["IBAN compact", iban],
          ["IBAN spaced", group(iban, fours, " ")],
        ];
      }),
    ),
  ];
  return found.map(([kind, text]) => ({
    source: "personal",
    kind,
    text: dice.pick(sentences).replace("{}", text),
    isSecret: true,
  }));
}
