// SPDX-License-Identifier: EUPL-1.2
/** What is charged in the city before any measure: its inputs say it, not this text. */
import type { Charge } from '../../../city/city-inputs';
import { codeText, placeName, type Words } from './words';

/** "Area C: visitatori 5 €, residenti 2 €, merci e servizio 5 €, dalle 7:30 alle 19:30"; null where nothing is charged. */
export function chargesText(charges: readonly Charge[], words: Words): string | null {
  const { t, format } = words;
  const said = charges.map(({ id, hours, priceEur }) => {
    const prices = Object.entries(priceEur).map(
      ([who, price]) =>
        `${codeText(t, `option.priceEur.${who}`).toLocaleLowerCase(format.locale)} ${format.euro(price)}`,
    );
    const when = t('scenario.says.hours', {
      from: format.clock(hours.fromMin),
      to: format.clock(hours.toMin),
    });
    return `${placeName({ kind: 'area', areaId: id }, words)}: ${prices.join(', ')}, ${when}`;
  });
  return said.length === 0 ? null : said.join('; ');
}
