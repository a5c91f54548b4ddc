// SPDX-License-Identifier: EUPL-1.2
/** Paints the hours of sun of the store on the ground and on the roofs. */
import { DataTexture, NearestFilter } from 'three';
import type { Catalogue } from '../../city/catalogue';
import { lonLatToScene } from '../../city/frames';
import { firstAboveBuildings } from '../../layers/ground/style';
import type { CityLayer } from '../../layers/solid/city-layer';
import type { SunRaster } from '../../survey/questions';
import { useStore } from '../state/store';
import { addGroundPicture, pictureOfCells, removeGroundPicture } from './ground-picture';
import type { MapSession } from './map-session';
import { sunBytes } from './sun-colours';

export const SUN_SURFACE = 'sun-surface';
const OPACITY = 0.78;

/** Keeps the map as the store says; returns how to end it. */
export function drawSunSurface(
  { map, city, whenStyled }: Pick<MapSession, 'map' | 'city' | 'whenStyled'>,
  catalogue: Catalogue,
): () => void {
  let texture: DataTexture | null = null;
  let closed = false;
  const clear = () => {
    removeGroundPicture(map, SUN_SURFACE);
    city?.setDrape(null);
    texture?.dispose();
    texture = null;
  };
  const show = () => {
    if (closed) return;
    clear();
    const { sunSurface, look } = useStore.getState();
    if (!sunSurface) return;
    const bytes = sunBytes(sunSurface);
    addGroundPicture(map, {
      id: SUN_SURFACE,
      picture: pictureOfCells(sunSurface.columns, sunSurface.rows, (cell) =>
        bytes.subarray(4 * cell, 4 * cell + 4),
      ),
      corners: sunSurface,
      opacity: OPACITY,
      before: city && map.getLayer(city.id) ? city.id : firstAboveBuildings(catalogue, look),
    });
    if (city) texture = drape(city, sunSurface, bytes, catalogue);
  };
  whenStyled(show);
  const stop = useStore.subscribe((now, before) => {
    if (now.sunSurface !== before.sunSurface) whenStyled(show);
  });
  return () => {
    closed = true;
    stop();
    clear();
  };
}

function drape(
  city: CityLayer,
  raster: SunRaster,
  bytes: Uint8Array<ArrayBuffer>,
  { city: { centre } }: Catalogue,
) {
  const texture = new DataTexture(bytes, raster.columns, raster.rows);
  texture.magFilter = texture.minFilter = NearestFilter;
  texture.needsUpdate = true;
  const [westM, southM] = lonLatToScene(centre, raster.southWest);
  const [eastM, northM] = lonLatToScene(centre, raster.northEast);
  city.setDrape({ texture, westM, southM, eastM, northM });
  return texture;
}
