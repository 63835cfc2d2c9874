/** Verbs for how a person triggers something: not a result. */
export const inputVerbs = `
tap click press scan submit upload type enter select choose pick open drag drop swipe paste run hit
log sign visit go scroll hover search
book order buy pay place cancel rename delete edit change clone launch start plug unplug dial call
text message ring lift turn flip flick
toggle tick check uncheck untick join leave withdraw accept decline approve reject confirm fill
write draw move switch try use put pull push
hold shake tilt wave touch stand walk arrive land close shut quit exit refresh reload log-in upload
import connect disconnect attach
save reply answer ask request report raise file claim invite add remove create make register finish
complete pass hand bring
`;

/** Verbs for what a person can see, hear or look up. */
export const outputVerbs = `
show display send email mail text list print log record save store create add remove delete update
sync export restore return vanish
disappear appear arrive reach get receive see gain lose turn move lock unlock ring buzz flash play
post publish generate regenerate
render load calculate recalculate refund charge charges sort group hide reveal mark highlight move
jump lead link land contain hold carry
name give offer suggest warn alert notify ping page report read say state display beep light dim
fade change switch set reset clear
fire trigger queue pause stop start resume reject refuse block accept allow let keep stay drop fill
empty copy paste attach
include exclude leave skip list count total equal match fit open close expire refresh reload
redirect forward route assign
archive download upload import convert translate convert drill draft write append merge split round
hear find learn know
release free reserve book cancel confirm print fetch pull push tag label flag rank filter search
preview zoom expand collapse
survive persist remain retry repeat poll sound vibrate speak announce stand hang recieve sit end
begin produce yield make take put replace
`;

/** Other verbs that can head a clause. */
export const otherVerbs = `
be have do can will must shall should may might could would want need use go come work help happen
fail crash break time
agree allow apply attend become believe belong bring build burn care cause choke cover cost deal
decide depend describe discover drive
eat enjoy explain face faint fall feel field figure flow follow forget forgive fuel govern grab grow
guess hand handle hang hate hope
hunt improve increase decrease reduce interpret involve join judge jam lack lag let lie like live
look manage matter mean meet
miss mind own perform phone point prefer prepare prevent promise protect prove provide quote rate
rely remember rent resent rest rewrite
scroll seem sell serve share shop shout sing sleep solve spend stand struggle suffer suppose survive
talk teach tell tend think
train travel trust try understand verify wait walk waste watch wear weigh win worry guide track
measure monitor connect integrate
support handle complain call chase answer abandon redo rebook retype overwrite duplicate mute
comment share invite schedule reschedule
approve review triage assign escalate edit browse compare subscribe unsubscribe snooze pin favourite
favorite bookmark
`;

/** Past tenses that do not end in -ed. */
export const irregularPasts = `
began bought broke brought built came caught chose drew drove fed fell felt forgot found gave got
had heard held kept knew led left lent lost made meant
met overheard overtook paid ran rang rebuilt redid rode rose said sat saw sent shook showed sold
spent spoke stole stood swore taught thought threw told
took understood went withdrew woke won wore wrote
`;

/** Verbs for events: "a session expires and" leads to a result but is not one. */
export const eventVerbs = `
load open close expire fail start stop drop fire trigger run begin end go fill hold change exit
match cancel pause resume queue total connect
count equal exist have fit happen occur rise exceed come arrive finish complete crash die lapse wait
overlap differ contain want need try
`;

/** Verbs for nothing that a person can see: "supports", "helps", "feels". */
export const vagueVerbs = `
be feel look seem work behave perform function keep stay remain make help let allow enable support
handle manage cope deal ensure provide
deliver offer meet suit fulfil fulfill satisfy respect honour honor follow adhere comply conform
reflect understand know trust believe like love enjoy
own drive foster build encourage promote boost care think appreciate value need want require involve
give facilitate cater integrate
interact capture cope inspire overwhelm tolerate forgive guide assist ease please excel thrive shine
bode collaborate communicate coordinate contribute aim serve fit suit do adopt embrace learn grasp
use have
`;

