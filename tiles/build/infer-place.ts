// SPDX-License-Identifier: EUPL-1.2
/** Which city the data are of: Milan, unless most of them lie elsewhere in Italy. */
import type { Geometry } from 'geojson';
import { type LonLat, lonLat, lonLatToPlane } from '../../src/city/frames';
import { type Bounds, MILANO, type Place, within } from '../../src/city/place';
import { type FoundFile, InputError } from '../formats/found-file';
import type { Source } from '../sources/source';
import { boundsOf } from '../write/vector-squares';
import { named } from './read-theme';

const ITALY: Bounds = [6.6, 35.4, 18.6, 47.1];
const WORLD: Place = { ...MILANO, id: 'world', name: 'the world', bounds: [-180, -90, 180, 90] };
/** A city and its surroundings; data farther away than this are of another place. */
const CITY_RADIUS_KM = 40;
/** Of the files must lie in one place for it to be the city. */
const MAJORITY = 2 / 3;
/** Around what the data cover, degrees: two kilometres. */
const MARGIN_DEG = 0.02;
/** Where boundaries say how far the city reaches, a look at this many rows of another file is enough. */
const LOOK_AT_ROWS = 400;

interface Sample {
  readonly file: string;
  readonly middle: LonLat;
  readonly points: readonly LonLat[];
  /** Of boundaries: they say how far the city reaches. */
  readonly isBoundary: boolean;
  readonly limitName?: string;
}
export interface Inferred {
  readonly place: Place;
  /** Sentences to say: another city, files from elsewhere. */
  readonly notes: readonly string[];
}

/**
 * Looks at boundaries and buildings (or else at everything). @throws InputError where the data lie
 * outside Italy, or in several places with no majority.
 */
export async function inferPlace(
  bySource: ReadonlyMap<Source, readonly FoundFile[]>,
  cityName?: string,
): Promise<Inferred> {
  const samples = await samplesOf(bySource);
  const swapped = samples.filter(({ middle }) => isSwapped(middle));
  const sound = samples.filter((sample) => !swapped.includes(sample));
  if (sound.length === 0) {
    const first = swapped[0];
    if (first)
      throw new InputError(
        first.file,
        `longitude and latitude are swapped: its data would lie around ${text(first.middle)}`,
      );
    return { place: MILANO, notes: [] };
  }
  const centre = medianOf(sound.map(({ middle }) => middle));
  const there = sound.filter(({ middle }) => distanceKm(middle, centre) <= CITY_RADIUS_KM);
  if (there.length < sound.length * MAJORITY) throw new InputError(...mixed(sound));
  if (!within(ITALY, centre))
    throw new InputError(
      sound[0]?.file as string,
      `the data lie around ${text(centre)} (longitude, latitude), outside Italy: this builder reads Italian cities. If they should be Italian, their coordinate system is not the one they state`,
    );
  const elsewhere = sound
    .filter((sample) => !there.includes(sample))
    .map(
      ({ file, middle }) => `${file} lies around ${text(middle)}, not in this city: its rows are left out`,
    );
  if (distanceKm(centre, MILANO.centre) <= CITY_RADIUS_KM) return { place: MILANO, notes: elsewhere };
  const place = placeOf(there, centre, cityName);
  const kilometres = Math.round(distanceKm(place.centre, MILANO.centre));
  const unnamed = place.id === 'citta' ? ' (--city NAME names it)' : '';
  const note = `These data are not of Milan but lie ${kilometres} km from it: building "${place.name}"${unnamed}, centre ${text(place.centre)}, bounds ${place.bounds.join(', ')}`;
  return { place, notes: [note, ...elsewhere] };
}

