import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { checkFields, type Kind } from "../../src/content/schema.ts";
import { FrontMatterError } from "../../src/front-matter/front-matter-error.ts";
import { locateFields } from "../../src/front-matter/locate.ts";
import { parseContentFile } from "../../src/front-matter/parse.ts";
import { splitFrontMatter } from "../../src/front-matter/split.ts";

/** The result of trying many broken content files. */
export interface Tried {
  files: number;
  executed: number;
  /** Unexpected errors, each with the file that caused it. */
  wrong: string[];
  slowest: number;
}

const shipped = (["checklists", "slices", "steps", "rules"] as const).flatMap((kind) =>
  readdirSync(join("content", kind)).map((file) =>
    readFileSync(join("content", kind, file), "utf8"),
  ),
);

/** Leaves a trace if it is ever run. */
const CODE = "globalThis.builderPmWasHere = true";

const payloads = [
  ...["js", "javascript", "Javascript", "coffee", "cson", "json", "toml", "ejs", " js", "js "].map(
    (language) => `---${language}\n{ title: (${CODE}) }\n---\n`,
  ),
  `!!js/function 'function () { ${CODE} }'`,
  `!!js/eval "${CODE}"`,
  `!<tag:yaml.org,2002:js/function> "${CODE}"`,
  "{ toString: !!js/function 'x' }",
  "&a [*a, *a]",
  "*unknown",
  "<<: *x",
  "? [a, b] : c",
  "!!binary x",
  "!!set {a, b}",
  "&a [a,a,a,a]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]",
  "__proto__: { polluted: true }",
  "constructor: { prototype: { polluted: true } }",
  "2026-99-99",
  "12:30:45",
  "012",
  "0x1f",
  "1e999",
  ".nan",
  "~",
  "'",
  "\t",
  "\n\n\n\n",
  "---",
  "...",
  "\u0000",
  "\ufeff",
  "\u2028",
  "\u{1f600}",
  "\ud800",
  "#",
  ": ",
  "- ",
  "|\n",
  ">-\n",
  "%YAML 9",
];

const edits = fc.array(
  fc.record({
    at: fc.nat({ max: 3000 }),
    take: fc.nat({ max: 40 }),
    put: fc.oneof(
      fc.constantFrom(...payloads),
      fc.string({ maxLength: 6 }),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);
const edited = fc
  .tuple(fc.constantFrom(...shipped), edits)
  .map(([text, changes]) =>
    changes.reduce(
      (old, { at, take, put }) =>
        old.slice(0, at % (old.length + 1)) + put + old.slice((at % (old.length + 1)) + take),
      text,
    ),
  );
const invented = fc
  .array(
    fc.oneof(
      fc.constantFrom(...payloads, "title: ", "questions:\n  - id: ", "\n"),
      fc.string({ maxLength: 8 }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => `---\n${parts.join("")}\n---\nBody`);
const file = fc.oneof(
  { weight: 4, arbitrary: edited },
  { weight: 2, arbitrary: invented },
  { weight: 1, arbitrary: fc.constantFrom(...payloads) },
);
const kinds = fc.constantFrom<Kind>("checklists", "slices", "steps", "rules");

/**
 * Parses `count` broken content files as the program does, and checks whether any of them is run.
 */
export async function tryContentFiles(count: number, seed = 1): Promise<Tried> {
  const tried: Tried = { files: 0, executed: 0, wrong: [], slowest: 0 };
  for (const [text, kind] of fc.sample(fc.tuple(file, kinds), { numRuns: count, seed })) {
    const start = performance.now();
    const thrown = await takeApart(Buffer.from(text), kind).catch((error: unknown) => error);
    tried.slowest = Math.max(tried.slowest, performance.now() - start);
    tried.files++;
    if (thrown !== undefined && !(thrown instanceof FrontMatterError))
      tried.wrong.push(`${String(thrown)}: ${text}`);
    if (Object.hasOwn(globalThis, "builderPmWasHere") || "polluted" in {}) tried.executed++;
  }
  return tried;
}

async function takeApart(bytes: Uint8Array, kind: Kind): Promise<undefined> {
  const { fields } = await parseContentFile(bytes);
  const { matter } = splitFrontMatter(bytes);
  const { problems } = checkFields(kind, fields);
  await locateFields(
    matter,
    problems.map(({ path }) => path),
  );
}
