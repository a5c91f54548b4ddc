// SPDX-License-Identifier: EUPL-1.2
/** Light and shadows of the clock's sun on the city, while the layer `sun` is on. Comes on demand. */
import type { PerspectiveCamera } from 'three';
import type { Catalogue } from '../../city/catalogue';
import { type LonLat, lonLat } from '../../city/frames';
import { sunPosition } from '../../city/sun';
import type { CityLayer } from '../../layers/solid/city-layer';
import { sunLight } from '../../layers/solid/sun-light';
import { SunShadows } from '../../layers/solid/sun-shadows';
import { currentMoment, onMinute } from '../state/clock';
import type { Graphics } from './graphics';
import { layerVisible } from './layer-sync';
import type { MapSession } from './map-session';

/** On the processor the map of shadows is a quarter, and an edge one sample. */
const HARDWARE = { mapSide: 2048, samples: 4 };
const SOFTWARE = { mapSide: 1024, samples: 0 };

export function drawSun(
  { map, state }: Pick<MapSession, 'map' | 'state'>,
  city: CityLayer,
  catalogue: Catalogue,
  graphics: Graphics,
): () => void {
  const at = catalogue.city.centre;
  let place = sunPlace(state.getState().view.at);
  let shadows: SunShadows | null = null;
  let frame = 0;
  const bringUp = () => {
    const { look } = state.getState();
    const sun = sunPosition(currentMoment(state).sunMs, place);
    const light = sunLight(sun, look);
    shadows?.set(sun, light);
    city.setLight(light.scene);
  };
  /** While the clock runs fast the sun moves with every frame, but for those who want no motion or have no power. */
  const run = () => {
    cancelAnimationFrame(frame);
    const { clock } = state.getState();
    const fast = shadows !== null && clock.kind !== 'live' && clock.speed > 1;
    if (!fast || graphics.software || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    frame = requestAnimationFrame(() => {
      bringUp();
      run();
    });
  };
  const follow = (pxPerM: number) => {
    const camera = city.camera as PerspectiveCamera;
    shadows?.follow(camera, camera.position.z / Math.cos((map.getPitch() * Math.PI) / 180), pxPerM);
  };
  const show = () => {
    const { quality, sunSurface } = state.getState();
    // Over painted hours the shadows of a moment would make other colours of the legend's.
    const wanted = layerVisible('sun', state) && quality.level !== 'plan' && sunSurface === null;
    if (wanted === (shadows !== null)) return;
    if (wanted) {
      shadows = new SunShadows(city, graphics.software ? SOFTWARE : HARDWARE, at);
      bringUp();
      city.stand('sun', [shadows.object]);
    } else {
      city.stand('sun', []);
      shadows?.dispose();
      shadows = null;
      city.setLight(null);
    }
    run();
  };
  const ends = [
    city.beforeFrame(follow),
    onMinute(() => shadows && bringUp(), state),
    state.subscribe((now, before) => {
      const { layers, quality, sunSurface } = before;
      if (now.layers !== layers || now.quality !== quality || now.sunSurface !== sunSurface) show();
      const moved = now.view === before.view ? place : sunPlace(now.view.at);
      if (shadows && (now.look !== before.look || !samePlace(moved, place))) {
        place = moved;
        bringUp();
      }
      if (now.clock !== before.clock) run();
    }),
  ];
  show();
  return () => {
    cancelAnimationFrame(frame);
    for (const end of ends) end();
    city.stand('sun', []);
    shadows?.dispose();
  };
}

/** The sun is that of a place near the middle of the view: over a city it differs by a tenth of a degree. */
const PLACE_DEG = 0.02;
const sunPlace = ([lonDeg, latDeg]: LonLat): LonLat =>
  lonLat(Math.round(lonDeg / PLACE_DEG) * PLACE_DEG, Math.round(latDeg / PLACE_DEG) * PLACE_DEG);
const samePlace = (a: LonLat, b: LonLat): boolean => a[0] === b[0] && a[1] === b[1];
