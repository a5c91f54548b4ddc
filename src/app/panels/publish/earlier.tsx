// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { useKept } from '../../state/kept/kept-store';
import { outcomeAddress, publicationsOf, withdrawOutcome } from '../../state/publications';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { useFormats, useLoaded } from '../hooks';
import { useKeeper } from '../kept/keep-hook';
import style from './publish.module.css';

/** What was published of this scenario before, and a way to withdraw it. Nothing where there is nothing. */
export function Earlier() {
  const { t } = useTranslation();
  const format = useFormats();
  const cityId = useStore((s) => s.catalogue?.city.id);
  const scenarioId = useKept((s) => (s.local === null ? s.record?.id : undefined));
  const [list, again] = useLoaded(cityId && scenarioId ? `${cityId} ${scenarioId}` : null, () =>
    publicationsOf(cityId!, scenarioId!),
  );
  const withKeeper = useKeeper();
  if (list.state !== 'ready' || list.value.length === 0) return null;
  const withdraw = (id: string) =>
    withKeeper(async () => {
      await withdrawOutcome(id);
      announce(t('publish.withdrawDone'));
      again();
    });
  const day = format.date;
  return (
    <section aria-label={t('publish.before')}>
      <h3 className={style.title}>{t('publish.before')}</h3>
      <ul className={style.earlier}>
        {list.value.map(({ id, title, publishedAt, withdrawnAt }) => (
          <li key={id} data-withdrawn={withdrawnAt !== null || undefined}>
            <a href={outcomeAddress(id, location.href)}>
              {t('publish.on', { title, when: day(publishedAt) })}
            </a>
            {withdrawnAt ? (
              <span>{t('publish.withdrawn', { when: day(withdrawnAt) })}</span>
            ) : (
              <TextButton
                kind="quiet"
                aria-label={t('publish.withdraw', { title })}
                onPress={() => void withdraw(id)}
              >
                {t('publish.withdrawShort')}
              </TextButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
