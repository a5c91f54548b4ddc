// SPDX-License-Identifier: EUPL-1.2
/**
 * Typical flows of the demo's streets: what a rule for each class of street says, stronger towards the
 * centre, by the profile of its direction. No count of anybody's: only a demo city has such rules.
 */
import type { ColumnTable } from '../../src/city/columns';
import { lonLatToPlane } from '../../src/city/frames';
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
    for (const { origin } of rules)
      drop(
        'bad-value',
        `${placeOf(origin)}: needs the network of streets and the profiles ${DIRECTIONS.join(', ')}`,
      );
    return [];
  }
  const of = (from: ColumnTable, name: string) => from.columns.find((c) => c.name === name)!;
  const [from, to, lanes, kind, street] = ['from', 'to', 'lanes', 'class', 'nameIndex'].map((name) =>
    of(links, name),
  ) as [
    ReturnType<typeof of>,
    ReturnType<typeof of>,
    ReturnType<typeof of>,
    ReturnType<typeof of>,
    ReturnType<typeof of>,
  ];
  const [east, north] = [of(nodes, 'eastM').values, of(nodes, 'northM').values];
  const [centreEastM, centreNorthM] = lonLatToPlane(place.centre);
  const byClass = new Map(rules.map((rule) => [STREET_CLASSES.indexOf(rule.class), rule]));
  const rows = Array.from({ length: links.rows }, (_, link) => link).filter((link) =>
    byClass.has(kind.values[link] as number),
  );
  const made = rows.map((link) => {
    const rule = byClass.get(kind.values[link] as number) as Rule;
    const [a, b] = [from.values[link] as number, to.values[link] as number];
    const [x, y] = [centreEastM - (east[a] as number), centreNorthM - (north[a] as number)];
    const [dx, dy] = [(east[b] as number) - (east[a] as number), (north[b] as number) - (north[a] as number)];
    const farM = Math.hypot(x, y);
    const towards = (x * dx + y * dy) / (farM * Math.hypot(dx, dy) || 1);
    const share = Math.min(1, farM / EDGE_M);
    const own =
      1 + UNLIKE * (2 * seeded(`traffic/${street.dictionary?.[street.values[link] as number]}`)() - 1);
    const capacity = rule.capacityVehHLane * (lanes.values[link] as number);
    const saturation = rule.saturationCentre + (rule.saturationEdge - rule.saturationCentre) * share;
    return {
      capacity,
      flow: capacity * saturation * own,
      profile: DIRECTIONS[towards > LEADS ? 0 : towards < -LEADS ? 1 : 2] as string,
    };
  });
  return [
    {
      id: 'typical-traffic',
      rows: rows.length,
      columns: [
        { name: 'link', unit: '1', values: Uint32Array.from(rows) },
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
