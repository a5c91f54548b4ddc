// SPDX-License-Identifier: EUPL-1.2
/**
 * The saved scenario: a GeoJSON FeatureCollection with one feature a measure and one a note, which any map
 * programme opens, and a foreign member `gemello` for what GeoJSON has no place for.
 */
import { z } from 'zod';
import { lonLat } from '../city/frames';
import { checkMeasure, isPlausible, type MeasureIssue } from './check-measure';
import { isPlaceKind, noteGeometry, placeSchemas, toGeometry, toPlace } from './file-geometry';
import { measureKind } from './measures';
import { exactly, faultOr } from './measures/fields';
import { migrated, type OldFile, SCHEMA_VERSION } from './migrations';
import { assumptionsOf, type Measure, type PlaceNote, type Scenario, YEARS } from './scenario';

/** What was asked of which models with which data. */
export interface Provenance {
  /** Version of each model, by its id. */
  readonly modelVersions: Readonly<Record<string, string>>;
  /** `CityInputs.hashes` of the city that the scenario was made on. */
  readonly inputHashes: Readonly<Record<string, string>>;
  /** ISO 8601; the caller's clock. */
  readonly createdAt?: string;
}

/** What can be wrong with a file, beside its measures' fields and places; the screen has words for each. */
export const FILE_FAULTS = [
  'too-large',
  'not-json',
  'not-a-scenario',
  'newer-version',
  'not-a-feature',
  'not-a-geometry',
  'not-a-point',
  'ring-not-closed',
  'has-holes',
  'not-a-list',
  'not-a-date',
  'too-many',
  'unknown-place',
  'id-taken',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number] | MeasureIssue['code'];

/** Why a file cannot be read: where in it, what is wrong, and what was said there. */
export class ScenarioFileError extends Error {
  constructor(
    /** Number of the feature, from 1; null where it is about the whole file. */
    readonly feature: number | null,
    /** Of the field, `config.priceEur.visitor`; empty where there is none. */
    readonly path: string,
    readonly code: FileFault,
    readonly said: string,
  ) {
    const where = [feature === null ? 'scenario' : `feature ${feature}`, path].filter(Boolean).join(', ');
    super(`${where}: ${code}${said && `: ${said}`}`);
    this.name = 'ScenarioFileError';
  }
}

/** Characters of a file: 1 Mi, thousands of measures' worth. */
export const MOST_CHARACTERS = 1024 * 1024;
const MOST_MEASURES = 500;
export const MOST_NOTES = 200;
/** Characters of the words about a scenario, and of a note. */
export const LONGEST = {
  name: 200,
  description: 10_000,
  author: 200,
  seed: 100,
  assumption: 1000,
  note: 2000,
} as const;
export const MOST_ASSUMPTIONS = 200;

const text = (maxLength: number, minLength = 0) =>
  z
    .string({ error: faultOr('not-a-text') })
    .min(minLength, { error: 'too-short' })
    .max(maxLength, { error: 'too-long' });
const list = <T extends z.ZodType>(of: T, most: number) =>
  z.array(of, { error: faultOr('not-a-list') }).max(most, { error: 'too-many' });
/** One of several lines is as many assumptions, and one without words is none: as a field shows and takes them. */
const assumptions = list(text(LONGEST.assumption), MOST_ASSUMPTIONS)
  .transform((all) => all.flatMap(assumptionsOf))
  .pipe(list(z.string(), MOST_ASSUMPTIONS));
const versions = z.record(z.string(), text(200), { error: faultOr('not-an-object') });

const about = exactly({
  schemaVersion: z.literal(SCHEMA_VERSION),
  name: text(LONGEST.name),
  description: text(LONGEST.description),
  author: text(LONGEST.author),
  seed: text(LONGEST.seed, 1),
  assumptions,
  year: z
    .number({ error: faultOr('not-a-number') })
    .int({ error: 'not-whole' })
    .min(YEARS.from, { error: 'too-low' })
    .max(YEARS.to, { error: 'too-high' }),
  modelVersions: versions,
  inputHashes: versions,
  createdAt: z.iso.datetime({ offset: true, error: 'not-a-date' }).optional(),
});
const collection = exactly({
  type: z.literal('FeatureCollection', { error: faultOr('not-a-scenario') }),
  gemello: about,
  features: list(z.unknown(), MOST_MEASURES + MOST_NOTES),
});
/** Of a place that is known: its geometry and what is said of it. */
const featureOf = (placeKind: Parameters<typeof placeSchemas>[0]) => {
  const { geometry, place } = placeSchemas(placeKind);
  return exactly({
    type: z.literal('Feature', { error: faultOr('not-a-feature') }),
    id: text(100, 1),
    geometry,
    properties: exactly({
      kind: text(100, 1),
      on: z.boolean({ error: faultOr('not-yes-or-no') }),
      place,
      // Checked by its kind, also for being there.
      config: z.unknown().optional(),
    }),
  });
};

const noteFeature = exactly({
  type: z.literal('Feature', { error: faultOr('not-a-feature') }),
  id: text(100, 1),
  geometry: noteGeometry,
  properties: exactly({ note: exactly({ text: text(LONGEST.note) }) }),
});

/** Whether its lists are no longer than a file may have them. */
export const areListsShort = ({ measures, notes }: Pick<Scenario, 'measures' | 'notes'>): boolean =>
  measures.length <= MOST_MEASURES && notes.length <= MOST_NOTES;

/**
 * The text of a file, the same for the same scenario: keys in a fixed order, a feature a line.
 * @throws ScenarioFileError where it could not be read again: a field out of its limits, too large.
 */
