/** Letters of other alphabets, and small capitals, by the Latin letter that they look like. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: "\u0430\u03b1\u0251\u1d00",
  A: "\u0410\u0391",
  b: "\u044c\u042c\u0299",
  B: "\u0412\u0392",
  c: "\u0441\u03f2\u1d04",
  C: "\u0421\u03f9",
  d: "\u0501\u1d05",
  e: "\u0435\u1d07",
  E: "\u0415\u0395",
  g: "\u0261\u0262",
  h: "\u04bb\u029c",
  H: "\u041d\u0397",
  i: "\u0456\u03b9\u0131\u026a",
  I: "\u0406\u0399",
  j: "\u0458\u03f3\u1d0a",
  J: "\u0408",
  k: "\u043a\u03ba\u1d0b",
  K: "\u041a\u039a",
  l: "\u04cf\u029f",
  m: "\u043c\u1d0d",
  M: "\u041c\u039c",
  n: "\u043f\u03b7\u0578\u0274",
  N: "\u039d",
  o: "\u043e\u03bf\u0585\u1d0f",
  O: "\u041e\u039f",
  p: "\u0440\u03c1\u1d18",
  P: "\u0420\u03a1",
  q: "\u051b",
  Q: "\u051a",
  r: "\u0280",
  s: "\u0455\ua731",
  S: "\u0405",
  t: "\u0442\u03c4\u1d1b",
  T: "\u0422\u03a4",
  u: "\u03c5\u057d\u1d1c",
  v: "\u0475\u03bd\u1d20",
  V: "\u0474",
  w: "\u051d\u03c9\u1d21",
  W: "\u051c",
  x: "\u0445\u03c7",
  X: "\u0425\u03a7",
  y: "\u0443\u04af\u03b3\u028f",
  Y: "\u0423\u04ae\u03a5",
  z: "\u1d22",
  Z: "\u0396",
};

/** Creates the function that puts a Latin letter in place of each letter that looks like one. */
export function createLatinizer(): (text: string) => string {
  const latin = new Map(
    Object.entries(LOOK_ALIKES).flatMap(([plain, forms]) =>
      [...forms].map((form) => [form, plain]),
    ),
  );
  return (text) => text.replace(/[^ -~]/gu, (character) => latin.get(character) ?? character);
}
