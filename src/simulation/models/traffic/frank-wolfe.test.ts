// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../../../tiles/fixtures/shared-data';
import { frankWolfe } from './frank-wolfe';
import { readTntpNetwork, readTntpTrips } from './tntp';

const folder = sharedPath('benchmarks/tntp/');

describeShared('the bi-conjugate Frank–Wolfe method', () => {
  const { networks } = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as {
    networks: Record<string, { beckmann: number }>;
  };
  const open = (name: string) => {
    const files = readdirSync(folder + name);
    const text = (ending: RegExp) =>
      readFileSync(`${folder}${name}/${files.find((f) => ending.test(f))}`, 'utf8');
    return { network: readTntpNetwork(text(/_net\.tntp$/)), demand: readTntpTrips(text(/_trips\.tntp$/)) };
  };

  it.each(Object.keys(networks))('%s: the published objective, trips conserved', (name) => {
    const { network, demand } = open(name);
    const { objective, relativeGap, flowVehH } = frankWolfe(network, { id: 'all', demand }, { gap: 1e-5 });
    expect(relativeGap).toBeLessThanOrEqual(1e-5);
    const { beckmann } = networks[name]!;
    expect(objective / beckmann - 1).toBeLessThanOrEqual(2e-5);
    expect(objective / beckmann - 1).toBeGreaterThanOrEqual(-1e-12);
    const balance = new Float64Array(network.nodes);
    demand.vehH.forEach((vehH, cell) => {
      balance[Math.floor(cell / demand.zones)]! -= vehH;
      balance[cell % demand.zones]! += vehH;
    });
    flowVehH.forEach((vehH, link) => {
      balance[network.from[link]!]! += vehH;
      balance[network.to[link]!]! -= vehH;
    });
    for (const left of balance) expect(Math.abs(left)).toBeLessThan(1e-6);
  });

  it('needs the iterations of the right weights, not those of weights exchanged (17,079 on SiouxFalls)', () => {
    const { network, demand } = open('SiouxFalls');
    expect(frankWolfe(network, { id: 'all', demand }, { gap: 1e-6 }).iteration).toBeLessThan(1500);
  });
});
