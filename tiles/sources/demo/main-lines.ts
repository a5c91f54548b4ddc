// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane } from '../../../src/city/frames';
import { type Arrangement, arrange } from './arrangement';
import { PRECINCTS } from './parks-and-water';
import type { WebStreet } from './plot';
import { at, crosses, distanceM, type Ring } from './polygon';
import { CANALS, type MainLine, MOTORWAYS, RADIALS, RAILWAYS, RINGS, RIVERS } from './rings-and-radials';

const SNAP_END_M = 70;

export type DrawnLine = Omit<MainLine, 'kind'> & { readonly kind: WebStreet['kind'] };

/** Roads, railways, canals, edges of precincts and the limit, smoothed. */
export function mainLines(limit: Ring): DrawnLine[] {
  const plain = { class: 'tertiary' as const, avenue: false, closed: true };
  return [
    ...RINGS.flatMap(namedArcs),
    ...[...RADIALS, ...MOTORWAYS, ...RAILWAYS, ...CANALS, ...RIVERS].map((l) => ({
      ...l,
      points: smooth(l.points, false),
    })),
    ...PRECINCTS.map((p) => ({
      ...plain,
      kind: 'street' as const,
      name: p.kind === 'square' || p.kind === 'station' || p.kind === 'basin' ? p.name : `Viale ${p.name}`,
      leftM: 7,
      rightM: 9,
      points: closedRing(p.ring),
    })),
    { ...plain, kind: 'limit' as const, name: '', leftM: 8, rightM: 8, points: closedRing(limit) },
  ];
}

const closedRing = (ring: Ring): Plane[] => [...ring, ring[0] as Plane];

/** A ring as the streets that it is made of. */
function namedArcs(ring: MainLine): DrawnLine[] {
  const points = smooth(closedRing(ring.points), true);
  const starts = ring.points.flatMap((p, i) => {
    const name = ring.names?.[i];
    return name ? [{ name, at: points.indexOf(p) }] : [];
  });
  return starts.map(({ name, at: from }, k) => ({
    ...ring,
    name,
    closed: false,
    points: points.slice(from, (starts[k + 1]?.at ?? points.length - 1) + 1),
  }));
}

/** Catmull-Rom through the points, one more point in the middle of long stretches. */
export function smooth(points: readonly Plane[], closed: boolean): Plane[] {
  const out: Plane[] = [];
  const n = points.length;
  for (let i = 0; i + 1 < n; i++) {
    const [b, c] = [points[i] as Plane, points[i + 1] as Plane];
    const a = points[i - 1] ?? (closed ? (points[n - 2] as Plane) : b);
    const d = points[i + 2] ?? (closed ? (points[1] as Plane) : c);
    out.push(b);
    if (distanceM(b, c) > 260)
      out.push(plane((9 * (b[0] + c[0]) - a[0] - d[0]) / 16, (9 * (b[1] + c[1]) - a[1] - d[1]) / 16));
  }
  out.push(points[n - 1] as Plane);
  return out;
}

/** Parks that touch no street get up to three streets to the nearest ones, or faces would have holes. */
export function connected(lines: DrawnLine[]): Arrangement {
  for (;;) {
    const arrangement = arrange(
      lines.map((l) => l.points),
      SNAP_END_M,
    );
    const islands = islandsOf(arrangement, lines);
    if (islands.length === 0) return arrangement;
    lines.push(...islands.flatMap((island) => connectors(lines, island)));
  }
}

/** Closed lines, and those they meet, that no way leads to from the rest. */
function islandsOf({ pieces }: Arrangement, lines: readonly DrawnLine[]): Set<number>[] {
  const parent = lines.map((_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r] as number;
    return r;
  };
  const lineAt = new Map<string, number>();
  for (const { from, to, line } of pieces)
    for (const p of [from, to]) {
      const key = `${Math.round(p[0] * 100)},${Math.round(p[1] * 100)}`;
      const other = lineAt.get(key);
      if (other === undefined) lineAt.set(key, line);
      else parent[root(line)] = root(other);
    }
  const islands = new Map<number, Set<number>>();
  lines.forEach((_, i) => {
    const r = root(i);
    const island = islands.get(r);
    if (island) island.add(i);
    else islands.set(r, new Set([i]));
  });
  islands.delete(root(0));
  return [...islands.values()].filter((set) => {
    const [first] = set;
    const line = lines[first as number] as DrawnLine;
    return line.closed && line.kind === 'street';
  });
}

function connectors(lines: readonly DrawnLine[], island: ReadonlySet<number>): DrawnLine[] {
  const [first] = island;
  const own = (lines[first as number] as DrawnLine).points;
  const ring = own.slice(0, -1);
  const found = ring.map((p) => {
    let best = { d: Number.POSITIVE_INFINITY, at: p };
    lines.forEach((l, i) => {
      if (island.has(i) || l.kind !== 'street') return;
      for (const q of l.points) if (distanceM(p, q) < best.d) best = { d: distanceM(p, q), at: q };
    });
    return { from: p, ...best };
  });
  const clear = found.filter(({ from, at: to }) =>
    ring.every((p, i) => p === from || at(ring, i + 1) === from || !crosses(from, to, p, at(ring, i + 1))),
  );
  clear.sort((a, b) => a.d - b.d);
  const chosen: typeof clear = [];
  for (const c of clear)
    if (
      chosen.length < 3 &&
      chosen.every((o) => distanceM(o.at, c.at) > 60 && distanceM(o.from, c.from) > 60)
    )
      chosen.push(c);
  const name = (lines[first as number] as DrawnLine).name;
  return (chosen.length ? chosen : found.slice(0, 1)).map(({ from, at: to }) => ({
    kind: 'street',
    class: 'tertiary',
    name,
    leftM: 8,
    rightM: 8,
    avenue: false,
    closed: false,
    points: [from, to],
  }));
}
