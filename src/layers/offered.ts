// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../city/catalogue';
import type { InputTable } from '../city/inputs';
import type { LiveKind, Topic } from '../city/live';
import { LAYERS, type LayerId } from './index';
import type { Layer } from './layer';

export type OfferedLayer = Layer & { readonly id: LayerId };

/** What a city can show of a day without any feed. */
const TYPICAL: Partial<Record<InputTable, readonly LiveKind[]>> = {
  'typical-traffic': ['traffic'],
  'typical-presence': ['presence'],
  'presence-cells': ['presence'],
  'typical-values': ['bike-station', 'car-park', 'air', 'weather'],
  'schedule-runs': ['vehicle'],
};

/** Kinds of live thing that the feeds bring or the city's typical day has. */
export function livingKinds(
  catalogue: Catalogue,
  feeds: readonly Pick<Topic, 'kinds'>[],
): ReadonlySet<LiveKind> {
  const built = catalogue.files.inputs.filter(({ rows }) => rows > 0);
  return new Set([...feeds.flatMap(({ kinds }) => kinds), ...built.flatMap(({ id }) => TYPICAL[id] ?? [])]);
}

/** Layers of the shelf that this city, with these feeds, has something for, in drawing order. */
export function offeredLayers(
  catalogue: Catalogue,
  feeds: readonly Pick<Topic, 'kinds'>[] = [],
): readonly OfferedLayer[] {
  const built = new Set(catalogue.themes.filter((theme) => theme.kept > 0).map((theme) => theme.id));
  const living = livingKinds(catalogue, feeds);
  return LAYERS.filter(({ live, themes }: Layer) =>
    live ? live.some((kind) => living.has(kind)) : themes.some((theme) => built.has(theme)),
  );
}
