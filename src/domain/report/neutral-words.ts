import { phrases } from "./claim-words.ts";

/** Words of claims that often name a file or a part of a program. */
const HARMLESS = new Set("run test out in part to at for not".split(" "));

/** Words that judge, count or make a sentence. In a name, each of them can tell a result. */
const JUDGING = `
  accurate accurately achieve achieved achieves against agree agrees all always amazing another any
  anything approved are as asked awesome bad bang be beautiful because been behave behaved behaves
  behaving best better both broke broken bug bugs but can cannot check checked checks clean clear
  confirm correct correctly could criteria criterion deliver delivered did differ difference
  differences different do does done each easy either end ended ends equal equals error errors every
  everybody everyone everything exact exactly excellent expected fail failing failures fault faults
  few fine finish finished finishes fixed flawless flawlessly fully gap gaps glitch glitches go good
  got great green happy has have he hit hitch holds hundred i ideal identical impeccable intended is
  issue issues it itself just kept lacking last least less like matched matches match matching met
  missing mistake mistakes more most my neat never nice no nobody none nor nothing of ok okay on one
  only or other otherwise our outcome pass passes percent perfect perfectly please positive present
  problem problems produced prove proved proven proves pure ready real really red reliable reliably
  resolved right safe same satisfactory satisfying score seamless seamlessly she should
  silent silently smooth smoothly so solid solved some sound splendid stable still success
  successfully superb sure tell than that the their them there these they this those thumbs tick
  ticked tested tried trouble troubles true trust trusting try unbroken under undone untouched
  up valid validated verdict verify very was we well went were what when which while who whole
  wonderful work worked working works would wrong wrongly yeah yellow yep yes yet you your zero
  aced ace bingo blameless bravo bullseye celebrate champion checkmark checkmarks cheers conclusive
  done deal exemplary fab fabulous faultless fixes full glorious grade hooray hurrah jackpot kudos
  landed lgtm marks matchless merged nailed nail optimal par pristine promoted proud qed rock rocks
  satisfactorily score scored sealed shipit shipped shipshape signed sorted sparkling spotless stellar
  supreme sweet tada tidy tiptop top triumph unanimous unanimously unblemished victory vindicated
  voila wins win winner won worry worries yay yup
  homerun plus aupoint bestehen certain certainly convinced defect defects expect expects expecting
  fast guarantee guaranteed kabul klappt laeuft proof proofs rejoice slow sorry unfortunately
  first second third two three four five six seven eight nine ten eleven twelve and
  alle alles allem beide bestens einwandfrei fehler fehlerfrei fertig funktioniert geht getestet
  gleich grun gut ist kein keine korrekt lauft nichts ordnung passt perfekt problemlos richtig sind
  stimmt und war wie wunderbar zufrieden
  aucun aucune bien bon bonne ca correcte erreur est et fini fonctionne juste marche nickel ok
  parfait parfaite pas probleme rien sans sont tous tout toute toutes va vert verte valide
  bien bueno buena completo completa correcta correcto error errores esta estan falta funciona hecho
  igual listo lista nada ningun ninguna ninguno perfecto perfecta probado problema problemas sin
  todas todo todos verde y
  andato aposto bene completato corretto corretta errori fatto finito funzionano nessun niente
  perfetto perfetta posto problemi pronto senza tutte tutti tutto va
  certo certa certos correto erro erros esta feito funcionam nenhum ok perfeito perfeita pronto
  sem testado tudo todas
  alles compleet correct fout fouten gelukt getest goed groen juist klaar niets perfekt prima werkt
  alla allt bra fel fungerar gront inga klart klar korrekt ok perfekt ratt
  alt fejl fungerer godt gron ingen korrekt virker
  bledow bez dobrze dziala gotowe poprawnie wszystkie wszystko zielone
  hata hatasiz her hersey iyi sorun sorunsuz tamam tum yesil
  erfolg erfolgreich spitze super tadellos geschafft
  aprobado aprobada aprobados exito exitoso logro aprovada funcionando sucesso passou
  promosso promossi promossa riuscito successo reussite succes
  godkand godkant lyckades bestatt bestod godkendt lykkedes onnistui onnistunut hyvaksytty
  zaliczone zaliczony sukces powodzenie uspech uspesne basarili basari gecti sikerult sikeres
  hyvin kaikki kunnossa ok toimii valmis vihrea
  funguje hotovo spravne vsechno minden jo rendben mukodik
`;

/** Writes a word in lower case and without accents. */
export function simplifyWord(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\u0131\u0142\u00df\u00f8\u0111\u00e6]/g, (letter) => PLAIN[letter] ?? letter);
}

const PLAIN: Record<string, string> = {
  "\u0131": "i",
  "\u0142": "l",
  "\u00df": "ss",
  "\u00f8": "o",
  "\u0111": "d",
  "\u00e6": "ae",
};

/** Every word that may tell a result: those of all claims in all languages, and those above. */
const JUDGING_WORDS: ReadonlySet<string> = new Set(
  [...phrases.keys(), JUDGING]
    .flatMap((text) => text.split(/\s+/))
    .map(simplifyWord)
    .filter((word) => word.length > 1 && !HARMLESS.has(word)),
);

/** Words that tell a result wherever they stand inside of a longer one. */
const TELLING =
  /passe[ds]|success|succeed|verifi(?!er)|correct|perfect|complet|satisf|confirm|flawless|fulfil|achiev|failed|working|everything|allgood|allok|works(?!h|p|t)|accept|approv|triumph|victor|spotless|impeccab|unanim|splendid|excellen|erfull|bestanden|erfolg|fehlerfrei|aprob|aprov|funcion|promoss|basari|onnist|godk[ae]n|zalicz|reussi|cumpl|superad|soddisf|voldaan/;

/** Returns true if a word, in lower case and without accents, may tell a result. */
export function isJudgingWord(word: string): boolean {
  return JUDGING_WORDS.has(word) || TELLING.test(word) || isMadeOfJudging(word);
}

const MAX_JOINED = 40;

/** Returns true for words that are written together: "allmet", "itsdone". */
function isMadeOfJudging(word: string): boolean {
  if (word.length < 5 || word.length > MAX_JOINED) return false;
  const isWhole = [true];
  for (let end = 2; end <= word.length; end++)
    isWhole[end] = isWhole.some(
      (is, start) => is && end - start > 1 && JUDGING_WORDS.has(word.slice(start, end)),
    );
  return isWhole[word.length] ?? false;
}
