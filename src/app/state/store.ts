// SPDX-License-Identifier: EUPL-1.2
/** The one store. Per-frame facts never enter it: the map writes the view when it settles. */
import { create } from 'zustand';
import type { Catalogue } from '../../city/catalogue';
import type { Clock } from '../../city/clock';
import type { LonLat } from '../../city/frames';
import type { GroundLayer } from '../../city/ground';
import type { LiveKind, Topic, UpstreamState } from '../../city/live';
import type { Impact } from '../../impact/impact';
import type { Site } from '../../layers/ask/sites';
import type { Look } from '../../layers/layer';
import type { OwnLayer, OwnListId } from '../../own/own-layer';
import type { Colouring } from '../../query/colouring';
import type { DistrictAskable } from '../../query/district-attributes';
import type { Filter } from '../../query/filter';
import type { Legend } from '../../query/legend';
import type { EditedScenario } from '../../scenario/history';
import type { KeptAnswerHead } from '../../scenario/kept-scenario';
import type { Place } from '../../scenario/measures/measure';
import type { Scenario } from '../../scenario/scenario';
import type { Answer, Effort, RunFault, RunProgress } from '../../simulation/protocol';
import type { ReachAnswer } from '../../simulation/walk-protocol';
import type { SunRaster } from '../../survey/questions';
import type { Sketch, Tool } from '../../survey/sketch';
import type { Comparison } from './comparison';
import type { ImpactViewState } from './impact-view';
import { FIRST_PEOPLE_VIEW, type PeopleView } from './people-view';

export type Language = 'it' | 'en';

export interface View {
  readonly at: LonLat;
  readonly zoom: number;
  readonly pitchDeg: number;
  readonly bearingDeg: number;
}

/** One thing at a time; what the card shows. */
export type Selection =
  | { readonly kind: 'building'; readonly stableId: string }
  | { readonly kind: 'district'; readonly id: number }
  | { readonly kind: 'thing'; readonly layer: GroundLayer; readonly id: string; readonly at: LonLat }
  /** A live thing: the id is its row's; of air and weather the station's. */
  | { readonly kind: 'live'; readonly live: LiveKind; readonly id: string; readonly at: LonLat }
  /** A row of what was brought: its layer and its number there. */
  | { readonly kind: 'own'; readonly layer: string; readonly row: number; readonly at: LonLat };

/** Ladder of quality; `plan` is the flat map (no 3D tiles), `table` is without WebGL. */
export const QUALITY_LEVELS = ['high', 'medium', 'low', 'plan', 'table'] as const;
export type QualityLevel = (typeof QUALITY_LEVELS)[number];

export interface TileProgress {
  readonly loading: number;
  readonly loaded: number;
  /** Tiles given up after retries: named on the screen, with a way to try again. */
  readonly failed: readonly { readonly name: string; readonly fault: string }[];
  /** Asks again for the tiles that failed. Set by the map. */
  readonly retry: () => void;
}

/** A table: the twin of a ground layer, the buildings, what lives of a kind, or what somebody brought. */
export type ListId = GroundLayer | 'building' | `live:${LiveKind}` | OwnListId;

/** What the last run says, or is doing. */
export type RunState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly scenario: Scenario;
      readonly effort: Effort;
      /** Null until a worker says something. */
      readonly progress: RunProgress | null;
      /** The draws so far, from the fewest that make an interval. */
      readonly partial: Impact | null;
    }
  | {
      readonly kind: 'done';
      readonly answer: Answer;
      /** Where it was stored; absent: it was worked out here. */
      readonly stored?: StoredPlace;
    }
  | { readonly kind: 'failed'; readonly fault: RunFault };

/** Where a stored answer lies on the server, when it was worked out, and by whom ('': nobody is named). */
export interface StoredPlace extends Omit<KeptAnswerHead, 'bytes'> {
  readonly scenarioId: string;
}

/** A place while it is being drawn on the map: any place that is not simply named. */
export type Drawing = Exclude<Place, { kind: 'city' | 'area' }>;

