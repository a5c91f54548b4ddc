// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Digest } from '../../impact/digest';
import type { PublicationHead } from '../../scenario/publication';
import { isOfSomebody } from '../../scenario/roles';
import { PAGE_PATHS, type PageId } from '../pages/page-paths';
import { Announcer, announce } from '../panels/announcer';
import { TextButton } from '../panels/controls';
import { Brand } from '../panels/header/brand';
import type { Language } from '../state/store';
import { CityView } from './city-view';
import { Effects } from './effects';
import { Gains } from './gains';
import { speakIn } from './language';
import { joinIfAsked } from './live';
import { LiveBar } from './live-bar';
import style from './outcome.module.css';
import { useHeadline, useOutcomeWords } from './outcome-hook';
import type { SaidIn } from './outcome-words';
import { idIn, loadOutcome, type OutcomeFault, ROOT, useOutcome } from './publication';
import { Questions } from './questions';
import { Assumptions, Limits, Measures, Model, Sources } from './sections';
import { Share } from './share';
import { SlideBar } from './slides';
import slidesStyle from './slides.module.css';

/** What somebody reads who was sent a link: what changes, for whom, how sure it is, and on what it rests. */
export function OutcomePage() {
  const { t, format, language } = useOutcomeWords();
  const loaded = useOutcome((s) => s.loaded);
  const slide = useOutcome((s) => (s.loaded.kind === 'ready' ? s.slide : null));
  const title =
    loaded.kind === 'ready'
      ? null
      : t(loaded.kind === 'loading' ? 'outcome.page' : `outcome.fault.${loaded.fault}.title`);
  useEffect(() => {
    // That of an outcome is its own (below).
    if (title) document.title = `${title} – Gemello Milano`;
  }, [title]);
  return (
    <I18nProvider locale={format.locale}>
      <div className={style.page} data-slides={slide !== null || undefined}>
        <header className={style.header}>
          <a className={style.home} href={`${ROOT}?lang=${language}`}>
            <Brand />
            <span className={style.hidden}>{t('outcome.home')}</span>
          </a>
          <Languages language={language} />
        </header>
        <main className={style.main} data-outcome={loaded.kind}>
          {loaded.kind === 'loading' && <p role="status">{t('outcome.loading')}</p>}
          {loaded.kind === 'fault' && <Fault fault={loaded.fault} head={loaded.head} />}
          {loaded.kind === 'ready' && <Outcome head={loaded.head} digest={loaded.digest} />}
        </main>
        <footer className={style.footer}>
          <nav aria-label={t('outcome.page')}>
            <ul>
              {(Object.keys(PAGE_PATHS) as PageId[]).map((id) => (
                <li key={id}>
                  <a href={`${ROOT}${PAGE_PATHS[id]}?lang=${language}`}>{t(`outcome.about.${id}`)}</a>
                </li>
              ))}
            </ul>
          </nav>
        </footer>
      </div>
      <Announcer />
    </I18nProvider>
  );
}

/** The parts of the page in their order: read one under the other, or shown one by one as slides. */
function Outcome({ head, digest }: { head: PublicationHead; digest: Digest }) {
  const slide = useOutcome((s) => s.slide);
  const headline = useHeadline(head.title, digest);
  useEffect(() => {
    document.title = `${headline.text} – Gemello Milano`;
  }, [headline.text]);
  const parts = [
    <Lead key="lead" head={head} digest={digest} headline={headline} />,
    <Effects key="effects" digest={digest} />,
    <CityView key="city" head={head} digest={digest} />,
    ...(digest.map ? [<Gains key="gains" digest={digest} />] : []),
    ...(digest.questions.length > 0 ? [<Questions key="questions" digest={digest} />] : []),
    <Assumptions key="assumptions" digest={digest} />,
    <Model key="model" digest={digest} />,
    <Limits key="limits" digest={digest} />,
    <Sources key="sources" digest={digest} />,
    <Share key="share" head={head} digest={digest} />,
  ];
  const shown = slide === null ? null : Math.min(slide, parts.length - 1);
  return (
    <>
      {shown !== null && shown > 0 && (
        <h2 className={slidesStyle.running} lang={headline.lang}>
          {headline.text}
        </h2>
      )}
      {parts.map((part, n) => (
        <div key={part.key} className={style.part} hidden={shown !== null && shown !== n}>
          {part}
        </div>
      ))}
      <LiveBar />
      {shown !== null && <SlideBar slide={shown} of={parts.length} />}
    </>
  );
}

function Lead({ head, digest, headline }: { head: PublicationHead; digest: Digest; headline: SaidIn }) {
  const { t, format } = useOutcomeWords();
  return (
    <>
      <section className={style.lead} aria-labelledby="headline">
        <p className={style.kicker}>{t('outcome.of', { name: digest.scenario })}</p>
        <h2 id="headline" className={style.headline} lang={headline.lang}>
          {headline.text}
        </h2>
        {headline.lang && <p className={style.by}>{t('outcome.authored')}</p>}
        <p className={style.by}>
          {t(isOfSomebody(head) ? 'outcome.by' : 'outcome.on', {
            ...{ who: head.publishedBy, when: format.date(head.publishedAt) },
          })}
        </p>
        {digest.synthetic && <p className={style.synthetic}>{t('outcome.synthetic')}</p>}
      </section>
      <Measures digest={digest} />
    </>
  );
}

function Fault({ fault, head }: { fault: OutcomeFault; head: PublicationHead | null }) {
  const { t, format } = useOutcomeWords();
  const day = (iso: string | null | undefined) => (iso ? format.date(iso) : '');
  const again = async () => {
    useOutcome.setState({ loaded: { kind: 'loading' } });
    const id = idIn(location.pathname);
    const loaded = await loadOutcome(id);
    useOutcome.setState({ loaded });
    if (loaded.kind === 'ready') joinIfAsked(id);
  };
  return (
    <section className={style.lead} role="alert">
      <h2 className={style.headline}>{t(`outcome.fault.${fault}.title`)}</h2>
      <p>
        {t(`outcome.fault.${fault}.body`, {
          ...{ title: head?.title ?? '', from: day(head?.publishedAt), to: day(head?.withdrawnAt) },
        })}
      </p>
      {fault === 'away' && (
        <p>
          <TextButton primary onPress={() => void again()}>
            {t('outcome.fault.again')}
          </TextButton>
        </p>
      )}
    </section>
  );
}

function Languages({ language }: { language: Language }) {
  const { t } = useOutcomeWords();
  const words = { it: 'Italiano', en: 'English' };
  return (
    <nav className={style.languages} aria-label={t('outcome.language')}>
      {(['it', 'en'] as const).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          onClick={() => void speakIn(one).catch(() => announce(t('outcome.languageAway')))}
        >
          {words[one]}
        </button>
      ))}
    </nav>
  );
}
