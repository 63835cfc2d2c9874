/** Words for people and groups of people. */
export const people = `
victim victims witness witnesses police inmate inmates individuals secretaries nephew nephews
masters holders guide guides harbor-master harbour-master station-master day-shift late-shift
early-shift
pickers packers loaders planners schedulers builders trackers movers binders carriers sweepers
landlord landlords landlady lord lady ladies gentleman gentlemen wholesalers bride groom newlyweds
orphan veteran veterans soldier soldiers officer officers cadet cadets
nun monk clergy deacon imams minister ministers mayor mayors deputy deputies senator senators
citizen citizens voter voters migrant refugee refugees asylum
villagers locals natives residents roomies lodgers campers hikers climbers skiers surfers swimmers
runners joggers gamers streamers viewers readers listeners
watchers onlookers bystanders patrons punters regulars diners eaters foodies fans supporters
followers subscribers backers investors shareholders stakeholders
bettors depositors borrowers lenders payers taxpayers ratepayers claimants pensioners homeowners
freeholders leaseholders squatters
foster-parents stepparents heir heirs heiress aunt uncle cousin sexton verger seller sellers
relative relatives choir choirs band orchestra committee jury brigade temp temps toddler toddlers
infants babies newborns twins siblings brother brothers sisters sons daughters husbands wives
husband wife
counsel lawyers attorneys attorney solicitor solicitors barristers paralegal paralegals notary
notaries
crewmembers deckhands sailors skippers skipper mates bosun boatmen fishermen fisherman anglers
farmers growers ranchers shepherds shepherd dairymen millers
bakers brewers butchers grocers grocer florists jewellers tailors cobblers barbers hairdressers
stylists beauticians masseuses cleaners maids housekeepers
janitors caretakers groundskeepers gardeners landscapers arborists roofers joiners carpenters
welders fitters riggers scaffolders glaziers plasterers
engineers technicians technician operators operator machinists foremen supervisors inspectors
surveyors assessors adjusters underwriters brokers traders
tellers bankers cashiers bookkeepers controllers planners buyers merchandisers stockists stockers
pickers packers shippers hauliers truckers drivers cabbies
postmen postman postie posties mailmen messengers dispatchers receptionists operators telephonists
interpreters translators proofreaders copywriters
illustrators photographers videographers animators sculptors potters weavers knitters quilters
musicians organists choristers conductors drummers
teachers tutors lecturers heads governors invigilators examiners markers moderators librarians
archivists curators docents
nurses midwives doulas orderlies porters paramedics radiologists oncologists surgeons anaesthetists
consultants registrars dietitians chiropodists
researchers scientists scientist statisticians biologists geologists ecologists rangers ranger
gamekeepers zookeepers keepers breeders
trainers instructors instructor lifeguards lifeguard umpires umpire scorers timekeepers captains
players goalkeepers
controllers pilots stewardesses flyers travellers travelers holidaymakers sightseers backpackers
exhibitors delegates speakers organisers organizers
tour-guide tour-guides
accountant on-call accountants actor actors admin admins adult adults ae aes agent
agents alumni analyst anybody anyone applicant applicants appointee apprentice apprentices architect
archivist
artist artists assignee assistant assistants associate associates athlete athletes attendee au-pair
auditor
author barista baristas beekeeper beginner bellhop bishop boss bosses boy boys bursar buyer
caller candidate candidates captain captains caregiver carer carers cataloguer ceo cfo chair chef
chefs chemist chief chiefs child children clerk clerks client clients coach coaches coder
colleague colleagues commuter concierge contestant contestants contractor
coo cook cooks correspondent councillor counsellor counselor couple couples courier couriers crew
crewmate
crews crofter csm csms cto curator curators customer cyclist dad dads dancer dba dbas dean deckhand
delegate
delegates dentist dependents designer dev devs director doctor doctors donor donors draughtsman
driver
editor editors elder elders electrician employee engineer evacuee everybody everyone exec execs
executive executives expat expert experts families family household households farmhand farrier father first-years
flatmate
flatmates florist folk folks foreman foremen founder founders franchisee freelance freelancer
freshman freshmen
friend friends gig-worker girl girls gp gps grad grads graduate graduates grandparent grandparents
groom groomer
guard guards guest hacker hand-packer head heads headteacher hire hiree hires host
hostess housemate hr humans imam immigrant intern interns journalist judge judges juror jury
kid kids lead leads lecturer licensee locksmith locum locums man manager marshal marshals mason
masons mate mates mechanic mechanics medic medics member members men mentee midshipman midwife
midwives migrants mom
moms mp mps mum mums musician nannies nanny neighbor neighbors neighbour neighbours newcomer
newcomers night-shift
nobody nominee novice novices matron nurse nurses occupant occupants official officials ops optician
owner paramedic
paramedics parent parents parishioner participant participants partner partners passenger passengers
pastor pastors
patient patients pax payee pedestrian peer peers pensioner people person persons pharmacist
phlebotomist
physio physios pilot pilots player plumber pm pms poet porter president priest priests principal 
professional professionals professor professors programmer pupil pupils qa rabbi radiographer
recipient
recipients recruit recruits ref referee refs registrar rep reporter reps resident residents
respondent respondents
retiree rookie rookies roommate salesman salesmen salespeople saleswoman scout scouts sdr sdrs
secretary seller senior seniors shopper singer sister sitter smith smiths somebody someone
sonographer specialist
spouse spouses squad sre sres staff stagehand steward stewards student students superintendent
superintendents
supplier suppliers surgeon surgeons ta tailor tas teacher team teammate teammates teams tech techs
teen teenager
teens tenant tenants tester therapist tourist townspeople trainee treasurer trustee trustees tutor
undergraduates
user users usher ushers valet vendor vendors vet vets vicar vicars visitor visitors volunteer
volunteers vp vps
walk-in walk-ins warden wardens watchman widow widows woman women yardman
`;

