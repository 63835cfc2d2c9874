/** Replaces full-width, Arabic, Persian and Devanagari digits with 0 to 9. */
export function plainDigits(text: string): string {
  return text.trim().replace(/[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => {
    const zero = [0x0660, 0x06f0, 0x0966, 0xff10].findLast((code) => code <= digit.charCodeAt(0));
    return String(digit.charCodeAt(0) - (zero ?? 0));
  });
}
