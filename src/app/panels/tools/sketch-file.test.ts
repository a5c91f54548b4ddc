// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { lonLat } from '../../../city/frames';
import type { Sketch } from '../../../survey/sketch';
import { sketchFile } from './sketch-file';

it('sketches are saved with their figures, rings closed', () => {
  const spots = [
    { at: lonLat(9.19, 45.46), heightM: 0 },
    { at: lonLat(9.19, 45.47), heightM: 10 },
    { at: lonLat(9.2, 45.47), heightM: 0 },
  ];
  const sketches: Sketch[] = [
    { id: '1', kind: 'distance', name: '', spots: spots.slice(0, 2) },
    { id: '2', kind: 'area', name: 'Prato', spots },
    { id: '3', kind: 'viewshed', name: '', spots: spots.slice(0, 1), eyeM: 1.7, radiusM: 300 },
  ];
  const [distance, area, view] = sketchFile(sketches, ({ name, kind }) => name || kind).features;
  expect(distance!.geometry).toEqual({
    type: 'LineString',
    coordinates: [
      [9.19, 45.46, 0],
      [9.19, 45.47, 10],
    ],
  });
  // A hundredth of a degree of meridian at 45.465° N: 111,141 m a degree.
  expect(distance!.properties).toMatchObject({ kind: 'distance', name: 'distance', riseM: 10 });
  expect(distance!.properties!.lengthM).toBeCloseTo(1111.4, 0);
  expect(area!.properties).toMatchObject({ name: 'Prato' });
  expect(area!.geometry.type).toBe('Polygon');
  expect((area!.geometry as GeoJSON.Polygon).coordinates[0]).toHaveLength(4);
  expect(view).toMatchObject({
    geometry: { type: 'Point', coordinates: [9.19, 45.46, 0] },
    properties: { eyeM: 1.7, radiusM: 300 },
  });
  expect(view!.properties).not.toHaveProperty('lengthM');
});
