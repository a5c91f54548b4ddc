// SPDX-License-Identifier: EUPL-1.2
/** The modelled streets by id and by name, for those who choose them. Pure. */
import type { Roads } from '../../city/city-inputs';
import { type LonLat, plane, planeToLonLat } from '../../city/frames';

/** A street as one says its name: all stretches that have it. */
export interface NamedStreet {
  readonly name: string;
  readonly streetIds: readonly string[];
}

export interface Streets {
  /** Streets with a name, in order of the alphabet. */
  readonly named: readonly NamedStreet[];
  /** Empty for a street without a name, or one that is not modelled. */
  nameOf(streetId: string): string;
  /** Its line as its links have it; null where it is not modelled. */
  lineOf(streetId: string): readonly LonLat[] | null;
}

const made = new WeakMap<Roads, Streets>();

export function streetsOf(roads: Roads): Streets {
  let streets = made.get(roads);
  if (!streets) made.set(roads, (streets = makeStreets(roads)));
  return streets;
}

function makeStreets(roads: Roads): Streets {
  const linksById = new Map<string, number[]>();
  const idsByName = new Map<string, Set<string>>();
  for (let link = 0; link < roads.links; link++) {
    const id = roads.streetIds[roads.streetIndex[link] as number];
    const name = roads.names[roads.nameIndex[link] as number];
    if (!id) continue;
    const links = linksById.get(id);
    if (links) links.push(link);
    else linksById.set(id, [link]);
    if (!name) continue;
    const ids = idsByName.get(name);
    if (ids) ids.add(id);
    else idsByName.set(name, new Set([id]));
  }
  const { compare } = new Intl.Collator('it');
  return {
    named: [...idsByName]
      .map(([name, ids]) => ({ name, streetIds: [...ids] }))
      .sort((a, b) => compare(a.name, b.name)),
    nameOf: (id) => {
      const link = linksById.get(id)?.[0];
      return link === undefined ? '' : (roads.names[roads.nameIndex[link] as number] ?? '');
    },
    lineOf: (id) => {
      const links = linksById.get(id);
      return links ? lineAlong(roads, links) : null;
    },
  };
}

/** The links of one direction end to end, from the first of them both ways as far as they go. */
function lineAlong(roads: Roads, links: readonly number[]): LonLat[] {
  const [first] = links;
  if (first === undefined) return [];
  const chain = [first];
  const used = new Set([first]);
  const opposite = (link: number, to: number) =>
    roads.from[link] === roads.to[to] && roads.to[link] === roads.from[to];
  const next = (fits: (link: number) => boolean) => {
    const link = links.find(
      (one) => !used.has(one) && fits(one) && !chain.some((other) => opposite(one, other)),
    );
    if (link !== undefined) used.add(link);
    return link;
  };
  const end = () => roads.to[chain.at(-1) as number];
  const start = () => roads.from[chain[0] as number];
  let link: number | undefined;
  while ((link = next((one) => roads.from[one] === end())) !== undefined) chain.push(link);
  while ((link = next((one) => roads.to[one] === start())) !== undefined) chain.unshift(link);
  return chain.flatMap((link, i) => shapeOf(roads, link).slice(i === 0 ? 0 : 1));
}

function shapeOf(roads: Roads, link: number): LonLat[] {
  const start = roads.shapeStart[link] as number;
  return Array.from({ length: roads.shapeCount[link] as number }, (_, i) =>
    planeToLonLat(plane(roads.shapeEastM[start + i] as number, roads.shapeNorthM[start + i] as number)),
  );
}