export function writeScenario(scenario: Scenario, provenance: Provenance): string {
  const { name, description, author, seed, assumptions, year } = scenario;
  const gemello = {
    schemaVersion: SCHEMA_VERSION,
    ...{ name, description, author, seed, assumptions, year },
    modelVersions: inOrder(provenance.modelVersions),
    inputHashes: inOrder(provenance.inputHashes),
    ...(provenance.createdAt === undefined ? {} : { createdAt: provenance.createdAt }),
  };
  const features = [...scenario.measures.map(featureFor), ...scenario.notes.map(noteFeatureFor)].map(
    (feature) => JSON.stringify(feature),
  );
  const written = `{"type":"FeatureCollection",
"gemello":${JSON.stringify(gemello)},
"features":[${features.map((feature) => `\n${feature}`).join(',')}
]}
`;
  readScenario(written);
  return written;
}

/**
 * What a file says, made into today's form where it is older. A place that is not drawn yet is kept.
 * @throws ScenarioFileError for the first thing wrong with it.
 */
export function readScenario(text: string): {
  scenario: Scenario;
  saved: Provenance;
  /** That the file is of. */
  schemaVersion: number;
} {
  if (text.length > MOST_CHARACTERS)
    throw new ScenarioFileError(null, '', 'too-large', `${text.length} > ${MOST_CHARACTERS}`);
  const file = parsed(text);
  const written = versionOf(file);
  const { gemello, features } = checked(null, collection, migrated(file as OldFile, written));
  const { schemaVersion: _, modelVersions, inputHashes, createdAt, ...words } = gemello;
  const numbered = features.map((feature, i) => ({ feature, number: i + 1 }));
  const measures = listOf(
    numbered.filter(({ feature }) => !isNote(feature)),
    readFeature,
    MOST_MEASURES,
  );
  const notes = listOf(
    numbered.filter(({ feature }) => isNote(feature)),
    readNote,
    MOST_NOTES,
  );
  return {
    scenario: { ...words, measures, notes },
    saved: { modelVersions, inputHashes, ...(createdAt === undefined ? {} : { createdAt }) },
    schemaVersion: written,
  };
}

interface Numbered {
  readonly feature: unknown;
  /** In the file, from 1. */
  readonly number: number;
}

/** What features of one sort say. @throws ScenarioFileError for the first thing wrong, one too many, an id given twice */
function listOf<Thing extends { readonly id: string }>(
  features: readonly Numbered[],
  read: (feature: unknown, number: number) => Thing,
  most: number,
): readonly Thing[] {
  const tooMany = features[most];
  if (tooMany) throw new ScenarioFileError(tooMany.number, '', 'too-many', `${features.length} > ${most}`);
  const ids = new Set<string>();
  return features.map(({ feature, number }) => {
    const thing = read(feature, number);
    if (ids.has(thing.id)) throw new ScenarioFileError(number, 'id', 'id-taken', thing.id);
    ids.add(thing.id);
    return thing;
  });
}

function featureFor(measure: Measure): object {
  const { geometry, place } = toGeometry(measure.place);
  // The check returns the keys in the order of the fields.
  const config = measureKind(measure.kind)?.config.safeParse(measure.config);
  return {
    type: 'Feature',
    id: measure.id,
    geometry,
    properties: {
      kind: measure.kind,
      on: measure.on,
      place,
      config: config?.success ? config.data : measure.config,
    },
  };
}

function readFeature(feature: unknown, number: number): Measure {
  const placeKind = (feature as { properties?: { place?: { kind?: unknown } } } | null)?.properties?.place
    ?.kind;
  if (!isPlaceKind(placeKind))
    throw new ScenarioFileError(number, 'properties.place.kind', 'unknown-place', String(placeKind ?? ''));
  const { id, geometry, properties } = checked(number, featureOf(placeKind), feature);
  const { kind, on, config, place } = properties;
  const measure: Measure = { id, kind, on, config, place: toPlace(geometry, place) };
  const issue = checkMeasure(measure).find(({ code }) => code !== 'not-drawn');
  if (issue) throw new ScenarioFileError(number, issue.path, issue.code, issue.said);
  return measure;
}

const noteFeatureFor = ({ id, at, text }: PlaceNote): object => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: at },
  properties: { note: { text } },
});

const isNote = (feature: unknown): boolean =>
  (feature as { properties?: { note?: unknown } | null } | null)?.properties?.note !== undefined;

function readNote(feature: unknown, number: number): PlaceNote {
  const { id, geometry, properties } = checked(number, noteFeature, feature);
  const [lon, lat] = geometry.coordinates;
  const at = lonLat(lon, lat);
  if (!isPlausible(at))
    throw new ScenarioFileError(number, 'geometry.coordinates', 'out-of-range', `[${lon}, ${lat}]`);
  return { id, at, text: properties.note.text };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ScenarioFileError(null, '', 'not-json', (error as Error).message);
  }
}

/** @throws ScenarioFileError where it says none, or one that is yet to come. */
function versionOf(file: unknown): number {
  const gemello = (file as { gemello?: { schemaVersion?: unknown } } | null)?.gemello;
  const version = gemello?.schemaVersion;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new ScenarioFileError(null, 'gemello.schemaVersion', 'not-a-scenario', String(version ?? ''));
  if (version > SCHEMA_VERSION)
    throw new ScenarioFileError(null, 'gemello.schemaVersion', 'newer-version', `${version}`);
  return version;
}

function checked<Schema extends z.ZodType>(
  feature: number | null,
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...(issue?.path ?? []), ...(key === undefined ? [] : [key])];
  throw new ScenarioFileError(feature, path.join('.'), (issue?.message ?? 'not-a-scenario') as FileFault, '');
}

function inOrder(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
