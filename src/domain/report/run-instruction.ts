import { compileForm } from "./wide-form.ts";

/** Programs that a command can start with. */
const PROGRAMS = compileForm(
  String.raw`
    ^(?:sudo )?(?:npm|npx|pnpm|pnpx|yarn|bunx?|deno|node|tsx?|ts-node|vite|next|ng|vue|expo|serve|
    http-server|python[\d.]*|py|pip[\d.]*|pipx|pipenv|poetry|uvx?|conda|hatch|uvicorn|gunicorn|
    flask|streamlit|jupyter|django-admin|ruby|bundle|rails|rake|gem|php|composer|go|cargo|java|
    javac|mvn|gradle|dotnet|make|just|task|cmake|docker(?:-compose)?|podman|kubectl|git|cd|mkdir|
    cp|mv|open|start|xdg-open|code|cat|export|set|source|curl|wget|brew|apt(?:-get)?|bash|sh|zsh|
    pwsh|powershell|psql|sqlite3|mysql|stripe|firebase|vercel|netlify|wrangler|swift|xcodebuild|
    flutter|dart|rscript|julia|perl|lua|mix|iex|stack|cabal|chmod|unzip|tar|claude|codex)(?= |$)
  `,
  "i",
);
/** A script by its path or its name: "./run.sh", "bin/rails server", ".venv/bin/python". */
const SCRIPT =
  /^(?=\S*[a-z])(?:[\w.~-]*[\\/][\w.@\\/-]+|[\w-]+\.(?:sh|bat|cmd|ps1|py|js|mjs|ts|rb|php|exe|jar|html|xlsm))(?= |$)/;
const VARIABLES = /^(?:[A-Z_][A-Z\d_]*=\S+ )+/;
/** Where a remark starts, or a command that prints words. */
const REMARK = /\s(?:#|\/\/|--\s)|[;%]\s|\/\*|<!--|\s(?:rem|&&\s*(?:echo|printf|rem))\b|#\s/i;
const MAX_COMMAND = 200;

/** Returns a command without the remarks beside it; undefined if a text isn't one. */
export function readCommand(text: string): string | undefined {
  const bare = text.trim().replace(/^(?:[$>]|\d{1,2}[.)]|[-*+])\s+/, "");
  const at = bare.search(REMARK);
  const command = (at < 0 ? bare : bare.slice(0, at)).trim();
  const start = command.replace(VARIABLES, "");
  const isCommand = (PROGRAMS.test(start) && !isProse(start)) || SCRIPT.test(start);
  return isCommand && command.length <= MAX_COMMAND ? command : undefined;
}

/** Programs that are English words too, and words that no command has. */
const WORD_PROGRAMS = /^(?:open|start|make|code|go|set|cat|just|next|task|serve|export|source)\b/i;
const PROSE = /\b(?:the|is|are|was|were|it|its|you|i|every|each|and|works?|no|not|with|that)\b/i;

function isProse(command: string): boolean {
  return WORD_PROGRAMS.test(command) && PROSE.test(command);
}

/** Returns a line of text that is a command without words around it; undefined for another. */
export function readBareCommand(line: string): string | undefined {
  const command = readCommand(line);
  const isBare = command !== undefined && /^[\x20-\x7e]+$/.test(command);
  return isBare && !PROSE.test(command) && !/[.!?]$/.test(command) ? command : undefined;
}

/** Words that an instruction starts with, in English and some other languages. */
const IMPERATIVE = compileForm(
  String.raw`
    ^(?:run|start|open|go to|install|type|enter|click|double-?click|right-?click|put|copy|save|set|
    export|use|visit|drag|choose|press|unzip|create|launch|execute|serve|place|edit|rename|
    navigate|select|paste|drop|browse|clone|download|undo|stop it|tap|needs?|
    führe|starte|öffne|installiere|gib|klicke|lancez?|lancer|ouvrez|ouvrir|exécutez?|exécuter|
    installez|tapez|cliquez|ejecuta|ejecute|abre|abra|inicia|instala|escribe|escriba|haz clic|
    rode|digite|clique|esegui|apri|avvia|digita|clicca|voer|typ|klik|uruchom|otwórz|kör|öppna|
    запустите|откройте|введите)(?=[\s.,:!]|$)
  `,
  "iu",
);
const LEAD = compileForm(
  String.raw`
    ^(?:(?:to (?:run|start|try|use|open|launch|see) (?:it|this|the \w{1,12})|(?:in|from|
    inside) (?:(?:the|this|that|a|your|its) )?(?:[\w./-]{1,20} )?(?:folder|directory|root|terminal|
    repo|repository|project|shell|browser)|first|then|next|finally|now|and then|and|you can|
    please|just)[\s,:]+)+
  `,
  "i",
);
/** What ends an instruction: from here on, a sentence says what comes of it. */
const ENDS = compileForm(String.raw`
    \s*(?:;|:\s|\s[\u2013\u2014-]\s|\s(?:to (?:see|check|confirm|verify)|so that|which|where|because|
    since|until|as|when|is|are|was|were|has|have|match(?:es)?|equals?|
    you(?:'ll| will| should| can)?|it (?:will|prints|shows)|the (?:result|output)
    )\b).*$
  `);
const CLAUSE = /\s*,\s*(?:and |then )*|\s+(?:and then|then|and)\s+/;
const MAX_INSTRUCTION = 240;

/**
 * Returns the instruction at the start of a sentence, without what it says about the outcome;
 * undefined if it isn't one. Code between backticks has to be a command, a file or a key.
 */
export function readInstruction(sentence: string): string | undefined {
  const bare = sentence.trim().replace(/^(?:\d{1,2}[.)]|[-*+])\s+/, "");
  const lead = LEAD.exec(bare)?.[0] ?? "";
  const body = bare.slice(lead.length).replace(ENDS, "");
  const clauses = body.split(CLAUSE);
  const first = clauses.findIndex((clause) => !isInstructing(clause));
  const kept = first < 0 ? body : cutAt(body, clauses, first);
  const text = `${lead}${kept}`.trim().replace(/[\s,]+$/, "");
  return kept === "" || text.length > MAX_INSTRUCTION ? undefined : text;
}

function isInstructing(clause: string): boolean {
  const codes = [...clause.matchAll(/`([^`]*)`/g)].map(([, code = ""]) => code);
  const isCode = codes.length > 0 && /^`[^`]*`\.?$/.test(clause.trim());
  const isKnown = codes.every(
    (code) => readCommand(code) !== undefined || /^[\w.+-]{1,30}$/.test(code),
  );
  return isKnown && (isCode || IMPERATIVE.test(clause.trim()));
}

/** Returns the part of a text before one of the clauses that it was split into. */
function cutAt(text: string, clauses: readonly string[], index: number): string {
  const clause = clauses[index] ?? "";
  const before = clauses.slice(0, index).join("").length;
  const at = text.indexOf(clause, before);
  return index === 0
    ? ""
    : text.slice(0, Math.max(at, 0)).replace(/(?:\s*,|\s+and|\s+then)+\s*$/, "");
}
