/** The value after a word such as "password", and what stands around it. */
export interface KeywordValue {
  value: string;
  /** True if it is in quotes. */
  isQuoted: boolean;
  /** True if "password: " comes before it, not "the password is ". */
  isAssigned: boolean;
  /** True if nothing follows in its line or sentence. */
  isLast: boolean;
  /** True if nothing follows in its line. */
  endsLine: boolean;
  /** How far from the word it is: in its line or the next one, or further, as in a list. */
  distance: "near" | "far";
}

/** What stands in place of a secret. */
const STAND_IN =
  /^(?:\W+$|\$\(|\$(?:[A-Za-z_.]+|\d)$|\$?\{{1,2}[\w.-]*\}{0,2}$|%\w+%?$|<|\[[\w -]*\]?$|x{3,}|(?:your|my|the|some|example|fake|dummy|redacted|placeholder|change_?me)(?![\p{L}\d])|(?:nul{1,2}|none|true|false|undefined|string)$)/iu;
/** A call, or a part of something, as code has it. */
const CALL = /^[a-z_]\w{0,40}(?:\.\w{1,40}){0,6}(?:[([]|=\{)/i;
const DATE = /^\d{1,4}[-./:]\d{1,2}(?:[-./:T]\d|$)/;
const VERSION = /^v?\d+(?:\.\d+)+(?:-\w+)?$/i;
const TICKET = /^(?:#\d+|[A-Z]{2,10}-\d{1,7}|[A-Za-z]{1,3}\d{1,3})$/;
const ALGORITHM =
  /^(?:aes|sha|rsa|hmac|hs|rs|es|md|utf|base|oauth|b?crypt|argon|pbkdf|ed|ecdsa|tls|ssl|ipv|http|web|auth|sso|mfa|2fa)[-_]?\d[\w-]{0,12}$/i;
const MEASURE =
  /^(?:min|max|at)?[-._~>=<]{0,2}\d+(?:[-.,]\d+)?[-+]?(?:st|nd|rd|th|x|k|m|ms|s|sec|min|h|hr?s|d|w|y|px|pt|kb|mb|gb|rows|step|char|letter|digit|symbol|second|minute|hour|day|week|month|year|zeichen|stellig|tage?|stunden?|caract.{0,8}|jours?|heures?|d[ií]as?|horas?)[a-z]{0,8}$/i;
const FILE = /\.(?:md|txt|[cm]?[jt]sx?|json|ya?ml|env|csv|pdf|html?|py|go|rb|java|png|docx?)$/i;
const LINK = /^(?:https?:|www\.|\.{0,2}\/)/i;
const NOT_SECRET = [STAND_IN, CALL, DATE, VERSION, TICKET, ALGORITHM, MEASURE, FILE, LINK];

function isOrdinary(value: string): boolean {
  return NOT_SECRET.some((form) => form.test(value));
}

const LETTER = /\p{L}/u;
const DIGIT = /\d/;
/** Marks that people put into passwords, and seldom into words. */
const MARK = /[!#$%^&*?=+~{}[\]|\\@<>]/;

/** Returns true if what follows "password" looks like one. */
export function looksLikePassword(found: KeywordValue): boolean {
  const value = trimValue(found.value);
  if (found.distance === "far" && !isAlone(found)) return false;
  if (value.length < 4 || isOrdinary(value)) return false;
  if (/^\d+$/.test(value)) return isPin(value, found);
  if (!LETTER.test(value)) return found.isQuoted && value.length >= 6;
  return hasSeveralKinds(value) || (found.isAssigned && found.endsLine && isLoneWord(value));
}

/**
 * Returns true if a value in another line, list entry or row can belong to the word: it is alone
 * there, and no field like the word itself. Without "password:", it has to look random.
 */
function isAlone({ value, endsLine, isAssigned }: KeywordValue): boolean {
  if (!endsLine || /[:=]$/.test(value)) return false;
  const kinds = [/\p{Ll}/u, /(?!^)\p{Lu}/u, DIGIT, MARK].filter((kind) => kind.test(value));
  return isAssigned ? kinds.length >= 2 : kinds.length >= 3 && value.length >= 8;
}

function isPin(value: string, { isAssigned, isQuoted, isLast }: KeywordValue): boolean {
  return isQuoted || (isLast && value.length >= (isAssigned ? 4 : 6));
}

function hasSeveralKinds(value: string): boolean {
  if (DIGIT.test(value)) return value.length >= (MARK.test(value) ? 4 : 5);
  if (MARK.test(value)) return value.length >= 5;
  if (value.length >= 8 && countOddCapitals(value) >= 2) return true;
  // A phrase such as correct-horse-battery-staple.
  return /^\p{L}{3,}(?:[-_.]\p{L}{3,}){2,}$/u.test(value) && value.length >= 18;
}

/** Counts the capitals inside words, of which random letters have many. */
function countOddCapitals(value: string): number {
  return (value.match(/\p{Ll}\p{Lu}/gu) ?? []).length;
}

/** A single word after "password:" may be one too, unless it says something about passwords. */
function isLoneWord(value: string): boolean {
  return /^\p{L}{6,}$/u.test(value) && !ABOUT_PASSWORDS.test(value);
}

/** How words start that fields and notes have after "password:", in four languages. */
const ABOUT_PASSWORDS =
  /^(?:pass|secret|token|string|hidden|requ|option|obli|mandat|e?mail|user|admin|input|forg|verg|oubli|olvid|reset|chang|g[e\u00e4]{1,2}nder|unver|unchang|wrong|falsch|incorr|corre|weak|strong|stark|schwach|empty|missing|fehl|invalid|valid|g\u00fcltig|ung|pflicht|unknown|unbek|visible|shown|masked|expire|abgel|same|later|autom|manual|stored|saved|encrypt|hash|disabled|enabled|needed|n\u00f6tig|erford|faculta|opcion|necesar|siehe|vault|tresor|coffre)/iu;

/** Returns true if a name and a password after `curl --user` look like real ones. */
export function looksLikeLogin(login: string): boolean {
  const [name = "", ...rest] = login.replace(/["']/g, "").split(":");
  const secret = rest.join(":") || name;
  return [name, secret].every((part) => !VARIABLE.test(part)) && isRealSecret(secret);
}

const VARIABLE = /^(?:[$<[]|\{\{)/;

function isRealSecret(secret: string): boolean {
  return secret.length >= 3 && !PLACEHOLDER.test(secret);
}

const PLACEHOLDER = /^(?:change(?:it|me)|pass(?:word)?|pw|pwd|test|token|secret|\*+|x+|y+)$/i;

/** Returns true if what follows "token" or "API key" looks like one. */
export function looksLikeKey(found: KeywordValue): boolean {
  const value = trimValue(found.value);
  if (value.length < 8 || isOrdinary(value) || !LETTER.test(value)) return false;
  if (found.distance === "far" && !isAlone(found)) return false;
  if (DIGIT.test(value)) return isMixed(value);
  if (value.length >= 16 && countOddCapitals(value) >= 3) return true;
  return (
    (found.isAssigned || found.isQuoted) &&
    MARK.test(value) &&
    value.length >= (found.isQuoted ? 10 : 14)
  );
}

/** Leaves out paths with a number at the end, such as projects/billing-2. */
function isMixed(value: string): boolean {
  return !/^[a-z]+(?:[-_/.][a-z]+){1,20}[-_/.]?\d{1,4}$/i.test(value);
}

/** Returns a value without the marks that end a sentence or a bracket. */
export function trimValue(value: string): string {
  return value.replace(/[.,;:)\]]{1,4}$/, "");
}
