// SPDX-License-Identifier: EUPL-1.2
import { lonLatToPlane } from '../../city/frames';
import { alongLines } from './chosen-streets';
import { type ConfigOf, configOf, type Field } from './fields';
import { MeasureError, type MeasureKind } from './measure';
import { changed, linksAt, placeName } from './places';

const fields = [
  { key: 'direction', type: 'choice', options: ['along', 'against'] },
  { key: 'keepLanes', type: 'boolean' },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/**
 * The streets can be driven in one direction only, along or against their lines; with `keepLanes` the
 * lanes of the other direction go to it. A stretch that already runs one way stays as it is: one that
 * runs the other way is not turned round.
 */
export const oneWay: MeasureKind<'one-way', Config> = {
  id: 'one-way',
  models: ['mobility'],
  places: ['streets'],
  fields,
  config: configOf(fields),
  initial: { direction: 'along', keepLanes: true },
  presets: [],
  apply(city, { direction, keepLanes }, place, measureId) {
    if (place.kind !== 'streets') throw new MeasureError(measureId, 'wrong-place', place.kind);
    const { roads } = city;
    const lines = place.lines.map((line) => line.map(lonLatToPlane));
    const links = linksAt(city, place, measureId);
    const wanted = new Map<string, number>();
    const unwanted: number[] = [];
    for (const link of links) {
      const isAlong = alongLines(roads, link, lines).cosine >= 0;
      if (isAlong !== (direction === 'along')) unwanted.push(link);
      else if (roads.open[link] === 1) wanted.set(`${roads.from[link]} ${roads.to[link]}`, link);
    }
    const pairs = unwanted.flatMap((closed) => {
      const kept = wanted.get(`${roads.to[closed]} ${roads.from[closed]}`);
      return kept === undefined ? [] : [{ closed, kept }];
    });
    if (pairs.length === 0) throw new MeasureError(measureId, 'nothing-to-change', placeName(place));
    const open = changed(
      roads.open,
      pairs.map(({ closed }) => closed),
      () => 0,
    );
    if (!keepLanes) return { ...city, roads: { ...roads, open } };
    const lanes = roads.lanes.slice();
    for (const { closed, kept } of pairs)
      if (roads.open[closed] === 1) lanes[kept] = (lanes[kept] as number) + (roads.lanes[closed] as number);
    return { ...city, roads: { ...roads, open, lanes } };
  },
};
