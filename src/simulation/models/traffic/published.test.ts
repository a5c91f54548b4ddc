// SPDX-License-Identifier: EUPL-1.2
/** Against published equilibria (Transportation Networks for Research), which are not in the project. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../../../tiles/fixtures/shared-data';
import { Assignment } from './equilibrium';
import { readTntpNetwork, readTntpTrips } from './tntp';

const folder = sharedPath('benchmarks/tntp/');

describeShared('the published equilibria', () => {
  const { networks } = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as {
    networks: Record<string, { beckmann: number; tstt: number }>;
  };
  const open = (name: string) => {
    const files = readdirSync(folder + name);
    const text = (ending: RegExp) =>
      readFileSync(`${folder}${name}/${files.find((f) => ending.test(f))}`, 'utf8');
    const network = readTntpNetwork(text(/_net\.tntp$/));
    return { network, demand: readTntpTrips(text(/_trips\.tntp$/)), text };
  };

  it.each(Object.keys(networks))('%s: objective and total cost at a gap of 1e-8', (name) => {
    const { network, demand } = open(name);
    const { relativeGap, objective, tstt, unreachable } = new Assignment(network, [
      { id: 'all', demand },
    ]).solve({
      gap: 1e-8,
    });
    const { beckmann, tstt: expected } = networks[name]!;
    expect(relativeGap).toBeLessThanOrEqual(1e-8);
    expect(Math.abs(objective / beckmann - 1)).toBeLessThanOrEqual(1e-9);
    expect(Math.abs(tstt / expected - 1)).toBeLessThanOrEqual(1e-6);
    expect(unreachable).toEqual({ pairs: 0, vehH: 0 });
  });

  it.each(['SiouxFalls', 'Anaheim'])('%s: the flow of every link', (name) => {
    const { network, demand, text } = open(name);
    const { flowVehH } = new Assignment(network, [{ id: 'all', demand }]).solve({ gap: 1e-9 });
    const rows = text(/_flow\.tntp$/)
      .trim()
      .split(/\r?\n/)
      .slice(1);
    expect(rows.length).toBe(flowVehH.length);
    rows.forEach((row, link) => {
      const volume = Number(row.trim().split(/\s+/)[2]);
      expect(Math.abs(flowVehH[link]! - volume), `link ${link + 1}`).toBeLessThanOrEqual(
        1e-3 * Math.max(1, volume),
      );
    });
  });
});
