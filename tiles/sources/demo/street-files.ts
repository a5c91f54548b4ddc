// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import { isStreet, type WebStreet } from './plot';
import { between, distanceM, nearestShare } from './polygon';
import { type DemoFolder, type Feature, lineGeometry } from './write-files';

/** A stretch of street between two junctions. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly points: readonly Plane[];
  readonly street: WebStreet;
  readonly lengthM: number;
}
export interface StreetGraph {
  readonly nodes: readonly Plane[];
  readonly links: readonly Link[];
}

/** Ends of streets that stop at a railway or a river are drawn back from it. */
const SETBACK_M = 6;
const keyOf = (p: Plane) => `${Math.round(p[0] * 100)},${Math.round(p[1] * 100)}`;

/** Junctions and the links between them; nodes where only two links of one street meet are joined away. */
export function streetGraph(streets: readonly WebStreet[]): StreetGraph {
  const barriers = new Map<string, number>();
  for (const s of streets)
    if (!carries(s)) for (const p of s.touches) barriers.set(keyOf(p), Math.max(s.leftM, s.rightM));
  const nodes: Plane[] = [];
  const index = new Map<string, number>();
  const nodeAt = (p: Plane): number => {
    const key = keyOf(p);
    const known = index.get(key);
    if (known !== undefined) return known;
    index.set(key, nodes.length);
    nodes.push(p);
    return nodes.length - 1;
  };
  const links: Link[] = [];
  for (const street of streets) {
    if (!carries(street)) continue;
    for (const points of stretches(street)) {
      const drawn = setBack(points, barriers);
      const lengthM = drawn.reduce((sum, p, i) => sum + (i ? distanceM(drawn[i - 1] as Plane, p) : 0), 0);
      const [from, to] = [nodeAt(drawn[0] as Plane), nodeAt(drawn.at(-1) as Plane)];
      if (from !== to) links.push({ from, to, points: drawn, street, lengthM });
    }
  }
  return mainland({ nodes, links: joined(links, nodes.length) });
}

const carries = (s: WebStreet) => isStreet(s) || s.kind === 'motorway';

/** Cut where other streets touch it. */
function stretches(street: WebStreet): Plane[][] {
  const stops: { along: number; p: Plane; junction: boolean }[] = [];
  street.points.forEach((p, i) => {
    const end = i === 0 || i === street.points.length - 1;
    stops.push({ along: i, p, junction: end });
  });
  for (const p of street.touches) {
    let best = { d: Number.POSITIVE_INFINITY, along: 0 };
    for (let i = 0; i + 1 < street.points.length; i++) {
      const [a, b] = [street.points[i] as Plane, street.points[i + 1] as Plane];
      const share = nearestShare(a, b, p);
      const d = distanceM(between(a, b, share), p);
      if (d < best.d) best = { d, along: i + share };
    }
    stops.push({ along: best.along, p, junction: true });
  }
  stops.sort((a, b) => a.along - b.along);
  const out: Plane[][] = [];
  let current: Plane[] = [];
  for (const { p, junction } of stops) {
    const last = current.at(-1);
    if (last && distanceM(last, p) < 0.02) {
      if (junction && current.length > 1) {
        out.push(current);
        current = [p];
      }
      continue;
    }
    current.push(p);
    if (junction && current.length > 1) {
      out.push(current);
      current = [p];
    }
  }
  return out;
}

function setBack(points: readonly Plane[], barriers: ReadonlyMap<string, number>): Plane[] {
  const out = [...points];
  for (const reversed of [false, true]) {
    if (reversed) out.reverse();
    const [a, b] = [out[0] as Plane, out[1] as Plane];
    const width = barriers.get(keyOf(a));
    const l = distanceM(a, b);
    if (width !== undefined && l > width + SETBACK_M + 4) {
      const p = between(a, b, (width + SETBACK_M) / l);
      out[0] = plane(Math.round(p[0] * 100) / 100, Math.round(p[1] * 100) / 100);
    }
  }
  return out.reverse();
}

