// SPDX-License-Identifier: EUPL-1.2
import { FONT } from '../ground/fonts';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import { type LiveGround, sourceOf, unlessStale } from './live-ground';
import { RING_STEPS, ringImage } from './ring-image';

const ID = 'bike-stations';
const ringName = (look: Look, step: number | 'stale') => `ring-${look}-${step}`;

/** The images that {@link bikeStationGround} names. */
export function ringImages(
  look: Look,
): { readonly name: string; readonly image: ReturnType<typeof ringImage> }[] {
  const { bikes, stale, symbolEdge, labelHalo, streetCasing } = PALETTE[look];
  const colours = { filled: bikes, empty: streetCasing, disc: labelHalo, edge: symbolEdge };
  const old = { filled: stale, empty: labelHalo, disc: labelHalo, edge: stale };
  return [
    ...Array.from({ length: RING_STEPS + 1 }, (_, step) => ({
      name: ringName(look, step),
      image: ringImage(step / RING_STEPS, colours),
    })),
    { name: ringName(look, 'stale'), image: ringImage(null, old) },
  ];
}

/** Step of the ring: full only where it is full, empty only where it is empty. */
export function ringStep(bikes: number, places: number | null): number {
  if (bikes <= 0) return 0;
  if (!places) return RING_STEPS;
  if (bikes >= places) return RING_STEPS;
  return Math.min(RING_STEPS - 1, Math.max(1, Math.round((bikes / places) * RING_STEPS)));
}

export const bikeStationGround: LiveGround<'bike-station'> = {
  layer: ID,
  kind: 'bike-station',
  features: ({ fresh, stale }) =>
    [
      { rows: fresh, old: false },
      { rows: stale, old: true },
    ].flatMap(({ rows, old }) =>
      rows.map(({ id, at, bikes, docks, capacity }) => ({
        id,
        at,
        properties: {
          live: 'bike-station' as const,
          thing: id,
          stale: old,
          step: ringStep(bikes, docks === null ? capacity : bikes + docks),
          bikes: old ? '–' : String(bikes),
        },
      })),
    ),
  style: (look) => {
    const { label, stale } = PALETTE[look];
    return [
      {
        id: ID,
        type: 'symbol',
        source: sourceOf(ID),
        layout: {
          'icon-image': unlessStale(
            ['concat', `ring-${look}-`, ['to-string', ['get', 'step']]],
            ringName(look, 'stale'),
          ),
          'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.22, 14, 0.62, 17, 0.95],
          'icon-allow-overlap': true,
          'text-field': ['step', ['zoom'], '', 14, ['get', 'bikes']],
          'text-font': FONT.semibold,
          'text-size': ['interpolate', ['linear'], ['zoom'], 14, 10, 17, 14],
          'text-allow-overlap': true,
        },
        paint: { 'text-color': unlessStale(label, stale) },
      },
    ];
  },
};
