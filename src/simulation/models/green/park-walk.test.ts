// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { EdgeFinder } from '../walking/edge-finder';
import { streetTables } from '../walking/fixtures/street-tables';
import { walkingGraph } from '../walking/walking-graph';
import { parkAt, rectangle } from './fixtures/small-green';
import { greenRaster } from './green-raster';
import { doorsOf, parkWalks } from './park-walk';

it('is walked along the street to where it passes a park, from the door on', () => {
  const graph = walkingGraph(
    streetTables(
      [
        [0, 0],
        [1000, 0],
      ],
      [{ from: 0, to: 1 }],
    ),
  );
  const streets = { graph, finder: new EdgeFinder(graph) };
  // One of 0.64 ha up to 320 m, entered there; one of a hectare from 400 m on, entered there.
  const greens = [parkAt(240, -90, 80), parkAt(400, 10, 100), parkAt(0, 10, 200, { class: 'playground' })];
  const raster = greenRaster([[rectangle(0, -200, 1000, 200)]], greens);
  const homes = { count: 5, eastM: [150, 450, 10, 260, 150], northM: [30, 60, 30, -50, 190] };
  const [small, large] = parkWalks(homes, doorsOf(homes, streets), streets, raster);
  // 30 m to the street and 250 along it; in the park; 390 + 30; 140 and 50; no street near.
  expect([...large!]).toEqual([280, 0, 420, 190, Number.POSITIVE_INFINITY]);
  expect([...small!]).toEqual([200, 0, 340, 0, Number.POSITIVE_INFINITY]);
});
