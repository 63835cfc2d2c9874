const SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** The numbers that people write as words. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, index) => [word, index] as const),
  ...([
    ["none", 0],
    ["fifteen", 15],
    ["twenty", 20],
    ["thirty", 30],
    ["forty", 40],
    ["fifty", 50],
    ["sixty", 60],
    ["ninety", 90],
  ] as const),
]);
