// SPDX-License-Identifier: EUPL-1.2
/**
 * Typical flows of the demo's streets: what a rule for each class of street says, stronger towards the
 * centre, by the profile of its direction. No count of anybody's: only a demo city has such rules.
 */
import { type ColumnTable, columnOf, valuesOf } from '../../src/city/columns';
import { lonLatToPlane, type Plane } from '../../src/city/frames';
import { STREET_CLASSES } from '../../src/city/ground';
import { seeded } from '../../src/city/seeded';
import { texts } from './daily-life';
import { placeOf } from './editions';
import type { DailyLifeRow } from './rows';
import type { CleanContext } from './theme';

type Rule = Extract<DailyLifeRow, { kind: 'traffic' }>;

/** The profiles that a rule's flows go by: towards the centre, away from it, and around it. */
export const DIRECTIONS = ['inbound', 'outbound', 'around'] as const;
/** Over this cosine of the angle to the centre a street leads there. */
const LEADS = 0.4;
/** Saturation falls from the centre's to the edge's over so many metres. */
const EDGE_M = 9000;
/** How much busier or quieter than its class a street is. */
const UNLIKE = 0.2;

/** `typical-traffic`; none without rules, profiles or a network. */
export function typicalTraffic(
  rules: readonly Rule[],
  profiles: ReadonlyMap<string, readonly number[]>,
  { inputs, place, drop }: CleanContext,
): ColumnTable[] {
  const [links, nodes] = [inputs?.('road-links'), inputs?.('road-nodes')];
  if (rules.length === 0) return [];
  if (!links || !nodes || !DIRECTIONS.every((name) => profiles.has(name))) {
    const needs = `needs the network of streets and the profiles ${DIRECTIONS.join(', ')}`;
    for (const { origin } of rules) drop('bad-value', `${placeOf(origin)}: ${needs}`);
    return [];
  }
  const byClass = new Map(rules.map((rule) => [STREET_CLASSES.indexOf(rule.class), rule]));
  const [kind, lanes] = [valuesOf(links, 'class'), valuesOf(links, 'lanes')];
  const street = columnOf(links, 'nameIndex');
  const leads = leadsTo(lonLatToPlane(place.centre), links, nodes);
  const made = Array.from({ length: links.rows }, (_, link) => {
    const rule = byClass.get(kind[link] as number);
    if (!rule) return [];
    const { cosine, farM } = leads(link);
    const share = Math.min(1, farM / EDGE_M);
    const name = street.dictionary?.[street.values[link] as number];
    // All stretches of a street are alike.
    const own = 1 + UNLIKE * (2 * seeded(`traffic/${name}`)() - 1);
    const capacity = rule.capacityVehHLane * (lanes[link] as number);
    const saturation = rule.saturationCentre + (rule.saturationEdge - rule.saturationCentre) * share;
    const profile = DIRECTIONS[cosine > LEADS ? 0 : cosine < -LEADS ? 1 : 2];
    return [{ link, capacity, flow: capacity * saturation * own, profile }];
  }).flat();
  return [
    {
      id: 'typical-traffic',
      rows: made.length,
      columns: [
        { name: 'link', unit: '1', values: Uint32Array.from(made, ({ link }) => link) },
        { name: 'flowVehH', unit: 'veh/h', values: Float32Array.from(made, ({ flow }) => flow) },
        { name: 'capacityVehH', unit: 'veh/h', values: Float32Array.from(made, ({ capacity }) => capacity) },
        texts(
          'profile',
          made.map(({ profile }) => profile),
        ),
      ],
    },
  ];
}

/** How far from a centre a link begins, and the cosine of the angle between its way and the way there. */
function leadsTo([centreEastM, centreNorthM]: Plane, links: ColumnTable, nodes: ColumnTable) {
  const [from, to] = [valuesOf(links, 'from'), valuesOf(links, 'to')];
  const [east, north] = [valuesOf(nodes, 'eastM'), valuesOf(nodes, 'northM')];
  return (link: number): { readonly cosine: number; readonly farM: number } => {
    const [a, b] = [from[link] as number, to[link] as number];
    const [x, y] = [centreEastM - (east[a] as number), centreNorthM - (north[a] as number)];
    const [dx, dy] = [(east[b] as number) - (east[a] as number), (north[b] as number) - (north[a] as number)];
    const farM = Math.hypot(x, y);
    return { farM, cosine: (x * dx + y * dy) / (farM * Math.hypot(dx, dy) || 1) };
  };
}
