// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { type CivilDate, momentOf, type Weekday, weekdayOf } from '../../../city/clock';
import { romeTime } from '../../../city/rome-time';
import { offeredLayers } from '../../../layers/offered';
import { nowMs } from '../../state/clock';
import { changeCompare } from '../../state/compare';
import { layerOn } from '../../state/offered-layers';
import { type StoreState, useStore } from '../../state/store';
import { withLayer } from '../../state/with-layer';
import { announce } from '../announcer';
import { weekdayName } from '../clock/clock-words';
import { DateBox } from '../clock/date-choice';
import { TimeInput } from '../clock/time-input';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import { focusSoon } from '../scenario/focus';
import style from './compare.module.css';

/** A date and its hour for the second view: the sun is that day's, all else its typical weekday's. */
export function SecondClock() {
  const { t } = useTranslation();
  const format = useFormats();
  const clock = useStore((s) => s.compare?.clock);
  if (!clock) return null;
  const moment = momentOf(clock, nowMs());
  const date = moment.date ?? romeTime(moment.sunMs);
  const go = ({ year, month, day }: CivilDate, secondOfDay: number) => {
    const weekday = weekdayOf({ year, month, day });
    if (weekday === null) return;
    changeCompare({
      clock: { kind: 'typical', weekday, date: { year, month, day }, secondOfDay, sinceMs: 0, speed: 0 },
    });
  };
  return (
    <>
      <div className={style.when}>
        <DateBox shown={date} go={(chosen) => go(chosen, moment.secondOfDay)} />
        <TimeInput secondOfDay={moment.secondOfDay} go={(second) => go(date, second)} />
      </div>
      <p className={style.note}>
        {clock.kind === 'typical'
          ? t('living.clock.dateNote', { weekday: weekdayName(moment.weekday as Weekday, format) })
          : t('compare.clockSwapped')}
      </p>
      <SunOff />
    </>
  );
}

const sunOf = ({ catalogue, feeds }: StoreState) =>
  catalogue ? offeredLayers(catalogue, feeds).find(({ id }) => id === 'sun') : undefined;

/** Two dates differ by their light: an offer to turn it on where one of the views does without. */
function SunOff() {
  const { t } = useTranslation();
  const off = useStore((s) => {
    const sun = sunOf(s);
    const { quality, layers, compare } = s;
    return sun && [layers, compare?.layers ?? layers].some((own) => !layerOn(sun, { layers: own, quality }));
  });
  const turnOn = () => {
    const now = useStore.getState();
    const sun = sunOf(now);
    if (!sun) return;
    const { quality, layers, compare, set } = now;
    const lit = (own: StoreState['layers']) => withLayer(sun, true, { layers: own, quality });
    set({
      layers: lit(layers),
      compare: compare?.layers ? { ...compare, layers: lit(compare.layers) } : compare,
    });
    announce(t('layers.turnedOn', { name: t('layer.sun.name') }), false);
    focusSoon('[data-part=layers] input:checked');
  };
  if (!off) return null;
  return (
    <>
      <p className={style.note}>{t('compare.sunOff')}</p>
      <div className={style.buttons}>
        <TextButton onPress={turnOn} data-sun-on>
          {t('compare.sunOn')}
        </TextButton>
      </div>
    </>
  );
}
