/** Things that a team could build: a line with "we have no ..." names a solution. */
export const buildable = `
sign-in log-in sign-on single-sign-on check-in opt-out add-on
leaderboard scoreboard heatmap timeline newsletter intranet extranet crm erp pos marketplace
configurator simulator estimator calculator generator builder optimiser
optimizer detector validator converter uploader downloader notifier dispatcher-screen logger timer
counter stopwatch countdown barcode qr code codes
push sms popup tooltip modal overlay carousel gallery slider ribbon sidebar navbar homepage
landing-page endpoint etl lake warehouse macro bookmarklet
installer updater launcher patch plugin theme skin sandbox environment rulebook playbook runbook
handbook checklist form-builder selector switcher
app application tool toolbar dashboard board report reporting button page screen integration
connector api webhook bot chatbot assistant
mode role feature functionality export import exporter importer filter search searching alert
alerting alerts notification notifications
automation workflow portal system platform database site website microsite extension plugin plug-in
add-on view tab field form tracker tracking script sync syncing
synchronisation synchronization widget kiosk trail log logging template templates calendar planner
scheduler scheduling queue inbox feed map chart graph
login sso signup sign-up checkout wizard tutorial onboarding faq wiki knowledgebase base spreadsheet
sheet model algorithm ai engine service
module component library sdk cli backend frontend infrastructure pipeline bridge adapter gateway
link shortcut menu checkbox toggle dropdown
picker editor viewer scanner reader printer display tablet device hardware software solution option
options setting settings
permission permissions access control controls support history versioning backup archive audit
dashboarding analytics monitoring banner reminder
reminders messaging chat hotline helpdesk ticketing registry directory catalogue catalog index
repository hub marketplace store
loop process flow capability ability way mechanism programme program scheme policy standard
framework register booking bookings payment payments
self-service redesign rewrite revamp upgrade migration version offline dark bulk undo autosave
autocomplete autofill
`;

/** Measures: what is named when a pass line is missing. */
export const measures = `
accuracy precision recall latency uptime downtime availability throughput churn retention conversion
conversions nps csat ces
turnaround bounce bandwidth deflection utilisation utilization occupancy attrition abandonment
dropout fallout shrinkage
coverage attendance turnover revenue margin spend cost costs traffic volume volumes memory cpu load
performance score scores rate rates ratio percentage share proportion level levels count usage
signups sign-ups
registrations renewals referrals drift wer mape rmse auc f1 lcp ttfb cls fcp
`;

/** Heads of a measure made of several words: "error rate", "time to first reply". */
export const unitsOfMeasure = `
s sec secs second seconds ms millisecond milliseconds min mins minute minutes h hr hrs hour hours
day days week weeks month months year years
px pixel pixels pt em rem kb mb gb tb kib mib b byte bytes kbps mbps fps dpi hz khz db
mm cm m km mile miles kg g lb lbs oz l ml gallon gallons litre litres c f degrees percent pc pct
points point pp x times fold
pence cents dollars pounds euros gbp usd eur k clicks click taps tap steps keystrokes rows row
columns characters words lines pages items errors
`;

/** Words before a number that is a label, not a count: room 12, step 4, version 2. */
export const labelWords = `
room option step version patch release row line question section class lane desk bin depot table
phase level route platform bus band port
chrome firefox safari ios android windows node slip error code tag unit zone gate house flat apt key
http https no number bay floor shelf page
chapter rule clause form invoice order ticket lot item part point screen slide stage tier grade year
group team shift locker seat
terminal track cell block building channel account case job batch run sprint v ver build type series
model pin printer scanner
`;

/** Months and other words that are a date by themselves. */
export const dateWords = `
january february march april may june july august september october november december jan feb mar
apr jun jul aug sep sept oct nov dec
yesterday christmas easter thanksgiving halloween ramadan eid diwali lent michaelmas hogmanay
`;

/** Periods that make a date after "last", "this" or "since". */
export const timeSpans = `
week month quarter year sprint term semester season spring summer autumn fall winter night morning
evening weekend monday tuesday wednesday thursday
friday saturday sunday release launch migration cycle audit retro half fortnight decade holiday
holidays
`;

/** Sources where a claim can be checked. */
export const sources = `
survey surveys interview interviews interviewed audit audits recording recordings log logs sheet
spreadsheet diary tally ledger export
ticket tickets zendesk intercom jira hotjar fullstory mixpanel amplitude analytics complaint
complaints transcript transcripts
session sessions study report reports dashboard feedback review reviews nps csat forum thread
threads channel email emails voicemail
voicemails minutes book notes footage cctv roll register poll questionnaire debrief census pedometer
pedometers claims badge tracker petition call calls screenshot screenshots receipt receipts
timesheet timesheets count counted timed measured observed shadowed watched visited
`;

/** Things that belong to people: "customer emails bounced" names no person. */
export const belongings = `
api app page portal queue form email list account record ticket feed data database request session
order invoice import export report dashboard
profile id table screen endpoint service server log upload churn satisfaction file photo card signup
retention count rate login device site plan tariff
website message payment subscription directory system platform tool module process workflow pipeline
table phone laptop badge
`;

/** Organizations, which count as people if they are plural or act. */
export const organizations = `
agency audience bank business charity clinic club company congregation council crowd farm firm hospital
lab pharmacy public school office authority department university institution municipality startup
restaurant ministry
`;
