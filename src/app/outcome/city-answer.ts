// SPDX-License-Identifier: EUPL-1.2
/** Puts the answer of an outcome on the city: into the store that the map draws from. Nothing is run. */
import type { Digest } from '../../impact/digest';
import { LAYERS } from '../../layers/index';
import type { Layer } from '../../layers/layer';
import { EMPTY_SCENARIO } from '../../scenario/scenario';
import { openAnswer } from '../../simulation/kept-answer';
import { viewIn } from '../state/city-start';
import { viewOf } from '../state/impact-view';
import { unpacked } from '../state/kept/packing';
import { useStore } from '../state/store';
import { loadCity } from './city';
import { API } from './publication';

/** `other-city`: the city has been built anew since, with other data: the answer's rows would be other streets. */
export type CityShown = 'shown' | 'other-city';

/** What lives in the city is of another moment than the answer; signs of stops would hide its streets. */
const LEFT_OUT = (LAYERS as readonly Layer[])
  .filter(({ id, live }) => live || id === 'transit-stops')
  .map(({ id }) => id);

/** Rejects where the answer or the city does not come. */
export async function showOnCity(id: string, digest: Digest): Promise<CityShown> {
  const [{ catalogue, cityUrl }, bytes] = await Promise.all([loadCity(), bytesOf(id)]);
  const { seed, year, ...kept } = openAnswer(await unpacked(bytes));
  const today = new Map<string, string>(
    catalogue.files.inputs.map(({ id: table, sha256 }) => [table, sha256]),
  );
  const isSame = Object.entries(kept.inputHashes).every(([table, sha256]) => today.get(table) === sha256);
  if (!isSame) return 'other-city';
  const { set, impactView, layers } = useStore.getState();
  const scenario = { ...EMPTY_SCENARIO, seed, year };
  set({
    ...{ catalogue, cityUrl, view: viewIn(catalogue, digest.view) },
    run: { kind: 'done', answer: { ...kept, scenario } },
    impactView: { ...viewOf(kept.impact, impactView), open: true, mode: 'swipe', split: 0.5 },
    layers: { ...layers, ...Object.fromEntries(LEFT_OUT.map((layer) => [layer, false])) },
  });
  return 'shown';
}

async function bytesOf(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(`${API}publications/${encodeURIComponent(id)}/answer`);
  if (!answer.ok) throw new Error(`the answer has not come: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
