// SPDX-License-Identifier: EUPL-1.2
/** Trees in three dimensions: brought where somebody comes near enough, taken away where the machine is slow. */
import type { ExpressionSpecification } from 'maplibre-gl';
import type { Catalogue } from '../../city/catalogue';
import { CIRCLE_OPACITY } from '../../layers/ground/trees';
import type { CityLayer } from '../../layers/solid/city-layer';
import type { StateView } from '../state/comparison';
import { bringWhen } from './bring';
import { layerVisible } from './layer-sync';
import { countComing } from './live-solid';
import type { MapPart, MapSession } from './map-session';
import { drawnLevel, qualitySettings } from './quality-ladder';

/** Farther away they are a few pixels high. */
const FROM_ZOOM = 15;
/** Under its crown a tree's circle is its shade. */
const UNDER_CROWNS: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  FROM_ZOOM,
  CIRCLE_OPACITY,
  FROM_ZOOM + 1,
  0.25,
];

const wanted = (state: StateView) =>
  state.getState().cityDrawn &&
  layerVisible('trees', state) &&
  qualitySettings(drawnLevel(state.getState())).rich;

export function connectTreeCrowns(session: MapPart, catalogue: Catalogue, cityUrl: string): () => void {
  const { city, state } = session;
  const { trees } = catalogue.files;
  if (!city || !trees) return () => {};
  return bringWhen(
    () => wanted(state) && state.getState().view.zoom >= FROM_ZOOM,
    () => {
      countComing(1);
      return import('../../layers/solid/tree-tiles').finally(() => countComing(-1));
    },
    ({ TreeTiles }) => {
      const tiles = new TreeTiles({
        anchor: catalogue.city.centre,
        tileset: cityUrl + trees.tileset,
        stage: city.stage,
        look: state.getState().look,
        repaint: () => session.map.triggerRepaint(),
        onLoading: (loading) => countComing(loading ? 1 : -1),
      });
      return standTrees(session, city, tiles);
    },
    state,
  );
}

function standTrees(
  { map, whenStyled, state }: Pick<MapSession, 'map' | 'whenStyled' | 'state'>,
  city: CityLayer,
  tiles: InstanceType<typeof import('../../layers/solid/tree-tiles').TreeTiles>,
): () => void {
  const show = () => {
    const standing = wanted(state);
    city.stand('trees', standing ? [tiles.group] : []);
    whenStyled(() => {
      if (map.getLayer('tree'))
        map.setPaintProperty('tree', 'circle-opacity', standing ? UNDER_CROWNS : CIRCLE_OPACITY);
    });
    return standing;
  };
  let standing = show();
  const stopFrames = city.beforeFrame(() => {
    const { clientWidth, clientHeight } = map.getCanvas();
    if (standing && map.getZoom() >= FROM_ZOOM - 1) tiles.follow(city.camera, clientWidth, clientHeight);
  });
  const stopStore = state.subscribe((now, before) => {
    if (now.look !== before.look) tiles.setLook(now.look);
    if (now.look !== before.look || now.layers !== before.layers || drawnLevel(now) !== drawnLevel(before))
      standing = show();
  });
  return () => {
    stopFrames();
    stopStore();
    city.stand('trees', []);
    tiles.dispose();
  };
}
