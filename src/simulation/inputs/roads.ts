// SPDX-License-Identifier: EUPL-1.2
/** The modelled network as read from its tables. */
import type { Roads } from '../../city/city-inputs';
import type { ColumnTable } from '../../city/columns';
import { STREET_CLASSES, type StreetClass } from '../../city/ground';
import { CityInputsError, dictionary, numbers, rowNumbers, texts } from './tables';

export interface RoadTables {
  readonly nodes: ColumnTable;
  readonly links: ColumnTable;
  readonly shapes: ColumnTable;
  readonly connectors: ColumnTable;
}

/**
 * All links open, without room for bicycles.
 * @throws CityInputsError where a row names a node, zone or shape that is not there, or a length, a
 * limit or lanes are no number above 0.
 */
export function roadsOf({ nodes, links, shapes, connectors }: RoadTables, zones: number): Roads {
  const shapeStart = rowNumbers(links, 'shapeStart', shapes.rows);
  const shapeCount = rowNumbers(links, 'shapeCount', shapes.rows + 1, 2);
  const beyond = shapeStart.findIndex((start, i) => start + (shapeCount[i] as number) > shapes.rows);
  if (beyond >= 0)
    throw new CityInputsError([], `road-links, row ${beyond}: its shape ends after road-shapes`);
  const classes = texts(links, 'class').map((name) => STREET_CLASSES.indexOf(name as StreetClass));
  const unknown = classes.indexOf(-1);
  if (unknown >= 0) throw new CityInputsError([], `road-links, row ${unknown}: unknown class`);
  return {
    nodes: nodes.rows,
    nodeEastM: Float64Array.from(numbers(nodes, 'eastM')),
    nodeNorthM: Float64Array.from(numbers(nodes, 'northM')),
    links: links.rows,
    from: rowNumbers(links, 'from', nodes.rows),
    to: rowNumbers(links, 'to', nodes.rows),
    lengthM: positive(links, 'lengthM'),
    lanes: positive(links, 'lanes'),
    speedKmH: positive(links, 'speedKmH'),
    class: Uint8Array.from(classes),
    nameIndex: rowNumbers(links, 'nameIndex', dictionary(links, 'nameIndex').length),
    names: dictionary(links, 'nameIndex'),
    streetIndex: rowNumbers(links, 'streetIndex', dictionary(links, 'streetIndex').length),
    streetIds: dictionary(links, 'streetIndex'),
    zone: rowNumbers(links, 'zone', zones, -1),
    open: new Uint8Array(links.rows).fill(1),
    cycleway: new Uint8Array(links.rows),
    shapeStart,
    shapeCount,
    shapeEastM: Float64Array.from(numbers(shapes, 'eastM')),
    shapeNorthM: Float64Array.from(numbers(shapes, 'northM')),
    connectors: {
      zone: rowNumbers(connectors, 'zone', zones),
      node: rowNumbers(connectors, 'node', nodes.rows),
      lengthM: Float64Array.from(numbers(connectors, 'lengthM')),
    },
  };
}

function positive(table: ColumnTable, name: string): Float64Array {
  const values = Float64Array.from(numbers(table, name));
  const wrong = values.findIndex((value) => !(value > 0 && value < Infinity));
  if (wrong >= 0)
    throw new CityInputsError([], `${table.id}, row ${wrong}: ${name} ${values[wrong]} is no number above 0`);
  return values;
}
