/** Joins the lines of a part of a pattern. A line of a pattern may end wherever a `|` stands. */
export function part({ raw }: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw }, ...values).replace(/\n\s*/g, "");
}

/** Prepares a pattern of several lines that reads capital letters like small ones. */
export function anyCase(lines: TemplateStringsArray, ...values: readonly string[]): RegExp {
  return new RegExp(part(lines, ...values), "iu");
}

/** Prepares a pattern of several lines where a capital letter means a name or a first word. */
export function exactCase(lines: TemplateStringsArray, ...values: readonly string[]): RegExp {
  return new RegExp(part(lines, ...values), "u");
}

/** A number in figures or in words, but no year. */
export const COUNT = part`
  (?:(?!(?:19|20)\d\d\b)\d[\d.,]*k?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|
  twenty|thirty|forty|fifty|half|a (?:third|quarter|few|couple)|(?:a )?dozens?(?: of)?)
`;
/** A unit of time. */
export const SPAN = part`
  (?:min(?:ute)?s?|h|hrs?|hours?|days?|weeks?|wks?|months?|sprints?|mornings?|afternoons?|
  evenings?|nights?|weekends?|quarters?|shifts?)
`;
/** A day of the week, in full or short. */
export const WEEKDAY =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)s?";
/** A month, in full or short. */
export const MONTH = part`
  (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|
  mar|apr|jun|jul|aug|sept?|oct|nov|dec)
`;
