// SPDX-License-Identifier: EUPL-1.2
/** Draws one's own data, and keeps what is drawn in step with the store. */
import type { LayerSpecification, VectorTileSource } from 'maplibre-gl';
import type { Catalogue } from '../../city/catalogue';
import { firstAboveBuildings } from '../../layers/ground/style';
import { KeepError } from '../../own/keeper';
import { type OwnLayer, ownListId } from '../../own/own-layer';
import { DEEPEST } from '../../own/tiler';
import { tellFault } from '../state/fault';
import { forgetOld, keeper, useOwn } from '../state/own';
import type { StoreState } from '../state/store';
import type { MapSession } from './map-session';
import { type Drawn, ownSource, ownStyleLayers, stacked } from './own-style';
import { addOwnProtocol, ownTilesUrl } from './own-tiles';
import { ReadyPrograms } from './ready-programs';

type Session = Pick<MapSession, 'map' | 'whenStyled' | 'state'>;
let version = 0;

/** What a layer's colours and rows depend on. */
const asOf = ({ filters, colourings, look }: StoreState, { id, heightBy = null }: OwnLayer) => ({
  heightBy,
  filter: filters[ownListId(id)] ?? null,
  colouring: colourings[ownListId(id)] ?? null,
  look,
});

export function connectOwn({ map, whenStyled, state }: Session, catalogue: Catalogue): () => void {
  let closed = false;
  addOwnProtocol();
  void forgetOld();
  /** What was last asked of the worker, by layer. */
  const asked = new Map<string, string>();
  const sources = new Set<string>();
  const programs = new ReadyPrograms(map);
  /** How each layer is drawn, or was until that by which it is to be drawn is ready. */
  const styles = new Map<string, ReturnType<typeof ownStyleLayers>>();
  let drawnAs: { readonly ground: readonly Drawn[]; readonly above: readonly Drawn[] } = {
    ground: [],
    above: [],
  };

  /** Brings layers and sources to what is shown; those that are as they should be are not touched. */
  const arrange = () => {
    if (closed) return;
    const { ownLayers, look } = state.getState();
    const { shown, gone } = useOwn.getState();
    const ground: LayerSpecification[] = [];
    const above: LayerSpecification[] = [];
    const unready: LayerSpecification[] = [];
    for (const layer of ownLayers) {
      const as = shown[layer.id];
      if (!layer.visible || gone.includes(layer.id) || !as) continue;
      const wanted = ownStyleLayers(layer, as.legend, look);
      const all = [...wanted.ground, ...wanted.above];
      if (programs.has(all)) styles.set(layer.id, wanted);
      else unready.push(...all);
      const specs = styles.get(layer.id);
      if (!specs) continue;
      if (!map.getSource(ownSource(layer.id)))
        map.addSource(ownSource(layer.id), {
          type: 'vector',
          tiles: [ownTilesUrl(layer.id, ++version)],
          minzoom: 8,
          maxzoom: DEEPEST,
          bounds: [...layer.bounds],
        });
      ground.push(...specs.ground);
      above.push(...specs.above);
    }
    drawnAs = {
      ground: stacked(map, drawnAs.ground, ground, firstAboveBuildings(catalogue, look)),
      above: stacked(map, drawnAs.above, above, 'selection'),
    };
    for (const id of sources) if (!ownLayers.some((layer) => layer.id === id)) dropSource(id);
    for (const { id } of ownLayers) if (map.getSource(ownSource(id))) sources.add(id);
    if (unready.length > 0) void programs.make(unready).then(() => whenStyled(arrange));
  };
  const dropSource = (id: string) => {
    if (map.getSource(ownSource(id))) map.removeSource(ownSource(id));
    sources.delete(id);
    styles.delete(id);
  };

  /** Has the worker work out the rows' colours where what they depend on has changed; then draws. */
  const show = async (layer: OwnLayer) => {
    const as = asOf(state.getState(), layer);
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
