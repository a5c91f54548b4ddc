// SPDX-License-Identifier: EUPL-1.2
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  GLSL3,
  LinearSRGBColorSpace,
  Matrix4,
  Mesh,
  ShaderMaterial,
  Vector2,
  Vector3,
} from 'three';
import type { Look } from '../layer';
import { PALETTE } from '../palette';

/**
 * Haze over the ground, so that the city fades into the sky where MapLibre's far plane would cut
 * it. One screen-wide triangle before the buildings, which fade by the same two distances.
 */
export class Haze extends Mesh<BufferGeometry, ShaderMaterial> {
  constructor(look: Look) {
    const geometry = new BufferGeometry();
    geometry.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([-1, -1, 1, 3, -1, 1, -1, 3, 1]), 3),
    );
    super(
      geometry,
      new ShaderMaterial({
        glslVersion: GLSL3,
        transparent: true,
        depthTest: false,
        depthWrite: false,
        uniforms: {
          uToScene: { value: new Matrix4() },
          uEye: { value: new Vector3() },
          uHaze: { value: new Color() },
          uHazeM: { value: new Vector2() },
        },
        vertexShader: /* glsl */ `
          uniform mat4 uToScene;
          uniform vec3 uEye;
          out vec3 vRay;
          void main() {
            vec4 far = uToScene * vec4(position, 1.0);
            // Left undivided by w: along the triangle it is linear, and only its direction counts.
            vRay = far.xyz - uEye * far.w;
            gl_Position = vec4(position.xy, 0.0, 1.0);
          }`,
        fragmentShader: /* glsl */ `
          uniform vec3 uEye, uHaze;
          uniform vec2 uHazeM;
          in vec3 vRay;
          out vec4 colour;
          void main() {
            vec3 ray = normalize(vRay);
            float onGround = smoothstep(uHazeM.x, uHazeM.y, uEye.z / max(-ray.z, 1e-6));
            // Above the horizon it thins out into MapLibre's sky.
            float inSky = 1.0 - smoothstep(0.0, 0.14, ray.z);
            colour = vec4(uHaze, ray.z < 0.0 ? onGround : inSky);
          }`,
      }),
    );
    this.frustumCulled = false;
    this.renderOrder = -1;
    this.matrixAutoUpdate = false;
    this.setLook(look);
  }

  setLook(look: Look): void {
    this.material.uniforms.uHaze?.value.setStyle(PALETTE[look].haze, LinearSRGBColorSpace);
  }
}
