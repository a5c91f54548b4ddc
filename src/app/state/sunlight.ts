// SPDX-License-Identifier: EUPL-1.2
/** What is asked of the sun: for which place and which days, with the trees that stand about it. */
import { type ColumnTable, valuesOf } from '../../city/columns';
import { type LonLat, lonLatToPlane, plane, planeToLonLat } from '../../city/frames';
import { romeInstant, romeTime } from '../../city/rome-time';
import type { SunlightQuestion, SunlitPlace } from '../../survey/questions';
import { cityFiles } from './city-files';
import { loadOutlines } from './outlines';
import { useStore } from './store';

/** What hours of sun are of. */
export type SunAbout =
  | { readonly kind: 'building'; readonly id: number; readonly at: LonLat }
  | { readonly kind: 'greenery'; readonly id: string }
  | { readonly kind: 'district'; readonly id: string }
  | { readonly kind: 'outline'; readonly ring: readonly LonLat[] }
  | { readonly kind: 'spot'; readonly at: LonLat };

const NOON_S = 43_200;

/** Noons of the day in Rome that an instant is in, and of the longest and the shortest of its year. */
export function noonsOf(sunMs: number): readonly [day: number, june: number, december: number] {
  const { year, month, day } = romeTime(sunMs);
  return [
    romeInstant(year, month, day, NOON_S),
    romeInstant(year, 6, 21, NOON_S),
    romeInstant(year, 12, 21, NOON_S),
  ];
}

/** Rejects where a file does not come, or the place has no outline. */
export async function sunlightQuestion(
  about: SunAbout,
  noonsMs: readonly number[],
  painted: boolean,
): Promise<SunlightQuestion> {
  const { catalogue, cityUrl } = useStore.getState();
  if (!catalogue) throw new Error('asked before the catalogue has come');
  const files = cityFiles(catalogue, cityUrl);
  const on = await placeOf(about, files);
  // A roof has no trees over it.
  const trees = on.kind === 'building' ? null : await files.columnsIfAny('trees');
  return { kind: 'sunlight', on, noonsMs, trees: treesAbout(trees, pointsOf(on)), painted };
}

async function placeOf(about: SunAbout, files: ReturnType<typeof cityFiles>): Promise<SunlitPlace> {
  switch (about.kind) {
    case 'building':
    case 'spot':
      return about;
    case 'outline':
      return { kind: 'area', rings: [about.ring] };
    case 'greenery':
    case 'district': {
      const rings = (await loadOutlines(files, about.kind))?.(about.id);
      if (!rings) throw new Error(`no outline of ${about.kind} ${about.id}`);
      return {
        kind: 'area',
        rings: rings.map((ring) => ring.map(([east, north]) => planeToLonLat(plane(east, north)))),
      };
    }
  }
}

const pointsOf = (on: SunlitPlace): readonly LonLat[] => (on.kind === 'area' ? on.rings.flat() : [on.at]);

/** A tree farther away shades nothing that counts, metres. */
const TREES_M = 150;

/** Trees of the table about some points: four numbers each, as {@link SunlightQuestion} has them. */
export function treesAbout(trees: ColumnTable | null, points: readonly LonLat[]): Float64Array<ArrayBuffer> {
  if (!trees || points.length === 0) return new Float64Array();
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points.map(lonLatToPlane)) {
    [west, east] = [Math.min(west, x - TREES_M), Math.max(east, x + TREES_M)];
    [south, north] = [Math.min(south, y - TREES_M), Math.max(north, y + TREES_M)];
  }
  const [x, y] = [valuesOf(trees, 'eastM'), valuesOf(trees, 'northM')];
  const [crown, height] = [valuesOf(trees, 'crownM'), valuesOf(trees, 'heightM')];
  const found: number[] = [];
  for (let row = 0; row < trees.rows; row++) {
    const at = [x[row] as number, y[row] as number] as const;
    if (at[0] < west || at[0] > east || at[1] < south || at[1] > north) continue;
    found.push(...planeToLonLat(plane(at[0], at[1])), crown[row] as number, height[row] as number);
  }
  return Float64Array.from(found);
}
