// SPDX-License-Identifier: EUPL-1.2
/** The modelled network as model inputs. */
import type { Column, ColumnTable } from '../../../src/city/columns';
import { type Plane, planeToLonLat } from '../../../src/city/frames';
import { STREET_CLASSES } from '../../../src/city/ground';
import type { InputTable } from '../../../src/city/inputs';
import { pathLengthM } from '../../formats/geometry';
import type { DistrictFinder } from '../theme';
import type { RoadLink } from './road-graph';
import type { RoadNetwork } from './road-network';

/** `road-nodes`, `road-links`, `road-shapes`, `gateways` and `zone-connectors`. */
export function roadTables(network: RoadNetwork, districts: DistrictFinder): ColumnTable[] {
  const { nodes, links, gateways, connectors } = network;
  const isGateway = new Set(gateways.flatMap((gateway) => gateway.nodes));
  return [
    table('road-nodes', nodes.length, [
      ...places(nodes),
      { name: 'gateway', unit: '1', values: Uint8Array.from(nodes, (_, i) => Number(isGateway.has(i))) },
    ]),
    linksTable(links, districts),
    table(
      'road-shapes',
      links.reduce((sum, { shape }) => sum + shape.length, 0),
      [...places(links.flatMap(({ shape }) => shape))],
    ),
    table('gateways', gateways.length, [
      { name: 'node', unit: '1', values: Uint32Array.from(gateways, (g) => g.nodes[0] as number) },
      texts(
        'name',
        gateways.map((gateway) => gateway.name),
      ),
      classes(gateways),
    ]),
    table('zone-connectors', connectors.length, [
      { name: 'zone', unit: '1', values: Uint16Array.from(connectors, (c) => c.zone) },
      { name: 'node', unit: '1', values: Uint32Array.from(connectors, (c) => c.node) },
      { name: 'lengthM', unit: 'm', values: Float32Array.from(connectors, (c) => c.lengthM) },
    ]),
  ];
}

function linksTable(links: readonly RoadLink[], districts: DistrictFinder): ColumnTable {
  const rowOf = new Map((districts.zones ?? []).map(({ id }, row) => [id, row]));
  const zoneOf = (link: RoadLink) => rowOf.get(districts.at(planeToLonLat(middleOf(link)))) ?? -1;
  const shapeStart = new Uint32Array(links.length);
  for (let i = 1; i < links.length; i++) shapeStart[i] = shapeStart[i - 1]! + links[i - 1]!.shape.length;
  return table('road-links', links.length, [
    { name: 'from', unit: '1', values: Uint32Array.from(links, (l) => l.from) },
    { name: 'to', unit: '1', values: Uint32Array.from(links, (l) => l.to) },
    { name: 'lengthM', unit: 'm', values: Float32Array.from(links, (l) => l.lengthM) },
    { name: 'lanes', unit: '1', values: Float32Array.from(links, (l) => l.lanes) },
    { name: 'speedKmH', unit: 'km/h', values: Float32Array.from(links, (l) => l.speedKmH) },
    classes(links),
    texts(
      'nameIndex',
      links.map((link) => link.name),
    ),
    texts(
      'streetIndex',
      links.map((link) => link.streetId),
    ),
    { name: 'zone', unit: '1', values: Int32Array.from(links, zoneOf) },
    { name: 'shapeStart', unit: '1', values: shapeStart },
    { name: 'shapeCount', unit: '1', values: Uint32Array.from(links, (l) => l.shape.length) },
  ]);
}

const table = (id: InputTable, rows: number, columns: readonly Column[]): ColumnTable => ({
  id,
  rows,
  columns,
});

const places = (at: readonly Plane[]): Column[] => [
  { name: 'eastM', unit: 'm', values: Float64Array.from(at, ([east]) => east) },
  { name: 'northM', unit: 'm', values: Float64Array.from(at, ([, north]) => north) },
];

const classes = (of: readonly Pick<RoadLink, 'class'>[]): Column => ({
  name: 'class',
  unit: '1',
  values: Uint8Array.from(of, (each) => STREET_CLASSES.indexOf(each.class)),
  dictionary: STREET_CLASSES,
});

/** A column of texts, each once in its dictionary. */
function texts(name: string, values: readonly string[]): Column {
  const number = new Map([...new Set(values)].map((text, i) => [text, i]));
  return {
    name,
    unit: '1',
    values: Uint32Array.from(values, (text) => number.get(text) as number),
    dictionary: [...number.keys()],
  };
}

/** Halfway along. */
function middleOf({ shape }: RoadLink): Plane {
  let leftM = pathLengthM(shape) / 2;
  for (let i = 1; i < shape.length; i++) {
    const [a, b] = [shape[i - 1]!, shape[i]!];
    const stepM = pathLengthM([a, b]);
    if (stepM >= leftM && stepM > 0) {
      const t = leftM / stepM;
      return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])] as Plane;
    }
    leftM -= stepM;
  }
  return shape[0]!;
}
