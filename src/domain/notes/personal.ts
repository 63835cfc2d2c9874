import { anyCase } from "./forms/words.ts";

/** What identifies people, or what they would rather keep to themselves. */
const PERSONAL = anyCase`
  \b(?:personal(?:ly identifiable)? (?:data|info\w*|details)|privacy|private data|gdpr|hipaa|pii|
  data protection|consent|salar(?:y|ies)|wages|diagnos\w+|(?:medical|health|patient) (?:data|
  records?|files?|names?)|date of birth|birth ?dates?|passports?|social security|ssn|iban|
  bank (?:details|
  accounts?)|(?:phone|mobile|card) numbers?|(?:home|e-?mail|mail) address(?:es)?|
  names and (?:phone|mobile|e-?mails?|addresses|numbers|birth)|names of (?:the |our )?\p{L}+|
  (?:customer|member|guest|patient|student|child|client|employee|staff|user|tenant)s?'? (?:names|
  addresses|photos|details))\b
`;

/** Returns true for a line about data of people, which an agent must not miss. */
export function isAboutPeople(text: string): boolean {
  return PERSONAL.test(text);
}
