// SPDX-License-Identifier: EUPL-1.2
/** What is not known exactly of care at home: central values, ranges, sources, and the draws. Pure. */
import { centralValues, latinHypercube } from '../../../city/latin-hypercube';
import type { Range } from '../../../city/people';

/**
 * Drawn evenly, each by itself. What is called an assumption is one, here and on the screen.
 *
 * `needShare80Plus`, `needShare65to79`: of these ages, who does not manage alone at home. 46.5 % of the over-80s have
 * severe limitations of movement (Istat 2017, "Anziani: le condizioni di salute in Italia e nell'Unione europea",
 * year 2015); of the younger what is left of the 78,000 of 312,000 over-65s who are not self-sufficient in Milan
 * (Comune di Milano, Piano di sviluppo del welfare 2025–2027): 78,000 − 0.465 · 117,090 of 195,139. The ranges are an
 * assumption; narrower definitions give less (PASSI d'Argento 2023–2024: 14 % of the over-65s cannot do one of the six
 * activities of daily living alone).
 * `aloneFactor`: hours that somebody over 80 who lives alone and does not manage needs, beside one who does not: an
 * assumption.
 * `hoursNeeded`: a week, by each who does not manage alone: an assumption. Whoever has social care at home in Italy is
 * given 1.5.
 * `servedShare`: of the over-65s, who has care at home today. Italy 5 % in 2019 and 10.9 % in 2024 of care by nurses
 * and therapists, aim of the recovery plan 10 % by 2025 (Agenas, M6C1 1.2.1); 1.4 % in 2020 of social care by the
 * municipalities (Pesaresi 2024). Of Milan no open data tell it: an assumption.
 * `hoursServed`: a week, by each who has it: 78 hours a year in Italy (Pesaresi 2024, "Servono gli obiettivi di
 * servizio nell'assistenza domiciliare sociale", welforum.it).
 * `teamPace`: how much faster than on foot a team is, by bicycle or public transport: at 3 it is the 14 km/h of a
 * bicycle in a city. An assumption.
 * `teamHours`: where between the least and the most the hours of a team lie that are known as a range, 0–1.
 */
export const CARE_PARAMETERS = {
  needShare65to79: { low: 0.091, value: 0.121, high: 0.151 },
  needShare80Plus: { low: 0.4, value: 0.465, high: 0.53 },
  aloneFactor: { low: 1.2, value: 1.5, high: 1.8 },
  hoursNeeded: { low: 2, value: 3, high: 4 },
  servedShare: { low: 0.03, value: 0.05, high: 0.07 },
  hoursServed: { low: 1, value: 1.5, high: 2 },
  teamPace: { low: 2, value: 3, high: 4 },
  teamHours: { low: 0, value: 0.5, high: 1 },
} as const satisfies Record<string, Range>;
export type CareParameterId = keyof typeof CARE_PARAMETERS;
export type CareParameters = Readonly<Record<CareParameterId, number>>;

export const CENTRAL_CARE: CareParameters = centralValues(CARE_PARAMETERS);

/**
 * As many sets as draws; the same seed gives the same before and after a measure.
 * @throws RangeError as {@link latinHypercube}.
 */
export const drawCareParameters = (seed: string, draws: number): CareParameters[] =>
  latinHypercube(CARE_PARAMETERS, `${seed}/care`, draws);

/** A value of a range: its least at 0, what is most likely at ½, its most at 1, straight between. */
export function valueAt({ low, value, high }: Range, share: number): number {
  return share < 0.5 ? low + 2 * share * (value - low) : value + (2 * share - 1) * (high - value);
}
