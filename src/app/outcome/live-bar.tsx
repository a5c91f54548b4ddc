// SPDX-License-Identifier: EUPL-1.2
import { TextButton } from '../panels/controls';
import { comeBack, endLeading, FOLLOWS, LEADS, leave, useLive } from './live';
import style from './outcome.module.css';
import { useOutcomeWords } from './outcome-hook';
import slidesStyle from './slides.module.css';

/** How a presentation fares, in words, and the ways out of it and back. Nothing where there is none. */
export function LiveBar() {
  const { t } = useOutcomeWords();
  const live = useLive((s) => s.live);
  if (live.kind === 'none') return null;
  const isLeading = live.kind === 'leading' || live.kind === 'unheard';
  const end = () => {
    endLeading();
    const url = new URL(location.href);
    url.searchParams.delete(LEADS);
    history.replaceState(null, '', url);
  };
  return (
    <aside className={slidesStyle.live} data-live={live.kind}>
      <p role="status">{t(`outcome.live.${live.kind}`)}</p>
      {isLeading && (
        <p>
          {t('outcome.live.link')} <span className={style.code}>{followAddress(live.id)}</span>
        </p>
      )}
      {isLeading && <TextButton onPress={end}>{t('outcome.live.end')}</TextButton>}
      {live.kind === 'following' && (
        <TextButton kind="quiet" onPress={leave}>
          {t('outcome.live.leave')}
        </TextButton>
      )}
      {live.kind === 'left' && (
        <TextButton primary onPress={comeBack}>
          {t('outcome.live.back')}
        </TextButton>
      )}
    </aside>
  );
}

/** What followers open. */
function followAddress(id: string): string {
  const url = new URL(location.href);
  url.search = '';
  url.hash = '';
  url.searchParams.set(FOLLOWS, id);
  return url.href;
}
