// SPDX-License-Identifier: EUPL-1.2
import type { Layer, Look } from '../layer';
import { PALETTE } from '../palette';

/** State of a district in the tiles: the class of its figure, −1 where it has none. */
export const BUSINESS_STATES_OF_DISTRICT = ['businessDensity', 'businessVariety'] as const;
type State = (typeof BUSINESS_STATES_OF_DISTRICT)[number];

const CLASS_KEYS = ['class-0', 'class-1', 'class-2', 'class-3', 'class-4'] as const;
const CLASSES = CLASS_KEYS.map((_, i) => i);

const legend = CLASS_KEYS.map((key, i) => ({
  key,
  symbol: 'fill' as const,
  colour: (look: Look) => PALETTE[look].classes[i] as string,
}));

/** Districts coloured by a class that whoever knows the figures sets as a state of the feature. */
const fill = (id: string, state: State, look: Look) =>
  ({
    id,
    type: 'fill',
    source: 'ground',
    'source-layer': 'district',
    paint: {
      'fill-color': [
        'match',
        ['number', ['feature-state', state], -1],
        ...CLASSES.flatMap((value) => [value, PALETTE[look].classes[value] as string]),
        'rgba(0, 0, 0, 0)',
      ] as never,
      'fill-opacity': 0.72,
    },
  }) as const;

/** Businesses for each thousand residents, by district. */
export const businessDensity = {
  id: 'business-density',
  kind: 'ground',
  themes: ['businesses'],
  visibleAtStart: false,
  legend,
  tables: ['district'],
  style: (look) => [fill('business-density', 'businessDensity', look)],
} as const satisfies Layer;

/** How unlike each other they are, by district. */
export const businessVariety = {
  id: 'business-variety',
  kind: 'ground',
  themes: ['businesses'],
  visibleAtStart: false,
  legend,
  tables: ['district'],
  style: (look) => [fill('business-variety', 'businessVariety', look)],
} as const satisfies Layer;
