// SPDX-License-Identifier: EUPL-1.2
import {
  DepthTexture,
  LessEqualCompare,
  LinearFilter,
  Matrix4,
  type Object3D,
  OrthographicCamera,
  type PerspectiveCamera,
  RedFormat,
  Scene,
  type ShaderMaterial,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import { enuToScene, type LonLat } from '../../city/frames';
import { type SunPosition, sunDirection } from '../../city/sun';
import type { ShadowMap } from './building-material';
import type { IdTexture } from './id-texture';
import { areaFor, placeSun, type ShadowArea, seenArea } from './shadow-area';
import { casterMaterial, groundQuad, outlineMaterial } from './shadow-materials';
import type { SunLight } from './sun-light';

/** What of the city the shadows need (`CityLayer`). */
export interface ShadowHost {
  readonly casters: Object3D | null;
  /** Says which of them are hidden: those cast none. */
  readonly ids: Pick<IdTexture, 'texture' | 'side'>;
  setShadows(shadows: ShadowMap | null): void;
  setSecondCamera(second: { readonly camera: OrthographicCamera; readonly sidePx: number } | null): void;
}

export interface ShadowQuality {
  /** Texels along a side of the map that buildings are shaded by. */
  readonly mapSide: number;
  /** Samples of a pixel at the edge of a shadow on the ground; 0: one. */
  readonly samples: number;
}

/** Below this the sun casts no shadow that one could follow: they would be sixty times as long as high. */
export const LOWEST_SUN_DEG = 0.95;
/** Tiles that only cast shadows into the view may be so much coarser than those in it. */
const COARSER = 3;
/** Less than this behind what is lit is lit too, metres, and texels of the map. */
const BIAS_M = 0.15;
const BIAS_TEXELS = 1;
const TO_TEXTURE = new Matrix4().set(0.5, 0, 0, 0.5, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0, 1);

/**
 * The shadows of the buildings. On the ground they are exact at any distance: each building is drawn
 * flat, along the sun's rays, into a picture of the screen, by which the ground is darkened before the
 * buildings are drawn over it. On each other they go by a map of depths seen from the sun. Both
 * are drawn anew only where the view, the sun or the tiles are others.
 */
export class SunShadows {
  /** To stand in the scene: darkens the ground, and draws first what it needs for that. */
  readonly object: ReturnType<typeof groundQuad>;
  readonly #host: ShadowHost;
  readonly #quality: ShadowQuality;
  readonly #sun = new OrthographicCamera();
  readonly #everywhere = new OrthographicCamera(-1e6, 1e6, 1e6, -1e6, -1e6, 1e6);
  readonly #scene = new Scene();
  readonly #outlines: ReturnType<typeof outlineMaterial>;
  readonly #depths: ShaderMaterial;
  readonly #quad: ReturnType<typeof groundQuad>['material'];
  readonly #mask: WebGLRenderTarget;
  readonly #map: WebGLRenderTarget;
  readonly #size = new Vector2();
  #towardsSun: readonly [number, number, number] = [0, 0, 1];
  /** The scene's metres, east and north, in one of the ellipsoid's, in which heights are. */
  readonly #scale: readonly [number, number];
  #shines = false;
  #shadows: ShadowMap | null = null;
  #pxPerM = 1;
  #area: ShadowArea | null = null;
  #maskOf = '';
  #mapOf = '';
  /** How often one of the two was drawn: for tests. */
  drawn = 0;

  constructor(host: ShadowHost, quality: ShadowQuality, anchor: LonLat) {
    this.#host = host;
    this.#outlines = outlineMaterial(host.ids);
    this.#depths = casterMaterial(host.ids);
    const [eastScale = 1, , , , , northScale = 1] = enuToScene(anchor, anchor);
    this.#scale = [eastScale, northScale];
    this.#quality = quality;
    this.#mask = new WebGLRenderTarget(1, 1, {
      format: RedFormat,
      depthBuffer: false,
      samples: quality.samples,
      minFilter: LinearFilter,
      magFilter: LinearFilter,
    });
    const depths = new DepthTexture(quality.mapSide, quality.mapSide);
    depths.compareFunction = LessEqualCompare;
    depths.minFilter = depths.magFilter = LinearFilter;
    this.#map = new WebGLRenderTarget(quality.mapSide, quality.mapSide, { depthTexture: depths });
    this.#scene.matrixWorldAutoUpdate = false;
    this.object = groundQuad(this.#mask.texture);
    this.#quad = this.object.material;
    this.object.onBeforeRender = (renderer, _scene, camera) =>
      this.#draw(renderer as WebGLRenderer, camera as PerspectiveCamera);
  }

  /** Sun and light from now on. */
  set(sun: SunPosition, { lit, shade, direct }: SunLight): void {
    this.#shines = direct > 0 && sun.elevationDeg > LOWEST_SUN_DEG;
    this.#towardsSun = sunDirection({ ...sun, elevationDeg: Math.max(sun.elevationDeg, LOWEST_SUN_DEG) });
    const [east, north, up] = this.#towardsSun;
    this.#outlines.uniforms.uAcross.value.set((this.#scale[0] * east) / up, (this.#scale[1] * north) / up);
    this.#quad.uniforms.uLit.value.set(...lit);
    this.#quad.uniforms.uShade.value.set(...(this.#shines ? shade : ([1, 1, 1] as const)));
    if (!this.#shines) this.#host.setSecondCamera(null);
    this.#area = this.#shines ? this.#area : null;
    if (this.#area) this.#aim(this.#area, 0);
  }

  /** To be called before every frame: has the tiles loaded that cast shadows into what `camera` sees. */
  follow(camera: PerspectiveCamera, middleM: number, pxPerM: number): void {
    if (!this.#shines) return;
    const area = areaFor(seenArea(camera, middleM), this.#area);
    if (area === this.#area) return;
    this.#area = area;
    this.#aim(area, pxPerM);
  }

  dispose(): void {
    this.#host.setSecondCamera(null);
    this.#host.setShadows(null);
    this.#map.depthTexture?.dispose();
    this.#map.dispose();
    this.#mask.dispose();
    this.#outlines.dispose();
    this.#depths.dispose();
    this.object.geometry.dispose();
    this.#quad.dispose();
  }

  #aim(area: ShadowArea, pxPerM: number): void {
    if (pxPerM > 0) this.#pxPerM = pxPerM;
    const depthM = placeSun(this.#sun, area, this.#towardsSun);
    const sidePx = Math.ceil((2 * area.radiusM * this.#pxPerM) / COARSER);
    this.#host.setSecondCamera({ camera: this.#sun, sidePx });
    const toMap = new Matrix4()
      .multiplyMatrices(TO_TEXTURE, this.#sun.projectionMatrix)
      .multiply(this.#sun.matrixWorldInverse);
    const texelM = (2 * area.radiusM) / this.#quality.mapSide;
    this.#shadows = {
      texture: this.#map.depthTexture as DepthTexture,
      toMap,
      bias: (BIAS_M + BIAS_TEXELS * texelM) / depthM,
    };
  }

  #draw(renderer: WebGLRenderer, camera: PerspectiveCamera): void {
    const { casters } = this.#host;
    renderer.getDrawingBufferSize(this.#size);
    this.#quad.uniforms.uPx.value.set(1 / this.#size.x, 1 / this.#size.y);
    if (!this.#shines || !casters) return;
    const tiles = [this.#host.ids.texture.version, ...casters.children.map(({ id }) => id)].join();
    const view = this.#outlines.uniforms.uView.value;
    view.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    const maskOf = [tiles, ...view.elements, ...this.#towardsSun, this.#size.x, this.#size.y].join();
    const mapOf = [tiles, ...this.#sun.matrixWorld.elements, this.#sun.right].join();
    if (maskOf === this.#maskOf && mapOf === this.#mapOf) return;
    const before = renderer.getRenderTarget();
    // Borrowed from the scene that they stand in, which goes on being their parent.
    this.#scene.children = [casters];
    if (maskOf !== this.#maskOf) {
      this.#mask.setSize(this.#size.x, this.#size.y);
      this.#render(renderer, this.#mask, this.#outlines, this.#everywhere);
    }
    if (mapOf !== this.#mapOf) {
      this.#render(renderer, this.#map, this.#depths, this.#sun);
      // Not before: a map that was never drawn is no texture yet.
      this.#host.setShadows(this.#shadows);
    }
    this.#scene.children = [];
    renderer.setRenderTarget(before);
    [this.#maskOf, this.#mapOf] = [maskOf, mapOf];
  }

  #render(
    renderer: WebGLRenderer,
    target: WebGLRenderTarget,
    material: ShaderMaterial,
    camera: OrthographicCamera,
  ): void {
    this.drawn++;
    this.#scene.overrideMaterial = material;
    renderer.setRenderTarget(target);
    renderer.clear();
    renderer.render(this.#scene, camera);
  }
}
