import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import type { SensitivePatterns } from "../../src/linter/sensitive.ts";
import { hostilePieces } from "../helpers/hostile-pieces.ts";
import type { Engine } from "./guard-engines.ts";

/** A page of ordinary prose, of about 20 kB. */
const page = "On Mondays, Mira copies 14 rows from the export into her sheet, by hand.\n".repeat(
  274,
);

/** Measures how long an engine takes for a page: the first time, and then at best. */
export async function measureTime(engine: Engine): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < 6; run++) {
    const start = performance.now();
    await engine(page);
    times.push(performance.now() - start);
  }
  const [first = 0] = times;
  return `a page of 20 kB in ${Math.min(...times).toFixed(1)} ms, the first in ${first.toFixed(1)} ms`;
}

/** Measures the slowest pattern on 256 kB of text that repeats one piece. */
export function measureWorst(patterns: SensitivePatterns): string {
  let worst = { time: 0, words: "" };
  for (const piece of hostilePieces) {
    const text = piece.repeat(Math.ceil(256_000 / piece.length));
    for (const { expression, finds } of patterns) {
      const start = performance.now();
      let count = 0;
      for (const _match of text.matchAll(expression)) count++;
      const time = performance.now() - start;
      const source = expression.source.slice(0, 50);
      if (time > worst.time)
        worst = { time, words: `"${piece}", ${finds} (${source}...), ${count} matches` };
    }
  }
  return `slowest pattern on 256 kB: ${worst.time.toFixed(0)} ms for ${worst.words}`;
}

const entries: Record<string, string> = {
  "builder-pm, code": 'export * from "./src/linter/printed-page.ts";',
  "secretlint, core and preset":
    'export * from "@secretlint/core"; export * from "@secretlint/secretlint-rule-preset-recommend";',
  "libphonenumber-js, find": 'export { findPhoneNumbersInText } from "libphonenumber-js";',
  "libphonenumber-js, check": 'export { isPossiblePhoneNumber } from "libphonenumber-js";',
  "validator, three checks": ["isEmail", "isCreditCard", "isIBAN"]
    .map((name) => `export { default as ${name} } from "validator/es/lib/${name}.js";`)
    .join("\n"),
};

/** Measures how much each library adds to the package: bundled, and as it is in the tarball. */
export async function measureSizes(): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, code] of Object.entries(entries)) {
    const bundle = await rolldown({
      input: "virtual:entry",
      platform: "node",
      plugins: [
        {
          name: "entry",
          resolveId: (source) => (source === "virtual:entry" ? `${process.cwd()}/entry.ts` : null),
          load: (id) => (id.endsWith("/entry.ts") ? code : null),
        },
      ],
    });
    const { output } = await bundle.generate({ format: "cjs" });
    await bundle.close();
    const text = output.map((chunk) => ("code" in chunk ? chunk.code : "")).join("");
    const packed = gzipSync(text).length / 1000;
    lines.push(`${name}: ${(text.length / 1000).toFixed(0)} kB, ${packed.toFixed(1)} kB packed`);
  }
  return lines;
}
