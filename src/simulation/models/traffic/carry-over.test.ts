// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { syntheticTown } from '../../../../bench/synthetic-network';
import { Assignment, type Equilibrium } from './equilibrium';
import type { RoadNetwork, UserClass } from './road-network';

const { network, demand } = syntheticTown({ side: 8, zones: 12, vehHByZone: 600 });
const { zones } = network;
/** Seconds and metres weigh otherwise for each of two classes, of whom the second answers to the costs. */
const added = network.freeFlowCost.map((seconds) => 0.2 * seconds);
const base = (): UserClass[] => [
  { id: 'fixed', demand },
  { id: 'far', demand, addedCost: added },
];
/** The second class's demand answers, about what it costs in the base. */
function answering(before: Assignment, utilityShift?: Float64Array): UserClass[] {
  const elasticity = {
    totalVehH: demand.vehH.map((vehH) => 2.5 * vehH),
    baseCost: before.leastCosts(added),
    theta: 0.06 / 60,
    ...(utilityShift ? { utilityShift } : {}),
  };
  return [base()[0] as UserClass, { id: 'far', demand, addedCost: added, elasticity }];
}
const fresh = (one: UserClass): UserClass => ({
  ...one,
  demand: { zones, vehH: one.demand.vehH.slice() },
  ...(one.addedCost ? { addedCost: one.addedCost.slice() } : {}),
});

/** What a solution says of itself, reckoned anew from its flows and the least costs at them. */
function gapsOf(
  assignment: Assignment,
  classes: readonly UserClass[],
  { classVehH, cost, classFlowVehH }: Equilibrium,
) {
  let [tstt, sptt, unmet, all] = [0, 0, 0, 0];
  classes.forEach((each, index) => {
    const least = assignment.leastCosts(each.addedCost);
    (classFlowVehH[index] as Float64Array).forEach((vehH, link) => {
      tstt += vehH * ((cost[link] as number) + (each.addedCost?.[link] ?? 0));
    });
    for (let cell = 0; cell < zones * zones; cell++) {
      const vehH = (classVehH[index] as Float64Array)[cell] as number;
      if (vehH === 0 || Math.floor(cell / zones) === cell % zones) continue;
      const u = least[cell] as number;
      sptt += vehH * u;
      all += vehH;
      if (!each.elasticity) continue;
      const { totalVehH, baseCost, theta, utilityShift } = each.elasticity;
      const [total, q0] = [totalVehH[cell] as number, each.demand.vehH[cell] as number];
      const utility =
        Math.log(q0 / (total - q0)) + theta * ((baseCost[cell] as number) - u) + (utilityShift?.[cell] ?? 0);
      unmet += Math.abs(total / (1 + Math.exp(-utility)) - vehH);
    }
  });
  return { relativeGap: (tstt - sptt) / tstt, demandGap: unmet / all };
}

/** Vehicles that leave each zone but for those that pass: of a class, over its own links. */
function leaving({ from, to }: RoadNetwork, flow: Float64Array): number[] {
  const net = new Array<number>(zones).fill(0);
  flow.forEach((vehH, link) => {
    for (const [end, sign] of [
      [from[link] as number, 1],
      [to[link] as number, -1],
    ] as const)
      if (end < zones) net[end] = (net[end] as number) + sign * vehH;
  });
  return net;
}
const surplus = (vehH: Float64Array) =>
  Array.from({ length: zones }, (_, zone) => {
    let net = 0;
    for (let other = 0; other < zones; other++)
      if (other !== zone)
        net += (vehH[zone * zones + other] as number) - (vehH[other * zones + zone] as number);
    return net;
  });

describe('what is carried over', () => {
  it('is the same to the bit where columns are other arrays that hold the same', () => {
    const assignment = new Assignment(network, base());
    const before = assignment.solve({ gap: 1e-5 });
    assignment.change({ network: { ...network, beta: network.beta.slice() }, classes: base().map(fresh) });
    const after = assignment.solve({ gap: 1e-5 });
    expect(after.iteration).toBe(0);
    expect(after.flowVehH).toEqual(before.flowVehH);
    expect(after.cost).toEqual(before.cost);
  });

  it('is the same to the bit of demand that answers and has answered', () => {
    const assignment = new Assignment(network, base());
    assignment.solve({ gap: 1e-6 });
    const classes = answering(assignment, new Float64Array(zones * zones).fill(0.3));
    assignment.change({ classes });
    const before = assignment.solve({ gap: 1e-5 });
    assignment.change({});
    const after = assignment.solve({ gap: 1e-5 });
    expect(after.classVehH).toEqual(before.classVehH);
    expect(after.flowVehH).toEqual(before.flowVehH);
  });

  it('has the flows of the pairs that are left, where some are no more and others new', () => {
    const assignment = new Assignment(network, base());
    assignment.solve({ gap: 1e-5 });
    // A third of the pairs is gone, a third has twice as many.
    const vehH = demand.vehH.map((value, cell) => (cell % 3 === 0 ? 0 : cell % 3 === 1 ? value : 2 * value));
    assignment.change({ classes: [{ id: 'fixed', demand: { zones, vehH } }, base()[1] as UserClass] });
    const { classFlowVehH, flowVehH } = assignment.solve({ gap: 1e-5 });
    const net = leaving(network, classFlowVehH[0] as Float64Array);
    surplus(vehH).forEach((expected, zone) => {
      expect(net[zone]).toBeCloseTo(expected, 6);
    });
    flowVehH.forEach((all, link) => {
      expect((classFlowVehH[0]?.[link] as number) + (classFlowVehH[1]?.[link] as number)).toBeCloseTo(all, 6);
    });
  });

  it('keeps everybody on the way where one of the ways is closed', () => {
    const assignment = new Assignment(network, base());
    const open = assignment.solve({ gap: 1e-5 });
    const busiest = open.flowVehH.indexOf(
      open.flowVehH.reduce(
        (most, vehH, link) => ((network.from[link] as number) >= zones ? Math.max(most, vehH) : most),
        0,
      ),
    );
    const closed = new Uint8Array(network.from.length);
    closed[busiest] = 1;
    assignment.change({ network: { ...network, closed } });
    const { flowVehH, classFlowVehH } = assignment.solve({ gap: 1e-5 });
    expect(open.flowVehH[busiest]).toBeGreaterThan(0);
    expect(flowVehH[busiest]).toBe(0);
    const net = leaving(network, classFlowVehH[1] as Float64Array);
    surplus(demand.vehH).forEach((expected, zone) => {
      expect(net[zone]).toBeCloseTo(expected, 6);
    });
  });
});

describe('the gaps that a solution tells', () => {
  it.each([1e-3, 1e-4, 1e-6])('are those of all pairs, those at rest among them: %s', (gap) => {
    const assignment = new Assignment(network, base());
    assignment.solve({ gap: 1e-6 });
    const classes = answering(
      assignment,
      Float64Array.from({ length: zones * zones }, (_, i) => ((i % 5) - 2) / 4),
    );
    assignment.change({ classes });
    const told = assignment.solve({ gap, demandGap: 10 * gap });
    const real = gapsOf(assignment, classes, told);
    expect(told.iteration).toBeGreaterThan(0);
    expect(real.relativeGap).toBeLessThanOrEqual(gap);
    expect(real.demandGap).toBeLessThanOrEqual(10 * gap);
    expect(Math.abs(real.relativeGap - told.relativeGap)).toBeLessThan(1e-9);
    expect(Math.abs(real.demandGap - told.demandGap)).toBeLessThan(1e-9);
  });
});
