// SPDX-License-Identifier: EUPL-1.2
/** The places of a scenario as GeoJSON, each with the role that says how it is drawn. Pure. */
import type { Feature, Position } from 'geojson';
import type { CityInputs } from '../../city/city-inputs';
import { type LonLat, planeToLonLat } from '../../city/frames';
import { type Site, siteFeature } from '../../layers/ask/sites';
import type { Place } from '../../scenario/measures/measure';
import { type Measure, noteTitle, type PlaceNote } from '../../scenario/scenario';
import { drawnNote } from '../state/scenario-drawing';
import type { StoreState } from '../state/store';
import { type SiteWords, siteOf } from './scenario-sites';

/** A measure of the list, the one in the form, what is being drawn. */
export type Role = 'listed' | 'edited' | 'drawn';

type Shown = Pick<StoreState, 'scenario' | 'scenarioOpen' | 'editing' | 'drawing' | 'noting'>;

/** `pointed` is where the next point would be. Nothing while the panel is closed. */
export function drawnFeatures(
  shown: Shown,
  city: CityInputs | null,
  pointed: LonLat | null,
  words: SiteWords,
): Feature[] {
  const { scenario, scenarioOpen, editing, drawing } = shown;
  if (!scenarioOpen) return [];
  const placed = (measure: Pick<Measure, 'id' | 'kind' | 'config' | 'place'>, role: Role): Feature[] => {
    const site = siteOf(measure, city, words);
    if (site) return [signed(site, role)];
    return featuresOf(measure.place, role, arrowOf(measure.kind, measure.config), city);
  };
  const listed = (scenario?.present.measures ?? [])
    .filter(({ on, id }) => on && id !== editing?.id)
    .flatMap((measure) => placed(measure, 'listed'));
  const edited = editing?.place && !drawing ? placed({ ...editing, place: editing.place }, 'edited') : [];
  // Of one that is being moved the place drawn is shown.
  const moved = drawnNote(shown);
  const notes = (scenario?.present.notes ?? []).flatMap((note, place) =>
    note.id === moved ? [] : signed(noteSite(note, place + 1, words), 'listed'),
  );
  const drawn = drawing ? drawingFeatures(drawing, pointed, city, editing) : [];
  return [...listed, ...edited, ...notes, ...drawn];
}

/** The sign of a note: its first words, or its number in the list where there are none. */
const noteSite = (note: PlaceNote, number: number, { t, format }: SiteWords): Site => ({
  kind: 'note',
  at: note.at,
  label: noteTitle(note) || t('scenario.site.note', { n: format.number(number) }),
  of: { kind: 'note', id: note.id },
});

type Arrow = 'along' | 'against' | null;

/** One-way streets show their way. */
function arrowOf(kind: string, config: unknown): Arrow {
  if (kind !== 'one-way') return null;
  return (config as { direction?: string }).direction === 'against' ? 'against' : 'along';
}

function featuresOf(place: Place, role: Role, arrow: Arrow, city: CityInputs | null): Feature[] {
  switch (place.kind) {
    case 'city':
      return [];
    case 'area': {
      const area =
        city?.areas.find(({ id }) => id === place.areaId) ??
        city?.areas.find((one) => one.class === place.areaId);
      return area ? area.rings.map((ring) => polygon(ring.map(planeToLonLat), role)) : [];
    }
    case 'polygon':
      return place.ring.length > 2 ? [polygon(place.ring, role)] : [];
    case 'line':
      return [line(place.points, role, 'line', null), ...place.points.map((at) => point(at, role))];
    case 'point':
      return place.points.map((at) => point(at, role));
    case 'streets':
      return place.lines.map((one) => line(one, role, 'street', arrow));
  }
}

function drawingFeatures(
  drawing: NonNullable<StoreState['drawing']>,
  pointed: LonLat | null,
  city: CityInputs | null,
  editing: StoreState['editing'],
): Feature[] {
  if (drawing.kind === 'streets')
    return featuresOf(drawing, 'drawn', editing && arrowOf(editing.kind, editing.config), city);
  const points = drawing.kind === 'polygon' ? drawing.ring : drawing.points;
  if (drawing.kind === 'point') return points.map((at) => point(at, 'drawn'));
  const ahead = pointed ? [...points, pointed] : points;
  const shape =
    drawing.kind === 'polygon' && ahead.length > 2
      ? [polygon(ahead, 'drawn')]
      : ahead.length > 1
        ? [line(ahead, 'drawn', 'line', null)]
        : [];
  return [...shape, ...points.map((at) => point(at, 'drawn'))];
}

const positions = (points: readonly LonLat[]): Position[] => points.map(([lon, lat]) => [lon, lat]);

function polygon(ring: readonly LonLat[], role: Role): Feature {
  const closed = [...ring, ...ring.slice(0, 1)];
  return {
    type: 'Feature',
    properties: { role, shape: 'area' },
    geometry: { type: 'Polygon', coordinates: [positions(closed)] },
  };
}

function line(points: readonly LonLat[], role: Role, shape: 'line' | 'street', arrow: Arrow): Feature {
  return {
    type: 'Feature',
    properties: { role, shape, arrow: arrow ?? '' },
    geometry: { type: 'LineString', coordinates: positions(points) },
  };
}

/** A school, a team or a note has a sign of its own. */
function signed(site: Site, role: Role): Feature {
  const { properties, ...feature } = siteFeature(site);
  return { ...feature, properties: { ...properties, role, shape: 'site' } };
}

function point(at: LonLat, role: Role): Feature {
  return {
    type: 'Feature',
    properties: { role, shape: 'stop' },
    geometry: { type: 'Point', coordinates: [at[0], at[1]] },
  };
}
