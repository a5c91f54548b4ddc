// SPDX-License-Identifier: EUPL-1.2
/** Districts in the colours of a legend; those that are not meant under a veil, or without anything. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { DistrictAskable } from '../../query/district-attributes';
import type { Legend } from '../../query/legend';
import type { Look } from '../layer';
import { PALETTE } from '../palette';

export const HATCH = 'ask-hatch';
const FILL = 'ask-district-fill';
const HATCHED = 'ask-district-hatch';
const EDGE = 'ask-district-edge';
/** In drawing order. */
export const DISTRICT_ASK_LAYERS = [FILL, HATCHED, EDGE] as const;

/** Green and water are guessed at through the colour. */
const OPACITY = 0.84;
/** Of what is meant, where nothing colours it. */
const MEANT = 0.22;
const VEIL = 0.72;

export interface AskedDistricts {
  readonly table: DistrictAskable;
  readonly legend: Legend | null;
  /** 1: meant; null: all are. */
  readonly mask: Uint8Array | null;
  readonly others: 'faint' | 'hidden';
}

/** By id of the district, what `of` says of its row; `rest` for others. */
function byId<T extends string | number>(
  { ids }: DistrictAskable,
  of: (row: number) => T,
  rest: T,
): ExpressionSpecification | T {
  if (ids.length === 0) return rest;
  const pairs = ids.flatMap((id, row) => [id, of(row)]);
  return ['match', ['to-number', ['get', 'id']], ...pairs, rest] as unknown as ExpressionSpecification;
}

/** The style's layers over the vector source `ground`. */
export function districtAskLayers(
  { table, legend, mask, others }: AskedDistricts,
  look: Look,
): LayerSpecification[] {
  const { ground, districtEdge, selection } = PALETTE[look];
  const meant = (row: number) => !mask || mask[row] === 1;
  const colour = (row: number) =>
    meant(row)
      ? legend
        ? (legend.classes[legend.slots[row] as number]?.colour as string)
        : selection
      : ground;
  const opacity = (row: number) => (meant(row) ? (legend ? OPACITY : MEANT) : others === 'faint' ? VEIL : 0);
  const withheld = (row: number) =>
    meant(row) && legend?.classes[legend.slots[row] as number]?.kind === 'withheld';
  const common = { source: 'ground', 'source-layer': 'district' } as const;
  return [
    {
      ...common,
      id: FILL,
      type: 'fill',
      paint: {
        'fill-color': byId(table, colour, ground),
        'fill-opacity': byId(table, opacity, 0),
        'fill-antialias': false,
      },
    },
    {
      ...common,
      id: HATCHED,
      type: 'fill',
      paint: { 'fill-pattern': HATCH, 'fill-opacity': byId(table, (row) => (withheld(row) ? 1 : 0), 0) },
    },
    {
      ...common,
      id: EDGE,
      type: 'line',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': districtEdge,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.8, 16, 2],
        'line-opacity': byId(table, (row) => (meant(row) ? 0.85 : 0), 0),
      },
    },
  ];
}

const SIDE = 8;

/** Slanted lines, for what is not published: told without its colour too. */
export function hatchImage(look: Look): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(4 * SIDE * SIDE);
  const grey = look === 'light' ? 60 : 215;
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++)
      if ((x + y) % SIDE < 2) data.set([grey, grey, grey, 170], 4 * (y * SIDE + x));
  return { width: SIDE, height: SIDE, data };
}

/** How strongly buildings take the colour of their district, where nothing else colours them. */
const TINT = Math.round(0.64 * 255);

/**
 * Four bytes a building: the colour of its district.
 * @param district of each building, in order of id: a place in `codes`
 * @param codes ids of districts
 */
export function districtTints(
  { table, legend, mask }: AskedDistricts,
  district: ArrayLike<number>,
  codes: readonly string[],
  rgb: (colour: string) => readonly number[],
): Uint8Array | null {
  if (!legend) return null;
  const rows = new Map(table.ids.map((id, row) => [String(id), row]));
  const texels = codes.map((code) => {
    const row = rows.get(code);
    if (row === undefined || (mask && mask[row] === 0)) return [0, 0, 0, 0];
    const of = legend.classes[legend.slots[row] as number];
    return of ? [...rgb(of.colour), TINT] : [0, 0, 0, 0];
  });
  const bytes = new Uint8Array(4 * district.length);
  for (let id = 0; id < district.length; id++) {
    const texel = texels[district[id] as number];
    if (texel) bytes.set(texel, 4 * id);
  }
  return bytes;
}
