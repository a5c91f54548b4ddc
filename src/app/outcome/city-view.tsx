// SPDX-License-Identifier: EUPL-1.2
import { Component, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { Digest } from '../../impact/digest';
import type { PublicationHead } from '../../scenario/publication';
import { useStore } from '../state/store';
import cityStyle from './city.module.css';
import type { CityShown } from './city-answer';
import { showNewest } from './live';
import style from './outcome.module.css';
import { useOutcomeWords } from './outcome-hook';

/** The engines and the answer on the city: sent when the place for them is seen. */
const parts = () => Promise.all([import('./city-map-part'), import('./city-answer')]);
const CityMapPart = lazy(() => parts().then(([{ CityMapPart }]) => ({ default: CityMapPart })));

/** How near the screen the place for the map has to be for the map to be asked for. */
const NEAR = '300px';

/** Before and after on the city in 3D, with a line between them; in words where it does not come. */
export function CityView({ head, digest }: { head: PublicationHead; digest: Digest }) {
  const { t } = useOutcomeWords();
  const [place, near] = useNear();
  const [shown, setShown] = useState<CityShown | 'loading' | 'failed'>('loading');
  const withoutWebgl = useStore((s) => s.quality.reason === 'no-webgl');
  useEffect(() => {
    if (!near) return;
    parts()
      .then(([, { showOnCity }]) => showOnCity(head.id, digest))
      .then(
        (answer) => {
          setShown(answer);
          showNewest();
        },
        () => setShown('failed'),
      );
  }, [near, head.id, digest]);
  const why = withoutWebgl
    ? t('outcome.city.noWebgl')
    : shown === 'failed'
      ? t('outcome.city.failed')
      : shown === 'other-city'
        ? t('outcome.city.otherCity')
        : null;
  return (
    <section className={style.section} aria-labelledby="city" data-city={why === null ? shown : 'none'}>
      <h3 id="city">{t('outcome.city.title')}</h3>
      {why === null ? (
        <p className={style.text}>{t('outcome.city.body')}</p>
      ) : (
        <p className={style.text} role="status">
          {why}
        </p>
      )}
      <div ref={place}>
        {why === null && (
          <Fallen instead={<p role="status">{t('outcome.city.failed')}</p>}>
            {shown === 'shown' ? (
              <Suspense fallback={<Waiting />}>
                <CityMapPart districts={digest.map?.rows.length ?? 0} />
              </Suspense>
            ) : (
              <Waiting />
            )}
          </Fallen>
        )}
      </div>
    </section>
  );
}

function Waiting() {
  const { t } = useOutcomeWords();
  return <p className={cityStyle.mapWait}>{t('outcome.city.loading')}</p>;
}

/** A place on the page, and whether it has been near the screen. */
function useNear() {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: NEAR },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return [place, near] as const;
}

/** A map that falls leaves the rest of the page standing. */
class Fallen extends Component<{ children: ReactNode; instead: ReactNode }, { fallen: boolean }> {
  override state = { fallen: false };
  static getDerivedStateFromError = () => ({ fallen: true });
  override render() {
    return this.state.fallen ? this.props.instead : this.props.children;
  }
}
