// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import type { Face } from './arrangement';
import { connected, type DrawnLine, mainLines } from './main-lines';
import { PRECINCTS } from './parks-and-water';
import type { Circle, Plot, WebPlan, WebStreet } from './plot';
import { split } from './plot-split';
import { at, between, centroid, contains, distanceM, distanceToSegmentM, type Ring } from './polygon';
import { streetNames } from './street-names';

export interface StreetWeb {
  readonly streets: readonly WebStreet[];
  readonly plots: readonly Plot[];
}
/** Nearer than this to the edge of a precinct a street runs along it. */
const EDGE_M = 1;

/** The whole web: main lines, then every face between them cut down to plots. */
export function drawStreetWeb(
  seed: string,
  limit: Ring,
  planAt: (p: Plane) => WebPlan,
  keptClear: readonly Circle[] = [],
): StreetWeb {
  const lines = mainLines(limit);
  const arrangement = connected(lines);
  const names = streetNames(seed);
  const streets = arrangement.pieces.map((piece): WebStreet => {
    const { kind, class: klass, name, ref, leftM, rightM, avenue } = lines[piece.line] as DrawnLine;
    return {
      kind,
      class: klass,
      name,
      ...(ref ? { ref } : {}),
      leftM,
      rightM,
      avenue,
      points: [piece.from, piece.to],
      touches: [],
    };
  });
  const plots: Plot[] = [];
  const mains = streets.filter((s, i) => {
    const middle = between(s.points[0] as Plane, s.points[1] as Plane, 0.5);
    const ownRing = lines[arrangement.pieces[i]?.line as number]?.closed;
    return (
      (s.kind === 'motorway' || ownRing || contains(limit, middle)) && (ownRing || !crossesPrecinct(middle))
    );
  });
  const cut: WebStreet[] = [];
  arrangement.faces.forEach((face, i) => {
    const inside = insideOf(face);
    if (!contains(limit, inside) || inPrecinct(inside)) return;
    const sides = face.pieces.map((piece, k) => ({
      street: streets[piece] as WebStreet,
      forward: face.forward[k] as boolean,
    }));
    const random = seeded(`${seed}/face/${i}`);
    const pending: Plot[] = [{ ring: face.ring, sides }];
    for (let plot = pending.pop(); plot; plot = pending.pop()) {
      const parts = split(plot, planAt(centroid(plot.ring)), keptClear, random, names);
      if (!parts) plots.push(plot);
      else {
        cut.push(parts.street);
        pending.push(...parts.plots);
      }
    }
  });
  return { streets: [...mains, ...cut], plots };
}

function inPrecinct(p: Plane): boolean {
  return PRECINCTS.some(({ ring }) => contains(ring, p));
}

/** Whether the middle of a piece of street lies in a precinct, not on its edge. */
function crossesPrecinct(middle: Plane): boolean {
  return PRECINCTS.some(
    ({ ring }) =>
      contains(ring, middle) && ring.every((p, i) => distanceToSegmentM(p, at(ring, i + 1), middle) > EDGE_M),
  );
}

/** A point just inside of a face, beside the middle of its longest edge. */
function insideOf({ ring }: Face): Plane {
  let longest = 0;
  for (let i = 0; i < ring.length; i++)
    if (distanceM(at(ring, i), at(ring, i + 1)) > distanceM(at(ring, longest), at(ring, longest + 1)))
      longest = i;
  const [a, b] = [at(ring, longest), at(ring, longest + 1)];
  const l = distanceM(a, b);
  return plane((a[0] + b[0]) / 2 - (b[1] - a[1]) / l, (a[1] + b[1]) / 2 + (b[0] - a[0]) / l);
}
