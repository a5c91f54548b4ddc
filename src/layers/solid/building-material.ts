// SPDX-License-Identifier: EUPL-1.2
import { Color, GLSL3, LinearSRGBColorSpace, ShaderMaterial, Vector2, Vector3 } from 'three';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import { TOP_STEP_M } from './facets';
import type { IdTexture } from './id-texture';

/** Up to this height walls are darker, metres. */
const FOOT_M = 18;

const VERTEX = /* glsl */ `
precision highp sampler2D;
in uint aId;
in vec4 aFacet;
uniform sampler2D uIds, uIdsRight;
uniform uint uSide;
uniform vec3 uRoof, uRoofTall, uWall, uWallTall, uSun;
uniform vec2 uHazeM;
uniform float uAmbient, uRelief;
flat out vec4 vLit;
flat out vec3 vLitRight;
out vec2 vAir;
void main() {
  vec4 view = modelViewMatrix * vec4(position, 1.0);
  gl_Position = projectionMatrix * view;
  float heightM = (modelMatrix * vec4(position, 1.0)).z;
  vAir = vec2(1.0 - heightM / ${FOOT_M}.0, smoothstep(uHazeM.x, uHazeM.y, length(view.xyz)));

  vec3 normal = aFacet.xyz / 127.0;
  float roof = smoothstep(0.35, 0.75, normal.z);
  float tall = smoothstep(18.0, 110.0, aFacet.w * ${TOP_STEP_M}.0);
  vec3 own = mix(mix(uWall, uWallTall, tall), mix(uRoof, uRoofTall, tall), roof);
  // A breath of difference between neighbours, so that their roofs do not run together.
  own *= 1.0 + (fract(float(aId) * 0.6180339887) - 0.5) * 0.06;
  ivec2 at = ivec2(aId % uSide, aId / uSide);
  vec4 tint = texelFetch(uIds, at, 0);
  vec4 tintRight = texelFetch(uIdsRight, at, 0);
  float sun = max(dot(normal, uSun), 0.0);
  float sky = 0.5 + 0.5 * normal.z;
  float light = uAmbient + (1.0 - uAmbient) * (0.45 * sky + 0.74 * sun);
  // From far up walls are slivers that would flicker against the roofs.
  light = mix(0.97, light, uRelief);
  // Streets and courtyards hold less light than the open sky above the cornice.
  vLit = vec4(mix(own, tint.rgb, tint.a) * light, 0.16 * (1.0 - roof) * uRelief);
  vLitRight = mix(own, tintRight.rgb, tintRight.a) * light;
}`;

const FRAGMENT = /* glsl */ `
uniform vec3 uHaze;
uniform float uSplit;
flat in vec4 vLit;
flat in vec3 vLitRight;
in vec2 vAir;
out vec4 colour;
void main() {
  float foot = 1.0 - vLit.a * max(vAir.x, 0.0);
  vec3 lit = gl_FragCoord.x < uSplit ? vLit.rgb : vLitRight;
  colour = vec4(mix(lit * foot, uHaze, vAir.y), 1.0);
}`;

/**
 * The one material of all building tiles: flat facets whose light is reckoned at the corner that
 * speaks for them (a processor draws pixels too, and slowly), soft light, roofs lighter
 * than walls, the foot darker, the far in haze; colour by building from the id texture.
 * Colours are mixed as they are written (sRGB), like MapLibre's, so that both sides match.
 */
export class BuildingMaterial extends ShaderMaterial {
  override readonly type = 'BuildingMaterial';
  declare uniforms: ReturnType<typeof uniforms>;

  constructor(ids: IdTexture, look: Look) {
    super({ glslVersion: GLSL3, vertexShader: VERTEX, fragmentShader: FRAGMENT, uniforms: uniforms(ids) });
    this.setLook(look);
  }

  setLook(look: Look): void {
    const { building, haze } = PALETTE[look];
    const u = this.uniforms;
    u.uRoof.value.setStyle(building.roof, LinearSRGBColorSpace);
    u.uRoofTall.value.setStyle(building.roofTall, LinearSRGBColorSpace);
    u.uWall.value.setStyle(building.wall, LinearSRGBColorSpace);
    u.uWallTall.value.setStyle(building.wallTall, LinearSRGBColorSpace);
    u.uHaze.value.setStyle(haze, LinearSRGBColorSpace);
  }
}

function uniforms(ids: IdTexture) {
  return {
    uIds: { value: ids.texture },
    /** Right of the split; the same texture while both sides are the same. */
    uIdsRight: { value: ids.texture },
    /** Pixels of the drawing buffer from the left. */
    uSplit: { value: 0 },
    uSide: { value: ids.side },
    uRoof: { value: new Color() },
    uRoofTall: { value: new Color() },
    uWall: { value: new Color() },
    uWallTall: { value: new Color() },
    uHaze: { value: new Color() },
    /** From the south-west, 48° high. */
    uSun: { value: new Vector3(-0.5, -0.44, 0.74).normalize() },
    /** Metres from the eye where the haze begins and where it is all there is. */
    uHazeM: { value: new Vector2(1e6, 2e6) },
    uAmbient: { value: 0.6 },
    /** How much of light and shade is drawn: 1 near, less in an overview. */
    uRelief: { value: 1 },
  };
}
