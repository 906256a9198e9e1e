// The read-only JSON API that `web` serves and `ui` reads. Base: /api. GET only. Every answer has ETag = "<ledger size>".
// Times: ISO 8601 UTC with Z ("2031-05-14T13:58:12Z"; the field's name ends in nothing). Positions: decimal degrees, GeoJSON.
// Ids: incident id = observation address "12/3" (entry/position), URL-encoded as "12-3" in paths. FC = GeoJSON FeatureCollection.
// {s} = station id ("ondral" or "paris"). Filters ?from=ISO&to=ISO are optional everywhere they make sense.
// Errors: application/problem+json {title,status,detail}.

export interface Stations { demo: boolean; stations: { id: string; title: string; note: string }[] }        // GET /api/stations

export interface Party { code: string; name: string }                       // in the agreement's order; pattern 1 = first, 2 = second
export interface Overview {                                                 // GET /api/{s}/overview
  id: string; title: string; demo: boolean; zone: string; offset: string;   // offset "-02:00" at `now`
  agreement: { id: string; title: string; version: string; status: string; d: string | null };
  parties: Party[]; now: string | null; firstObserved: string | null; lastObserved: string | null;
  window: { from: string; to: string } | null;                              // the newest whole or running day that has observations
  sources: { id: string; grade: string; last: string | null; rows: number; rejected: number; silent: boolean; silentSince: string | null }[];
  ledger: { origin: string; size: number; root: string; logKey: string; witnesses: number };
  counts: { incidents: number; cases: number; findings: number; cues: number; tracks: number; restrictions: number };
}
export interface Mark { v: 'V0'|'V1'|'V2'|'V3'|'V4'|'refuted'|'not-verifiable'; a: 'A0'|'A1'|'A2'|'A3'|'A4' }
export interface IncidentRow extends Mark {                                 // GET /api/{s}/incidents?from&to  -> {incidents: IncidentRow[], observedShare: number|null}
  id: string; title: string;                                                // "Explosion, at least 6"
  kind: string; family: 'fire'|'harm'|'flight'|'sea'|'presence'|'mines'|'movement'|'interference'|'detention'|'control'|'unspecified';
  isCue: boolean; from: string; to: string; received: string; count: string;
  place: string | null; lon: number | null; lat: number | null; radiusMetres: number | null; mgrs: string | null; precision: 'exact'|'vicinity'|'locality'|'area'|null;
  lineages: number; sources: number; observations: number; cases: { provision: string; certainty: 'candidate'|'indeterminate' }[];
  grave: boolean; finding: string | null;
}
export interface Evidence { address: string; entry: number; from: string; to: string; precisionSeconds: number; received: string; source: string;
  kind: string; means: string; text: string; grade: string; lineage: string | null; counts: boolean; why: string | null; cue: boolean; withheld: string[] }
export interface Decision { entry: number; at: string; step: string; mark: string; who: string[]; reason: string; alternatives: string[] }
export interface Vote { seat: string; party: string | null; person: string; vote: 'attribute'|'do-not-attribute'|'abstain'|'not-voted'; against: string | null; text: string; at: string | null; dissent: boolean; entry: number | null }
export interface IncidentDetail extends Omit<IncidentRow, 'finding'> {      // GET /api/{s}/incidents/{id}
  utcPrecision: string; lineNote: string | null;                            // "1.1 km on the right of the line of contact, ±0.4 km"
  provisions: { id: string; text: string; certainty: string; reason: string; readings: { holder: string; holds: string }[] }[];
  harm: { dead: string | null; injured: string | null; text: string }[]; evidence: Evidence[]; whyOne: string[];
  decisions: Decision[]; commission: { rule: string; seats: number; needed: number; opened: string | null; lapses: string | null; closed: boolean; outcome: string | null; votes: Vote[] } | null;
  attribution: { party: string | null; word: string | null; basis: string | null };
  replies: { party: string; at: string | null; by: string | null; language: string | null; text: string | null; entry: number | null }[];   // one per party, same order
  restrictions: string[]; finding: Finding | null; previous: string | null; next: string | null;
}
export interface Finding { id: string; incident: string; title: string; published: string; entry: number; sha256: string; provisions: string[];
  party: string | null; attribution: string; dissent: { seat: string; text: string }[]; withoutAttribution: boolean; summary: string }