/** Things with an ending like a person's: printer, order, monitor. */
export const lookalikes = `
absent voucher accelerator accident account adapter adaptor after aggregator agree agreement amount
amphibian amplifier
ancestor anchor another answer apartment appointment argument armor assessment assist attachment
backlog banner
banter bar barrier batch bee beer behavior behaviour better bigger billboard binder blacklist
bladder blister blower
board boiler border bracelet brighter browser buffer bulldozer bumper butter calculator calendar
cancer car card
career carrier cellar cellular center centre chapter character charger charter chatter cheaper
checklist cheer
chopper cider classifier cleaner clearer cluster clutter coffee collar color comment commitment
compiler complaint
component compressor computer connector consent consider consist constant container content
controller converter
conveyor cooler copier copper corner corridor count counter cover crawler cruiser crusher cucumber
current cursor
cutter cylinder darker dashboard december deeper deer degree deliver department deployment detector
development
diaper differ different diffuser digger dinner disaster disclaimer discount discover dispenser
document dollar door
downloader dozer drawer dryer earlier easier either ejector element elevator emulator enter
environment equator
equipment eraser error escalator estimator event ever excavator exist explorer exporter extent
exterior factor
faster favor favour fee fertiliser fertilizer fever fewer fiber fibre filler filter finder finger
fire flavor
flavour flier floor flyer folder footer formatter former foyer free freezer freighter frequent
frontier fryer gather
generator giant gradient grant greater guarantee hammer hanger harbor harder harvester header
headphone heater
helicopter helmet higher holder honor hopper hour hover however humor hunger identifier important
importer
improvement inbox incident incubator indicator ingredient inner insist instant instrument insulator
integer interior
jar keyboard kilometer kilometre knee labor labour ladder larger laser later latter launcher layer
leaflet ledger
letter lever lighter linter list litre litter locker longer looser lower lumber mailbox major manner
marker
master match matter median medium meter metre minor mirror mist mixer modifier module moment monitor
moreover motor
movement mower multiplier narrower navigator neither never newer newsletter newspaper november
number october odor
offer older onboard order orders other outer outlet over pager paint pamphlet paper paperwork parser
particular
paver payment pepper percent persist picker pier pillar placeholder placement planner plant playlist
point pointer
poller poster power prayer precedent prefer present print printer processor projector proper
qualifier quarter query
quicker radar rafter razor reactor receiver recent recover refer refrigerator register regular
remainder remember
reminder render renderer repeater requirement resist resistor restaurant river roller router rubber
ruler scanner
scar scheduler scooter scooters scraper sealer sector see seeder segment selector semester sensor
september server
sheer shipment shorter shortlist shoulder shower shutter silent silver similar simpler skateboard
slider slipper
slower smaller smoother speaker spinner spooler sprayer spreader stapler star starter statement
steamer sticker
stopper stronger suffer sugar summer sweater sweeper tablecloth tablet taller tanker taper teaser
tee tenor terror
theater theatre thermometer three tier tighter tiller timber timer tire toffee together toner tower
tracker tractor
trailer transfer transformer transistor treatment tree tremor trigger trimmer tumbler tumor tuner
twist twitter
under uploader upper urgent validator van vapor variant vector viewer visor wafer waitlist wallpaper
wander want
washer watch water weaker weather weer whether whisper whitelist wider winter wiper wire wishlist
wonder worse
wrapper wrist zipper
`;
