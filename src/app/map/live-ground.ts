// SPDX-License-Identifier: EUPL-1.2
/** Keeps the points of what lives on the ground in step with what is known of it. Comes with the first such layer. */
import type { GeoJSONSource } from 'maplibre-gl';
import type { Catalogue } from '../../city/catalogue';
import type { LiveKind } from '../../city/live';
import { airGround } from '../../layers/live/ground-air';
import { bikeStationGround, ringImages } from '../../layers/live/ground-bike-stations';
import { carParkGround } from '../../layers/live/ground-car-parks';
import { disruptionGround } from '../../layers/live/ground-disruptions';
import { gateCountGround } from '../../layers/live/ground-gate-counts';
import { pointGround } from '../../layers/live/ground-points';
import { weatherGround } from '../../layers/live/ground-weather';
import { difference } from '../../layers/live/live-difference';
import { type LiveGround, sourceOf } from '../../layers/live/live-ground';
import type { Known } from '../../stream/live/known';
import { cityFiles } from '../state/city-files';
import { currentMoment, onMinute } from '../state/clock';
import { livingCity } from '../state/feeds';
import { loadStopPlaces } from '../state/stop-places';
import { formats } from '../text/format';
import { layerVisible } from './layer-sync';
import { LivePlaces, loadGatePlaces, type Places } from './live-places';
import type { MapSession } from './map-session';

/** In drawing order, lowest first. */
const GROUNDS = [
  pointGround,
  gateCountGround,
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
  readonly places: Places | null;
  readonly features: ReadonlyMap<string, string>;
}
const NOTHING: Shown = { known: null, places: null, features: new Map() };

/** Draws the living ground layers that are on. Returns how to stop. */
export function drawLiveGround(
  { map, whenStyled, state }: Pick<MapSession, 'map' | 'whenStyled' | 'state'>,
  catalogue: Catalogue,
  cityUrl: string,
): () => void {
  const drawing = new LiveGroundDrawing({ map, whenStyled, state, catalogue, cityUrl });
  return () => drawing.close();
}

type GroundSession = Pick<MapSession, 'map' | 'whenStyled' | 'state'> & {
  readonly catalogue: Catalogue;
  readonly cityUrl: string;
};

class LiveGroundDrawing {
  readonly #session: GroundSession;
  readonly #living = livingCity();
  readonly #shown = new Map<string, Shown>();
  readonly #stops: readonly (() => void)[];
  readonly #places: LivePlaces;
  #closed = false;

  constructor(session: GroundSession) {
    this.#session = session;
    const refresh = () => this.#refresh();
    const { catalogue, cityUrl } = session;
    this.#places = new LivePlaces(
      {
        stops: () => loadStopPlaces(catalogue, cityUrl),
        gates: () => loadGatePlaces(cityFiles(catalogue, cityUrl)),
      },
      refresh,
    );
    refresh();
    this.#stops = [
      ...GROUNDS.map((ground) => this.#living.onChange(ground.kind, refresh)),
      onMinute(refresh, session.state),
      session.state.subscribe((now, before) => {
        if (now.language !== before.language) this.#drawAgain();
        if (now.look !== before.look) this.#repaint();
        else if (now.layers !== before.layers || now.quality.level !== before.quality.level) refresh();
      }),
    ];
  }

  close(): void {
    this.#closed = true;
    for (const stop of this.#stops) stop();
  }

  #refresh(): void {
    if (this.#closed) return;
    this.#session.whenStyled(() => {
      if (!this.#closed) for (const ground of GROUNDS) this.#refreshOne(ground);
    });
  }

  #refreshOne(ground: LiveGround<LiveKind>): void {
    const { map, state } = this.#session;
    const on = layerVisible(ground.layer, state);
    if (this.#shown.has(ground.layer)) show(map, ground, on);
    else if (on) this.#place(ground);
    if (!on) return;
    // Each minute too: those that did not come.
    if (ground.needsStops) this.#places.ask('stops');
    if (ground.needsGates) this.#places.ask('gates');
    const places = this.#places.all;
    const held = this.#shown.get(ground.layer) ?? NOTHING;
    const moment = currentMoment(state);
    const known = this.#living.known(ground.kind, moment);
    // Disruptions begin and end by the clock alone.
    if (known === held.known && places === held.places && !ground.needsStops) return;
    // While the next moment is on its way the last one stays, rather than blink.
    if (known.lack === 'connecting' && known.fresh.length + known.stale.length === 0 && held.known) return;
    const { number } = formats(state.getState().language);
    const { features, diff } = difference(
      held.features,
      ground.features(known, { atMs: moment.atMs, ...places, number }),
    );
    this.#shown.set(ground.layer, { known, places, features });
    if (diff) map.getSource<GeoJSONSource>(sourceOf(ground.layer))?.updateData(diff);
  }

  /** The layer's first time: its source and its style. */
  #place(ground: LiveGround<LiveKind>): void {
    const { map, state } = this.#session;
    if (ground.layer === 'bike-stations') addRings(map);
    map.addSource(sourceOf(ground.layer), {
      type: 'geojson',
      promoteId: 'id',
      data: { type: 'FeatureCollection', features: [] },
    });
    const before = beneath(map);
    for (const spec of ground.style(state.getState().look)) map.addLayer(spec, before);
    this.#shown.set(ground.layer, NOTHING);
  }

  /** Numbers are written otherwise. */
  #drawAgain(): void {
    for (const [layer, shown] of this.#shown) this.#shown.set(layer, { ...shown, known: null });
    this.#refresh();
  }

  #repaint(): void {
    const { map, whenStyled, state } = this.#session;
    whenStyled(() => {
      for (const ground of GROUNDS)
        if (this.#shown.has(ground.layer))
          for (const spec of ground.style(state.getState().look)) {
            for (const [name, value] of Object.entries(spec.paint ?? {}))
              map.setPaintProperty(spec.id, name as never, value as never);
            for (const [name, value] of Object.entries(spec.layout ?? {}))
              map.setLayoutProperty(spec.id, name as never, value as never);
          }
      this.#refresh();
    });
  }
}

function addRings(map: MapSession['map']): void {
  for (const look of ['light', 'dark'] as const)
    for (const { name, image } of ringImages(look))
      if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio: 2 });
}

function show(map: MapSession['map'], ground: LiveGround<LiveKind>, on: boolean): void {
  const visibility = on ? 'visible' : 'none';
  for (const { id } of ground.style('light'))
    if (map.getLayer(id) && map.getLayoutProperty(id, 'visibility') !== visibility)
      map.setLayoutProperty(id, 'visibility', visibility);
}
