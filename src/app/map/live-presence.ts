// SPDX-License-Identifier: EUPL-1.2
import type { Clock, Moment, Weekday } from '../../city/clock';
import type { ColumnTable } from '../../city/columns';
import { type LonLat, lonLatToScene } from '../../city/frames';
import type { PresenceRow } from '../../city/live';
import type { Look } from '../../layers/layer';
import { cellAt, cellCorners, districtShape, fieldShape } from '../../layers/live/presence-geometry';
import { PresenceSurface } from '../../layers/live/presence-surface';
import { districtShares, hoursAbout, NOT_DISCLOSED, personsOf } from '../../layers/live/presence-values';
import type { LivingCity } from '../../stream/live/living-city';
import { readProfiles } from '../../stream/live/typical-week';
import { cityFiles } from '../state/city-files';
import type { Selection } from '../state/store';
import type { LiveSession } from './live-drawing';
import type { LiveNow, LivePart } from './live-part';
import { speedOf } from './live-part';

/** Shares at the hours before and after a moment, and how far it is between them. */
interface Shares {
  /** The same as long as nothing else is to be drawn. */
  readonly key: unknown;
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  readonly share: number;
}
interface PresenceField {
  readonly surface: PresenceSurface;
  at(moment: Moment): Shares | null;
  pick(ground: LonLat): string | null;
}

/** A surface that rises by a fifth of the city's greatest in an hour; in metres of the scene a second. */
const USUAL_MS = 180 / 3600;

/** Where people are: the grid of cells where the city has one, else its districts. */
export async function makePresence(session: LiveSession, living: LivingCity): Promise<PresencePart> {
  const files = cityFiles(session.catalogue, session.cityUrl);
  const cells = await files.columnsIfAny('presence-cells');
  const field =
    cells && cells.rows > 0
      ? gridField(session, cells, await files.columns('week-profiles'))
      : districtField(session, living, await files.columns('zones'), await files.columnsIfAny('zone-rings'));
  await session.city.prepare(field.surface);
  return new PresencePart(session, field);
}

export class PresencePart implements LivePart {
  readonly id = 'presence';
  readonly kinds = ['presence'] as const;
  readonly #session: LiveSession;
  readonly #field: PresenceField;
  #key: unknown = null;
  #look: Look | null = null;

  constructor(session: LiveSession, field: PresenceField) {
    this.#session = session;
    this.#field = field;
  }

  frame({ moment, look }: LiveNow): void {
    const { surface } = this.#field;
    if (look !== this.#look) surface.setLook((this.#look = look));
    const shares = this.#field.at(moment);
    surface.visible = shares !== null;
    if (!shares) return;
    if (shares.key !== this.#key) surface.show(shares.before, shares.after);
    this.#key = shares.key;
    surface.between(shares.share);
  }

  speedMS(clock: Clock): number {
    // In real time nobody sees it rise.
    return speedOf(clock) > 1 ? USUAL_MS * speedOf(clock) : 0;
  }

  show(shown: boolean): void {
    this.#session.city.stand(this.id, shown ? [this.#field.surface] : []);
  }

  pick(ground: LonLat): Selection | null {
    const id = this.#field.pick(ground);
    return id === null ? null : { kind: 'live', live: 'presence', id, at: ground };
  }

  dispose(): void {
    this.#field.surface.dispose();
  }
}

/** Cells by the shape of their typical week, whichever moment it is. */
function gridField({ city, catalogue }: LiveSession, table: ColumnTable, week: ColumnTable): PresenceField {
  const anchor = catalogue.city.centre;
  const corners = cellCorners(table, anchor);
  const profiles = readProfiles(week);
  const name = columnOf(table, 'profile');
  const ids = columnOf(table, 'cell');
  const ofCell = Array.from({ length: table.rows }, (_, row) => profiles.get(name(row)));
  const at = (hour: number) =>
    Float32Array.from(ofCell, (profile) => {
      const value = profile?.[hour];
      return value === undefined || Number.isNaN(value) ? NOT_DISCLOSED : Math.min(1, Math.max(0, value));
    });
  let made: Omit<Shares, 'share'> | null = null;
  return {
    surface: new PresenceSurface(fieldShape(corners), table.rows, city.stage),
    at: ({ weekday, secondOfDay }) => {
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

/** Districts by persons a hectare, as known. */
function districtField(
  { city, catalogue, map }: LiveSession,
  living: LivingCity,
  zones: ColumnTable,
  rings: ColumnTable | null,
): PresenceField {
  if (!rings) throw new Error('presence by district needs the table zone-rings');
  const ids = columnOf(zones, 'id');
  const areas = columnOf(zones, 'areaM2');
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
  };
  const shares = (known: readonly PresenceRow[]) => districtShares(known, rowOf, areaM2, topPerHa || 1);
  let made: Omit<Shares, 'share'> | null = null;
  return {
    surface: new PresenceSurface(districtShape(rings, catalogue.city.centre), zones.rows, city.stage),
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
      if (known.fresh.length === 0) return null;
      if (made?.key !== known) {
        if (!weekSeen) top(known.fresh);
        const now = shares(known.fresh);
        made = { key: known, before: now, after: now };
      }
      return { ...made, share: 0 };
    },
    pick: (ground) => {
      const [feature] = map.getLayer('district-fill')
        ? map.queryRenderedFeatures(map.project([ground[0], ground[1]]), { layers: ['district-fill'] })
        : [];
      return feature ? String(feature.properties.id) : null;
    },
  };
}
/** Smaller than this, a district's density is an accident of its outline. */
const LEAST_HA = 5;
/** Hours of the week at which a working day and a day off begin. */
const WEDNESDAY_H = 48;
const SATURDAY_H = 120;

/** A column's values as texts. */
function columnOf(table: ColumnTable, name: string): (row: number) => string {
  const found = table.columns.find((column) => column.name === name);
  if (!found) throw new Error(`table ${table.id} without its column ${name}`);
  const { values, dictionary } = found;
  return (row) => dictionary?.[values[row] as number] ?? String(values[row]);
}
