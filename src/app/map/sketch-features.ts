// SPDX-License-Identifier: EUPL-1.2
/** Sketches and what is being drawn as GeoJSON for the map: lines and spots on the ground, labels with figures. Pure. */
import type { Feature, Position } from 'geojson';
import type { LonLat } from '../../city/frames';
import { measured, middleOf } from '../../survey/measures';
import { type Sketch, type SketchKind, SPOTS, type Spot, type Tool } from '../../survey/sketch';
import type { Formats } from '../text/format';

/** `role` says how it is drawn: kept, or still being drawn. */
type Role = 'kept' | 'drawn';

export function sketchFeatures(
  sketches: readonly Sketch[],
  tool: Tool | null,
  pointed: LonLat | null,
  format: Formats,
): Feature[] {
  const kept = sketches.flatMap(({ kind, spots }) => featuresOf(kind, spots, 'kept', format));
  if (!tool || tool.kind === 'walk') return kept;
  const ahead = pointed && tool.spots.length > 0 && SPOTS[tool.kind].most !== 1;
  const spots = ahead ? [...tool.spots, { at: pointed, heightM: 0 }] : tool.spots;
  return [...kept, ...featuresOf(tool.kind, spots, 'drawn', format)];
}

function featuresOf(kind: SketchKind, spots: readonly Spot[], role: Role, format: Formats): Feature[] {
  const line = spots.map(({ at }) => position(at));
  const closed = kind === 'area' && spots.length > 2;
  const shapes: Feature[] = closed
    ? [feature({ type: 'Polygon', coordinates: [[...line, ...line.slice(0, 1)]] }, role, 'area')]
    : line.length > 1
      ? [feature({ type: 'LineString', coordinates: line }, role, 'line')]
      : [];
  const points = spots.map(({ at }, i) =>
    feature({ type: 'Point', coordinates: position(at) }, role, 'spot', endLabel(kind, i, spots.length)),
  );
  const label = figureOf(kind, spots, format);
  const figure = label
    ? [feature({ type: 'Point', coordinates: position(labelAt(kind, spots)) }, role, 'figure', label)]
    : [];
  return [...shapes, ...points, ...figure];
}

/** The ends of a section and of a sight are called A and B, as in their figures. */
function endLabel(kind: SketchKind, at: number, count: number): string {
  if (kind !== 'section' && kind !== 'sight') return '';
  if (at === 0) return 'A';
  return at === count - 1 ? 'B' : '';
}

function labelAt(kind: SketchKind, spots: readonly Spot[]): LonLat {
  if (kind === 'area' || spots.length === 2) return middleOf(spots);
  return (spots.at(-1) as Spot).at;
}

/** The one figure that stands on the map. */
function figureOf(kind: SketchKind, spots: readonly Spot[], format: Formats): string {
  if (spots.length < SPOTS[kind].least) return '';
  const { lengthM, riseM, area } = measured({ kind, spots });
  if (area) return format.area(area.areaM2);
  if (kind === 'distance') return lengthM > 0.05 ? format.length(lengthM) : '';
  return kind === 'height' ? `↕ ${format.length(Math.abs(riseM))}` : '';
}

function feature(geometry: Feature['geometry'], role: Role, shape: string, label = ''): Feature {
  return { type: 'Feature', properties: { role, shape, label }, geometry };
}

const position = ([lon, lat]: LonLat): Position => [lon, lat];
