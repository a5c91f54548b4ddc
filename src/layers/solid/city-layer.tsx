// SPDX-License-Identifier: EUPL-1.2
import { createRoot, extend, type ReconcilerRoot } from '@react-three/fiber';
import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import {
  type Camera,
  Group,
  type Intersection,
  type Object3D,
  Raycaster,
  type Scene,
  type WebGLRenderer,
} from 'three';
import type { LonLat } from '../../city/frames';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import { airOf } from './air';
import { BuildingMaterial, type Drape, type ShadowMap } from './building-material';
import { buildingAt } from './building-tile';
import type { BuildingTilesOptions, BuildingTilesPlugin, TilesState } from './building-tiles-plugin';
import { MapCamera } from './camera';
import { CityScene } from './city-scene';
import { Haze } from './haze';
import { IdTexture, othersOf } from './id-texture';
import { plainLight, type SceneLight } from './light';
import { fitTo, mapRenderer } from './map-renderer';
import type { Stage } from './stage';
import { Touch, type Touched } from './touch';

// Only what the scene names: the rest of three.js stays out of the bundle.
extend({ Group });

interface CityLayerOptions {
  readonly anchor: LonLat;
  readonly tileset: string;
  /** Buildings in the city: ids run from 0 to it. */
  readonly buildings: number;
  readonly look: Look;
  /** Façades are drawn pixel by pixel. */
  readonly rich: boolean;
  readonly errorTarget: number;
  readonly capBytes: number;
  readonly onState: (state: TilesState) => void;
}

/** Told before every frame what the camera sees; `pxPerM`: CSS pixels of a metre in the middle of the view. */
type FrameListener = (pxPerM: number) => void;

/**
 * The buildings as a MapLibre custom layer: a React Three Fiber root that draws into MapLibre's
 * own WebGL2 context, so that ground, buildings and labels share one depth.
 */
export class CityLayer implements CustomLayerInterface {
  readonly id = 'buildings';
  readonly type = 'custom';
  readonly renderingMode = '3d';
  readonly #options: CityLayerOptions;
  readonly #camera: MapCamera;
  readonly #ids: IdTexture;
  readonly #material: BuildingMaterial;
  readonly #haze: Haze;
  readonly #raycaster = new Raycaster();
  #look: Look;
  #light: SceneLight | null = null;
  #second: { readonly camera: Camera; readonly sidePx: number } | null = null;
  #map: MapLibreMap | null = null;
  #renderer: WebGLRenderer | null = null;
  #root: ReconcilerRoot<HTMLCanvasElement> | null = null;
  #store: ReturnType<ReconcilerRoot<HTMLCanvasElement>['render']> | null = null;
  #plugin: BuildingTilesPlugin | null = null;
  #quality: { errorTarget: number; capBytes: number };
  #shown = true;
  /** Colours right of the split; made when they first differ from those on the left. */
  #idsRight: IdTexture | null = null;
  /** By whose they are. */
  readonly #guests = new Map<string, readonly Object3D[]>();
  readonly #frames = new Set<FrameListener>();
  #tiles: BuildingTilesOptions | null = null;
  /** Share of the width that lies left of the split. */
  #split = 0;

  constructor(options: CityLayerOptions) {
    this.#options = options;
    this.#look = options.look;
    this.#quality = { errorTarget: options.errorTarget, capBytes: options.capBytes };
    this.#camera = new MapCamera(options.anchor);
    this.#ids = new IdTexture(options.buildings);
    this.#material = new BuildingMaterial(this.#ids, options.look, options.rich);
    this.#haze = new Haze(options.look);
    // Known to 3d-tiles-renderer: it stops at the nearest tile.
    Object.assign(this.#raycaster, { firstHitOnly: true });
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    const renderer = (this.#renderer = mapRenderer(map, gl));
    this.#root = createRoot(map.getCanvas());
    this.#root.configure({
      gl: renderer,
      camera: this.#camera,
      frameloop: 'never',
      dpr: 1,
      flat: true,
      size: { width: 1, height: 1, top: 0, left: 0 },
    });
    this.#draw();
    this.#store?.setState({ invalidate: this.#repaint });
  }

  onRemove(): void {
    this.#root?.unmount();
    this.#root = null;
    this.#map = null;
    this.#ids.dispose();
    this.#idsRight?.dispose();
    this.#material.dispose();
    this.#haze.geometry.dispose();
    this.#haze.material.dispose();
    this.#renderer?.dispose();
    this.#renderer = null;
  }

