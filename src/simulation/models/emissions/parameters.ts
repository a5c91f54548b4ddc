// SPDX-License-Identifier: EUPL-1.2
/** What is uncertain in the emission factors, for an ensemble to draw from. Pure. */

/** A number known only within a range: what an ensemble draws between `low` and `high` (about 80 %). */
export interface UncertainFactor {
  readonly central: number;
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

export const EMISSION_PARAMETERS = {
  /**
   * NOx of Euro 6a–c diesels on the road over their 2013 curve. The curve gives 0.185 g/km at 50 km/h; cars sold to
   * 2016 were measured at about 0.5 g/km once the diesel affair made people look: 0.5 / 0.185 = 2.7.
   */
  dieselEuro6NoxFactor: {
    central: 2.7,
    low: 1.9,
    high: 3.5,
    source: 'about 0.5 g/km on the road up to 2016, ±30 % (assumption on the width); vans assumed alike',
  },
  /** All exhaust factors together: their vintage is 2013–2019, the fleet is not. */
  exhaustFactor: { central: 1, low: 0.7, high: 1.3, source: 'vintage of the factors, ±30 % (assumption)' },
  /** Tyre, brake and road wear together. */
  wearFactor: {
    central: 1,
    low: 0.5,
    high: 1.5,
    source: 'few measurements behind the Tier 2 factors, ±50 % (assumption)',
  },
} as const satisfies Record<string, UncertainFactor>;

export type EmissionParameters = Readonly<Record<keyof typeof EMISSION_PARAMETERS, number>>;

export const CENTRAL_EMISSION_PARAMETERS: EmissionParameters = {
  dieselEuro6NoxFactor: EMISSION_PARAMETERS.dieselEuro6NoxFactor.central,
  exhaustFactor: EMISSION_PARAMETERS.exhaustFactor.central,
  wearFactor: EMISSION_PARAMETERS.wearFactor.central,
};
