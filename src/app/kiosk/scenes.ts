// SPDX-License-Identifier: EUPL-1.2
/** The few ways of looking at the city that a kiosk offers, each a set of layers of the shelf. Pure. */
import type { Catalogue } from '../../city/catalogue';
import { LAYERS, type LayerId } from '../../layers/index';
import { offeredLayers } from '../../layers/offered';
import type { FeedState } from '../state/store';

const SCENE_IDS = ['city', 'transit', 'traffic', 'air', 'bikes', 'green', 'services'] as const;
export type SceneId = (typeof SCENE_IDS)[number];

/** What always stays: without it nobody knows where he is. */
const GROUND: readonly LayerId[] = ['water', 'greenery', 'streets', 'buildings', 'labels', 'districts'];
const SHOWS: Readonly<Record<SceneId, readonly LayerId[]>> = {
  city: ['trees', 'rail', 'vehicles'],
  transit: ['rail', 'transit-lines', 'transit-stops', 'vehicles'],
  traffic: ['traffic'],
  air: ['air', 'weather'],
  bikes: ['bike-stations', 'cycleways'],
  green: ['trees'],
  services: ['services'],
};

/** Which layers are on in a scene: every layer of the shelf is said. */
export function layersOf(scene: SceneId): Readonly<Record<string, boolean>> {
  const on = new Set<string>([...GROUND, ...SHOWS[scene]]);
  return Object.fromEntries(LAYERS.map(({ id }) => [id, on.has(id)]));
}

/** Scenes that have something to show in this city, with these feeds. */
export function offeredScenes(
  catalogue: Catalogue | null,
  feeds: readonly Pick<FeedState, 'kinds'>[],
): readonly SceneId[] {
  if (!catalogue) return ['city'];
  const offered = new Set<string>(offeredLayers(catalogue, feeds).map(({ id }) => id));
  return SCENE_IDS.filter((scene) => scene === 'city' || SHOWS[scene].some((id) => offered.has(id)));
}