  /** Geometries and textures that three.js holds on the graphics card: for those who watch the page from outside. */
  graphicsMemory(): { readonly geometries: number; readonly textures: number } {
    const { geometries = 0, textures = 0 } = this.#renderer?.info.memory ?? {};
    return { geometries, textures };
  }

  render(gl: WebGL2RenderingContext, args: CustomRenderMethodInput): void {
    const [map, renderer, store] = [this.#map, this.#renderer, this.#store];
    if (!map || !renderer || !store) return;
    this.#camera.follow(args, map.getZoom());
    fitTo(map, gl, renderer);
    this.#setAir(map);
    this.#material.uniforms.uSplit.value = this.#split * gl.drawingBufferWidth;
    for (const listener of this.#frames) listener(this.#camera.pxPerM);
    renderer.resetState();
    store.getState().advance(performance.now() / 1000, true);
  }

  /** What the map sees, in the scene's metres, as of the last frame. */
  get camera(): Camera {
    return this.#camera;
  }

  /** What stands in the scene now; null before the layer is on a map. */
  get scene(): Scene | null {
    return this.#store?.getState().scene ?? null;
  }

  /** Highlights a building; `null` gives it back its own colour. */
  paint(id: number, role: 'selection' | null): void {
    for (const ids of [this.#ids, this.#idsRight])
      ids?.paint(id, PALETTE[this.#look].selection, role ? 0.85 : 0);
    this.#map?.triggerRepaint();
  }

  /** Colours all buildings, four bytes each in order of id, left and right of the split; null: as they are. */
  tint(sides: { readonly left: Uint8Array; readonly right: Uint8Array } | null): void {
    if (sides) {
      this.#idsRight ??= this.#ids.twin();
      this.#material.uniforms.uIdsRight.value = this.#idsRight.texture;
    }
    this.#material.uniforms.uDiffer.value = sides !== null;
    this.#ids.paintAll(sides?.left ?? null);
    this.#idsRight?.paintAll(sides?.right ?? null);
    this.#map?.triggerRepaint();
  }

  /** Colours all buildings, four bytes each in order of id, where no tint does; null: as they are. */
  colour(colours: Uint8Array | null): void {
    for (const ids of [this.#ids, this.#idsRight]) ids?.paintUnder(colours);
    this.#map?.triggerRepaint();
  }

  /**
   * Makes the buildings faint whose byte in the mask is 0, in a colour (#rrggbb) over every tint, or hides
   * them where it is null; a mask of null shows all.
   */
  setOthers(mask: Uint8Array | null, colour: string | null): void {
    const others = mask && othersOf(mask, colour);
    // Behind what is hidden stands what is meant.
    Object.assign(this.#raycaster, { firstHitOnly: !(mask && colour === null) });
    for (const ids of [this.#ids, this.#idsRight]) ids?.setOthers(others);
    this.#map?.triggerRepaint();
  }

  /** What guests share with the city. */
  get stage(): Stage {
    const { uSplit, uHazeM, uSun, uSunlight, uSkylight, uHaze } = this.#material.uniforms;
    return { split: uSplit, hazeM: uHazeM, light: { uSun, uSunlight, uSkylight, uHaze } };
  }

  /**
   * Stands things among the buildings, in place of those that the same owner stood there before; whoever
   * made them disposes of them.
   */
  stand(owner: string, guests: readonly Object3D[]): void {
    const before = this.#guests.get(owner) ?? [];
    const same = guests.length === before.length && guests.every((guest, i) => guest === before[i]);
    this.#guests.set(owner, guests);
    if (!same) this.#draw();
    this.#map?.triggerRepaint();
  }

  /** Calls `listener` before every frame, once the camera stands; returns how to end it. */
  beforeFrame(listener: FrameListener): () => void {
    this.#frames.add(listener);
    return () => this.#frames.delete(listener);
  }

  /** Has the programs of a guest made before it stands: making them while a frame waits takes a second without a GPU. */
  async prepare(guest: Object3D): Promise<void> {
    await this.#renderer?.compileAsync(guest, this.#camera);
  }

  /** Divides the screen: so much of its width shows the left side, 0 none. */
  setSplit(share: number): void {
    this.#split = share;
    this.#map?.triggerRepaint();
  }

  setLook(look: Look): void {
    this.#look = look;
    this.#material.setLook(look);
    this.setLight(this.#light);
  }

  /** What of the buildings stands in the scene now, seen or casting a shadow into what is seen. */
  get casters(): Object3D | null {
    return this.#plugin?.group ?? null;
  }

  /** Where the sun does not reach the buildings; null: it reaches all. */
  setShadows(shadows: ShadowMap | null): void {
    this.#material.setShadows(shadows);
  }

  /** Lays a picture over the roofs; null: none. Whoever made its texture disposes of it. */
  setDrape(drape: Drape | null): void {
    this.#material.setDrape(drape);
    this.#map?.triggerRepaint();
  }

  /** Colours of the buildings by id, as the left side has them. */
  get ids(): IdTexture {
    return this.#ids;
  }

  /** Has what a second camera sees loaded too, as finely as `sidePx` pixels across ask for; null: none. */
  setSecondCamera(second: { readonly camera: Camera; readonly sidePx: number } | null): void {
    this.#second = second;
    this.#plugin?.setSecondCamera(second?.camera ?? null, second?.sidePx);
  }

  /** The light of an hour; null: the look's own, whatever the hour. */
  setLight(light: SceneLight | null): void {
    this.#light = light;
    const now = light ?? plainLight(this.#look);
    this.#material.setLight(now);
    this.#haze.setLight(now);
    this.#map?.triggerRepaint();
  }

  setQuality({
    errorTarget,
    capBytes,
    rich,
  }: Pick<CityLayerOptions, 'errorTarget' | 'capBytes' | 'rich'>): void {
    this.#material.setRich(rich);
    this.#quality = { errorTarget, capBytes };
    this.#plugin?.setQuality(errorTarget, capBytes);
  }

  /** Shows or puts away the buildings; put away they are neither loaded nor drawn. */
  setShown(shown: boolean): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#draw();
    this.#map?.triggerRepaint();
  }

  /** To be called when the view has come to rest. */
  settled(): void {
    this.#plugin?.moved();
  }

  retry(): void {
    this.#plugin?.retry();
  }

  /** The building under a point of the canvas (CSS pixels), as the city-wide id. */
  pick(x: number, y: number): number | null {
    return this.#touch?.at(x, y)?.id ?? null;
  }

  /** The point of a building under a point of the canvas (CSS pixels), metres above the ground. */
  pickPoint(x: number, y: number): Touched | null {
    return this.#touch?.at(x, y) ?? null;
  }

  /**
   * Metres from a place, so high above the ground, to the first building that way (degrees clockwise from
   * north) among those on the screen; infinite where there is none within `mostM`.
   */
  freeAhead(from: LonLat, heightM: number, bearingDeg: number, mostM: number): number {
    return this.#touch?.freeAhead(from, heightM, bearingDeg, mostM) ?? Number.POSITIVE_INFINITY;
  }

  /** What of the buildings can be touched now; null: none are shown. */
  get #touch(): Touch | null {
    const [map, scene] = [this.#map, this.scene];
    if (!map || !scene || !this.#shown) return null;
    return new Touch(this.#raycaster, {
      scene,
      camera: this.#camera,
      canvas: map.getCanvas(),
      anchor: this.#options.anchor,
      isPassed: (hit) => hit.object === this.#haze || this.#isHidden(hit),
    });
  }

  #isHidden({ object, face }: Intersection): boolean {
    const id = face ? buildingAt(object, face.a) : null;
    return id !== null && this.#ids.isHidden(id);
  }

  #draw(): void {
    if (!this.#root) return;
    const { anchor, tileset, onState } = this.#options;
    // The same object every time: another one loads all tiles anew.
    this.#tiles ??= { anchor, material: this.#material, onState, ...this.#quality };
    const options = this.#tiles;
    this.#store = this.#root.render(
      <CityScene
        haze={this.#haze}
        guests={[...this.#guests.values()].flat()}
        buildings={
          this.#shown ? { tileset, options, repaint: this.#repaint, onPlugin: this.#onPlugin } : null
        }
      />,
    );
  }

  readonly #onPlugin = (plugin: BuildingTilesPlugin | null): void => {
    this.#plugin = plugin;
    plugin?.setQuality(this.#quality.errorTarget, this.#quality.capBytes);
    if (this.#second) plugin?.setSecondCamera(this.#second.camera, this.#second.sidePx);
  };

  readonly #repaint = (): void => {
    this.#map?.triggerRepaint();
  };

  /** Haze and relief of this view. */
  #setAir(map: MapLibreMap): void {
    const { position, far } = this.#camera;
    const pitchDeg = map.getPitch();
    const { hazeFromM, hazeToM, relief } = airOf({ heightM: position.z, farM: far }, pitchDeg, map.getZoom());
    const u = this.#material.uniforms;
    u.uHazeM.value.set(hazeFromM, hazeToM);
    u.uRelief.value = relief;
    this.#haze.follow(this.#camera, pitchDeg, hazeFromM, hazeToM);
  }
}
