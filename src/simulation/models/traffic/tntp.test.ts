// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { readTntpNetwork, readTntpTrips, writeTntpFlows } from './tntp';

const NET = `<NUMBER OF ZONES> 2
<NUMBER OF NODES> 3
<FIRST THRU NODE> 3
<NUMBER OF LINKS> 2
<ORIGINAL HEADER>~ \tInit node \tTerm node
<END OF METADATA>


~\tinit_node\tterm_node\tcapacity\tlength\tfree_flow_time\tb\tpower\tspeed\ttoll\tlink_type\t;
\t1\t3\t1000\t2.5\t6\t0.15\t4\t50\t3\t1\t;
\t3\t2\t9e2\t1\t4 0.15 4 50 0 1;
`;
const TRIPS = `<NUMBER OF ZONES> 2
<TOTAL OD FLOW> 30
<END OF METADATA>

Origin 1
  1 :    5.0;     2 :   10.5;
Origin\t2
1 : 14;
1 : 0.5;
`;

describe('a network of TNTP', () => {
  it('is read, toll and length in the unit of time by their factors', () => {
    expect(readTntpNetwork(NET, { tollFactor: 2, distanceFactor: 4 })).toEqual({
      nodes: 3,
      zones: 2,
      firstThroughNode: 2,
      from: Int32Array.of(0, 2),
      to: Int32Array.of(2, 1),
      capacityVehH: Float64Array.of(1000, 900),
      freeFlowCost: Float64Array.of(6, 4),
      alpha: Float64Array.of(0.15, 0.15),
      beta: Float64Array.of(4, 4),
      fixedCost: Float64Array.of(16, 4),
    });
  });

  it.each([
    [NET.replace('<NUMBER OF NODES> 3\n', ''), '<NUMBER OF NODES>: is missing'],
    [NET.replace('<NUMBER OF ZONES> 2', '<NUMBER OF ZONES> two'), '<NUMBER OF ZONES>: "two" is no count'],
    [NET.replace('LINKS> 2', 'LINKS> 1'), 'line 11: more links than the 1 that the head states'],
    [NET.replace('LINKS> 2', 'LINKS> 3'), 'network: 2 links, and the head states 3'],
    [NET.replace('9e2', 'many'), 'line 11: "many" is no number'],
    [NET.replace('\t50\t3\t1\t;', ';'), 'line 10: 7 columns instead of 10'],
  ])('that is wrong is refused with its line', (text, message) => {
    expect(() => readTntpNetwork(text)).toThrow(message);
  });
});

describe('trips of TNTP', () => {
  it('are read, what is named twice added', () => {
    expect(readTntpTrips(TRIPS)).toEqual({ zones: 2, vehH: Float64Array.of(5, 10.5, 14.5, 0) });
  });

  it.each([
    [TRIPS.replace('2 :   10.5', '7 :   10.5'), 'line 6: "7" is no zone of 1 to 2'],
    [TRIPS.replace('10.5', '-10.5'), 'line 6: "2 :   -10.5" is no trips to a zone'],
    [TRIPS.replace('14;', ';'), 'line 8: "1 :" is no trips to a zone'],
    [TRIPS.replace('Origin 1\n', ''), 'line 5: trips before any "Origin"'],
  ])('that are wrong are refused with their line', (text, message) => {
    expect(() => readTntpTrips(text)).toThrow(message);
  });
});

describe('flows for TNTP', () => {
  it('are a table of links, numbered from 1', () => {
    const { from, to } = readTntpNetwork(NET);
    const flows = { flowVehH: Float64Array.of(10.5, 0), cost: Float64Array.of(6.25, 4) };
    expect(writeTntpFlows({ from, to }, flows)).toBe(
      'From\tTo\tVolume\tCost\n1\t3\t10.5\t6.25\n3\t2\t0\t4\n',
    );
  });
});
