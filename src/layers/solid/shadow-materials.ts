// SPDX-License-Identifier: EUPL-1.2
/** The programs of the shadows (`sun-shadows.ts`). */
import {
  AddEquation,
  BackSide,
  BufferAttribute,
  BufferGeometry,
  CustomBlending,
  DstColorFactor,
  GLSL3,
  Matrix4,
  Mesh,
  OneFactor,
  ShaderMaterial,
  type Texture,
  Vector2,
  Vector3,
  ZeroFactor,
} from 'three';
import { ID_MASK } from './facade';
import { HIDDEN_ALPHA, type IdTexture } from './id-texture';

const NOTHING = /* glsl */ `
out vec4 colour;
void main() { colour = vec4(1.0); }`;

/** What a filter hides goes behind the far plane, corner by corner, as in `building-shader.ts`. */
const HIDE = /* glsl */ `
      uint id = aId & ${ID_MASK}u;
      float alpha = texelFetch(uIds, ivec2(id % uSide, id / uSide), 0).a;
      if (uint(alpha * 255.0 + 0.5) == ${HIDDEN_ALPHA}u) gl_Position = vec4(0.0, 0.0, 2.0, 1.0);`;
const HIDE_NEEDS = /* glsl */ `
      precision highp sampler2D;
      in uint aId;
      uniform sampler2D uIds;
      uniform uint uSide;`;
type Ids = Pick<IdTexture, 'texture' | 'side'>;
const hiding = ({ texture, side }: Ids) => ({ uIds: { value: texture }, uSide: { value: side } });

/** Buildings pressed flat onto the ground along the sun's rays; `uAcross`: metres to the sun for each up. */
export function outlineMaterial(ids: Ids) {
  const uniforms = { ...hiding(ids), uView: { value: new Matrix4() }, uAcross: { value: new Vector2() } };
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    depthTest: false,
    depthWrite: false,
    uniforms,
    vertexShader: /* glsl */ `${HIDE_NEEDS}
      uniform mat4 uView;
      uniform vec2 uAcross;
      void main() {
        vec3 at = (modelMatrix * vec4(position, 1.0)).xyz;
        gl_Position = uView * vec4(at.xy - uAcross * at.z, 0.0, 1.0);${HIDE}
      }`,
    fragmentShader: NOTHING,
  });
  return material as ShaderMaterial & { uniforms: typeof uniforms };
}

/**
 * Depths of what faces away from the sun: what is lit is not on the map at all, and so never shades
 * itself. Every ray that has entered a building leaves it again before it comes to another.
 */
export function casterMaterial(ids: Ids): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    side: BackSide,
    colorWrite: false,
    // Walls that the sun grazes are steep on the map: as much farther as they fall within its texels.
    polygonOffset: true,
    polygonOffsetFactor: 2,
    polygonOffsetUnits: 4,
    uniforms: hiding(ids),
    vertexShader: /* glsl */ `${HIDE_NEEDS}
      void main() {
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);${HIDE}
      }`,
    fragmentShader: NOTHING,
  });
}

/** The whole screen, multiplied by the light of the ground before anything stands on it. */
export function groundQuad(mask: Texture) {
  const uniforms = {
    uMask: { value: mask },
    uPx: { value: new Vector2() },
    uLit: { value: new Vector3(1, 1, 1) },
    uShade: { value: new Vector3(1, 1, 1) },
  };
  const geometry = new BufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3),
  );
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    depthTest: false,
    depthWrite: false,
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: DstColorFactor,
    blendDst: ZeroFactor,
    blendSrcAlpha: ZeroFactor,
    blendDstAlpha: OneFactor,
    uniforms,
    vertexShader: /* glsl */ `void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D uMask;
      uniform vec2 uPx;
      uniform vec3 uLit, uShade;
      out vec4 colour;
      void main() {
        float dark = texture(uMask, gl_FragCoord.xy * uPx).r;
        colour = vec4(uLit * mix(vec3(1.0), uShade, dark), 1.0);
      }`,
  });
  const mesh = new Mesh(geometry, material as ShaderMaterial & { uniforms: typeof uniforms });
  mesh.frustumCulled = false;
  mesh.matrixAutoUpdate = false;
  // Before all that stands on the ground.
  mesh.renderOrder = -2;
  // Nothing that a click could mean.
  mesh.raycast = () => {};
  return mesh;
}
