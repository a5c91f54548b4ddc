// SPDX-License-Identifier: EUPL-1.2
/** Whose data the card of a living thing shows, and whether they are made up. */
import { useTranslation } from 'react-i18next';
import type { ThemeId } from '../../../city/catalogue';
import type { LiveKind } from '../../../city/live';
import type { Known } from '../../../stream/live/known';
import { livingCity } from '../../state/feeds';
import { useStore } from '../../state/store';
import { LicenceLink } from '../sources/source-list';
import style from './card.module.css';
import { SourceNotes } from './parts';

/** Of feeds that are partly made up each row is marked for itself. */
export const isMadeUp = (known: Known<LiveKind>, id: string): boolean =>
  known.partlySimulated ? (livingCity().feedOf(known.kind, id)?.simulated ?? true) : known.simulated;

/** The feed that says it; of a typical day, or what goes by the timetable, the sources of a theme. */
export function LivingSources({ live, id, of }: { live: LiveKind; id: string; of: 'feed' | ThemeId }) {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  const theme = useStore((s) => s.catalogue?.themes.find((one) => one.id === of));
  // Another list of feeds may have brought it.
  useStore((s) => s.feeds);
  if (of !== 'feed') return <SourceNotes sources={theme?.sources.filter(({ kept }) => kept > 0) ?? []} />;
  const feed = livingCity().feedOf(live, id);
  if (!feed) return null;
  return (
    <p className={style.source}>
      <b>{t('card.source')}</b> {feed.title[language]}. {feed.publisher},{' '}
      <LicenceLink licence={feed.licence} />. {feed.attribution}
    </p>
  );
}