/** Common verbs, needed to recognize a clause. */
export const commonVerbs = `
absorb ban teach know fill forgive tolerate conflict contradict disagree clash mismatch abort radio
phone whisper wire acknowledge activate adapt adjust affect aggregate align allocate amend amount
animate anonymise appoint approach assemble assess
attempt attract authenticate award backfill balance bill bind blink blur boil bounce broadcast
bubble bump calibrate capture carry catch
categorise cease centre chase choke chime circulate cite climb clip cluster coincide collect colour
combine commit compile compress compute concern
conclude confuse consist constrain consume contact continue contribute converge cool crop cross
cycle darken deactivate debit deduct deepen
default defer degrade demand deny deploy deposit derive detach detect devote dial differ digest dim
direct disable discard disconnect dismiss
dispatch dissolve distribute divide dock double drain draw dump earn echo eject elapse eliminate
embed emit employ enable encode encrypt enlarge enrol
ensure equip erase estimate evaluate exceed exchange execute exempt exhaust extract fan feature feed
fetch fix flap flip float focus fold freeze
gather gauge gray grey greet halt halve harvest heat highlight honour hover hum identify ignore
illuminate import impose indicate inform inherit
initiate insert inspect install instruct insure interrupt intersect introduce invoice isolate issue
iterate join justify kick knock label lapse
launch lay lean lengthen level link loan locate loop lower magnify maintain map mask maximise
migrate minimise mirror misread mix model modify
monitor mount multiply narrow navigate near net nest note nudge number obey obscure observe occupy
occur omit opt originate outline overflow
overlap override pad paint pair park parse passes paste peak peel persist pick pile pipe pivot place
plot pop populate pour precede predict prefill
present preserve prevail prevent proceed process procure prompt propagate propose provision publish
pulse purge qualify quit quote race raise
reach react reappear rearrange recall recentre reconnect recover recur redeem redo redraw refer
reflect refresh register reject relabel relay release
relocate remind remit render renew reopen repaint replay replenish replicate require resend reserve
reshape resize resolve respond restart restock
restrict resubmit result retain retire retract retrieve reuse reveal reverse revert revoke rewind
ripple roll rotate route row sample sanitise
satisfy scale scan scramble seal secure seek segment separate settle shade shift shorten shrink
shuffle signal simulate sink skew slide slip slow
snap sort sour span spawn specify spin split spread squeeze stack stall stamp state stay steer step
stick stitch stock store stream stretch strip
submit substitute subtract suffice summarise supersede supply suppress surface suspend swap sweep
swing tally target terminate test throttle throw
tighten tilt time toast top total trace trail transfer transform translate transmit trap treat trim
turn twist underline unify unlink unload unmute
unpin unwrap upgrade utter validate vary verify view visit void warm wake wash weaken widen wipe
withhold wrap yield zip
establish invoke authorize serialize deserialize decrypt determine unregister enforce invalidate
extend truncate center uninstall downgrade summarize distinguish recognize classify categorize
annotate bypass inject unmount evict prune comprise define declare normalize sanitize initialize
minimize maximize synchronize customize anonymize tokenize reorganize capitalize
accumulate achieve acquire advertise alter arrange ascend assert associate assume augment certify
coalesce commence compose concatenate convey correlate correspond corrupt decode decompress
decorate decrement dedupe deduplicate deem delimit demote denote depart depict dereference
deregister deselect destroy deviate disclose dispose distort downscale emphasize encapsulate
encounter enqueue dequeue enrich enumerate evolve exhibit expose extrapolate flatten forbid
guarantee hydrate illustrate impersonate imply incorporate increment infer inflate ingest
instantiate interleave interpolate introspect invert listen localize materialize memoize misbehave
moderate multiplex nominate notarize nullify obtain operate outlive penalize prepend pretend
prohibit pronounce punish quantify realign reassign rebalance rebase reclaim recompute reconcile
recycle redact reenter regulate rehydrate reinitialize relate relaunch remap reorder repopulate
represent reproduce reroute rescan reside revalidate specialize succeed symbolize transcode
transcribe traverse unblock undergo undo unfold unset utilize vacate violate visualize whitelist
accompany debounce access permit grant
`;

