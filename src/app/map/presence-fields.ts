// SPDX-License-Identifier: EUPL-1.2
/** What the surface of presence shows at a moment: squares of a grid, or districts. */
import type { Moment, Weekday } from '../../city/clock';
import { type ColumnTable, columnOf } from '../../city/columns';
import { type LonLat, lonLatToScene } from '../../city/frames';
import type { PresenceRow } from '../../city/live';
import {
  cellAt,
  cellCorners,
  districtAt,
  districtShape,
  fieldShape,
} from '../../layers/live/presence-geometry';
import { PresenceSurface } from '../../layers/live/presence-surface';
import { districtShares, hoursAbout, NOT_DISCLOSED, personsOf } from '../../layers/live/presence-values';
import type { Stage } from '../../layers/solid/stage';
import type { LivingCity } from '../../stream/live/living-city';
import { readProfiles } from '../../stream/live/typical-week';

export interface PresencePlace {
  readonly anchor: LonLat;
  readonly stage: Stage;
}

/** Shares at the hours before and after a moment, and how far it is between them. */
interface Shares {
  /** The same as long as nothing else is to be drawn. */
  readonly key: unknown;
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  readonly share: number;
}
export interface PresenceField {
  readonly surface: PresenceSurface;
  /** Null where nothing is to be drawn. */
  at(moment: Moment): Shares | null;
  pick(ground: LonLat): string | null;
}

/** Cells by the shape of their typical week, on a typical day: they say nothing of any date. */
export function gridField(
  { anchor, stage }: PresencePlace,
  table: ColumnTable,
  week: ColumnTable,
): PresenceField {
  const corners = cellCorners(table, anchor);
  const profiles = readProfiles(week);
  const name = textsOf(table, 'profile');
  const ids = textsOf(table, 'cell');
  const ofCell = Array.from({ length: table.rows }, (_, row) => profiles.get(name(row)));
  const at = (hour: number) =>
    Float32Array.from(ofCell, (profile) => {
      const value = profile?.[hour];
      return value === undefined || Number.isNaN(value) ? NOT_DISCLOSED : Math.min(1, Math.max(0, value));
    });
  let made: Omit<Shares, 'share'> | null = null;
  return {
    surface: new PresenceSurface(fieldShape(corners), table.rows, stage),
    at: ({ kind, weekday, secondOfDay }) => {
      if (kind !== 'typical') return null;
      const { before, after, share } = hoursAbout(weekday, secondOfDay);
      if (made?.key !== before) made = { key: before, before: at(before), after: at(after) };
      return { ...made, share };
    },
    pick: (ground) => {
      const [x, y] = lonLatToScene(anchor, ground);
      const cell = cellAt(corners, x, y);
      return cell === null ? null : `cell/${ids(cell)}`;
    },
  };
}

/** Districts by persons a hectare, as known; what is stale is grey. */
export function districtField(
  { anchor, stage }: PresencePlace,
  living: Pick<LivingCity, 'known'>,
  zones: ColumnTable,
  rings: ColumnTable,
): PresenceField {
  const ids = textsOf(zones, 'id');
  const areas = textsOf(zones, 'areaM2');
  const rows = Array.from({ length: zones.rows }, (_, row) => row);
  const rowOf = new Map(rows.map((row) => [Number(ids(row)), row]));
  const areaM2 = rows.map((row) => Number(areas(row)));
  // The most of the whole week, so that heights of different hours can be compared.
  let topPerHa = 0;
  const top = (known: readonly PresenceRow[]) => {
    for (const row of known) {
      const hectares = (areaM2[rowOf.get(row.district) ?? -1] ?? 0) / 10_000;
      if (hectares >= LEAST_HA) topPerHa = Math.max(topPerHa, (personsOf(row) ?? 0) / hectares);
    }
  };
  let weekSeen = false;
  let topOfWeek = false;
  const typical = (hourOfWeek: number) =>
    living.known('presence', {
      kind: 'typical',
      atMs: null,
      weekday: (Math.floor(hourOfWeek / 24) + 1) as Weekday,
      secondOfDay: ((hourOfWeek % 24) + 0.5) * 3600,
    });
  const seeWeek = () => {
    if (weekSeen || typical(WEDNESDAY_H).lack === 'connecting') return;
    weekSeen = true;
    for (const day of [WEDNESDAY_H, SATURDAY_H]) for (let h = 0; h < 24; h++) top(typical(day + h).fresh);
    topOfWeek = topPerHa > 0;
  };
  const shares = (fresh: readonly PresenceRow[], stale: readonly PresenceRow[] = []) =>
    districtShares(fresh, rowOf, areaM2, topPerHa || 1, stale);
  let made: Omit<Shares, 'share'> | null = null;
  const shape = districtShape(rings, anchor);
  return {
    surface: new PresenceSurface(shape, zones.rows, stage),
    at: (moment) => {
      seeWeek();
      if (moment.kind === 'typical') {
        const { before, after, share } = hoursAbout(moment.weekday, moment.secondOfDay);
        if (made?.key !== before) {
          const [one, other] = [typical(before), typical(after)];
          if (one.fresh.length === 0) return null;
          made = { key: before, before: shares(one.fresh), after: shares(other.fresh) };
        }
        return { ...made, share };
      }
      const known = living.known('presence', moment);
      if (known.fresh.length + known.stale.length === 0) return null;
      if (made?.key !== known) {
        if (!topOfWeek) top([...known.fresh, ...known.stale]);
        const now = shares(known.fresh, known.stale);
        made = { key: known, before: now, after: now };
      }
      return { ...made, share: 0 };
    },
    pick: (ground) => {
      const [x, y] = lonLatToScene(anchor, ground);
      const row = districtAt(shape, x, y);
      return row === null ? null : ids(row);
    },
  };
}
/** Smaller than this, a district's density is an accident of its outline. */
const LEAST_HA = 5;
/** Hours of the week at which a working day and a day off begin. */
const WEDNESDAY_H = 48;
const SATURDAY_H = 120;

/** A column's values as texts. */
function textsOf(table: ColumnTable, name: string): (row: number) => string {
  const { values, dictionary } = columnOf(table, name);
  return (row) => dictionary?.[values[row] as number] ?? String(values[row]);
}
