import type { ReportSection } from "./claim.ts";
import { MARK } from "./claim-words.ts";
import { compileForm } from "./wide-form.ts";

/**
 * What a heading is about: the checks; results that may be of tests too; a section; or something
 * whose lines are no claims of this report.
 */
export type Topic = ReportSection | "per-check" | "results" | "other";

const MAX_HEADING = 90;
const MAX_WORDS = 12;

/** Forms of headings in their order: the first one that fits counts. */
const forms: readonly (readonly [Topic, RegExp])[] = [
  [
    "other",
    compileForm(String.raw`
      \b(?:previous|earlier|prior|last) (?:round|pass|report|run|attempt)s?\b|^(?:my |
      the )?plan\b|\bnext steps?\b|\bto ?do\b|\bchangelog\b|\bquestions?\b|^(?:my |
      other |more )?ideas?(?: for .*)?$|\bedge (?:case|
      state)s?\b|\b(?:spot|sanity|other|additional|extra|lint|type|health|quality|ci|
      manual|background|security) checks?\b|\bexamples?\b|\btemplate\b|
      \bwhat (?:i )?changed\b|\bchanges\b|\bfiles\b|\bhow i (?:ran|tested)\b|
      \bwhat i ran\b|\bstop rule\b|\bwhat (?:was|i) (?:built|did)\b|\bknown (?:issues|
      limitations)\b|\blimitations\b
    `),
  ],
  [
    "engineer",
    compileForm(String.raw`
      \bengineer(?:s|ing)?\b|\breviewers?\b|\bdevelopers?\b|\bdev team\b|
      \bbefore (?:production|anyone|others|someone|shipping|real use)\b|
      \bproduction readiness\b|\bentwickler|\bingénieur|\bingenier|\bengenheir|
      \bdesarrollador|エンジニア|工程师|инженер
    `),
  ],
  [
    "faked",
    compileForm(String.raw`
      \bfak(?:e|ed|es|ing)\b|\bmock(?:s|ed|ups?)?\b|\bstub(?:s|bed)?\b|\bhard ?coded\b|
      \bsimulated\b|\bplaceholders?\b|\bmade up\b|\binvented\b|\bnot real\b|\bisnt real\b|
      \bshortcuts?\b|\bvorgetäuscht\b|\bgefälscht\b|\bsimuliert\b|\bsimulé|\bsimulado|
      \bfictic|\bfalso\b|\bfinto\b|\bfactice|\binventado|偽|^仮|ダミー|模拟|伪造|假的|造假|подделано|
      заглушк
    `),
  ],
  [
    "packages",
    compileForm(String.raw`
      \bpackages?\b|\bdependenc(?:y|ies)\b|\blibrar(?:y|ies)\b|\bservices?\b|
      \bthird part(?:y|ies)\b|\bpakete?\b|\bpaquets?\b|\bpaquetes?\b|\bpacotes?\b|
      \bpacchetti\b|\bdépendances\b|\bdependencias\b|\bdependências\b|\bpakketten\b|パッケージ|
      依赖|软件包|使用的包|пакеты
    `),
  ],
  [
    "added",
    compileForm(String.raw`
      \badd(?:ed|itions?|ons?)\b|\bextras?\b|\bunasked\b|\bunrequested\b|\b(?:not|nobody|
      no one|without being) (?:requested |)?ask(?:ed)?\b|\bbeyond (?:the )?(?:brief|scope|
      spec)\b|\bout(?:side)? (?:of )?(?:the )?scope\b|\bbonus\b|\bscope creep\b|
      \bunaufgefordert\b|\bungefragt\b|\bzusätzlich|\bhinzugefügt|\bajouté|\bañadid|
      \badicionad|\bagregad|\baggiunt|\btoegevoegd\b|追加|额外|添加|добавлено
    `),
  ],
  [
    "assumptions",
    compileForm(String.raw`
      \bassum(?:ed|ption|ptions)\b|\bannahmen?\b|\bhypothèses?\b|\bsupuestos\b|
      \bsuposiciones\b|\bpressupostos\b|\bsuposições\b|\bipotesi\b|\baannames\b|前提|仮定|假设|
      допущения|предположения
    `),
  ],
  [
    "run",
    compileForm(String.raw`
      \bhow (?:to|do i|do you|you|you can|can you|can i) (?:re ?)?(?:run|start|use|try|
      test|launch|open|execute|see)\b|^(?:to )?(?:run|start|try)(?:ning)? (?:it|this|the|
      instructions|steps|yourself)\b|^running(?: it)?$|^run$|^to run\b|^usage$|^set ?up$|
      \bquick ?start\b|\bgetting started\b|^run instructions\b|^commands?(?: to run)?$|
      \bstart(?:en|et)\b|\bausführen\b|\blancer\b|\bexécuter\b|\bejecutar|\bejecutarlo\b|
      \bcómo (?:usar|correr|probar)|\bexecutar\b|\bcomo rodar\b|\beseguire\b|\bavviare\b|
      \bdraaien\b|\buitvoeren\b|実行方法|動かし方|起動方法|如何运行|运行方法|运行方式|как запустить|запуск
    `),
  ],
  [
    "per-check",
    compileForm(String.raw`
      \bchecks?\b|\bcriteri(?:on|a)\b|\bdone when\b|\bdefinition of done\b|\bacceptance\b|
      \bprüfungen\b|\bprüfpunkte\b|\bkriterien\b|\bvérifications?\b|\bcritères\b|
      \bcomprobaciones\b|\bverificaciones\b|\bcriterios\b|\bverificações\b|\bcritérios\b|
      \bcontrolli\b|\bcriteri\b|\bcontroles\b|チェック|確認項目|检查|проверки|критерии
    `),
  ],
  [
    "results",
    compileForm(String.raw`
      \bresults?\b|^status\b|\bverdicts?\b|^claims?$|\bverification\b|\btests?\b|
      \btesting\b|\boutcomes?\b|\bscore ?card\b|\bergebnisse?\b|\brésultats?\b|
      \bresultados?\b|\brisultati\b|結果|结果|результаты
    `),
  ],
];

