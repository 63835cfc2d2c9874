/** What is wrong with a text, as a clause after its name, and how to fix it. */
type Found = [message: string, fix: string];

/** What keeps a page from loading or sending anything: inline script and style only. */
export const ARTIFACT_POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

/** The start of a page that can't do anything before its policy holds. */
const HEAD =
  /^\s*<!doctype html>\s*<html(?:\s[^<>]*)?>\s*<head>\s*(?:<meta\s(?!\s*http-equiv)[^<>]*>\s*|<title>[^<]*<\/title>\s*)*<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"\s*\/?>/i;

const FIX_LINK = "remove it: a drill works without a network and leads nowhere else";

/** What a page or a picture can't contain. */
const banned: { pattern: RegExp; name: string; fix: string }[] = [
  {
    pattern:
      /<[a-z][^<>]*[\s"'](?:(?:xlink:)?href|src(?:set)?|(?:form)?action|poster|data|ping|background|cite|manifest)\s*=\s*["']?\s*(?!data:image\/)(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i,
    name: "a link out of the drill",
    fix: FIX_LINK,
  },
  {
    pattern: /<(?:base|iframe|frame|object|embed|link|portal|applet)[\s/>]/i,
    name: "a frame, or a file to load",
    fix: "put everything into the page",
  },
  { pattern: /<script[^>]*\ssrc\s*=/i, name: "a script to load", fix: "put it into the page" },
  {
    pattern: /http-equiv\s*=\s*["']?\s*refresh/i,
    name: "a page that leads to another one",
    fix: FIX_LINK,
  },
  {
    pattern:
      /\bwindow\s*\.\s*open\b|(?<!(?:const|let|var)\s+)(?<![.\w-])(?:(?:window|document|self|top|parent|globalThis)\s*\.\s*)?location(?:\s*\.\s*href)?\s*=(?!=)|\blocation\s*\.\s*(?:assign|replace|href\s*=(?!=))|\.(?:href|src|action)\s*=\s*["'`]\s*(?:[a-z][a-z\d+.-]*:|\/\/)/,
    name: "a script that leads to another page",
    fix: FIX_LINK,
  },
];

/** What a picture can't contain in addition: a browser that opens it has no policy for it. */
const bannedInPictures = {
  pattern: /<script|\son\w+\s*=|<foreignObject|@import|url\(\s*["']?\s*(?!#)|<!(?:entity|doctype)/i,
  name: "more than a drawing",
  fix: "use shapes and text only",
};

/** Checks a text file of a drill: what it is, what it does, and that it leads nowhere else. */
export function checkArtifactText(path: string, bytes: Uint8Array): Found[] {
  const text = decodeArtifact(bytes);
  if (text === undefined || text.includes("\0"))
    return [["isn't UTF-8 text", "save it again as UTF-8"]];
  if (text.startsWith("#!")) return [["is a script to run", "remove the line that starts with #!"]];
  if (path.endsWith(".html")) return [...checkPolicy(text), ...findBanned(text, banned)];
  if (path.endsWith(".svg")) return findBanned(text, [...banned, bannedInPictures]);
  return /\.[ct]sv$/.test(path) ? checkCells(text) : [];
}

function decodeArtifact(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function checkPolicy(text: string): Found[] {
  const policy = HEAD.exec(text)?.[1];
  const wanted = `<meta http-equiv="Content-Security-Policy" content="${ARTIFACT_POLICY}">`;
  if (policy === undefined)
    return [["has no policy at the start of its <head>", `add this line first: ${wanted}`]];
  if (policy.trim().replace(/;$/, "") === ARTIFACT_POLICY) return [];
  return [["has another policy than drills may have", `write: ${wanted}`]];
}

function findBanned(text: string, list: typeof banned): Found[] {
  return list
    .filter(({ pattern }) => pattern.test(text))
    .map(({ name, fix }) => [`has ${name}`, fix]);
}

/** Checks that no cell of a table is a formula, which a spreadsheet would run. */
function checkCells(text: string): Found[] {
  if (!/(?:^|[,;\t\n])"?[=@]/.test(text)) return [];
  return [["has a cell that starts with = or @", "start it with another character"]];
}
