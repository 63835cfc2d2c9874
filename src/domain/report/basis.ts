import type { Basis } from "./claim.ts";
import { normalizeWords } from "./status.ts";
import { compileForm } from "./wide-form.ts";

const starts: readonly (readonly [Basis, RegExp])[] = [
  [
    "ran",
    compileForm(`
      ^(?:i |we |it was |was |re-?|actually |also |by |have )*(?:ran|run|running|executed|
      tested|exercised|measured|timed|observed|ausgeführt|gelaufen|getestet|exécuté|lancé|
      testé|(?:lo |la )?ejecut(?:ado|ada|é)|(?:lo |la )?prob(?:ado|é)|executado|executei|
      rodei|testado|eseguito|provato|uitgevoerd|запущено|запускал|実行|実行済み|运行|已运行|실행)
    `),
  ],
  [
    "read",
    compileForm(String.raw`
      ^(?:i |we |only |just |by |from |have |the )*(?:read|reading|(?:the |
      source )?code(?= review| reading| inspection| only|\W*$)|source|inspect|inspected|
      inspection|reviewed|static|gelesen|lu|lecture|leído|leí|lido|li|letto|gelezen|
      прочитано|読んだ|コード|阅读|读代码|阅读代码)
    `),
  ],
  [
    "assumed",
    compileForm(`
      ^(?:i |we |only |just |by )*(?:assum|guess|inferred|believ|angenommen|vermutet|
      supposé|asumido|supuesto|presumido|supposto|aangenomen|предположение|推測|想定|假设|推测)
    `),
  ],
];

const RAN = compileForm(String.raw`
    \b(?:i |we |and |then |re-?)?(?:ran|executed|launched)\b(?! (?:out|into))|\b(?:by|
    after|on) (?:running|executing)\b|\btested (?:by|with|on|it|in|using|against)\b|
    \bran it\b|\bran: |\bcommand: 
  `);
/** What a person does who tries something out, at the start of a sentence. */
const DID = compileForm(String.raw`
    (?:^|[.;:!]\s+|\bi\s+)(?:then\s+)?(?:clicked|opened|tapped|typed|pressed|entered|
    switched|turned|reloaded|logged|uploaded|downloaded|imported|exported|searched|
    measured|timed|started|visited|scanned|dragged|resized|suspended|filled|
    completed the flow|tried (?:it|them|this|with|both)|generated)\b|\bmeasured\b
  `);
const NOT_RAN =
  /\b(?:not|never|without|cannot)\s+(?:\w{1,12}\s){0,2}(?:ran|run|running|execut|launch|test|tri)/;
const READ = compileForm(String.raw`
    \b(?:read|reading|reviewed|inspected|checked)\s(?:through |over )?(?:the |its |my |
    that )?(?:code|source|script|function|logic|implementation)\b|\b(?:by|
    from) (?:reading|inspection)\b|\bcode (?:review|inspection|reading)\b|\bread only\b|
    \b(?:reading|going through|looking (?:at|through)|tracing)\s(?:the |its |
    that )?(?:\w{1,12} in )?(?:\x60|query|sql)
  `);
const ASSUMED = /\b(?:assum(?:ed|ing|e|ption)|i (?:guess|believe|expect))\b/;

/** Reads the basis of a claim: in brackets right after it, by its label, or as a first sentence. */
export function readBasis(rest: string): Basis | undefined {
  const text = normalizeWords(rest.slice(0, 600)).replace(/^[\s*_`"',:;.|\u2013\u2014-]+/, "");
  const [, bracket] = /^[([]([^()[\]]{1,120})[)\]]/.exec(text) ?? [];
  const labeled =
    /\b(?:basis|evidence|how|method|grundlage|base)[\s*_]*[:=][\s*_]*([^\n]{1,80})/.exec(text)?.[1];
  return readBasisWord(bracket ?? "") ?? readBasisWord(labeled ?? "") ?? readProse(text);
}

/** Reads the basis at the start of a text, such as a cell of a table. */
export function readBasisWord(text: string): Basis | undefined {
  const bare = normalizeWords(text.slice(0, 120)).replace(/^[\s*_`"']+/, "");
  if (NOT_RAN.test(bare) && !/^(?:read|assum)/.test(bare)) return undefined;
  return starts.find(([, form]) => form.test(bare))?.[0];
}

function readProse(text: string): Basis | undefined {
  const first = /^(?:i )?(ran|read|assumed)\b(?! out| into)/.exec(text)?.[1];
  const found: Basis[] = [];
  if ((RAN.test(text) || DID.test(text)) && !NOT_RAN.test(text)) found.push("ran");
  if (READ.test(text)) found.push("read");
  if (ASSUMED.test(text)) found.push("assumed");
  return found.length > 1 ? found.find((basis) => basis === first) : found[0];
}
