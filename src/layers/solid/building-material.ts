// SPDX-License-Identifier: EUPL-1.2
import { Color, GLSL3, LinearSRGBColorSpace, Matrix3, ShaderMaterial, Vector2, Vector3 } from 'three';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import type { IdTexture } from './id-texture';

const VERTEX = /* glsl */ `
precision highp sampler2D;
in uint aId;
uniform sampler2D uIds;
uniform uint uSide;
out vec3 vView;
out float vHeight;
flat out vec4 vTint;
flat out float vShade;
void main() {
  vec4 scene = modelMatrix * vec4(position, 1.0);
  vec4 view = viewMatrix * scene;
  vView = view.xyz;
  vHeight = scene.z;
  vTint = texelFetch(uIds, ivec2(aId % uSide, aId / uSide), 0);
  // A breath of difference between neighbours, so that their roofs do not run together.
  vShade = fract(float(aId) * 0.6180339887) - 0.5;
  gl_Position = projectionMatrix * view;
}`;

const FRAGMENT = /* glsl */ `
uniform vec3 uRoof, uRoofTall, uWall, uWallTall, uHaze, uSun;
uniform vec2 uHazeM;
uniform mat3 uToScene;
uniform float uAmbient, uRelief;
in vec3 vView;
in float vHeight;
flat in vec4 vTint;
flat in float vShade;
out vec4 colour;
void main() {
  // The tiles carry no normals: the screen's own derivatives give the facet's.
  vec3 normal = normalize(uToScene * cross(dFdx(vView), dFdy(vView)));
  float roof = smoothstep(0.35, 0.75, normal.z);
  float tall = smoothstep(18.0, 110.0, vHeight);
  vec3 own = mix(mix(uWall, uWallTall, tall), mix(uRoof, uRoofTall, tall), roof);
  own *= 1.0 + vShade * 0.06;
  own = mix(own, vTint.rgb, vTint.a);
  float sun = max(dot(normal, uSun), 0.0);
  float sky = 0.5 + 0.5 * normal.z;
  float light = uAmbient + (1.0 - uAmbient) * (0.45 * sky + 0.74 * sun);
  // Streets and courtyards hold less light than the open sky above the cornice.
  float foot = mix(mix(0.84, 1.0, smoothstep(0.0, 18.0, vHeight)), 1.0, roof);
  // From far up walls are slivers that would flicker against the roofs.
  float shade = mix(0.97, light * foot, uRelief);
  float far = smoothstep(uHazeM.x, uHazeM.y, length(vView));
  colour = vec4(mix(own * shade, uHaze, far), 1.0);
}`;

/**
 * The one material of all building tiles: flat facets by derivatives, soft light, roofs lighter
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
    /** Turns a direction of the view into one of the scene. */
    uToScene: { value: new Matrix3() },
    uAmbient: { value: 0.6 },
    /** How much of light and shade is drawn: 1 near, less in an overview. */
    uRelief: { value: 1 },
  };
}
