// SPDX-License-Identifier: EUPL-1.2
/** The modelled streets by id and by name, for those who choose them. Pure. */
import type { Roads } from '../../city/city-inputs';
import { type LonLat, lonLatToPlane, plane, planeToLonLat } from '../../city/frames';

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
  /**
   * Lines of streets, each as its links have it, null for one that is not modelled. Those that can be
   * driven both ways are turned so that together they run one way: what is «along» is then the same
   * for all of them.
   */
  linesOf(streetIds: readonly string[]): (readonly LonLat[] | null)[];
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
    linesOf: (ids) => {
      const stretches = ids.map((id) => {
        const links = linksById.get(id);
        return links ? stretchOf(roads, links) : null;
      });
      const turned = inOneDirection(stretches.filter((stretch) => stretch !== null));
      return stretches.map((stretch) => {
        if (!stretch) return null;
        return turned.has(stretch) ? [...stretch.line].reverse() : stretch.line;
      });
    },
  };
}

/** A street from end to end, in the direction of its first link. */
interface Stretch {
  /** Nodes at its ends. */
  readonly from: number;
  readonly to: number;
  readonly line: readonly LonLat[];
  /** It has links the other way too. */
  readonly isTwoWay: boolean;
}

/** The links of one direction end to end, from the first of them both ways as far as they go. */
function stretchOf(roads: Roads, links: readonly number[]): Stretch {
  const chain = [links[0] as number];
  const used = new Set(chain);
  const isOpposite = (link: number, to: number) =>
    roads.from[link] === roads.to[to] && roads.to[link] === roads.from[to];
  const next = (fits: (link: number) => boolean) => {
    const link = links.find(
      (one) => !used.has(one) && fits(one) && !chain.some((other) => isOpposite(one, other)),
    );
    if (link !== undefined) used.add(link);
    return link;
  };
  const to = () => roads.to[chain.at(-1) as number] as number;
  const from = () => roads.from[chain[0] as number] as number;
  let link: number | undefined;
  while ((link = next((one) => roads.from[one] === to())) !== undefined) chain.push(link);
  while ((link = next((one) => roads.to[one] === from())) !== undefined) chain.unshift(link);
  return {
    from: from(),
    to: to(),
    line: chain.flatMap((one, i) => shapeOf(roads, one).slice(i === 0 ? 0 : 1)),
    isTwoWay: chain.every((one) => links.some((other) => isOpposite(one, other))),
  };
}

/**
 * Which stretches to turn round: from the first, end to end as far as they touch; those apart run as
 * the first does. A one-way street keeps its way.
 */
function inOneDirection(stretches: readonly Stretch[]): Set<Stretch> {
  const turned = new Set<Stretch>();
  const left = new Set(stretches);
  const [first] = stretches;
  const ends = (one: Stretch) => (turned.has(one) ? [one.to, one.from] : [one.from, one.to]);
  for (const seed of stretches) {
    if (!left.delete(seed)) continue;
    if (first && seed.isTwoWay && alike(first.line, seed.line) < 0) turned.add(seed);
    const queue = [seed];
    for (const one of queue) {
      const [start, end] = ends(one);
      for (const other of left) {
        const goesOn = other.from === end || other.to === start;
        const meets = other.to === end || other.from === start;
        if (!goesOn && !meets) continue;
        if (!goesOn && other.isTwoWay) turned.add(other);
        left.delete(other);
        queue.push(other);
      }
    }
  }
  return turned;
}

/** Above zero where two lines run the same way, from end to end. */
function alike(a: readonly LonLat[], b: readonly LonLat[]): number {
  const [fromA, toA, fromB, toB] = [a[0], a.at(-1), b[0], b.at(-1)].map((at) => lonLatToPlane(at as LonLat));
  const along = (axis: 0 | 1) => (toA![axis] - fromA![axis]) * (toB![axis] - fromB![axis]);
  return along(0) + along(1);
}

function shapeOf(roads: Roads, link: number): LonLat[] {
  const start = roads.shapeStart[link] as number;
  return Array.from({ length: roads.shapeCount[link] as number }, (_, i) =>
    planeToLonLat(plane(roads.shapeEastM[start + i] as number, roads.shapeNorthM[start + i] as number)),
  );
}
