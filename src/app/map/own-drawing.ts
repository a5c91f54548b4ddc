// SPDX-License-Identifier: EUPL-1.2
/** Draws one's own data, and keeps what is drawn in step with the store. */
import type { VectorTileSource } from 'maplibre-gl';
import type { Catalogue } from '../../city/catalogue';
import { firstAboveBuildings } from '../../layers/ground/style';
import { KeepError } from '../../own/keeper';
import { type OwnLayer, ownListId } from '../../own/own-layer';
import { DEEPEST } from '../../own/tiler';
import { tellFault } from '../state/fault';
import { forgetOld, keeper, useOwn } from '../state/own';
import type { StoreState } from '../state/store';
import type { MapSession } from './map-session';
import { OWN_PREFIX, ownSource, ownStyleLayers } from './own-style';
import { addOwnProtocol, ownTilesUrl } from './own-tiles';

type Session = Pick<MapSession, 'map' | 'whenStyled' | 'state'>;
let version = 0;

/** What a layer's colours and rows depend on. */
const asOf = ({ filters, colourings, look }: StoreState, id: string) => ({
  filter: filters[ownListId(id)] ?? null,
  colouring: colourings[ownListId(id)] ?? null,
  look,
});

export function connectOwn({ map, whenStyled, state }: Session, catalogue: Catalogue): () => void {
  let closed = false;
  addOwnProtocol();
  forgetOld();
  /** What was last asked of the worker, by layer. */
  const asked = new Map<string, string>();

  const drawn = () =>
    (map.getStyle()?.layers ?? []).filter((one) => one.id.startsWith(OWN_PREFIX)).map(({ id }) => id);

  /** Takes all layers away and adds those that are shown, in their order; sources stay while they are needed. */
  const arrange = () => {
    if (closed) return;
    const { ownLayers, look } = state.getState();
    const { shown, gone } = useOwn.getState();
    for (const id of drawn()) map.removeLayer(id);
    const beneath = firstAboveBuildings(catalogue, look);
    for (const layer of ownLayers) {
      if (!layer.visible || gone.includes(layer.id) || !shown[layer.id]) continue;
      if (!map.getSource(ownSource(layer.id)))
        map.addSource(ownSource(layer.id), {
          type: 'vector',
          tiles: [ownTilesUrl(layer.id, ++version)],
          minzoom: 8,
          maxzoom: DEEPEST,
          bounds: [...layer.bounds],
        });
      const { ground, above } = ownStyleLayers(layer, shown[layer.id]?.legend ?? null, look);
      for (const spec of ground) map.addLayer(spec, map.getLayer(beneath) ? beneath : undefined);
      for (const spec of above) map.addLayer(spec, map.getLayer('selection') ? 'selection' : undefined);
    }
    const ids = ownLayers.map(({ id }) => ownSource(id));
    for (const source of Object.keys(map.getStyle()?.sources ?? {}))
      if (source.startsWith(OWN_PREFIX) && !ids.includes(source)) map.removeSource(source);
  };

  /** Has the worker work out the rows' colours where what they depend on has changed; then draws. */
  const show = async (layer: OwnLayer) => {
    const as = asOf(state.getState(), layer.id);
    const key = JSON.stringify(as);
    if (asked.get(layer.id) === key) return;
    asked.set(layer.id, key);
    try {
      const shown = await keeper.ask('show', { id: layer.id, as });
      if (closed || asked.get(layer.id) !== key) return;
      useOwn.setState((own) => ({
        shown: { ...own.shown, [layer.id]: shown },
        gone: own.gone.filter((id) => id !== layer.id),
      }));
      whenStyled(() => {
        map.getSource<VectorTileSource>(ownSource(layer.id))?.setTiles([ownTilesUrl(layer.id, ++version)]);
        arrange();
      });
    } catch (error) {
      asked.delete(layer.id);
      if (error instanceof KeepError && error.code === 'gone')
        useOwn.setState((own) => ({ gone: [...own.gone.filter((id) => id !== layer.id), layer.id] }));
      else tellFault(error);
    }
  };

  const all = () => {
    for (const layer of state.getState().ownLayers) void show(layer);
  };
  all();
  whenStyled(arrange);
  const stop = state.subscribe((now, before) => {
    if (now.look !== before.look || now.filters !== before.filters || now.colourings !== before.colourings)
      all();
    if (now.ownLayers === before.ownLayers) return;
    all();
    whenStyled(arrange);
  });
  return () => {
    closed = true;
    stop();
  };
}
