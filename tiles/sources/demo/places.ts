// SPDX-License-Identifier: EUPL-1.2
import { type Plane, planeToLonLat } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import type { Block } from './blocks';
import { addressOf } from './buildings';
import { NIL } from './nil';
import { at, between } from './polygon';
import { residents } from './population';

/** A street front in a district, with its address. */
export interface Spot {
  readonly at: Plane;
  readonly lon: number;
  readonly lat: number;
  readonly street: string;
  readonly number: number;
}

/** Hands out street fronts, district by district. */
export class Places {
  readonly random: () => number;
  private readonly byNil: Block[][] = NIL.map(() => []);

  constructor(blocks: readonly Block[], seed: string) {
    this.random = seeded(`${seed}/services`);
    for (const b of blocks)
      if (b.fabric !== 'field' && b.fabric !== 'farm' && b.fronts.some((f) => f))
        this.byNil[b.district]?.push(b);
  }

  /** A front in the district (0…87), or undefined where nothing is built. */
  spot(nil: number, green = false): Spot | undefined {
    const all = this.byNil[nil] as Block[];
    const wanted = all.filter((b) => (b.fabric === 'green') === green);
    const list = wanted.length ? wanted : all;
    if (!list.length) return undefined;
    const block = list[Math.floor(this.random() * list.length)] as Block;
    const edges = block.fronts.flatMap((f, i) => (f ? [i] : []));
    const edge = edges[Math.floor(this.random() * edges.length)] as number;
    const [a, b] = [at(block.ring, edge), at(block.ring, edge + 1)];
    const front = between(between(a, b, 0.15 + 0.7 * this.random()), block.centre, 0.06);
    const [lon, lat] = planeToLonLat(front);
    const address = addressOf(block, front);
    return {
      at: front,
      lon: Math.round(lon * 1e7) / 1e7,
      lat: Math.round(lat * 1e7) / 1e7,
      street: address.street ?? (block.fronts[edge] as string),
      number: address.number ?? 1,
    };
  }

  /** `count` spots in the districts, shared out by weight. */
  spread(count: number, weight: (nil: number) => number, green = false): { nil: number; spot: Spot }[] {
    const weights = NIL.map((_, i) => weight(i));
    const sum = weights.reduce((a, b) => a + b, 0);
    const out: { nil: number; spot: Spot }[] = [];
    let owed = 0;
    for (let nil = 0; nil < NIL.length; nil++) {
      owed += ((weights[nil] as number) / sum) * count;
      for (; owed >= 0.5; owed--) {
        const spot = this.spot(nil, green);
        if (spot) out.push({ nil, spot });
      }
    }
    return out;
  }
}

export const people = (nil: number) => residents(nil + 1, 2024);
/** More in the middle of the city: shops, culture, shared bicycles. */
export const central = (nil: number) => {
  const { lonDeg, latDeg } = NIL[nil] as (typeof NIL)[number];
  const km = Math.hypot((lonDeg - 9.19) * 78, (latDeg - 45.465) * 111);
  return people(nil) * Math.exp(-km / 2.2) + 1;
};
export const comma = (n: number) => String(n).replace('.', ',');
export const upper = (s: Spot) => `${s.street.toUpperCase()} ${s.number}`;
export const nilName = (nil: number) => (NIL[nil]?.name ?? '').split(' - ')[0] as string;
export const title = (text: string) =>
  text.toLowerCase().replace(/(^|[\s.'-])\p{L}/gu, (c) => c.toUpperCase());
