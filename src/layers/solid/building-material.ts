// SPDX-License-Identifier: EUPL-1.2
import {
  Color,
  type DataTexture,
  type DepthTexture,
  GLSL3,
  LinearSRGBColorSpace,
  Matrix4,
  ShaderMaterial,
  Vector2,
  Vector3,
  Vector4,
} from 'three';
import { PAINTS } from '../../city/building';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import { FRAGMENT, VERTEX } from './building-shader';
import type { IdTexture } from './id-texture';
import { plainLight, type SceneLight } from './light';

/** Depths seen from the sun. */
export interface ShadowMap {
  /** Compares by itself (`sampler2DShadow`). */
  readonly texture: DepthTexture;
  /** Scene → the map: all three from 0 to 1. */
  readonly toMap: Matrix4;
  /** In depths of the map: what lies less than so much behind is not in the shade. */
  readonly bias: number;
}

/** A picture that is laid over the roofs, as the ground under them has it. */
export interface Drape {
  /** Row 0 is the northern one; alpha says how much it covers. */
  readonly texture: DataTexture;
  /** Corners in the scene, metres. */
  readonly westM: number;
  readonly southM: number;
  readonly eastM: number;
  readonly northM: number;
}

/**
 * The one material of all building tiles: flat facets whose light is reckoned at the corner that
 * speaks for them (a processor draws pixels too, and slowly), soft light, roofs lighter
 * than walls, the foot darker, the far in haze; colour by building from the id texture.
 * Colours are mixed as they are written (sRGB), like MapLibre's, so that both sides match.
 */
export class BuildingMaterial extends ShaderMaterial {
  override readonly type = 'BuildingMaterial';
  declare uniforms: ReturnType<typeof uniforms>;

  /** `rich`: façades are drawn pixel by pixel (storeys, windows, foot); else only what a corner can say. */
  constructor(ids: IdTexture, look: Look, rich: boolean) {
    super({ glslVersion: GLSL3, vertexShader: VERTEX, fragmentShader: FRAGMENT, uniforms: uniforms(ids) });
    this.setRich(rich);
    this.setLook(look);
    this.setLight(plainLight(look));
  }

  /** The program changes with it; three.js keeps both. */
  setRich(rich: boolean): void {
    this.#define('RICH', rich);
  }

  /** The map of what the sun shines on; null: everything is. */
  setShadows(shadows: ShadowMap | null): void {
    const u = this.uniforms;
    u.uShadows.value = shadows?.texture ?? null;
    if (shadows) {
      u.uToSun.value.copy(shadows.toMap);
      u.uShadowBias.value = shadows.bias;
    }
    this.#define('SHADED', shadows !== null);
  }

  /** Lays a picture over the roofs; null: none. */
  setDrape(drape: Drape | null): void {
    const u = this.uniforms;
    u.uDrape.value = drape?.texture ?? null;
    if (drape) {
      const { westM, southM, eastM, northM } = drape;
      // Its rows go south.
      u.uDrapeAt.value.set(westM, northM, 1 / (eastM - westM), 1 / (southM - northM));
    }
    this.#define('DRAPED', drape !== null);
  }

  #define(name: string, on: boolean): void {
    if (on === name in this.defines) return;
    if (on) this.defines[name] = '';
    else delete this.defines[name];
    this.needsUpdate = true;
  }

  setLook(look: Look): void {
    const { building } = PALETTE[look];
    const u = this.uniforms;
    const set = ({ value }: { value: Color }, colour: string) => value.setStyle(colour, LinearSRGBColorSpace);
    set(u.uRoof, building.roof);
    set(u.uRoofTall, building.roofTall);
    set(u.uWall, building.wall);
    set(u.uWallTall, building.wallTall);
    set(u.uPlaster, building.plaster);
    set(u.uTiles, building.tiles);
    set(u.uGlass, building.glass);
    set(u.uWindow, building.window);
    PAINTS.forEach((paint, i) => {
      const value = u.uPaints.value[i];
      if (value) set({ value }, building.paints[paint]);
    });
  }

  setLight(light: SceneLight): void {
    const u = this.uniforms;
    u.uSun.value.set(...light.towardsSun);
    u.uSunlight.value.set(...light.sunlight);
    u.uSkylight.value.set(...light.skylight);
    u.uLamplight.value.set(...light.lamplight);
    u.uNight.value = light.night;
    u.uHaze.value.setStyle(light.haze, LinearSRGBColorSpace);
  }
}

function uniforms(ids: IdTexture) {
  return {
    uIds: { value: ids.texture },
    /** Right of the split; the same texture while both sides are the same. */
    uIdsRight: { value: ids.texture },
    uDiffer: { value: false },
    /** Pixels of the drawing buffer from the left. */
    uSplit: { value: 0 },
    uSide: { value: ids.side },
    uRoof: { value: new Color() },
    uRoofTall: { value: new Color() },
    uWall: { value: new Color() },
    uWallTall: { value: new Color() },
    uPlaster: { value: new Color() },
    uTiles: { value: new Color() },
    uGlass: { value: new Color() },
    uWindow: { value: new Color() },
    uPaints: { value: PAINTS.map(() => new Color()) },
    uHaze: { value: new Color() },
    /** To the sun; what of its light and of the sky's comes back from a white wall; the lamps' on the foot. */
    uSun: { value: new Vector3(0, 0, 1) },
    uSunlight: { value: new Vector3() },
    uSkylight: { value: new Vector3() },
    uLamplight: { value: new Vector3() },
    uNight: { value: 0 },
    /** Metres from the eye where the haze begins and where it is all there is. */
    uHazeM: { value: new Vector2(1e6, 2e6) },
    uShadows: { value: null as DepthTexture | null },
    uToSun: { value: new Matrix4() },
    uShadowBias: { value: 0 },
    uDrape: { value: null as DataTexture | null },
    /** West and north of the picture, and what makes metres from there its coordinates. */
    uDrapeAt: { value: new Vector4() },
    /** How much of light and shade is drawn: 1 near, less in an overview. */
    uRelief: { value: 1 },
  };
}
