// SPDX-License-Identifier: EUPL-1.2
/** What one draws to measure the city: a few spots and what is asked of them; answers are worked out anew. */
import { type LonLat, lonLat } from '../city/frames';

/** A place in the air, on a roof or on the ground. */
export interface Spot {
  readonly at: LonLat;
  /** Above the ground of the map (flat, 0 m). */
  readonly heightM: number;
}

export const SKETCH_KINDS = ['distance', 'area', 'height', 'section', 'sight', 'viewshed', 'sun'] as const;
export type SketchKind = (typeof SKETCH_KINDS)[number];

/** A finished drawing: JSON, never changed in place. */
export interface Sketch {
  readonly id: string;
  readonly kind: SketchKind;
  /** Given by a person; empty: called by its kind. */
  readonly name: string;
  readonly spots: readonly Spot[];
  /** Of `sight` and `viewshed`: the eye above its spot. */
  readonly eyeM?: number;
  /** Of `sight`: what is looked at, above its spot. */
  readonly targetM?: number;
  /** Of `viewshed`. */
  readonly radiusM?: number;
}

/** What clicks on the map do now: draw a sketch, or walk. */
export type Tool =
  | { readonly kind: SketchKind; readonly spots: readonly Spot[] }
  /** At eye height from `from`; null: the next click says where. */
  | { readonly kind: 'walk'; readonly from: LonLat | null };

/** Spots that make a sketch of a kind, and with how many it is finished by itself (null: by a person). */
export const SPOTS: Readonly<Record<SketchKind, { readonly least: number; readonly most: number | null }>> = {
  distance: { least: 2, most: null },
  area: { least: 3, most: null },
  height: { least: 2, most: 2 },
  section: { least: 2, most: null },
  sight: { least: 2, most: 2 },
  viewshed: { least: 1, most: 1 },
  sun: { least: 1, most: 1 },
};

/** Eyes of a grown person who stands. */
export const EYE_M = 1.7;
export const RADIUS_M = { usual: 300, least: 50, most: 1000 } as const;

/** Two spots this near, degrees, are one, set twice by a double click. */
const SAME_DEG = 1e-7;
const SAME_M = 0.01;

/** With one spot more; the same where it is there already. */
export function withSpot(spots: readonly Spot[], spot: Spot): readonly Spot[] {
  const last = spots.at(-1);
  const same =
    last &&
    Math.abs(last.at[0] - spot.at[0]) < SAME_DEG &&
    Math.abs(last.at[1] - spot.at[1]) < SAME_DEG &&
    Math.abs(last.heightM - spot.heightM) < SAME_M;
  return same ? spots : [...spots, spot];
}

/* In an address: kind~name~lon,lat,height_lon,lat,height~eye,target,radius; several with ";". */
const PART = '~';

/** Sketches as a text for an address; `parseSketches` reads it. */
export function formatSketches(sketches: readonly Sketch[]): string {
  return sketches
    .map(({ kind, name, spots, eyeM, targetM, radiusM }) => {
      const places = spots.map(({ at, heightM }) =>
        [plain(at[0], 7), plain(at[1], 7), plain(heightM, 2)].join(','),
      );
      const rest = [eyeM, targetM, radiusM].map((m) => (m === undefined ? '' : plain(m, 2))).join(',');
      const parts = [kind, coded(name), places.join('_'), rest.replace(/,+$/, '')];
      return parts.join(PART).replace(/~+$/, '');
    })
    .join(';');
}

/** At most so many sketches and spots of one are read from an address. */
const MOST_SKETCHES = 50;
const MOST_SPOTS = 500;

/** Reads {@link formatSketches}; what is not a sketch is passed over. Ids are by place in the list. Never throws. */
export function parseSketches(text: string): Sketch[] {
  const found: Sketch[] = [];
  for (const part of text.split(';').slice(0, MOST_SKETCHES)) {
    const sketch = parseSketch(part, `link-${found.length + 1}`);
    if (sketch) found.push(sketch);
  }
  return found;
}

function parseSketch(text: string, id: string): Sketch | null {
  const [kindText, name = '', places = '', rest = ''] = text.split(PART);
  const kind = SKETCH_KINDS.find((one) => one === kindText);
  if (!kind) return null;
  const spots = places.split('_').slice(0, MOST_SPOTS).map(parseSpot);
  const { least, most } = SPOTS[kind];
  if (spots.length < least || (most !== null && spots.length > most) || spots.some((spot) => !spot))
    return null;
  const [eyeM, targetM, radiusM] = rest.split(',').map((one) => number(one, 0, 2000));
  return {
    id,
    kind,
    name: decoded(name).slice(0, 80),
    spots: spots as Spot[],
    ...(eyeM == null ? {} : { eyeM }),
    ...(targetM == null ? {} : { targetM }),
    ...(radiusM == null ? {} : { radiusM: Math.min(Math.max(radiusM, RADIUS_M.least), RADIUS_M.most) }),
  };
}

function parseSpot(text: string): Spot | null {
  const [lonText = '', latText = '', heightText = '0'] = text.split(',');
  const lon = number(lonText, -180, 180);
  const lat = number(latText, -85, 85);
  const heightM = number(heightText, -100, 2000);
  return lon === null || lat === null || heightM === null ? null : { at: lonLat(lon, lat), heightM };
}

function number(text: string, least: number, most: number): number | null {
  const value = /^-?\d{1,4}(\.\d{1,17})?$/.test(text) ? Number(text) + 0 : Number.NaN;
  return value >= least && value <= most ? value : null;
}

/** Never 1e-7, no noughts at the end. */
const plain = (value: number, digits: number): string => {
  const text = value.toFixed(digits).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
};

function coded(text: string): string {
  try {
    return encodeURIComponent(text).replace(/~/g, '%7E').replace(/_/g, '%5F');
  } catch {
    return '';
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
