// SPDX-License-Identifier: EUPL-1.2
import { PAINTS } from '../../city/building';
import {
  ID_BITS,
  ID_MASK,
  LEAST_STOREY_M,
  PAINT_KIND,
  PAINT_MASK,
  PAINT_STOREY_SHIFT,
  PAINT_STOREYS_BY,
  PAINT_STOREYS_FROM,
  PLASTERED,
  STOREY_STEP_M,
  TILED,
} from './facade';
import { TOP_STEP_M } from './facets';
import { HIDDEN_ALPHA } from './id-texture';

/** How fast the dark at the foot of a wall goes with height, metres; the plain program's ends at three times it. */
const FOOT_M = 6;
/** Width of a bay: a window and the wall beside it, metres. */
const BAY_M = 2.7;
/** How much more light than at the foot of a wall falls on a landmark. */
const FLOODLIGHT = 7;

/**
 * Light is reckoned once a facet, at the corner that speaks for it (`facets.ts`). With `RICH` the
 * fragments are told what the wall is like as well; with `SHADED`, what of their light is the sun's and
 * where they lie on the map of shadows (`sun-shadows.ts`); with `DRAPED` a picture lies on the roofs.
 */
export const VERTEX = /* glsl */ `
precision highp sampler2D;
in uint aId;
in vec4 aFacet;
uniform sampler2D uIds, uIdsRight;
// Whether the two sides of the split differ: else what is right is not reckoned apart.
uniform bool uDiffer;
uniform uint uSide;
uniform vec3 uRoof, uRoofTall, uWall, uWallTall, uPlaster, uTiles;
uniform vec3 uSun, uSunlight, uSkylight, uLamplight;
uniform vec3 uPaints[${PAINTS.length}];
uniform vec2 uHazeM;
uniform float uRelief;
flat out vec3 vLit;
flat out vec3 vLitRight;
out vec2 vAir;
#ifdef SHADED
uniform mat4 uToSun;
flat out vec3 vOfSun;
out vec3 vSunAt;
#endif
#ifdef DRAPED
uniform vec4 uDrapeAt;
flat out vec4 vDrapeLight;
out vec2 vDrapeAt;
#endif
#ifdef RICH
flat out vec4 vWall;
flat out vec4 vDetail;
flat out uint vId;
out vec3 vAt;
#endif
// A colour that covers the building is one of a legend: it is read by night too, and in shade.
vec3 lightOn(float strength, vec3 light) {
  float bright = clamp(dot(light, vec3(0.3, 0.59, 0.11)), 0.0, 1.0);
  return mix(light, vec3(mix(0.68, 1.0, bright)), 0.85 * smoothstep(0.7, 0.86, strength));
}
vec3 tinted(vec3 own, vec4 tint, vec3 light) {
  return mix(own, tint.rgb, tint.a) * lightOn(tint.a, light);
}
void main() {
  vec4 view = modelViewMatrix * vec4(position, 1.0);
  gl_Position = projectionMatrix * view;
  vec3 at = (modelMatrix * vec4(position, 1.0)).xyz;
  vAir = vec2(1.0 - at.z / ${(3 * FOOT_M).toFixed(1)}, smoothstep(uHazeM.x, uHazeM.y, length(view.xyz)));

  uint id = aId & ${ID_MASK}u;
  uint facade = aId >> ${ID_BITS}u;
  vec3 normal = aFacet.xyz / 127.0;
  float topM = aFacet.w * ${TOP_STEP_M}.0;
  float roof = smoothstep(0.35, 0.6, normal.z);
  float tall = smoothstep(22.0, 90.0, topM);
  float some = fract(float(id) * 0.6180339887);
  // Plaster between cream and Milan's yellow; no two neighbours alike.
  float yellow = (facade & ${PLASTERED}u) == 0u ? 0.0 : some * some;
  vec3 wall = mix(mix(uWall, uPlaster, yellow), uWallTall, tall);
  float tiles = (facade & ${TILED}u) == 0u ? 0.0
    : (1.0 - smoothstep(0.955, 0.985, normal.z)) * (1.0 - smoothstep(26.0, 36.0, topM));
  vec3 own = mix(wall, mix(mix(uRoof, uRoofTall, tall), uTiles, tiles), roof);
  bool painted = (facade & ${PAINT_KIND}u) == ${PLASTERED}u;
  if (painted) {
    uint paint = min(facade & ${PAINT_MASK}u, ${PAINTS.length - 1}u);
    own = uPaints[paint];
    tall = paint == ${PAINTS.indexOf('glass')}u ? 1.0 : 0.0;
    // By night what one comes to see is floodlit; glass has its own windows, leaves stay dark.
    float floodlit = paint == ${PAINTS.indexOf('foliage')}u ? 0.0 : 1.0 - tall;
    own *= 1.0 + floodlit * (1.0 - 0.5 * roof) * ${FLOODLIGHT.toFixed(1)} * uLamplight;
  }
  // A breath of difference between neighbours, so that their roofs do not run together.
  own *= 1.0 + (fract(some * 7.31) - 0.5) * 0.07;
  ivec2 texel = ivec2(id % uSide, id / uSide);
  vec4 tint = texelFetch(uIds, texel, 0);
  vec4 tintRight = tint;
  // Walls see half of the sky; of two that the sun does not reach one is always the lighter.
  float turned = normal.x * uSun.y - normal.y * uSun.x;
  float sky = 0.9 + 0.1 * normal.z + 0.05 * turned;
  vec3 straight = uSunlight * max(dot(normal, uSun), 0.0);
  vec3 light = uSkylight * sky + straight;
  // From far up walls are slivers that would flicker against the roofs.
  light = mix(uSkylight + 0.7 * uSunlight, light, uRelief);
  // Most buildings have no colour but their own, and a processor takes its time over every corner.
  vLit = own * light;
  if (tint.a > 0.0) {
    vLit = tinted(own, tint, light);
    // Outside the filter: behind the far plane, corner by corner.
    if (uint(tint.a * 255.0 + 0.5) == ${HIDDEN_ALPHA}u) gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
  }
  vLitRight = vLit;
  if (uDiffer) {
    tintRight = texelFetch(uIdsRight, texel, 0);
    vLitRight = tinted(own, tintRight, light);
  }
#ifdef SHADED
  vOfSun = straight * uRelief / light;
  vSunAt = (uToSun * vec4(at, 1.0)).xyz;
#endif
#ifdef DRAPED
  vDrapeAt = (at.xy - uDrapeAt.xy) * uDrapeAt.zw;
  vDrapeLight = vec4(lightOn(1.0, light), roof);
#endif
  vAir.x *= (1.0 - roof) * uRelief;
#ifdef RICH
  uint steps = facade & 63u;
  if (painted) {
    uint storeys = (facade >> ${PAINT_STOREY_SHIFT}u) & 3u;
    steps = storeys == 0u ? 0u : ${PAINT_STOREYS_FROM}u + ${PAINT_STOREYS_BY}u * storeys;
  }
  float storeyM = ${LEAST_STOREY_M} + float(steps) * ${STOREY_STEP_M};
  // A tint says something: what is drawn on the wall steps back behind it.
  float told = 1.0 - 0.65 * max(tint.a, tintRight.a);
  vWall = vec4(-normal.y, normal.x, 1.0 / storeyM, floor((topM + 0.4) / storeyM));
  vDetail = vec4(steps == 0u || abs(normal.z) > 0.35 ? 0.0 : told, tall, (1.0 - roof) * uRelief, 0.0);
  vId = id;
  vAt = at;
#endif
}`;

