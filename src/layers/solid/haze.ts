// SPDX-License-Identifier: EUPL-1.2
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  CustomBlending,
  GLSL3,
  LinearSRGBColorSpace,
  Matrix4,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  type PerspectiveCamera,
  ShaderMaterial,
  SrcAlphaFactor,
  Vector2,
  Vector3,
} from 'three';
import type { Look } from '../layer';
import { plainLight, type SceneLight } from './light';

/**
 * The sky, and haze over the ground so that the city fades into it where MapLibre's far plane would
 * cut it; the buildings fade by the same two distances. One strip of the screen, from the nearest
 * haze upward: where a processor draws, a pixel that changes nothing still costs.
 */
export class Haze extends Mesh<BufferGeometry, HazeMaterial> {
  constructor(look: Look) {
    const geometry = new BufferGeometry();
    geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([-1, 0, 1, 1, 0, 1, 1, 1, 1, -1, 0, 1, 1, 1, 1, -1, 1, 1]), 3),
    );
    super(
      geometry,
      new ShaderMaterial({
        glslVersion: GLSL3,
        // Mixed with the ground, and before all that stands on it: what rises above the horizon hides the sky.
        blending: CustomBlending,
        blendSrc: SrcAlphaFactor,
        blendDst: OneMinusSrcAlphaFactor,
        blendSrcAlpha: OneFactor,
        blendDstAlpha: OneMinusSrcAlphaFactor,
        depthTest: false,
        depthWrite: false,
        uniforms: uniforms(),
        vertexShader: /* glsl */ `
          uniform mat4 uToScene;
          uniform vec3 uEye;
          uniform float uBottom;
          out vec3 vRay;
          void main() {
            vec2 at = vec2(position.x, mix(uBottom, 1.0, position.y));
            vec4 far = uToScene * vec4(at, 1.0, 1.0);
            // Left undivided by w: across the strip it is linear, and only its direction counts.
            vRay = far.xyz - uEye * far.w;
            gl_Position = vec4(at, 0.0, 1.0);
          }`,
        fragmentShader: /* glsl */ `
          uniform vec3 uEye, uHaze, uSky;
          uniform vec2 uHazeM;
          in vec3 vRay;
          out vec4 colour;
          void main() {
            vec3 ray = normalize(vRay);
            float onGround = smoothstep(uHazeM.x, uHazeM.y, uEye.z / max(-ray.z, 1e-6));
            vec3 air = mix(uHaze, uSky, smoothstep(0.0, 0.14, ray.z));
            colour = vec4(air, ray.z < 0.0 ? onGround : 1.0);
          }`,
      }) as HazeMaterial,
    );
    this.frustumCulled = false;
    this.renderOrder = -1;
    this.matrixAutoUpdate = false;
    this.setLight(plainLight(look));
  }

  setLight({ haze, sky }: Pick<SceneLight, 'haze' | 'sky'>): void {
    this.material.uniforms.uHaze.value.setStyle(haze, LinearSRGBColorSpace);
    this.material.uniforms.uSky.value.setStyle(sky, LinearSRGBColorSpace);
  }

  /** Fits the strip to a view: haze from `fromM` metres of the eye, and nothing but haze at `toM`. */
  follow(camera: PerspectiveCamera, pitchDeg: number, fromM: number, toM: number): void {
    const bottom = hazeBottom(camera, pitchDeg, fromM);
    this.visible = bottom < 1;
    if (!this.visible) return;
    const u = this.material.uniforms;
    u.uHazeM.value.set(fromM, toM);
    u.uEye.value.copy(camera.position);
    u.uToScene.value.multiplyMatrices(camera.matrixWorld, camera.projectionMatrixInverse);
    u.uBottom.value = bottom;
  }
}

type HazeMaterial = ShaderMaterial & { uniforms: ReturnType<typeof uniforms> };

function uniforms() {
  return {
    uToScene: { value: new Matrix4() },
    uEye: { value: new Vector3() },
    uHaze: { value: new Color() },
    uSky: { value: new Color() },
    uHazeM: { value: new Vector2() },
    uBottom: { value: 0 },
  };
}

/**
 * Lowest height on the screen (−1 its bottom, 1 its top) at which the ground may be `fromM` metres
 * or more from the eye; more than 1 where none of it is. A little low, since the screen's corners
 * are farther than its middle.
 */
export function hazeBottom(camera: PerspectiveCamera, pitchDeg: number, fromM: number): number {
  const pitchRad = (pitchDeg * Math.PI) / 180;
  const [wide, high] = [camera.projectionMatrix.elements[0] ?? 1, camera.projectionMatrix.elements[5] ?? 1];
  const steepness = (camera.position.z / fromM) * Math.hypot(1, 1 / wide, 1 / high);
  // Where the map has the middle of the view aside of the screen's.
  const aside = camera.projectionMatrix.elements[9] ?? 0;
  const bottom = ((Math.cos(pitchRad) - steepness) * high) / Math.max(Math.sin(pitchRad), 1e-6) - aside;
  return Math.max(-1, bottom);
}
