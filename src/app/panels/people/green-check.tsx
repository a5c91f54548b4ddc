// SPDX-License-Identifier: EUPL-1.2
import { useWords } from '../ask/asked-hook';
import model from '../model/model.module.css';
import style from './people-window.module.css';

const ROWS = ['trees', 'canopy', 'green', 'rank', 'night', 'park'] as const;
const COLUMNS = ['subject', 'model', 'published'] as const;

/** What of «Verde e caldo» was compared with published figures of Milan, what came of it, and what could not be. */
export function GreenCheck() {
  const { t } = useWords();
  return (
    <section data-check="green">
      <h4>{t('green.check.title')}</h4>
      <p className={model.soft}>{t('green.check.what')}</p>
      <table className={model.table}>
        <caption>{t('green.check.caption')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`green.check.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {ROWS.map((row) => (
          <tbody key={row}>
            <tr>
              <th scope="rowgroup" rowSpan={2}>
                {t(`green.check.rows.${row}.subject`)}
              </th>
              <td>{t(`green.check.rows.${row}.model`)}</td>
              <td>{t(`green.check.rows.${row}.published`)}</td>
            </tr>
            <tr>
              <td colSpan={2}>
                <span className={style.verdict}>{t(`green.check.rows.${row}.verdict`)}</span>
              </td>
            </tr>
          </tbody>
        ))}
      </table>
      <p className={model.soft}>{t('green.check.direction')}</p>
      <p className={model.soft}>{t('green.check.not')}</p>
      <p className={model.soft}>{t('green.method.tested')}</p>
    </section>
  );
}