// GET /api/{s}/findings -> {findings: Finding[]}
export interface MapData {                                                  // GET /api/{s}/map?from&to
  bbox: [number, number, number, number]; land: FC; water: FC; waterways: FC; roads: FC; places: FC; regions: FC; // places: name, rank town|village|sea
  lines: FC;      // name, date, leftParty, rightParty: party codes left and right of the drawn direction
  zones: FC;      // name, kind area|buffer|volume|sea|lane, label
  control: FC;    // control map if one was entered: side
  notObserved: FC;// from, to, hours, reason ("silent"|"denied"|"no source"), label
  incidents: FC;  // Point; all of IncidentRow as properties; cues among them (isCue)
  tracks: FC;     // LineString; craft, kind aircraft|vessel, from, to, interference: boolean, label
  restrictions: FC; boundaries: string;                                     // note on boundaries and their source
}
export interface Histogram { hours: { at: string; incidents: number; verified: number; observed: number | null }[] } // GET /api/{s}/histogram?from&to ; observed = share 0..1
export interface Coverage {                                                 // GET /api/{s}/coverage?from&to
  line: string | null; stretchKm: number; observedHours: number; possibleHours: number; share: number | null;
  stretches: { number: number; fromKm: number; toKm: number; side: 'left'|'right'; party: string; region: string | null; hours: (0|1)[]; // one per hour of the window
     observedHours: number; possibleHours: number; incidents: number; ratePerObservedHour: string | null; restrictions: string[] }[];
  sources: { id: string; hours: number; silent: boolean }[];
  restrictions: { id: string; entry: number; kind: 'denial'|'delay'|'condition'|'jamming'|'regular'|'other'; from: string; to: string; minutes: number; area: string; by: string; reason: string; outcome: string; announced: boolean }[];
}
export interface Floor {                                                    // GET /api/{s}/floor : the day's work
  calls: { entry: number; at: string; from: string; to: string; outcome: 'answered'|'not-answered'|'refused'|'line-down'; about: string; result: string }[];
  windows: { entry: number; id: string; what: string; area: string; from: string; to: string; status: 'agreed'|'kept'|'broken'|'cancelled'; note: string }[];
  tasks: { entry: number; id: string; status: 'given'|'under-way'|'done'|'not-possible'; at: string; due: string | null }[];   // never a place
  harm: { entry: number; incident: string | null; dead: string; injured: string; objects: string; status: string }[];
  handovers: { entry: number; at: string; by: string; open: number; next: string }[];
  grades: { entry: number; source: string; grade: string; by: string; reason: string; at: string }[];
  clocks: { name: string; whose: string; about: string; opened: string; due: string; state: 'running'|'met'|'missed'|'paused'; minutes: number }[];
}
export interface Agreement {                                                // GET /api/{s}/agreement
  id: string; title: string; version: string; status: string; languages: string[]; d: { name: string; date: string | null; setBy: string; }[];
  bodies: { name: string; title: string; seats: string[]; powers: string[]; decides: string; within: string | null; otherwise: string | null }[];
  provisions: { id: string; parent: string | null; kind: string; text: Record<string,string>; sentence: string | null; basis: string; source: string; twin: string | null;
     evaluated: boolean; whyNot: string | null; incidents: number; candidates: number; state: string; open: string[]; readings: { holder: string; sentence: string }[]; settled: string | null }[];
  notes: string[];
}
export interface Guarantees { guarantees: { id: string; text: string; status: 'closed'|'open'|'void'|'pending'; protects: string[]; givenBy: string[];
     atoms: Atom[]; missing: string[]; voidIf: Atom | null; clocks: { id: string; sentence: string; due: string; state: string }[]; twin: string | null }[] } // GET /api/{s}/guarantees
