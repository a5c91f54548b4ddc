// SPDX-License-Identifier: EUPL-1.2
/**
 * Has the GPU's programs for new layers ready before anything of them is drawn. MapLibre makes a program
 * in the frame that first needs it and waits for the driver there, which answers when it has drawn all
 * that it was given before: where the processor draws, that is most of a frame or several, and the page
 * stands still. Here they are made between frames, when the driver has nothing left to draw.
 */
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';

/** MapLibre's programs for each type of layer that is drawn plainly. */
const PROGRAMS: Partial<Record<LayerSpecification['type'], readonly string[]>> = {
  circle: ['circle'],
  fill: ['fill', 'fillOutline'],
  'fill-extrusion': ['fillExtrusion'],
  line: ['line'],
};
/** A driver that answers so soon, so many times in a row, has no queue that anybody would notice. */
const SOON_MS = 40;
const IN_A_ROW = 3;
/** Where it never does, it is not waited for longer: the layer matters more. */
const AT_MOST_MS = 4000;
const LOOK_EVERY_MS = 8;
/** Between one such answer and the next question: the page itself is drawn by the same driver. */
const PAUSE_MS = 50;

/** A layer that is never drawn, with the program of one that will be. */
const PROBE = 'program-probe';

type Drawable = ReturnType<MapLibreMap['getLayer']>;
type Variant = Parameters<MapLibreMap['painter']['programCache']['getProgram']>[0];
/** A bucket of MapLibre's, of which only what the program depends on is asked. */
interface Configured {
  readonly programConfigurations: { get(layer: string): Variant['programConfiguration'] };
}

export class ReadyPrograms {
  readonly #map: MapLibreMap;
  readonly #made = new Set<string>();
  #making: Promise<void> = Promise.resolve();

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  /** Whether all is there that draws these layers. */
  has(specs: readonly LayerSpecification[]): boolean {
    return specs.every((spec) => this.#made.has(kindOf(spec)));
  }

  /** Resolves when it is; at the latest after some seconds, for then the first frame makes it. Never rejects. */
  make(specs: readonly LayerSpecification[]): Promise<void> {
    this.#making = this.#making.then(async () => {
      for (const spec of specs) if (!this.#made.has(kindOf(spec))) await this.#makeOne(spec);
    });
    return this.#making;
  }

  async #makeOne(spec: LayerSpecification): Promise<void> {
    try {
      this.#addProbe(spec);
      // What its paint comes to is known when the next frame begins.
      await this.#map.once('render');
      await untilDrawnOut(this.#map);
      this.#compile(spec.type, this.#map.getLayer(PROBE));
    } catch {
      // The map was closed meanwhile, or MapLibre has changed: the first frame makes the program.
    } finally {
      this.#dropProbe();
      this.#made.add(kindOf(spec));
    }
  }

  #addProbe(spec: LayerSpecification): void {
    this.#dropProbe();
    this.#map.addSource(PROBE, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
    const { paint } = spec as { paint?: object };
    this.#map.addLayer({
      id: PROBE,
      type: spec.type,
      source: PROBE,
      paint,
      layout: { visibility: 'none' },
    } as LayerSpecification);
  }

  #dropProbe(): void {
    if (!this.#map.style) return;
    if (this.#map.getLayer(PROBE)) this.#map.removeLayer(PROBE);
    if (this.#map.getSource(PROBE)) this.#map.removeSource(PROBE);
  }

  #compile(type: LayerSpecification['type'], layer: Drawable): void {
    const { painter, style } = this.#map;
    const { projection } = style;
    const bucket = layer?.createBucket?.({
      index: 0,
      layers: [layer as never],
      zoom: this.#map.getZoom(),
      pixelRatio: 1,
      overscaling: 1,
      collisionBoxArray: null as never,
      sourceLayerIndex: 0,
      sourceID: PROBE,
    }) as Configured | undefined;
    if (!bucket || !projection) return;
    for (const name of PROGRAMS[type] ?? [])
      painter.programCache.getProgram({
        name,
        programConfiguration: bucket.programConfigurations.get(PROBE),
        projectionShaderVariant: {
          name: projection.shaderVariantName,
          define: projection.shaderDefine,
          prelude: projection.shaderPreludeCode,
        },
        showOverdrawInspector: false,
        useTerrain: false,
        defines: [],
      });
  }
}

/** What a layer's program depends on: its type, and which of its properties differ from row to row. */
function kindOf(spec: LayerSpecification): string {
  const { paint = {} } = spec as { paint?: Record<string, unknown> };
  const byRow = Object.keys(paint).filter((property) => Array.isArray(paint[property]));
  return [spec.type, ...byRow.sort()].join(' ');
}

/** Until the driver has drawn what it was given, or nearly. Looks now and then, and never waits for it. */
async function untilDrawnOut(map: MapLibreMap): Promise<void> {
  const { gl } = map.painter.context;
  const until = performance.now() + AT_MOST_MS;
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  for (let soon = 0; soon < IN_A_ROW && performance.now() < until; await pause(soon > 0 ? PAUSE_MS : 0)) {
    const since = performance.now();
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!fence) return;
    gl.flush();
    do await pause(LOOK_EVERY_MS);
    while (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED && performance.now() < until);
    gl.deleteSync(fence);
    soon = performance.now() - since <= SOON_MS ? soon + 1 : 0;
  }
}