/** A feed and how it fares; its rows live in src/stream/live. */
export interface FeedState extends Topic {
  readonly upstream: UpstreamState;
  /** The newest row's time; null: none. */
  readonly newestMs: number | null;
  /** Rows that count now, and those past their time to live. */
  readonly fresh: number;
  readonly stale: number;
}

/** How the page hears of live data: by the stream, by asking every half minute, or not at all. */
export type Connection = 'off' | 'connecting' | 'stream' | 'polling' | 'lost';

/** Districts in the colours of a model's answer: they lie over what «Colora e filtra» says of them. */
export interface DistrictColours {
  readonly table: DistrictAskable;
  readonly legend: Legend;
  /** What the colours say, in words of the screen: of what, when, in which unit. */
  readonly title: string;
  /** Schools or teams that the answer is about. */
  readonly sites?: readonly Site[];
}

/** The measure in the form, before it is taken into the scenario. */
export interface EditedMeasure {
  readonly id: string;
  /** Of the shelf. */
  readonly kind: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Null until it is said where. */
  readonly place: Place | null;
  readonly isNew: boolean;
}

export interface StoreState {
  catalogue: Catalogue | null;
  /** Address of the catalogue's folder, ends in "/". */
  cityUrl: string;
  /** Another build than the one on the screen has been published. */
  cityUpdated: boolean;
  fault: string | null;
  view: View;
  /** Corners of the ground that the map shows, once it has settled; null: there is no map. */
  seen: readonly LonLat[] | null;
  /** A wish of the panels: the map flies there, then clears it. */
  flight: { readonly to: Partial<View> & { readonly at: LonLat } } | null;
  layers: Readonly<Record<string, boolean>>;
  /** Which rows of a table are meant: on the map, in the list and in the charts alike. */
  filters: Readonly<Partial<Record<ListId, Filter>>>;
  /** What the map colours by an attribute of its table. */
  colourings: Readonly<Partial<Record<ListId, Colouring>>>;
  /** The panel «Colora e filtra» is open at this table; null: it is closed. */
  asking: 'building' | 'district' | null;
  /** The panel «Persone» is open. */
  peopleOpen: boolean;
  /** What it shows, also when it is opened again. */
  people: PeopleView;
  /** The comparison of scenarios is open. */
  deskOpen: boolean;
  /** Ids of the scenarios compared, also when it is opened again: up to four. */
  desk: readonly string[];
  /** The window that says how the figures of the people are made is open. */
  peopleMethodOpen: boolean;
  /** Colours of the panel «Persone»; null: none. */
  districtColours: DistrictColours | null;
  /** The same of the second view, where it has a year of its own. */
  secondDistrictColours: DistrictColours | null;
  /** A second view beside the first, and what it shows otherwise; null: there is one map. */
  compare: Comparison | null;
  selection: Selection | null;
  /** District under the pointer. */
  hoverDistrict: number | null;
  language: Language;
  /** `auto` follows the system. */
  lookChoice: Look | 'auto';
  /** What is drawn: the choice, or what the system says. */
  look: Look;
  /** The one moment that every layer shows. */
  clock: Clock;
  /** By topic, in the order of city.json; brought up to date when something has come, at most once a second. */
  feeds: readonly FeedState[];
  connection: Connection;
  /** What the map draws of the living city, where what is known does not say it: set by the map. */
  liveDrawn: {
    /** Vehicles that reported (others by the timetable with them), by the timetable alone, or none. */
    readonly vehicles: 'reported' | 'timetable' | 'none';
    /** The streets show an answer: the traffic is not drawn meanwhile. */
    readonly trafficAside: boolean;
  };
  quality: { readonly level: QualityLevel; readonly reason: 'chosen' | 'slow' | 'no-webgl' | null };
  tiles: TileProgress;
  /** The first building stands on the screen, or the map without buildings does. */
  cityDrawn: boolean;
  /** Table shown in the list beside the map; null: the list is closed. */
  list: ListId | null;
  /** A wish: that list is filtered by these words, then this is null again; also once another is shown. */
  listWords: { readonly list: ListId; readonly words: string } | null;
  /** The panel of the scenario is open. */
  scenarioOpen: boolean;
  /** The kept scenario that a link is to open, until it is; null: none. */
  keptScenario: string | null;
  /** The scenario on the desk where it is kept on the server: the address names it; null: it is not. */
  keptOnDesk: string | null;
  /** The window «Quanto è buono il modello?» is open. */
  modelOpen: boolean;
  /** Null until the panel is first opened (state/scenario.ts). */
  scenario: EditedScenario | null;
  /** Null: the panel shows the list. */
  editing: EditedMeasure | null;
  /** Clicks on the map draw this, and choose nothing. */
  drawing: Drawing | null;
  /** Which note the place that is drawn is of, one of the scenario's or a new one; means nothing while a form is open. */
  noting: string | null;
  /** A wish of the map: the panel puts the keyboard on this note, then clears it. */
  noteWish: string | null;
  /** A wish of the panels: the map draws what is at its centre, then clears it. */
  drawAtCentre: boolean;
  /** The panel of the tools is open. */
  toolsOpen: boolean;
  /** Clicks on the map do this, and choose nothing. */
  tool: Tool | null;
  /** A wish of the panels: the tool takes what is at the map's centre, then clears it. */
  toolAtCentre: boolean;
  /** Finished measurements, sections and sights. */
  sketches: readonly Sketch[];
  /** What somebody brought: how it is drawn; its rows lie in the browser's database. */
  ownLayers: readonly OwnLayer[];
  /** The panel of one's own data is open. */
  ownOpen: boolean;
  run: RunState;
  impactView: ImpactViewState;
  /** Who can walk to the place whose card is open; null: not asked. */
  walkArea: ReachAnswer | null;
  /** Hours of sun painted over the district whose card is open; null: none. */
  sunSurface: SunRaster | null;
  set: (patch: Partial<Omit<StoreState, 'set'>>) => void;
}

