import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hardLines } from "./guard-hard-lines.ts";
import { type Dice, type Sample, sentences } from "./guard-text.ts";

const forms: Record<string, readonly string[]> = {
  UUID: ["{u}", "{H8}-{H4}-{H4}-{H4}-{H12}", "id={u}", "{{u}}", "urn:uuid:{u}", "/orders/{u}/edit"],
  SHA: [
    "{h40}",
    "{h64}",
    "{h7}",
    "sha256:{h64}",
    "{h32}",
    "{H40}",
    "commit {h12}",
    "sha512-{b86}==",
  ],
  date: [
    "2026-0{d1}-1{d1}",
    "1{d1}.0{d1}.2026",
    "0{d1}/1{d1}/2026",
    "2026-06-1{d1}T0{d1}:3{d1}:00.000Z",
    "2026-06-1{d1}T0{d1}:3{d1}:00+02:00",
    "1{d1} June 2026, 1{d1}:00",
    "2026061{d1}10{d1}500",
    "17184{d5}",
    "17184{d8}",
    "0{d1}.0{d1}.26 08:15",
    "KW 2{d1}/2026",
    "2026-06-15 10:30:4{d1}",
  ],
  price: [
    "$1,{d3},{d3}.{d2}",
    "{d1} {d3} {d3} EUR",
    "EUR 00{d1}.{d2}",
    "\u20ac{d4}.{d2}",
    "{d2}.{d3},{d2} \u20ac",
    "+{d1},{d3} USD",
    "-{d3}.{d2}",
    "{d2} 000 000 Ft",
    "+1{d1} 000 000 EUR",
    "CHF 1'{d3}.50",
  ],
  version: [
    "v{d1}.{d2}.{d1}",
    "{d1}.{d1}.{d1}-rc.{d1}",
    "10.0.19{d3}.38{d2}",
    "node 20.{d2}.{d1}",
    "{d4}.{d1}.{d1}",
    "1.{d1}.0+build.{d4}",
    "^{d2}.{d1}.{d1}",
    "release/2026.0{d1}.{d2}",
    "iOS 17.{d1}.1 (21{U1}{d2})",
    "Chrome/1{d2}.0.{d4}.{d2}",
  ],
};

const verbs = "Add,Fix,Remove,Bump,Update,Rename,Refactor,Revert,Improve,Handle,Avoid,Allow".split(
  ",",
);
const types = "fix,feat,chore,docs,test,refactor,perf,ci,build,style".split(",");
const scopes = "auth,api,deps,ui,login,token,session,release,core,parser,i18n,password".split(",");
const things = [
  "password reset link in the email footer",
  "token refresh when the session expires",
  "secret rotation for the staging bucket",
  "API key validation in the settings form",
  "phone number formatting for German users",
  "credit card input on small screens",
  "IBAN field in the checkout",
  "flaky test in session.spec.ts",
  "access key docs",
  "null pointer in OAuth2Client#getToken()",
  "password: use autocomplete=new-password",
  "CSRF token: read it from the meta tag",
  "the cookie banner",
  "passwordless login behind FEATURE_MAGIC_LINK",
  "secrets: inherit in reusable workflows",
  "key={index} warning in OrderList",
  "typo in README",
  "token-bucket rate limiter (100 req/min)",
  "auth: return 401 instead of 500",
  "bearer auth scheme in OpenAPI 3.1",
  "pwd handling on Windows",
  "min password length to 12 characters",
  "dependency injection token: LOGGER_V2",
  "primary key migration 20260615103000_orders",
  "types for useSearchParams<T>()",
  "base64url decoding of ids",
];
const packages = "lodash,@types/node,vite,react-dom,eslint,typescript,actions/checkout,pnpm".split(
  ",",
);

function makeSubject(dice: Dice): string {
  const version = () => dice.fill(dice.pick(["{d1}.{d2}.{d1}", "{d2}.{d1}.{d1}", "{d1}"]));
  const number = dice.fill("{d4}");
  const thing = dice.pick(things);
  const verb = dice.pick(verbs);
  const type = dice.pick(types);
  const scope = dice.pick(scopes);
  return dice.pick([
    `${verb} ${thing}`,
    `${verb} ${thing} (#${number})`,
    `${type}: ${verb.toLowerCase()} ${thing}`,
    `${type}(${scope}): ${verb.toLowerCase()} ${thing} (#${number})`,
    `${type}(${scope})!: ${thing}`,
    `[ABC-${number}] ${thing}`,
    `Merge pull request #${number} from acme/${scope}-${dice.fill("{d3}")}`,
    `Merge branch 'release/${version()}' into main`,
    `Revert "${verb} ${thing}"`,
    `Bump ${dice.pick(packages)} from ${version()} to ${version()}`,
    `chore(deps): update ${dice.pick(packages)} digest to ${dice.fill("{h7}")}`,
    `chore(release): v${version()} [skip ci]`,
    `cherry-pick ${dice.fill("{h40}")}`,
    `${scope}: ${thing}, fixes GH-${number}`,
  ]);
}

/** Reads the lines of the change logs in node_modules: what real maintainers wrote. */
function readChangeLogs(): string[] {
  return readdirSync("node_modules", { recursive: true, encoding: "utf8" })
    .filter((file) => /(?:^|[\\/])change(?:s|log)(?:\.md)?$/i.test(file))
    .flatMap((file) => readFileSync(join("node_modules", file), "utf8").split("\n"))
    .map((line) => line.trim())
    .filter((line) => line.length > 20);
}

/** Makes texts that have nothing sensitive in them. */
export function makeClean(dice: Dice, each: number): Sample[] {
  const times = Array.from(Array(each).keys());
  const clean = (kind: string, text: string) => ({ source: "clean", kind, text, isSecret: false });
  const numbers = Object.entries(forms).flatMap(([kind, list]) =>
    list.flatMap((form) =>
      times.map(() => clean(kind, dice.pick(sentences).replace("{}", dice.fill(form)))),
    ),
  );
  const subjects = Array.from({ length: each * 150 }, () => makeSubject(dice));
  return [
    ...numbers,
    ...subjects.map((text) => clean("commit subject", text)),
    ...readChangeLogs().map((text) => clean("change log", text)),
    ...hardLines.map((text) => clean("hard product text", text)),
  ];
}