function placeOf(samples: readonly Sample[], middle: LonLat, cityName?: string): Place {
  const near = (of: readonly Sample[]) =>
    of.flatMap(({ points }) => points).filter((point) => distanceKm(point, middle) <= CITY_RADIUS_KM);
  const limits = near(samples.filter(({ isBoundary }) => isBoundary));
  const centre = medianOf(near(samples));
  // A stray building in a field is not the edge of a city.
  const [edge, stray] = limits.length > 0 ? [limits, 0] : [near(samples), 0.01];
  const reach = (axis: 0 | 1, share: number) => {
    const sorted = edge.map((point) => point[axis]).sort((a, b) => a - b);
    return sorted[Math.round((sorted.length - 1) * share)] as number;
  };
  const name = cityName ?? samples.find(({ limitName }) => limitName)?.limitName ?? 'Città';
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return {
    id: slug || 'citta',
    name,
    centre: lonLat(round(centre[0]), round(centre[1])),
    bounds: [
      round(reach(0, stray) - MARGIN_DEG),
      round(reach(1, stray) - MARGIN_DEG),
      round(reach(0, 1 - stray) + MARGIN_DEG),
      round(reach(1, 1 - stray) + MARGIN_DEG),
    ],
    timeZone: 'Europe/Rome',
  };
}

async function samplesOf(bySource: ReadonlyMap<Source, readonly FoundFile[]>): Promise<Sample[]> {
  const boundaries = await samplesOfTheme(
    bySource,
    (theme) => theme === 'boundaries',
    Number.POSITIVE_INFINITY,
  );
  const rows = boundaries.length > 0 ? LOOK_AT_ROWS : Number.POSITIVE_INFINITY;
  const buildings = await samplesOfTheme(bySource, (theme) => theme === 'buildings', rows);
  const both = [...boundaries, ...buildings];
  return both.length > 0 ? both : samplesOfTheme(bySource, () => true, LOOK_AT_ROWS);
}

async function samplesOfTheme(
  bySource: ReadonlyMap<Source, readonly FoundFile[]>,
  wanted: (theme: string) => boolean,
  maxRows: number,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const [source, files] of bySource)
    for (const file of wanted(source.theme) ? files : []) {
      const sample = await sampleOf(source, file, maxRows);
      if (sample) samples.push(sample);
    }
  return samples;
}

/** Corners of the rows of a file; undefined where it has none or cannot be read (said when it is read). */
async function sampleOf(source: Source, file: FoundFile, maxRows: number): Promise<Sample | undefined> {
  const points: LonLat[] = [];
  const middles: LonLat[] = [];
  let limitName: string | undefined;
  let number = 0;
  const log = { place: WORLD, row: () => ++number, drop: () => {} };
  try {
    for await (const row of source.read(file, log)) {
      const place = row as { geometry?: Geometry; at?: LonLat; kind?: string; name?: string };
      const geometry: Geometry | undefined =
        place.geometry ?? (place.at && { type: 'Point', coordinates: [...place.at] });
      if (!geometry) continue;
      const [w, s, e, n] = boundsOf(geometry);
      points.push(lonLat(w, s), lonLat(e, n));
      middles.push(lonLat((w + e) / 2, (s + n) / 2));
      if (place.kind === 'city-limit' && place.name) limitName ??= place.name;
      if (middles.length >= maxRows) break;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw named(error, source, file);
    return undefined;
  }
  if (middles.length === 0) return undefined;
  const isBoundary = source.theme === 'boundaries';
  return {
    file: file.name,
    middle: medianOf(middles),
    points,
    isBoundary,
    ...(limitName ? { limitName } : {}),
  };
}

function medianOf(points: readonly LonLat[]): LonLat {
  const middle = (axis: 0 | 1) => {
    const sorted = points.map((p) => p[axis]).sort((a, b) => a - b);
    return sorted[(sorted.length - 1) >> 1] as number;
  };
  return lonLat(middle(0), middle(1));
}

const isSwapped = (at: LonLat) => !within(ITALY, at) && within(ITALY, lonLat(at[1], at[0]));

/** On the plane of zone 32: good to a percent in Italy; elsewhere far is far. */
function distanceKm(a: LonLat, b: LonLat): number {
  const [p, q] = [lonLatToPlane(a), lonLatToPlane(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1]) / 1000;
}

const text = (at: LonLat) => `${at[0].toFixed(3)}, ${at[1].toFixed(3)}`;

function mixed(samples: readonly Sample[]): [file: string, fault: string] {
  const list = samples.slice(0, 12).map(({ file, middle }) => `  ${file}: around ${text(middle)}`);
  return [
    samples[0]?.file as string,
    `these data are of several places, and no city has most of them:\n${list.join('\n')}\nPut the files of one city into a folder of its own`,
  ];
}
