// SPDX-License-Identifier: EUPL-1.2
/**
 * How a city moves in the morning hour, before and after a change, in one draw of the parameters.
 * Demand and routes are one convex programme: every class's pairs answer by a pivot-point logit about
 * the base of the same draw, so that an unchanged city comes back as it was. Pure.
 */
import type { CityInputs } from '../../../city/city-inputs';
import type { MobilityOutcome } from '../../../impact/outcome';
import type { Skims } from '../demand/demand';
import { demandAfter } from '../demand/demand-after';
import type { Assignment, Equilibrium, Progress } from '../traffic/equilibrium';
import type { RoadNetwork, UserClass } from '../traffic/road-network';
import { addedSeconds, DRIVERS, type Driver } from './classes';
import { type Drivers, driversOf } from './drivers';
import { bannedShareOf } from './fleet-side';
import { modeShift } from './mode-shift';
import { outcomeOf, type State } from './outcome-of';
import type { Parameters } from './parameters';
import {
  classesOf,
  DEMAND_GAP,
  demandParametersOf,
  GAP,
  minutesOf,
  type PreparedCity,
  Stopped,
} from './prepared';
import { roadNetworkOf } from './road-side';
import { bicycleMinOf, distancesM, feltTransitMin, type TransitSide, transitSideAfter } from './transit-side';

/** Returns whether to go on. */
export type Watch = (phase: 'before' | 'after' | 'indicators', progress: Progress | null) => boolean;

/** The city before, in equilibrium at a draw's parameters; ask it for as many changed cities as there are. */
export class MobilityDraw {
  readonly parameters: Parameters;
  readonly before: MobilityOutcome;
  readonly #prepared: PreparedCity;
  readonly #assignment: Assignment;
  readonly #drivers: Drivers;
  readonly #state: State;
  readonly #skims: Skims;

  constructor(prepared: PreparedCity, parameters: Parameters, watch: Watch = () => true) {
    const { city, demand, transit } = prepared;
    this.#prepared = prepared;
    this.parameters = parameters;
    this.#drivers = driversOf(city, demand, parameters);
    const network = roadNetworkOf(city, parameters, prepared.capacityScale);
    this.#assignment = prepared.assignment.fork();
    this.#assignment.change({ network, classes: classesOf(city, this.#drivers, parameters, network) });
    const equilibrium = solve(this.#assignment, 'before', watch);
    const leastSeconds = this.#leastSeconds(city, network);
    this.#skims = {
      ...prepared.skims,
      carMin: minutesOf(this.#assignment.leastCosts(), 1),
      transitMin: feltTransitMin(transit, city.zones.count, parameters),
    };
    this.#state = {
      city,
      network,
      equilibrium,
      leastSeconds,
      skims: this.#skims,
      lines: transit?.network ?? null,
      drivers: this.#drivers,
      persons: demand.persons,
      shares: demand.shares,
      shift: null,
      before: null,
    };
    this.before = this.#outcome(this.#state, watch);
  }

  /** The city with a change in it. The same city gives the same outcome as before, figure for figure. */
  after(changed: CityInputs, watch: Watch = () => true): MobilityOutcome {
    const { city, demand } = this.#prepared;
    if (changed === city) return { ...this.before };
    const parameters = this.parameters;
    const demandParameters = demandParametersOf(parameters);
    const moved = demandAfter(city, changed, demand, demandParameters);
    const transit = this.#transitAfter(changed);
    const skims = this.#skimsAfter(changed, transit);
    const shift = modeShift(
      [city, changed],
      [this.#skims, skims],
      { ...moved, occupancy: demand.occupancy },
      demandParameters,
      bannedShareOf(parameters),
    );
    const drivers = driversOf(
      city,
      { ...moved, occupancy: demand.occupancy },
      parameters,
      this.#drivers.assigned,
    );
    const network = roadNetworkOf(changed, parameters, this.#prepared.capacityScale);
    const utilityShift = shift.car.map((value, cell) => value - (shift.others[cell] as number));
    const classes = DRIVERS.map((id) => this.#answering(id, drivers, changed, network, utilityShift));
    const assignment = this.#assignment.fork();
    assignment.change({ network, classes });
    const equilibrium = solve(assignment, 'after', watch);
    const state: State = {
      city: changed,
      network,
      equilibrium,
      leastSeconds: this.#leastSeconds(changed, network, assignment),
      skims: { ...skims, carMin: minutesOf(assignment.leastCosts(), 1) },
      lines: transit?.network ?? null,
      drivers,
      persons: moved.persons,
      shares: moved.shares,
      shift,
      before: this.#state,
    };
    return this.#outcome(state, watch);
  }

  #answering(
    id: Driver,
    drivers: Drivers,
    city: CityInputs,
    network: RoadNetwork,
    utilityShift: Float64Array,
  ): UserClass {
    const { count: zones } = city.zones;
    const addedCost = addedSeconds(city, id, this.parameters, network.from.length);
    if (id === 'goods') return { id, demand: { zones, vehH: drivers.goodsVehH }, addedCost };
    return {
      id,
      demand: { zones, vehH: drivers.drivesVehH[id] },
      addedCost,
      elasticity: {
        totalVehH: drivers.couldVehH[id],
        baseCost: this.#state.leastSeconds[id],
        theta: this.parameters.thetaPerMin / 60,
        utilityShift,
      },
    };
  }

  #leastSeconds(
    city: CityInputs,
    network: RoadNetwork,
    assignment = this.#assignment,
  ): Record<Driver, Float64Array> {
    const links = network.from.length;
    return Object.fromEntries(
      DRIVERS.map((id) => [id, assignment.leastCosts(addedSeconds(city, id, this.parameters, links))]),
    ) as Record<Driver, Float64Array>;
  }

  /** The base's own where its lines have not changed; those of a scenario are the same in all its draws. */
  #transitAfter(changed: CityInputs): TransitSide | null {
    const { city, transit, transitAfter } = this.#prepared;
    const { stops, patterns } = changed.transit;
    if (stops === city.transit.stops && patterns === city.transit.patterns) return transit;
    let side = transitAfter.get(changed.transit);
    if (side === undefined) {
      side = transitSideAfter(transit, changed);
      transitAfter.set(changed.transit, side);
    }
    return side;
  }

  /** The base's own where nothing that is in them has changed; the car's are the base's: its change is the assignment's. */
  #skimsAfter(changed: CityInputs, transit: TransitSide | null): Skims {
    const { city } = this.#prepared;
    const sameTransit = transit === this.#prepared.transit;
    const sameCycling = changed.roads.cycleway === city.roads.cycleway;
    if (sameTransit && sameCycling) return this.#skims;
    const zones = city.zones.count;
    return {
      ...this.#skims,
      ...(sameTransit ? {} : { transitMin: feltTransitMin(transit, zones, this.parameters) }),
      ...(sameCycling ? {} : { bicycleMin: bicycleMinOf(changed, distancesM(changed)) }),
    };
  }

  #outcome(state: State, watch: Watch): MobilityOutcome {
    if (!watch('indicators', null)) throw new Stopped();
    return outcomeOf(state, this.parameters);
  }
}

function solve(assignment: Assignment, phase: 'before' | 'after', watch: Watch): Equilibrium {
  let stopped = false;
  const onProgress = (progress: Progress) => {
    stopped = !watch(phase, progress);
    return !stopped;
  };
  const equilibrium = assignment.solve({ gap: GAP, demandGap: DEMAND_GAP, onProgress });
  if (stopped) throw new Stopped();
  return equilibrium;
}
