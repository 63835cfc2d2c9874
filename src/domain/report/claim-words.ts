import type { Claim } from "./claim.ts";

/** Words that are a claim if they stand where a claim is expected. Helping verbs are left out. */
const lists: Record<Claim, string> = {
  met: `met, fully met, completely met, pass, passed, passes, passing, done, ok, okay, yes, works,
    working, work, satisfied, fully satisfied, fulfilled, achieved, success, successful,
    succeeded, succeeds, verified, confirmed, complete, completed, holds, true, met and
    verified, works fine, works well, works correctly, works perfectly, works properly, no longer fails, no longer failing, not failing, erfüllt, bestanden, erledigt, ja,
    atteint, atteinte, rempli, remplie, respecté, respectée, satisfait, satisfaite, réussi,
    réussie, validé, validée, oui, cumple, cumplido, cumplida, superado, superada, logrado, sí,
    cumprido, cumprida, atendido, atendida, aprovado, sim, soddisfatto, soddisfatta, superato,
    voldaan, geslaagd, spełnione, spełniony, uppfyllt, opfyldt, выполнено, выполнен, пройдено,
    пройден, 満たしている, 満たしています, 合格, 達成, 達成済み, 成功, 通过, 已通过, 满足, 达成, 已满足, 通過, 통과, 충족`,
  partly: `partly, partly met, partial, partially, partially met, half there,
    only half there, partially there, partly there, half done, only half done, half working, partial pass,
    partially passed,
    partly passed, partly done, partially done, partly works, partially works, half met, in
    part, met in part, met partly, met partially, partly satisfied, partially satisfied, mostly
    met, partially verified, partly verified, partially confirmed, not fully met, not completely
    met, not entirely met, partly not met, partially complete, partially fulfilled, partly
    fulfilled, passes partially, passed partially, partially working, teilweise, teilweise
    erfüllt, zum teil erfüllt, partiellement, partiellement atteint, partiellement rempli,
    partiel, parcial, parcialmente, parcialmente cumplido, cumplido parcialmente, cumplido en parte, cumplida en parte, parcialmente
    atendido, parcialmente cumprido, parziale, parzialmente, gedeeltelijk, częściowo, delvis,
    частично, частично выполнено, 一部達成, 一部のみ満たしている,
    一部満たしている, 部分的, 部分通过, 部分满足, 部分, 부분`,
  "not-met": `not met, unmet, not satisfied, unsatisfied, not fulfilled, not achieved, fail, failed,
    fails, failing, failure, no, not pass, not passed, not passing, not work, not working, not
    hold, not implemented, not built, missed, false, unsuccessful, not succeeded, not ok, not
    successful, nicht erfüllt, nicht bestanden, fehlgeschlagen, nein, durchgefallen, non
    atteint, non atteinte, pas atteint, non rempli, non remplie, non satisfait, non respecté,
    non respectée, échoué, échec, échoue, no cumple, no cumplido, no cumplida, fallido, fallida,
    falla, falló, no superado, não cumprido, não atendido, não atende, falhou, reprovado, non
    soddisfatto, non soddisfatta, fallito, non superato, niet voldaan, mislukt, gefaald,
    niespełnione, inte uppfyllt, ikke opfyldt, не выполнено, не выполнен, не пройдено,
    провалено, 満たしていない, 満たしていません, 不合格, 未達成, 失敗, 未通过, 不通过, 失败, 不满足, 未满足, 未達, 未通過, 실패, 미충족`,
  "not-tried": `not tried, not tested, untested, untried, not run, not ran, not attempted, not checked, not
    verified, unverified, unchecked, not executed, not exercised, not try, not test, not
    attempt, not check, not verify, skip, skipped, skipping, not reached, not tried out, not
    tried at all, not started, never tried, never tested, never run, never attempted, nicht
    getestet, nicht probiert, nicht ausprobiert, nicht versucht, nicht geprüft, ungetestet,
    übersprungen, non testé, non testée, pas testé, non essayé, non essayée, non vérifié, pas
    essayé, ignoré, no probado, no probada, sin probar, no intentado, no verificado, omitido,
    não testado, não testada, não tentado, não verificado, pulado, non provato, non provata, non
    testato, non testata, niet getest, niet geprobeerd, overgeslagen, nie sprawdzone, nie
    testowane, inte testat, ikke testet, не проверено, не проверялось, не тестировалось,
    пропущено, 未実施, 試していない, 試していません, 未テスト, 未確認, 未検証, スキップ, 未测试, 未尝试, 未验证, 未运行, 跳过, 미확인, 미실행`,
  "cannot-tell": `cannot tell, could not tell, unable to tell, cannot say, could not say, cannot judge, could
    not judge, cannot determine, could not determine, unable to determine, undetermined,
    indeterminate, inconclusive, unclear, unknown, unsure, not sure, uncertain, cannot verify,
    could not verify, cannot verified, could not verified, unable to verify, cannot confirm,
    could not confirm, unable to confirm, cannot confirmed, not clear, not tell, cannot judged,
    cannot told, unklar, nicht zu beurteilen, nicht beurteilbar, kann ich nicht sagen,
    lässt sich nicht sagen, lässt sich nicht beurteilen,
    indéterminé, incertain, impossible à dire, no se puede saber, no concluyente, indeterminado,
    não dá para saber, non determinabile, onduidelijk, niejasne, неясно, неизвестно, 判断できない, 不明,
    判定不能, 无法判断, 不确定`,
};

/** Each phrase in lower case, with the claim that it makes. */
export const phrases: ReadonlyMap<string, Claim> = new Map(
  Object.entries(lists).flatMap(([claim, list]) =>
    list.split(",").map((phrase) => [phrase.trim().replace(/\s+/g, " "), claim as Claim] as const),
  ),
);

/** The most words of a phrase. */
export const MAX_PHRASE_WORDS = 4;

/** Words before or inside a phrase that don't change it: "has not yet been met". */
export const fillers: ReadonlySet<string> = new Set(
  "is are was were be been being has have had does did do now still yet both currently".split(" "),
);

/** Phrases that mean something else in front of more words: "no errors", "done when". */
export const lonePhrases: ReadonlySet<string> = new Set(
  "no yes ok okay true false done complete work pass fail skip unknown partial success".split(" "),
);

/** Words that may go on after a claim without being a part of it. */
export const joiners: ReadonlySet<string> = new Set(
  `with on for in by because since when after at via from and using under against due while
  through across so i we it this that ran see both too`.split(/\s+/),
);

const markLists: Record<Claim, string> = {
  met: "✅ ✔ ✓ ☑ 🟢 👍 🟩",
  "not-met": "❌ ✗ ✘ ✖ ☒ 🔴 👎 ⛔ 🟥 🚫",
  partly: "🟡 🟨 ◐",
  "not-tried": "⏭",
  "cannot-tell": "🤷",
};

/** Marks with the claim that they make where no word says otherwise. */
export const marks: ReadonlyMap<string, Claim> = new Map(
  Object.entries(markLists).flatMap(([claim, list]) =>
    list.split(" ").map((mark) => [mark, claim as Claim] as const),
  ),
);

/** Every mark, including those that mean something different to each writer. */
export const MARK = new RegExp(
  `[${[...marks.keys()].join("")}⚠⚪⬜❓❔🔶🟠🟧🔵⏸⏳➖🚧❗🤔⭕◯○●🔘⏩⏱]\\ufe0f?`,
  "gu",
);