/** Links of one main street that meet at a node with no other link become one. */
function joined(links: readonly Link[], nodeCount: number): Link[] {
  const at: number[][] = Array.from({ length: nodeCount }, () => []);
  links.forEach((l, i) => {
    at[l.from]?.push(i);
    at[l.to]?.push(i);
  });
  const parts: (Link | undefined)[] = [...links];
  for (let node = 0; node < nodeCount; node++) {
    const [i, j] = at[node] as number[];
    if (at[node]?.length !== 2 || i === undefined || j === undefined || i === j) continue;
    const [a, b] = [parts[i] as Link, parts[j] as Link];
    if (a.street.name !== b.street.name || a.street.class !== b.street.class) continue;
    const first = a.to === node ? a.points : [...a.points].reverse();
    const second = b.from === node ? b.points : [...b.points].reverse();
    const from = a.to === node ? a.from : a.to;
    const to = b.from === node ? b.to : b.from;
    if (from === to) continue;
    parts[i] = {
      from,
      to,
      points: [...first, ...second.slice(1)],
      street: a.street,
      lengthM: a.lengthM + b.lengthM,
    };
    parts[j] = undefined;
    const list = at[to] as number[];
    list[list.indexOf(j)] = i;
  }
  return parts.filter((l) => l !== undefined);
}

/** Only the largest connected part: a street that leads nowhere is no street. */
function mainland({ nodes, links }: StreetGraph): StreetGraph {
  const parent = nodes.map((_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) {
      parent[r] = parent[parent[r] as number] as number;
      r = parent[r] as number;
    }
    return r;
  };
  for (const l of links) parent[root(l.from)] = root(l.to);
  const size = new Map<number, number>();
  for (const l of links) size.set(root(l.from), (size.get(root(l.from)) ?? 0) + 1);
  const [largest] = [...size].sort((a, b) => b[1] - a[1])[0] ?? [0];
  return { nodes, links: links.filter((l) => root(l.from) === largest) };
}

const LANES: Record<string, number | null> = { motorway: 3, primary: 2, secondary: 2, tertiary: null };
const SPEEDS: Record<string, string | null> = {
  motorway: '90',
  primary: '50',
  secondary: '50',
  tertiary: '50',
};
const FIRST_NODE = 7_100_000_001;
const FIRST_WAY = 510_000_001;

/** One file a class, as OSMnx exports edges: two-way streets stand in it once for each direction. */
export async function writeStreets(folder: DemoFolder, graph: StreetGraph, seed: string): Promise<void> {
  const random = seeded(`${seed}/street-attributes`);
  const files = new Map<string, Feature[]>();
  graph.links.forEach((link, i) => {
    const klass = link.street.class;
    const list = files.get(klass) ?? [];
    files.set(klass, list);
    const dice = random();
    const oneway = klass === 'motorway' ? false : klass === 'residential' ? dice < 0.45 : dice < 0.08;
    const calm = klass === 'residential' ? (random() < 0.5 ? '30' : null) : (SPEEDS[klass] ?? null);
    // As OSMnx prints them: where ways were merged, lists.
    const merged = random() < 0.02 && link.points.length > 3;
    const way = FIRST_WAY + i;
    const attributes = {
      key: 0,
      osmid: merged ? `[${way}, ${way + 400_000_000}]` : String(way),
      highway: klass,
      lanes: merged ? "['2', '3']" : random() < 0.3 ? null : ((LANES[klass] ?? null)?.toString() ?? null),
      name: link.street.name,
      oneway,
      maxspeed: merged && calm ? `['${calm}' '30']` : calm,
      ref: link.street.ref ?? null,
      junction: null,
      bridge: klass === 'motorway' ? 'yes' : null,
      tunnel: null,
      access: null,
      width: null,
      length: Math.round(link.lengthM * 1000) / 1000,
    };
    const [u, v] = [FIRST_NODE + link.from, FIRST_NODE + link.to];
    list.push({
      properties: { u, v, ...attributes, reversed: 'False' },
      geometry: lineGeometry(link.points),
    });
    if (!oneway)
      list.push({
        properties: { u: v, v: u, ...attributes, reversed: 'True' },
        geometry: lineGeometry([...link.points].reverse()),
      });
  });
  for (const [klass, features] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    await folder.geojson(`osm_strade_${klass}.geojson`, features);
}
