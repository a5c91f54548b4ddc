// SPDX-License-Identifier: EUPL-1.2
/**
 * Peer: deck.gl on the product's ground. Boxes in a SimpleMeshLayer whose places are given anew each frame
 * as a binary attribute, and streets in a PathLayer, as its documentation has both. Its boxes go straight
 * on from where they start: finding their places costs it next to nothing, and headings are reckoned once.
 */
import { PathLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { SimpleMeshLayer } from '@deck.gl/mesh-layers';
import { CubeGeometry } from '@luma.gl/engine';
import { decodeColumns, valuesOf } from '../../../src/city/columns';
import { M_PER_DEGREE, plane, planeToLonLat } from '../../../src/city/frames';
import { openMap } from '../../view/peers/map';

const SPEED_DEG_S = 6 / M_PER_DEGREE;
/** As large as ours are seen from so far. */
const BOX_M: [number, number, number] = [60, 24, 20];
const COLOURS = [
  [0, 120, 110, 255],
  [230, 160, 20, 255],
  [200, 60, 40, 255],
  [120, 20, 60, 255],
] as const;

const { map, city } = await openMap();
const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
map.addControl(overlay);
const streets = await readStreets();
let fleet: Fleet | null = null;
let roads: PathLayer | null = null;

window.benchShow = (vehicles, count) => {
  fleet = vehicles > 0 ? startFleet(vehicles) : null;
  roads =
    count > 0
      ? new PathLayer({
          id: 'streets',
          data: Array.from({ length: count }, (_, i) => i),
          getPath: (i: number) => streets[i % streets.length]!,
          getColor: (i: number) => [...COLOURS[i % COLOURS.length]!],
          getWidth: (i: number) => 4 + (i % 9),
          widthUnits: 'meters',
          widthMinPixels: 1,
        })
      : null;
  overlay.setProps({ layers: layers() });
};
window.benchMap = {
  map,
  nextFrame: () => {
    if (fleet) overlay.setProps({ layers: layers() });
    map.triggerRepaint();
  },
};

type Fleet = ReturnType<typeof startFleet>;
function startFleet(length: number) {
  const start = Array.from({ length }, (_, i) => streets[(i * 7919) % streets.length]!);
  return {
    length,
    begunMs: performance.now(),
    from: start.map((street) => street[0]!),
    headingRad: start.map(([a, b]) => Math.atan2(b![1] - a![1], b![0] - a![0])),
    colours: Uint8Array.from(start.flatMap((_, i) => [...COLOURS[i % COLOURS.length]!])),
    places: new Float64Array(length * 3),
  };
}

function layers() {
  return [roads, fleet && boxes(fleet)];
}

function boxes({ length, begunMs, from, headingRad, colours, places }: Fleet) {
  const gone = ((performance.now() - begunMs) / 1000) * SPEED_DEG_S;
  for (let i = 0; i < length; i++) {
    places[3 * i] = from[i]![0] + gone * Math.cos(headingRad[i]!);
    places[3 * i + 1] = from[i]![1] + gone * Math.sin(headingRad[i]!);
  }
  return new SimpleMeshLayer({
    id: 'fleet',
    data: {
      length,
      attributes: { getPosition: { value: places, size: 3 }, getColor: { value: colours, size: 4 } },
    },
    mesh: BOX,
    getOrientation: (_: unknown, { index }: { index: number }) => [
      0,
      (headingRad[index]! * 180) / Math.PI,
      0,
    ],
    getScale: BOX_M,
    sizeScale: 0.5,
  });
}
const BOX = new CubeGeometry();

/** The city's streets, degrees. */
async function readStreets(): Promise<[number, number][][]> {
  const read = async (id: string) =>
    decodeColumns(new Uint8Array(await (await fetch(`${city}inputs/${id}.columns`)).arrayBuffer()), id);
  const [links, points] = await Promise.all([read('road-links'), read('road-shapes')]);
  const [start, count] = [valuesOf(links, 'shapeStart'), valuesOf(links, 'shapeCount')];
  const [east, north] = [valuesOf(points, 'eastM'), valuesOf(points, 'northM')];
  return Array.from({ length: links.rows }, (_, link) =>
    Array.from({ length: count[link]! }, (_, k) => {
      const [lonDeg, latDeg] = planeToLonLat(plane(east[start[link]! + k]!, north[start[link]! + k]!));
      return [lonDeg, latDeg] as [number, number];
    }),
  ).filter((street) => street.length > 1);
}
