// SPDX-License-Identifier: EUPL-1.2
/** Which indicators of need may be told of a district beside how many live there. */
import { isSmall } from '../city/disclosure';
import type { IndicatorCity, IndicatorId } from './models/need/indicators';
import { type PersonGroup, type ToldPersons, toldPersons } from './models/people/told-persons';

/** Groups whose count a reader has who multiplies the indicator by the residents. */
const SHARES: Partial<Record<IndicatorId, PersonGroup>> = {
  aged80PlusShare: 'aged80Plus',
  minorsShare: 'minors',
  aged0to5Share: 'aged0to5',
};

/** Groups that an indicator is reckoned for each person of: few of them would show in it. */
const FOR_EACH: Partial<Record<IndicatorId, PersonGroup>> = {
  homeCareUnmet: 'aged65Plus',
  nursingHomeBeds: 'aged80Plus',
  pharmacies: 'total',
  libraries: 'total',
  civicOffices: 'total',
  socialServices: 'total',
};

type Figures = ArrayLike<number>;

/** Of one year: what {@link toldPersons} tells of it, and of the forecast's first year. */
export class ToldIndicators {
  readonly #city: Pick<IndicatorCity, 'forecast' | 'areaM2'>;
  readonly #year: number;
  readonly #told: ToldPersons;

  /** @throws ForecastRangeError: a year that is not forecast. */
  constructor(city: Pick<IndicatorCity, 'forecast' | 'areaM2'>, year: number) {
    this.#city = city;
    this.#year = year;
    this.#told = toldPersons(city.forecast, year);
  }

  /**
   * By row: 1 where an indicator's medians may be told. What the register alone tells, and minutes, always may: the
   * build has withheld of them what tells of few.
   */
  told(id: IndicatorId, medians: Figures): Uint8Array {
    const may = this.#ruleOf(id);
    return Uint8Array.from(medians, (figure, row) => (may(figure, row) ? 1 : 0));
  }

  #ruleOf(id: IndicatorId): (figure: number, row: number) => boolean {
    const { columns, isTold, mayTell } = this.#told;
    const residents = (row: number) => columns.total.value[row] as number;
    const share = SHARES[id];
    if (share) return (figure, row) => mayTell(share, row, figure * residents(row));
    const each = FOR_EACH[id];
    // Hours of care are reckoned from those over 80 too.
    if (each) return (_, row) => isTold(each, row) && (id !== 'homeCareUnmet' || isTold('aged80Plus', row));
    if (id === 'density')
      return (perKm2, row) => mayTell('total', row, (perKm2 * (this.#city.areaM2[row] as number)) / 1e6);
    if (id === 'aloneAged80Plus')
      return (per1000, row) => {
        const alone = (per1000 * residents(row)) / 1000;
        const others = (columns.aged80Plus.value[row] as number) - alone;
        return isTold('aged80Plus', row) && !isSmall(alone) && !isSmall(others);
      };
    if (id === 'aged80PlusGrowth') return this.#growthRule();
    return () => true;
  }

  /** Whoever knows how many there were, and how many more there are, knows how many there are. */
  #growthRule(): (per1000: number, row: number) => boolean {
    const { forecast } = this.#city;
    const { columns, isTold, mayTell } = this.#told;
    const first = this.#year === forecast.firstYear ? this.#told : toldPersons(forecast, forecast.firstYear);
    return (per1000, row) => {
      const more = (per1000 * (columns.total.value[row] as number)) / 1000;
      const were = first.columns.aged80Plus.value[row] as number;
      return (
        isTold('total', row) && first.isTold('aged80Plus', row) && mayTell('aged80Plus', row, were + more)
      );
    };
  }
}
