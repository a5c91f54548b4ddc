// SPDX-License-Identifier: EUPL-1.2
/**
 * Peer: deck.gl's PolygonLayer on the same ground, a prism for each building of the city at its place, with
 * its height and area, coloured through `updateTriggers`, as its documentation says.
 */
import { PolygonLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { decodeColumns, valuesOf } from '../../../src/city/columns';
import { openMap } from '../../view/peers/map';

interface Prism {
  readonly outline: [number, number][];
  readonly heightM: number;
  readonly year: number;
}

declare global {
  interface Window {
    /** Colours all prisms by their year, at these breaks; resolves once deck.gl has drawn them. */
    benchRecolour?: (breaks: readonly number[], colours: readonly (readonly number[])[]) => Promise<void>;
    benchBuildings?: number;
  }
}

const M_PER_DEGREE = 111_320;
const { map, city } = await openMap();
const catalogue = await (await fetch(`${city}catalogue.json`)).json();
const { file } = catalogue.files.inputs.find((input: { id: string }) => input.id === 'buildings');
const table = decodeColumns(new Uint8Array(await (await fetch(city + file)).arrayBuffer()));
const column = (name: string) => valuesOf(table, name);
const [lon, lat, area, height, years] = ['lonDeg', 'latDeg', 'areaM2', 'heightDm', 'year'].map(column);
const prisms: Prism[] = Array.from({ length: table.rows }, (_, id) => {
  const [x, y] = [lon?.[id] as number, lat?.[id] as number];
  const dy = Math.sqrt(area?.[id] as number) / 2 / M_PER_DEGREE;
  const dx = dy / Math.cos((y * Math.PI) / 180);
  return {
    outline: [
      [x - dx, y - dy],
      [x + dx, y - dy],
      [x + dx, y + dy],
      [x - dx, y + dy],
    ],
    heightM: (height?.[id] as number) / 10,
    year: years?.[id] as number,
  };
});

let drawn = () => {};
const overlay = new MapLibreOverlay({ interleaved: true, layers: [], onAfterRender: () => drawn() });
const layer = (breaks: readonly number[], colours: readonly (readonly number[])[]) =>
  new PolygonLayer<Prism>({
    id: 'buildings',
    data: prisms,
    extruded: true,
    getPolygon: ({ outline }) => outline,
    getElevation: ({ heightM }) => heightM,
    getFillColor: ({ year }) =>
      colours[year === 0 ? colours.length - 1 : breaks.filter((edge) => year >= edge).length] as [
        number,
        number,
        number,
      ],
    updateTriggers: { getFillColor: breaks },
  });
map.once('idle', () => {
  map.addControl(overlay);
  window.benchBuildings = table.rows;
  window.benchRecolour = (breaks, colours) =>
    new Promise((resolve) => {
      drawn = resolve;
      overlay.setProps({ layers: [layer(breaks, colours)] });
      map.triggerRepaint();
    });
});