/** Storeys, windows and the foot of a wall, where the machine can afford a look at every pixel. */
const DETAIL = /* glsl */ `
flat in vec4 vWall;
flat in vec4 vDetail;
flat in uint vId;
in vec3 vAt;
uniform vec3 uLamplight, uGlass, uWindow;
uniform float uNight;

float chance(uint id, ivec2 cell) {
  uint h = id * 2654435761u ^ uint(cell.x + 70000) * 2246822519u ^ uint(cell.y) * 3266489917u;
  h = (h ^ (h >> 15u)) * 2246822519u;
  return float((h ^ (h >> 13u)) & 0xffffu) / 65535.0;
}

vec3 withFacade(vec3 lit) {
  vec2 at = vec2(dot(vAt.xy, vWall.xy) * ${(1 / BAY_M).toFixed(4)}, vAt.z * vWall.z);
  // Screen pixels of a bay and of a storey: what is smaller than a few of them would only shimmer.
  vec2 px = 1.0 / max(fwidth(at), vec2(1e-5));
  if (vDetail.x == 0.0) return lit;
  float lines = vDetail.x * smoothstep(4.0, 11.0, px.y);
  float panes = vDetail.x * smoothstep(5.0, 14.0, min(px.x, px.y));
  ivec2 cell = ivec2(floor(at));
  vec2 within = at - floor(at);
  float below = step(float(cell.y), vWall.w - 0.5);
  float toFloor = min(within.y, 1.0 - within.y) * px.y;
  float line = 1.0 - smoothstep(0.4, 1.3, toFloor);
  lit *= 1.0 - lines * line * below * step(0.5, at.y) * mix(0.1, 0.07, vDetail.y);
  // Towers are of glass from floor to floor.
  vec2 half_ = mix(vec2(0.21, 0.27), vec2(0.46, 0.38), vDetail.y);
  vec2 inside = (half_ - abs(within - vec2(0.5, 0.53))) * px + 0.5;
  float pane = clamp(inside.x, 0.0, 1.0) * clamp(inside.y, 0.0, 1.0) * below;
  float chosen = chance(vId, cell);
  lit = mix(lit, uGlass, panes * pane * (1.0 - uNight) * (0.2 + 0.14 * chosen));
  if (uNight == 0.0) return lit;
  float glow = step(0.8, chosen) * (0.4 + 0.5 * fract(chosen * 61.0));
  // Where windows are too small to be told apart, every so many of them share a light, a fainter one.
  float together = exp2(clamp(ceil(log2(2.6 / min(px.x, px.y))), 0.0, 4.0));
  ivec2 block = ivec2(floor(at / together));
  float far = step(0.86, chance(vId + 7u, block)) * 0.42 * inversesqrt(together) * below * vDetail.x;
  return mix(lit, uWindow, uNight * mix(far, pane * glow, panes));
}`;

