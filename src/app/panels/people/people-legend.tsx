// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import { useStore } from '../../state/store';
import style from '../ask/ask.module.css';
import { Classes } from '../ask/ask-legend';
import { useWords } from '../ask/asked-hook';
import panel from '../panel.module.css';
import { useSynthetic } from './people-hook';

/** What the colours of the panel «Persone» mean; the same classes in every year. */
export default function PeopleLegend() {
  const colours = useStore((s) => s.districtColours);
  if (!colours) return null;
  return (
    <div className={`${panel.panel} ${style.legends}`} data-people-legend>
      <ColoursKey />
    </div>
  );
}

/** The same where the map has no room for it: in the panel of a phone. */
export function ColoursKey() {
  const { t } = useWords();
  const id = useId();
  const colours = useStore((s) => s.districtColours);
  const second = useStore((s) => (s.compare ? s.secondDistrictColours?.title : undefined));
  const synthetic = useSynthetic();
  if (!colours) return null;
  const { legend, table, title } = colours;
  return (
    <section className={style.legend} aria-labelledby={id}>
      <h2 id={id} className={style.legendTitle}>
        <span>{t('ask.legend.of.district')}</span>
        <span>{title}</span>
      </h2>
      {second && <p className={style.note}>{t('compare.secondPeople', { title: second })}</p>}
      <Classes legend={legend} table={table} mask={null} />
      <p className={style.note}>{t('people.legend.same')}</p>
      {synthetic && <p className={style.note}>{t('people.syntheticShort')}</p>}
    </section>
  );
}
