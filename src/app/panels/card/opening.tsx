// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { ServiceClass } from '../../../city/ground';
import { parseOpeningHours } from '../../../city/opening-hours';
import { useFormats } from '../hooks';
import { openingText } from './opening-facts';
import { Facts } from './parts';
import style from './places.module.css';
import type { ThingRow } from './thing-facts';
import { useMinute } from './use-minute';

/** Out of doors and never shut: nobody asks when they open. */
const ALWAYS_THERE: readonly ServiceClass[] = ['fountain', 'bike-rack', 'bike-share', 'charging'];

/** Whether the service is open at the clock's moment, by its published hours; where they are not known, so. */
export function Opening({ row }: { row: ThingRow }) {
  if (ALWAYS_THERE.includes(row.class as ServiceClass)) return null;
  return typeof row.hours === 'string' && row.hours ? <Known hours={row.hours} /> : <Unknown />;
}

function Unknown() {
  const { t } = useTranslation();
  return (
    <>
      <Facts facts={[{ id: 'opening', label: t('places.hours.label'), value: t('places.hours.unknown') }]} />
      <p className={style.under}>{t('places.hours.unknownNote')}</p>
    </>
  );
}

function Known({ hours: published }: { hours: string }) {
  const { t } = useTranslation();
  const format = useFormats();
  const moment = useMinute();
  const hours = parseOpeningHours(published);
  if (!hours) return <p className={style.under}>{t('places.hours.notRead')}</p>;
  const value = openingText(hours, moment, t, format);
  return (
    <>
      <Facts
        facts={[
          {
            id: 'opening',
            label: t('places.hours.label'),
            value: moment.kind === 'live' ? value : `${value} (${t('places.hours.atTypical')})`,
          },
        ]}
      />
      <p className={style.under}>
        {hours.byAppointment && `${t('places.hours.appointment')} `}
        {t('places.hours.holidays')}
      </p>
    </>
  );
}
