// SPDX-License-Identifier: EUPL-1.2
/** Keeps the points of what lives on the ground in step with what is known of it. Comes with the first such layer. */
import type { GeoJSONSource } from 'maplibre-gl';
import type { Catalogue } from '../../city/catalogue';
import type { LiveKind } from '../../city/live';
import { airGround } from '../../layers/live/ground-air';
import { bikeStationGround, ringImages } from '../../layers/live/ground-bike-stations';
import { carParkGround } from '../../layers/live/ground-car-parks';
import { disruptionGround } from '../../layers/live/ground-disruptions';
import { pointGround } from '../../layers/live/ground-points';
import { weatherGround } from '../../layers/live/ground-weather';
import { difference } from '../../layers/live/live-difference';
import { type LiveGround, type StopPlaces, sourceOf } from '../../layers/live/live-ground';
import type { Known } from '../../stream/live/known';
import { currentMoment, onMinute } from '../state/clock';
import { livingCity } from '../state/feeds';
import { loadStopPlaces } from '../state/stop-places';
import { useStore } from '../state/store';
import { layerVisible } from './layer-sync';
import type { MapSession } from './map-session';

/** In drawing order, lowest first. */
const GROUNDS = [
  pointGround,
  carParkGround,
  bikeStationGround,
  weatherGround,
  airGround,
  disruptionGround,
] as unknown as readonly LiveGround<LiveKind>[];

/** The map's own ids of what stands above: names and the ring of what is chosen. */
const beneath = (map: MapSession['map']): string | undefined =>
  map.getStyle().layers.find(({ id }) => id.startsWith('label') || id === 'selection')?.id;

interface Shown {
  readonly known: Known<LiveKind> | null;
  readonly stops: StopPlaces | null;
  readonly features: ReadonlyMap<string, string>;
}
const NOTHING: Shown = { known: null, stops: null, features: new Map() };

/** Draws the living ground layers that are on. Returns how to stop. */
export function drawLiveGround(
  { map, whenStyled }: Pick<MapSession, 'map' | 'whenStyled'>,
  catalogue: Catalogue,
  cityUrl: string,
): () => void {
  const living = livingCity();
  const shown = new Map<string, Shown>();
  let stops: StopPlaces | null = null;
  let closed = false;
  const place = (ground: LiveGround<LiveKind>) => {
    const { look } = useStore.getState();
    map.addSource(sourceOf(ground.layer), {
      type: 'geojson',
      promoteId: 'id',
      data: { type: 'FeatureCollection', features: [] },
    });
    const before = beneath(map);
    for (const spec of ground.style(look)) map.addLayer(spec, before);
    shown.set(ground.layer, NOTHING);
  };
  const askStops = () => {
    void loadStopPlaces(catalogue, cityUrl).then((places) => {
      stops = places;
      if (!closed) refresh();
    });
  };
  const refreshOne = (ground: LiveGround<LiveKind>) => {
    const on = layerVisible(ground.layer);
    const before = shown.get(ground.layer);
    if (!before) {
      if (!on) return;
      if (ground.layer === 'bike-stations') addRings();
      if (ground.needsStops) askStops();
      place(ground);
    } else show(map, ground, on);
    if (!on) return;
    const held = shown.get(ground.layer) ?? NOTHING;
    const moment = currentMoment();
    const known = living.known(ground.kind, moment);
    // Disruptions begin and end by the clock alone.
    if (known === held.known && stops === held.stops && !ground.needsStops) return;
    // While the next moment is on its way the last one stays, rather than blink.
    if (known.lack === 'connecting' && known.fresh.length + known.stale.length === 0 && held.known) return;
    const { features, diff } = difference(
      held.features,
      ground.features(known, { atMs: moment.atMs, stops }),
    );
    shown.set(ground.layer, { known, stops, features });
    if (diff) map.getSource<GeoJSONSource>(sourceOf(ground.layer))?.updateData(diff);
  };
  const refresh = () =>
    whenStyled(() => {
      if (!closed) for (const ground of GROUNDS) refreshOne(ground);
    });
  const addRings = () => {
    for (const look of ['light', 'dark'] as const)
      for (const { name, image } of ringImages(look))
        if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio: 2 });
  };
  const repaint = () =>
    whenStyled(() => {
      for (const ground of GROUNDS)
        if (shown.has(ground.layer))
          for (const spec of ground.style(useStore.getState().look)) {
            for (const [name, value] of Object.entries(spec.paint ?? {}))
              map.setPaintProperty(spec.id, name as never, value as never);
            for (const [name, value] of Object.entries(spec.layout ?? {}))
              map.setLayoutProperty(spec.id, name as never, value as never);
          }
      refresh();
    });
  refresh();
  const stopKinds = GROUNDS.map((ground) => living.onChange(ground.kind, refresh));
  const stopClock = onMinute(refresh);
  const stopStore = useStore.subscribe((now, before) => {
    if (now.look !== before.look) repaint();
    else if (now.layers !== before.layers || now.quality.level !== before.quality.level) refresh();
  });
  return () => {
    closed = true;
    for (const stop of stopKinds) stop();
    stopClock();
    stopStore();
  };
}

function show(map: MapSession['map'], ground: LiveGround<LiveKind>, on: boolean): void {
  const visibility = on ? 'visible' : 'none';
  for (const { id } of ground.style('light'))
    if (map.getLayer(id) && map.getLayoutProperty(id, 'visibility') !== visibility)
      map.setLayoutProperty(id, 'visibility', visibility);
}
