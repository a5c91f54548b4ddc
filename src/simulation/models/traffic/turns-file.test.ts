// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { Assignment } from './equilibrium';
import { BRAESS_TNTP } from './fixtures/braess';
import { readTntpNetwork } from './tntp';
import { withTurns } from './turns';
import { readTurns } from './turns-file';

const network = readTntpNetwork(BRAESS_TNTP);
const HEAD = 'from_node,via_node,to_node,penalty\n';

/** Flows of the five links, and what each of the six trips costs. */
function solved(rows: string) {
  const { network: turned, streets } = withTurns(network, readTurns(HEAD + rows, network));
  const demand = { zones: 2, vehH: Float64Array.of(0, 6, 0, 0) };
  const { flowVehH, tstt } = new Assignment(turned, [{ id: 'all', demand }]).solve({ gap: 1e-12 });
  return { flow: [...flowVehH.subarray(0, streets)], each: tstt / 6 };
}
function expectSolved(rows: string, flow: readonly number[], each: number) {
  const found = solved(rows);
  for (const [link, value] of found.flow.entries()) expect(value).toBeCloseTo(flow[link]!, 6);
  expect(found.each).toBeCloseTo(each, 6);
}

describe('a file of turns', () => {
  it('without rows changes nothing', () => expectSolved('', [4, 2, 2, 2, 4], 92));

  it('bans a turn: without the middle way three go each way, at 10 · 3 + 50 + 3', () =>
    expectSolved('1,3,4,banned\n', [3, 3, 3, 0, 3], 83));

  it('makes a turn dearer: with m on the middle way 83 + 4.5 m = 70 + 11 m + 6.5 at m = 1', () =>
    expectSolved('1, 3, 4, 6.5\r\n\r\n', [3.5, 2.5, 2.5, 1, 3.5], 87.5));

  it('delays a node: who comes to node 4 waits 11', () => {
    // Ways over 3 (a), over 4 (b) and both (m): 11 (a − b) = 11, 40 + b = 10 a + 11 m, a + b + m = 6.
    const [a, b, m] = [38 / 13, 25 / 13, 15 / 13];
    expectSolved(',4,,11\n', [a + m, b, a, m, b + m], 10 * (a + m) + 50 + a);
  });

  it('is of every link where several join two nodes', () => {
    const twice = {
      ...network,
      from: Int32Array.of(0, 0, 2, 2, 3),
      to: Int32Array.of(2, 2, 1, 3, 1),
    };
    const { penalties } = readTurns(`${HEAD}1,3,4,2\n`, twice);
    expect([[...penalties!.fromLink], [...penalties!.toLink], [...penalties!.cost]]).toEqual([
      [0, 1],
      [3, 3],
      [2, 2],
    ]);
  });

  it.each([
    ['from,via,to,cost\n', 'line 1: its columns are not from_node, via_node, to_node, penalty'],
    [`${HEAD}1,3,4\n`, 'line 2: 3 columns instead of 4'],
    [`${HEAD}1,3,4,1\n1,5,2,1\n`, 'line 3: via_node "5" is no node of 1 to 4'],
    [`${HEAD}x,3,4,1\n`, 'line 2: from_node "x" is no node of 1 to 4'],
    [`${HEAD}1,3,0,1\n`, 'line 2: to_node "0" is no node of 1 to 4'],
    [`${HEAD}4,3,2,1\n`, 'line 2: no link leads from node 4 to 3'],
    [`${HEAD}1,3,1,1\n`, 'line 2: no link leads from node 3 to 1'],
    [`${HEAD}1,3,4,-1\n`, 'line 2: penalty "-1" is neither a decimal number from 0 on nor "banned"'],
    [`${HEAD}1,3,4,\n`, 'line 2: penalty "" is neither a decimal number from 0 on nor "banned"'],
    [`${HEAD}1,3,4,0x10\n`, 'line 2: penalty "0x10" is neither a decimal number from 0 on nor "banned"'],
    [`${HEAD}1,3,4,1e3\n`, 'line 2: penalty "1e3" is neither a decimal number from 0 on nor "banned"'],
    [`${HEAD}1,3,4,+1\n`, 'line 2: penalty "+1" is neither a decimal number from 0 on nor "banned"'],
    [`${HEAD}1,3,4,.\n`, 'line 2: penalty "." is neither a decimal number from 0 on nor "banned"'],
    [
      `${HEAD}1,3,4,${'9'.repeat(400)}\n`,
      `line 2: penalty "${'9'.repeat(400)}" is neither a decimal number from 0 on nor "banned"`,
    ],
    [
      `${HEAD}1,3,4,Infinity\n`,
      'line 2: penalty "Infinity" is neither a decimal number from 0 on nor "banned"',
    ],
    [
      `${HEAD},3,4,1\n`,
      'line 2: from_node or to_node is empty: a turn has both, the delay of a node neither',
    ],
    [`${HEAD},4,,banned\n`, 'line 2: the delay of a node is a number: only a turn can be banned'],
    [`${HEAD}3,2,3,1\n`, 'line 2: node 2 is a zone, or nothing passes through it'],
    [`${HEAD}1,3,4,1\n\n1,3,4,2\n`, 'line 4: is of the same as line 2'],
    [`${HEAD},4,,1\n,4,,2\n`, 'line 3: is of the same as line 2'],
  ])('%j is refused', (text, fault) => expect(() => readTurns(text, network)).toThrow(fault));
});
