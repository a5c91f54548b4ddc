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
import type { Known } from '../../stream/live/known';
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
  const typical = (hourOfWeek: number) =>
    living.known('presence', {
      kind: 'typical',
      atMs: null,
      weekday: (Math.floor(hourOfWeek / 24) + 1) as Weekday,
      secondOfDay: ((hourOfWeek % 24) + 0.5) * 3600,
    });
  const top = new TopDensity((district) => (areaM2[rowOf.get(district) ?? -1] ?? 0) / 10_000, typical);
  const shares = (fresh: readonly PresenceRow[], stale: readonly PresenceRow[] = []) =>
    districtShares(fresh, rowOf, areaM2, top.perHa || 1, stale);
  let made: Omit<Shares, 'share'> | null = null;
  const shape = districtShape(rings, anchor);
  return {
    surface: new PresenceSurface(shape, zones.rows, stage),
    at: (moment) => {
      top.seeWeek();
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
        if (!top.ofWeek) top.raise([...known.fresh, ...known.stale]);
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

/** The most persons a hectare of the whole week, so that heights of different hours can be compared. */
class TopDensity {
  perHa = 0;
  /** It is the week's; else of what has been known so far. */
  ofWeek = false;
  #seen = false;
  readonly #hectares: (district: number) => number;
  readonly #typical: (hourOfWeek: number) => Known<'presence'>;

  constructor(hectares: (district: number) => number, typical: (hourOfWeek: number) => Known<'presence'>) {
    this.#hectares = hectares;
    this.#typical = typical;
  }

  raise(rows: readonly PresenceRow[]): void {
    for (const row of rows) {
      const hectares = this.#hectares(row.district);
      if (hectares >= LEAST_HA) this.perHa = Math.max(this.perHa, (personsOf(row) ?? 0) / hectares);
    }
  }

  /** Once the typical week is here. */
  seeWeek(): void {
    if (this.#seen || this.#typical(WEDNESDAY_H).lack === 'connecting') return;
    this.#seen = true;
    for (const day of [WEDNESDAY_H, SATURDAY_H])
      for (let hour = 0; hour < 24; hour++) this.raise(this.#typical(day + hour).fresh);
    this.ofWeek = this.perHa > 0;
  }
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
