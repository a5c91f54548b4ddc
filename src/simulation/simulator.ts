// SPDX-License-Identifier: EUPL-1.2
/** A city made ready once and asked many scenarios: what does not depend on the scenario is kept. */
import type { CityInputs } from '../city/city-inputs';
import { applyScenario } from '../scenario/apply-scenario';
import type { Scenario } from '../scenario/scenario';
import { hashed } from './answer';
import { MobilityDraw, type Watch as MobilityWatch } from './models/mobility/mobility';
import { drawParameters, type Parameters } from './models/mobility/parameters';
import { type PreparedCity, prepareCity } from './models/mobility/prepared';
import { EFFORTS, type Effort, type HashedPair, type Phase } from './protocol';

/** What is going on; returns whether to go on. */
export type Watch = (at: {
  readonly phase: Phase;
  readonly draw: number;
  readonly iteration: number;
  readonly relativeGap: number;
}) => boolean;

/** Cities before, in equilibrium, that are kept: each holds its ways, some 10 MB. */
const MOST_KEPT = EFFORTS.quick;

export class Simulator {
  #prepared: PreparedCity | null = null;
  readonly #before = new Map<string, MobilityDraw>();

  constructor(readonly city: CityInputs) {}

  /**
   * The draws asked for, in that order; what a draw says depends neither on the others nor on what was
   * asked before.
   * @throws MeasureError where a measure cannot be applied, before anything is computed; DemandError,
   * NetworkError or TransitError where the inputs cannot be computed with; Stopped where `watch` says so.
   */
  *draws(
    scenario: Scenario,
    effort: Effort,
    draws: readonly number[],
    watch: Watch = () => true,
  ): Generator<HashedPair> {
    const changed = applyScenario(this.city, scenario);
    const ensemble = drawParameters(scenario.seed, EFFORTS[effort]);
    const prepared = this.#ready(draws[0] ?? 0, watch);
    for (const draw of draws) {
      const told = toldBy(watch, draw);
      const mobility = this.#draw(prepared, ensemble, draw, told);
      const { parameters, before } = mobility;
      yield hashed({ draw, parameters, before, after: mobility.after(changed, told) });
    }
  }

  /** Makes ready what the draws of a quick run with this seed have in common with every scenario. */
  prepare(seed: string, draws: readonly number[], watch: Watch = () => true): void {
    const ensemble = drawParameters(seed, EFFORTS.quick);
    const prepared = this.#ready(draws[0] ?? 0, watch);
    for (const draw of draws) this.#draw(prepared, ensemble, draw, toldBy(watch, draw));
  }

  #ready(draw: number, watch: Watch): PreparedCity {
    this.#prepared ??= prepareCity(this.city, ({ iteration, relativeGap }) =>
      watch({ phase: 'prepare', draw, iteration, relativeGap }),
    );
    return this.#prepared;
  }

  /** The city before in a draw, kept where there is room for all of a quick ensemble. */
  #draw(
    prepared: PreparedCity,
    ensemble: readonly Parameters[],
    draw: number,
    watch: MobilityWatch,
  ): MobilityDraw {
    const parameters = ensemble[draw];
    if (!parameters) throw new RangeError(`draw ${draw} of an ensemble of ${ensemble.length}`);
    const key = JSON.stringify(parameters);
    const kept = this.#before.get(key);
    if (kept) return kept;
    const made = new MobilityDraw(prepared, parameters, watch);
    if (this.#before.size === MOST_KEPT) this.#before.delete([...this.#before.keys()][0] as string);
    this.#before.set(key, made);
    return made;
  }
}

const toldBy =
  (watch: Watch, draw: number): MobilityWatch =>
  (phase, progress) => {
    const { iteration, relativeGap } = progress ?? { iteration: 0, relativeGap: 0 };
    return watch({ phase, draw, iteration, relativeGap });
  };