/** States that a person can see: after "is", these are not an opinion. */
export const observableStates = `
empty blank visible invisible hidden shown gone absent present missing unchanged same equal
identical different red green blue grey gray orange yellow
black white amber purple pink bold italic underlined disabled enabled active inactive selected
deselected unselected checked unchecked ticked unticked
locked unlocked open closed shut full sorted first last next previous required optional mandatory
readonly editable writable readable-only
read-only on off online offline available unavailable on-screen alive dead done late early overdue
due paid unpaid zero nil null true false yes no valid invalid
correct wrong private public free taken booked vacant unread read new old unique duplicate
alphabetical chronological numeric alphanumeric
horizontal vertical left right upper lower back up down out in over under inside outside there here
still again one two three four five six seven eight nine ten
able unable allowed forbidden denied permitted possible impossible ready pending draft final live
archived deleted removed added clickable greyed
responsible because when not never only always at by for from to the a an its their his her this
that these those all both each every any
part more less exactly either neither what where how who why than as if of on with without within
below above between against about into onto
longer shorter later earlier older newer silent mute muted audible loud solid dashed dotted
transparent opaque square round rectangular upright
reachable unreachable searchable sortable downloadable printable playable scrollable focusable
selectable collapsible expanded collapsed
twice capitalised capitalized lowercase uppercase signed unsigned encrypted hashed masked blurred
numbered dated stamped named called labelled labeled titled
eligible exempt liable entitled subject void null-and-void refundable chargeable billable taxable
included excluded inclusive exclusive
`;

/** Participles for informing someone: after "is", these are a result. */
export const reportingParticiples = `
sent emailed mailed texted stored logged shown displayed printed notified posted recorded archived
refunded charged published listed highlighted
written copied forwarded informed alerted told saved
`;

/** Verbs for how a person receives a result: not a trigger. */
export const receivingVerbs = `get see receive recieve hear find`;

/** Verbs for how a person gets to a result. */
export const navigationVerbs = `
click tap open select scan press enter type log sign go drag swipe copy pick choose upload land visit
navigate access browse
`;

/** Verbs for actions that an app offers: after "can ... and" each is a separate result. */
export const choiceVerbs = `
add archive assign cancel comment delete download duplicate edit export favourite favorite filter
forward hide import invite merge move mute
pause pin post print publish rate remove rename reorder reply report reschedule reset restore save
schedule search see send share snooze sort
subscribe switch tag track undo unsubscribe update upload view vote review approve reject browse
compare create change set
`;

/** Verbs for changes on one screen: two of these are one thing to check. */
export const screenVerbs = `
show display list turn stay keep leave close open hide highlight name exit stop blink beep vibrate
buzz disappear vanish appear read mark
grey reset clear scroll jump move put collapse expand return go carry hold have ask say point dim
light flash lock unlock empty fill
shake ring sound flicker
`;

/** Words that are more often a noun: "formats dates" has a verb, "date formats" has none. */
export const nounVerbs = `
reference batch bundle cache format limit query hash guard host project profile layer list map
pack patch plan chain clamp code filter flush fork frame gate group index label lease lint mention
mint mock name note offset order output overlay position power prefix preset process prompt proxy
queue rank record release report request route sample scan score seed shard share ship shuffle
slice snapshot source stage stamp structure style sum tag target tie time trade transition tune
type value view vote zero express exclude trust cover
`;