export const useStore = create<StoreState>((set) => ({
  catalogue: null,
  cityUrl: '',
  cityUpdated: false,
  fault: null,
  view: { at: [9.19186, 45.46416], zoom: 14.6, pitchDeg: 60, bearingDeg: -20 },
  seen: null,
  flight: null,
  layers: {},
  filters: {},
  colourings: {},
  asking: null,
  peopleOpen: false,
  people: FIRST_PEOPLE_VIEW,
  deskOpen: false,
  desk: [],
  peopleMethodOpen: false,
  districtColours: null,
  secondDistrictColours: null,
  compare: null,
  selection: null,
  hoverDistrict: null,
  language: 'it',
  lookChoice: 'auto',
  look: 'light',
  clock: { kind: 'live' },
  feeds: [],
  connection: 'off',
  liveDrawn: { vehicles: 'none', trafficAside: false },
  quality: { level: 'high', reason: null },
  tiles: { loading: 0, loaded: 0, failed: [], retry: () => {} },
  cityDrawn: false,
  list: null,
  listWords: null,
  scenarioOpen: false,
  keptScenario: null,
  keptOnDesk: null,
  modelOpen: false,
  scenario: null,
  editing: null,
  drawing: null,
  noting: null,
  noteWish: null,
  drawAtCentre: false,
  toolsOpen: false,
  tool: null,
  toolAtCentre: false,
  sketches: [],
  ownLayers: [],
  ownOpen: false,
  run: { kind: 'idle' },
  impactView: { open: true, field: 'flowVehH', mode: 'change', split: 0.5, raised: false },
  walkArea: null,
  sunSurface: null,
  set,
}));

// A wish for a list that has been left, before its rows came, is no wish for the next.
useStore.subscribe(({ list, listWords, set }) => {
  if (listWords && listWords.list !== list) set({ listWords: null });
});
