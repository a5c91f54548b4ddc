// SPDX-License-Identifier: EUPL-1.2
import { SERVICE_CLASSES, type ServiceClass } from '../../city/ground';
import type { Layer } from '../layer';
import { PALETTE } from '../palette';
import { byClass } from './expressions';
import { FONT } from './fonts';
import type { IconShape } from './icons';

const SHAPES: Partial<Record<ServiceClass, IconShape>> = {
  school: 'square',
  'family-doctor': 'square',
  library: 'square',
  'civic-office': 'diamond',
  culture: 'triangle',
  'nursing-home': 'diamond',
  parking: 'square',
  charging: 'triangle',
};
/** Hundreds of one name: the symbol says it. */
const NAMELESS: ServiceClass[] = ['family-doctor', 'fountain', 'bike-rack', 'charging'];
/** Seen before the others: there are hundreds of the rest. */
const FIRST: readonly ServiceClass[] = ['school', 'pharmacy', 'library', 'civic-office', 'culture'];

export const services = {
  id: 'services',
  kind: 'ground',
  themes: ['services'],
  visibleAtStart: false,
  legend: SERVICE_CLASSES.map((key) => ({
    key,
    symbol: SHAPES[key] ?? ('dot' as const),
    colour: (look) => PALETTE[look].services[key],
  })),
  tables: ['service'],
  style: (look) => [
    {
      id: 'service',
      type: 'symbol',
      source: 'ground',
      'source-layer': 'service',
      minzoom: 12.5,
      layout: {
        'icon-image': byClass<string>(SHAPES, 'dot'),
        'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.35, 17, 0.8],
        'icon-padding': 0,
        'symbol-sort-key': byClass(Object.fromEntries(FIRST.map((name, i) => [name, i])), FIRST.length),
        'text-field': ['step', ['zoom'], '', 16, ['match', ['get', 'class'], NAMELESS, '', ['get', 'name']]],
        'text-font': FONT.regular,
        'text-size': 11.5,
        'text-anchor': 'left',
        'text-offset': [0.8, 0],
        'text-max-width': 10,
        'text-optional': true,
      },
      paint: {
        'icon-color': byClass(PALETTE[look].services, PALETTE[look].services['civic-office']),
        'icon-halo-color': PALETTE[look].symbolEdge,
        'icon-halo-width': 1.4,
        'text-color': PALETTE[look].label,
        'text-halo-color': PALETTE[look].labelHalo,
        'text-halo-width': 1.5,
      },
    },
  ],
} as const satisfies Layer;