export interface Atom { text: string; value: 'holds'|'does-not-hold'|'unknown'; has: string; join: 'all-of'|'any-of'|'not'|null; parts: Atom[] }
export interface Positions { proposals: { name: string; date: string | null; points: number; by: string; follows: string | null; titles: string[];
     actors: { code: string; name: string }[]; agreed: { among: string[]; agreed: number; of: number; percent: string; basis: string; signed: number; which: number[] }[];
     rows: { point: number; title: string; cells: { actor: string; say: string; gist: string | null; date: string | null; basis: string | null; source: string | null; at: string | null }[]; from: number[] }[];
     vanished: number[] }[];                                                // GET /api/{s}/positions
  statements: { name: string; speaker: string; actor: string; date: string; kind: string; says: string; figure: string | null; touches: string[]; basis: string; source: string }[] }
export interface Timeline { d: string | null; rows: { id: string; sentence: string; who: string; at: string | null; phrase: string; edge: 'from'|'begin-by'|'by'|'until'|'every'; state: 'pending'|'due'|'passed'; waitsFor: string | null }[] } // GET /api/{s}/timeline
export interface Forces { forces: { name: string; lead: string; mandate: { id: string; text: string }[]; legalBasis: string; notification: string;
     contingents: { actor: string; size: string | null }[]; hubs: { of: string; place: 'withheld, class M' }[] }[];
   pledges: { id: string; who: string; sentence: string; text: string; attester: string | null; status: string; basis: string; source: string }[] } // GET /api/{s}/forces
export interface Territory { units: { name: string; areaKm2: number; controlledKm2: number | null; sharePercent: number | null; claims: { name: string; share: string; heldBy: string; date: string; basis: string; source: string }[] }[];
  total: {areaKm2: number; controlledKm2: number | null; sharePercent: number | null; claims: Territory['units'][number]['claims'] } | null; control: { date: string; source: string; sha256: string }[]; boundaries: string; note: string } // GET /api/{s}/territory
export interface ClaimLists { lists: { source: string; party: string; rows: number; matched: number; unmatchedObserved: number; notObserved: number; duplicate: number; outOfScope: number }[];
  rows: { source: string; address: string; from: string; place: string | null; kind: string; outcome: 'matched'|'unmatched-observed'|'not-observed'|'duplicate'|'out-of-scope'; incident: string | null; why: string }[] } // GET /api/{s}/claims?limit
export interface Reports { reports: { title: string; date: string; kind: 'daily'|'spot'|'public'; href: string; formats: { format: string; href: string }[]; provisional: boolean }[] } // GET /api/{s}/reports
export interface WitnessLine { name: string; size: number /* entries under the newest checkpoint it cosigned */; cosigned: string | null; asked: string | null; failingSince: string | null; answer: string }
export interface Confirmed { level: string; missing: string[]; witnesses: WitnessLine[] } // level: accepted | sealed | fully countersigned | no policy | not readable
export interface Ledger { origin: string; size: number; root: string; checkpoint: string; logKey: string; confirmed: Confirmed; entries: { index: number; type: string; summary: string; received: string | null }[]; next: number | null } // GET /api/{s}/ledger?before=N&limit=50 (newest first)
export interface LedgerEntry { index: number; type: string; summary: string; decoded: unknown; raw: string /* exact bytes as text */; leafHash: string /* base64 */; proof: string[] /* base64, RFC 6962 inclusion path for `size` */; size: number; root: string; checkpoint: string /* the signed note, verbatim */; logKey: string } // GET /api/{s}/ledger/{index}
// The browser recomputes: SHA-256(0x00||bytes) -> path -> root == root line of the note; Ed25519 over the note's text by the key in logKey ("name+hash+base64").
// Further, not JSON: GET /{s}/ledger/checkpoint and /{s}/ledger/tile/... (tlog-tiles, verbatim); GET /{s}/proof/{index} (.tlog-proof text);
// GET /{s}/reports/daily/2031-05-14 (html; .json .csv), /{s}/reports/spot/{incident} (html), /{s}/public (plain-language page, html without script); /{s}/incidents.geojson /{s}/incidents.csv
type FC = GeoJSON.FeatureCollection;
