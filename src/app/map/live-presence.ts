// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../../city/clock';
import type { LonLat } from '../../city/frames';
import type { Look } from '../../layers/layer';
import { HIGHEST_M } from '../../layers/live/presence-surface';
import type { LivingCity } from '../../stream/live/living-city';
import { cityFiles } from '../state/city-files';
import type { Selection } from '../state/store';
import type { LiveSession } from './live-drawing';
import type { LiveNow, LivePart } from './live-part';
import { speedOf } from './live-part';
import { districtField, gridField, type PresenceField } from './presence-fields';

/** A surface that rises by a fifth of the city's greatest in an hour; in metres of the scene a second. */
const USUAL_MS = HIGHEST_M / 5 / 3600;

/**
 * Where people are: on a typical day the grid of cells where the city has one, else the districts; of a
 * date only what is reported, by district.
 */
export async function makePresence(session: LiveSession, living: LivingCity): Promise<PresencePart> {
  const files = cityFiles(session.catalogue, session.cityUrl);
  const place = { anchor: session.catalogue.city.centre, stage: session.city.stage };
  const cells = await files.columnsIfAny('presence-cells');
  const rings = await files.columnsIfAny('zone-rings');
  const fields: PresenceField[] = [];
  if (cells && cells.rows > 0) fields.push(gridField(place, cells, await files.columns('week-profiles')));
  if (rings) fields.push(districtField(place, living, await files.columns('zones'), rings));
  if (fields.length === 0) throw new Error('presence needs the table presence-cells or zone-rings');
  for (const { surface } of fields) await session.city.prepare(surface);
  return new PresencePart(session, fields);
}

export class PresencePart implements LivePart {
  readonly id = 'presence';
  readonly kinds = ['presence'] as const;
  readonly #session: Pick<LiveSession, 'city'>;
  readonly #fields: readonly PresenceField[];
  /** The one that is drawn. */
  #drawn: PresenceField | null = null;
  #key: unknown = null;
  #look: Look | null = null;

  /** @param fields of which the first that has something is drawn */
  constructor(session: Pick<LiveSession, 'city'>, fields: readonly PresenceField[]) {
    this.#session = session;
    this.#fields = fields;
  }

  frame({ moment, look }: Pick<LiveNow, 'moment' | 'look'>): void {
    if (look !== this.#look) for (const { surface } of this.#fields) surface.setLook(look);
    this.#look = look;
    let drawn: PresenceField | null = null;
    for (const field of this.#fields) {
      const shares = drawn ? null : field.at(moment);
      field.surface.visible = shares !== null;
      if (!shares) continue;
      drawn = field;
      if (shares.key !== this.#key || field !== this.#drawn) field.surface.show(shares.before, shares.after);
      this.#key = shares.key;
      field.surface.between(shares.share);
    }
    this.#drawn = drawn;
  }

  speedMS(clock: Clock): number {
    // In real time nobody sees it rise.
    return speedOf(clock) > 1 ? USUAL_MS * speedOf(clock) : 0;
  }

  show(shown: boolean): void {
    this.#session.city.stand(this.id, shown ? this.#fields.map(({ surface }) => surface) : []);
  }

  pick(ground: LonLat): Selection | null {
    // What is not drawn is not clicked.
    const id = this.#drawn?.pick(ground) ?? null;
    return id === null ? null : { kind: 'live', live: 'presence', id, at: ground };
  }

  dispose(): void {
    for (const { surface } of this.#fields) surface.dispose();
  }
}
