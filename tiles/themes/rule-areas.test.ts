// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { plane } from '../../src/city/frames';
import { INPUT_TABLES } from '../../src/city/inputs';
import { box, polygon } from '../fixtures/metres';
import { metresAt } from '../fixtures/streets';
import { ruleAreas } from './rule-areas';

describe('areas of the traffic rules as a model input', () => {
  const [table] = ruleAreas([
    { id: 'ds51-9', class: 'area-c', name: 'Area C', geometry: box(0, 0, 1000, 1000) },
    { id: 'ds51-3', class: 'pedestrian', geometry: box(10, 10, 20, 20) },
    {
      id: 'ds51-4',
      class: 'ztl',
      name: 'Navigli',
      // A hole, and a corner 3 m off the line.
      geometry: {
        type: 'Polygon',
        coordinates: [
          ...polygon([0, 0], [50, -3], [100, 0], [100, 100], [0, 100]).coordinates,
          ...box(40, 40, 60, 60).coordinates,
        ],
      },
    },
  ]);
  const column = (name: string) => table!.columns.find((each) => each.name === name)!;
  const texts = (name: string) => [...column(name).values].map((value) => column(name).dictionary?.[value]);

  it('holds the watched ones ring by ring, simplified', () => {
    expect(table?.columns.map(({ name }) => name)).toEqual([...INPUT_TABLES['rule-areas']]);
    expect(table?.rows).toBe(12);
    expect([...column('area').values].join('')).toBe('000011111111');
    expect([...column('ring').values].join('')).toBe('000000001111');
    const places = Array.from(column('eastM').values, (east, i) =>
      metresAt(plane(east, column('northM').values[i]!)),
    );
    expect(new Set(places.slice(4, 8))).toEqual(new Set(['0 0', '100 0', '100 100', '0 100']));
  });

  it('calls Area C by its class, a limited zone by its id', () => {
    expect(texts('areaId').filter((_, i) => i % 4 === 0)).toEqual(['area-c', 'ds51-4', 'ds51-4']);
    expect(texts('class')[0]).toBe('area-c');
    expect(texts('name').at(-1)).toBe('Navigli');
  });

  it('is none without such areas', () => {
    expect(ruleAreas([{ id: 'x', class: 'pedestrian', geometry: box(0, 0, 10, 10) }])).toEqual([]);
  });
});
