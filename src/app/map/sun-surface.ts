// SPDX-License-Identifier: EUPL-1.2
/** Paints the hours of sun of the store on the ground and on the roofs. */
import { DataTexture, NearestFilter } from 'three';
import type { Catalogue } from '../../city/catalogue';
import { lonLatToScene } from '../../city/frames';
import { firstAboveBuildings } from '../../layers/ground/style';
import type { CityLayer } from '../../layers/solid/city-layer';
import type { SunRaster } from '../../survey/questions';
import { useStore } from '../state/store';
import { addGroundPicture, pictureOf, removeGroundPicture } from './ground-picture';
import type { MapSession } from './map-session';

const SUN_SURFACE = 'sun-surface';
const OPACITY = 0.9;

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
    addGroundPicture(map, {
      id: SUN_SURFACE,
      picture: pictureOf(sunSurface.pixels, sunSurface.columns, sunSurface.rows),
      corners: sunSurface,
      opacity: OPACITY,
      before: city && map.getLayer(city.id) ? city.id : firstAboveBuildings(catalogue, look),
    });
    if (city) texture = drape(city, sunSurface, catalogue);
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

function drape(city: CityLayer, raster: SunRaster, { city: { centre } }: Catalogue): DataTexture {
  const { pixels, columns, rows } = raster;
  const texture = new DataTexture(new Uint8Array(pixels.buffer), columns, rows);
  texture.magFilter = texture.minFilter = NearestFilter;
  texture.needsUpdate = true;
  const [westM, southM] = lonLatToScene(centre, raster.southWest);
  const [eastM, northM] = lonLatToScene(centre, raster.northEast);
  city.setDrape({ texture, westM, southM, eastM, northM });
  return texture;
}
