import { simplifyWord } from "./neutral-words.ts";

/**
 * Words of which ordinary names of files, folders, scripts and flags are made, in several
 * languages. None of them judges, counts, agrees or ends anything, so no claim can be made of them.
 */
const ORDINARY = `
  about account activity actual add address admin age agenda agent alert amount analysis analytics
  analyze android anon anonymous answer api app apple application archive area article asset
  assets async at audio auth author average axis back backend backlog backup banner bar barchart
  base basic batch bin billing blog board body book booking bot box brief browser bucket budget
  build builder bundle business button by cache calc calculator calendar call campaign card cart
  case catalog category cell center channel chart chat checkout checklist chunk churn city class
  classes cli click client clients cloud cluster cmd code cohort color column combine comment
  common company compare component components compose config configuration connect connection
  console contact content convert converter copy core cost count country coupon create credentials
  cron crm css csv currency custom customer customers cycle daily dark dash dashboard data
  database dataset date dates day days db debug dedupe default delay demo deploy depth desk
  desktop detail details dev development device digest dir dist doc docs document documents domain
  down download draft drill dry drop dump duplicate east edit editor email emails embed employee
  encoding endpoint engine entry env environment european event events example examples excel
  exclude exec expense explore explorer export exports extract faq feature features feed feedback
  fetch field fields figure file filename files filter find finder flag flow folder font footer
  for forecast form format forms forum from front frontend function funnel gallery game gen
  generate generator global graph graphs grid group groups guest guide handler handoff header
  headers health heatmap help helper helpers highlight history home hook hooks host hotel hour
  hours html http icon id ids image images import in inbox include index info ingest init input
  inputs insights install interview interviews interval into inventory invite invites invoice
  invoices item items java job jobs join journey js json jsx june key keyword keywords kit label
  labels limit requirements to landing language launch launcher layer layout lead leads lib
  library line lines link links list live-server lite loader local locale location log logger
  login logs mail main make manage manager map maps margin markdown market master max md media
  meeting meetings member members memory menu merge message messages metric metrics min mini
  minutes mix mock mockup mode model models modern module modules monitor month monthly months
  name names nav navigation net network new news newsletter next node north note notebook notes
  notification notifications notify npm null number numbers off offer onboarding one-page open
  option options order orders org origin out output outputs overview owner package packages page
  pages panel param params parse parser partner password path pattern payment payments people
  period person phone photo picker pipeline pivot plan planner plans plot plugin pnpm podcast
  point poll popup port portal portfolio post posts prefix preset preview price prices pricing
  print private prioritize priority process processor prod product production products profile
  program project projects prompt prompts proto prototype provider proxy public publish py python
  quarter quarterly query queue quiz quote random range rank ranking rate raw read reader readme
  rebuild recipe record records redis reducer refresh refund refunds region register registration
  release remind reminder rename render renewal renewals repo report reporter reporting reports
  repository request requests reset resource response restart retention return returns revenue
  review reviews roadmap role room root round route router routes row rows rule rules run runner
  sales sample samples save scan schedule scheduler schema scrape scraper screen screenshot
  screens script scripts search secret section seed segment segments select send sender sentiment
  seq server servers service services session sessions setting settings setup share sheet sheets
  shop show sidebar signup signups simple simulate since site size skip sleep slides slot slots
  sort source south spec split sprint spreadsheet sql src stack stage staging start state static
  stats step steps stock stop storage store stories story stream string stripe structure style
  styles sub submit subscription suggest sum summarize summarizer summary summaries support survey
  surveys sync system tab table tables tag tagger tags target task tasks team teams temp template
  templates terms terminal test text theme themes ticket tickets tier time timeline timeout timer
  timezone title tmp today token tool toolbar tools tooltip topic topics total totals tour tracker
  track traffic transaction transactions transform translate trends trial triage triager type
  types ui undo until update upload uploads url us usage use user users util utils v value values
  variables vendor verbose version video view viewer views visit visitors visits viz voice volume
  vote votes wait warehouse watch weather web webhook webhooks website week weekly weeks widget
  widgets width window wizard word words worker workers workspace wrapper write writer www reload
  listen forward follow allow stdin stdout gradlew mvnw xls xlsx xml yaml year years yml zip zone
  january february march april may june july august september october november december jan feb
  mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
  sunday mon tue wed thu fri sat sun q abfrage abgleich anfrage angebot anmeldung ansicht antwort
  aufgabe aufgaben ausgabe auswertung bericht berichte bestellung bestellungen bild bilder buchung
  daten datei datum diagramm eingabe einladung einstellungen entwurf ergebnis export formular
  frage fragen gruppe haupt kalender karte kunde kunden kundenliste liste monat notizen ordner
  planer preis preise quartal rechner rechnung rechnungen seite startseite tabelle tag tage termin
  termine umfrage umsatz ubersicht uebersicht verzeichnis vorlage woche wochenbericht zeit januar
  februar marz maerz mai juni juli oktober dezember accueil analyse avis calculateur client
  clients commande commandes compte depense depenses devis donnees dossier entree entrees facture
  factures fichier fichiers formulaire graphique jour jours liste mois modele note page planning
  prix produit produits questionnaire rapport rapports rendezvous resume semaine sortie tableau
  temps utilisateurs vente ventes janvier fevrier mars avril juin juillet aout septembre octobre
  novembre decembre agenda archivo archivos calculadora calendario carpeta cliente clientes
  consulta cuenta datos dia dias encuesta entrada entradas factura facturas fecha formulario
  gastos grafico hoja horario informe informes lista mes nombre notas pagina panel pedido pedidos
  precio precios principal producto productos registro reporte reservas resultado resultados
  resumen salida semana semanal tabla tarea tareas tiempo usuario usuarios venta ventas enero
  febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre arquivo
  cadastro calculo dados despesas entrada fatura ficheiro grafico inicio modelo painel pasta
  pedido planilha preco precos produto produtos relatorio relatorios resumo saida semana tabela
  tarefas usuarios vendas analisi cartella dati fattura fatture foglio grafico inizio mese modulo
  ordini pagina prezzi prodotti rapporto riepilogo risultati settimana tabella vendite utenti
  bestand bestellingen facturen gegevens invoer klanten maand omzet overzicht prijzen rapport
  rapportage uitvoer verkoop vragen week dane faktury klienci lista raport raporty strona tabela
  tydzien wykres zamowienia fakturor kunder manad rapport sida tabell vecka uge maaned dados rapor
  liste veri tablo sayfa hafta otchet dannye glavnaya zakazy
`;

const WORDS: ReadonlySet<string> = new Set(ORDINARY.trim().split(/\s+/));

const isPlural = (word: string) => word.endsWith("s") && WORDS.has(word.slice(0, -1));

/** Returns true for a word, in any case and with its accents, that ordinary names are made of. */
export function isOrdinaryWord(word: string): boolean {
  const plain = simplifyWord(word);
  return WORDS.has(plain) || isPlural(plain);
}