/** Writes a heading without numbers, marks and remarks in brackets. */
function normalizeHeading(text: string): string {
  return text
    .slice(0, MAX_HEADING)
    .normalize("NFKC")
    .toLowerCase()
    .replace(MARK, "")
    .replace(/\b(?:[dln]|qu)['\u2019](?=\p{L})/gu, " ")
    .replace(/['\u2018\u2019]/g, "")
    .replace(/\([^()]*\)/g, " ")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .replace(/^\s*(?:\d{1,2}\s)+/, "")
    .trim();
}

/** Finds what a heading is about. Returns undefined if it is nothing that the reader knows. */
export function findReportTopic(heading: string): Topic | undefined {
  const name = normalizeHeading(heading);
  if (name === "" || name.split(" ").length > MAX_WORDS) return undefined;
  return forms.find(([, form]) => form.test(name))?.[0];
}

const TITLE = compileForm(String.raw`
    ^(?:the |my |a )?(?:(?:final|status|build|completion|agent|agents|pass|round|work|
    project|updated|second|first|new) )*(?:\d{1,3} )?report(?: md)?(?: (?:for|on|after|of|
    pass|round|v)?\b.{0,60})?$|^(?:bericht|abschlussbericht|rapport|informe|reporte|
    relatório|relazione|verslag|отчет|отчёт|レポート|報告|报告|報告書)\b.{0,60}$|^(?:レポート|報告書?|
    报告).{0,40}$
  `);
const COUNT =
  /\b(?:pass|round|attempt|report|v)\s?(\d{1,3})\b|\b(\d{1,3})\s(?:pass|round|report)\b/;

/** Returns true if a heading is the title of a report. */
export function isReportTitle(heading: string): boolean {
  return TITLE.test(normalizeHeading(heading));
}

/** Returns the number of the pass or round that a title names, or 0. */
export function readTitleNumber(heading: string): number {
  const [, after, before] = COUNT.exec(normalizeHeading(heading)) ?? [];
  return Number(after ?? before ?? 0);
}