/** `RICH`: as above; without it nothing but what the corners say, haze and the foot. */
export const FRAGMENT = /* glsl */ `
precision highp float;
uniform vec3 uHaze;
uniform float uSplit;
flat in vec3 vLit;
flat in vec3 vLitRight;
in vec2 vAir;
out vec4 colour;
#ifdef SHADED
uniform highp sampler2DShadow uShadows;
uniform float uShadowBias;
flat in vec3 vOfSun;
in vec3 vSunAt;
#endif
#ifdef DRAPED
uniform sampler2D uDrape;
flat in vec4 vDrapeLight;
in vec2 vDrapeAt;
#endif
#ifdef RICH
${DETAIL}
#endif
void main() {
  vec3 lit = gl_FragCoord.x < uSplit ? vLit : vLitRight;
#ifdef SHADED
  // What is not on the map of shadows has none.
  vec3 off = abs(vSunAt - 0.5);
  float shone = texture(uShadows, vSunAt - vec3(0.0, 0.0, uShadowBias));
  lit *= 1.0 - vOfSun * (1.0 - shone) * step(max(off.x, max(off.y, off.z)), 0.5);
#endif
#ifdef DRAPED
  // A legend's colours again: no shadow darkens them.
  vec2 aside = abs(vDrapeAt - 0.5);
  vec4 drape = texture(uDrape, vDrapeAt);
  float covers = drape.a * vDrapeLight.a * step(max(aside.x, aside.y), 0.5);
  lit = mix(lit, drape.rgb * vDrapeLight.rgb, covers);
#endif
#ifdef RICH
  float foot = exp(-max(vAt.z, 0.0) / ${FOOT_M.toFixed(1)}) * vDetail.z;
  lit = withFacade(lit) * (1.0 - 0.2 * foot) + uLamplight * foot;
#else
  lit *= 1.0 - 0.16 * max(vAir.x, 0.0);
#endif
  colour = vec4(mix(lit, uHaze, vAir.y), 1.0);
}`;
