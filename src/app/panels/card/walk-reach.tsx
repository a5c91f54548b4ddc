// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LonLat } from '../../../city/frames';
import { PALETTE } from '../../../layers/palette';
import type { ReachAnswer, WalkStep, WalkTarget } from '../../../simulation/walk-protocol';
import { WalkError } from '../../../simulation/walker';
import { faultText } from '../../state/fault';
import { useStore } from '../../state/store';
import { askWalk, canAsk } from '../../state/walking';
import type { Formats } from '../../text/format';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { useFormats, useNarrow } from '../hooks';
import card from './card.module.css';
import style from './places.module.css';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking'; readonly step: WalkStep }
  | { readonly kind: 'done'; readonly answer: ReachAnswer }
  | { readonly kind: 'failed'; readonly noStreet: boolean; readonly fault: string };

/** So far out a quarter of an hour's walk is on the screen; a phone has half the room. */
const WHOLE_AREA_ZOOM = { wide: 13.9, narrow: 12.5 };

/** Who can walk to a place: a button, then the figures, with the area on the map while the card is open. */
export function WalkReach({ to, at }: { to: WalkTarget; at: LonLat }) {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const zoom = WHOLE_AREA_ZOOM[useNarrow() ? 'narrow' : 'wide'];
  const [state, setState] = useState<State>({ kind: 'idle' });
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => leave(asking.current), []);
  if (!catalogue || !canAsk(catalogue, 'reach')) return null;
  const ask = async () => {
    const { cityUrl, set, view } = useStore.getState();
    const { signal } = (asking.current = new AbortController());
    setState({ kind: 'asking', step: 'network' });
    try {
      const answer = await askWalk(catalogue, cityUrl, { kind: 'reach', to }, signal, (step) => {
        if (!signal.aborted) setState({ kind: 'asking', step });
      });
      if (signal.aborted) return;
      asking.current = null;
      setState({ kind: 'done', answer });
      set({
        walkArea: answer,
        ...(view.zoom > zoom && { flight: { to: { at, zoom } } }),
      });
    } catch (error) {
      if (signal.aborted) return;
      const noStreet = error instanceof WalkError && error.code === 'no-street';
      setState({ kind: 'failed', noStreet, fault: faultText(error) });
    }
  };
  const stop = () => {
    leave(asking.current);
    asking.current = null;
    setState({ kind: 'idle' });
  };
  return (
    <section className={style.part} aria-label={t('places.reach.title')} data-walk-reach={state.kind}>
      {state.kind === 'idle' && <TextButton onPress={() => void ask()}>{t('places.reach.ask')}</TextButton>}
      {state.kind === 'asking' && (
        <div className={style.asking}>
          <p role="status">{t(`places.reach.step.${state.step}`)}</p>
          <TextButton onPress={stop}>{t('places.reach.cancel')}</TextButton>
        </div>
      )}
      {state.kind === 'failed' && (
        <div className={style.asking}>
          <p role="alert">{t(state.noStreet ? 'places.reach.noStreet' : 'places.reach.failed')}</p>
          {!state.noStreet && (
            <>
              <TextButton onPress={() => void ask()}>{t('places.reach.retry')}</TextButton>
              <details>
                <summary>{t('fault.detail')}</summary>
                <p>{state.fault}</p>
              </details>
            </>
          )}
        </div>
      )}
      {state.kind === 'done' && <Reached answer={state.answer} to={to} onRemove={stop} />}
    </section>
  );
}

/** Gives up what is being asked, and takes what was answered off the map. */
function leave(asking: AbortController | null): void {
  asking?.abort();
  if (useStore.getState().walkArea) useStore.getState().set({ walkArea: null });
}

function Reached({ answer, to, onRemove }: { answer: ReachAnswer; to: WalkTarget; onRemove: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const heading = useRef<HTMLHeadingElement>(null);
  const told = useRef(false);
  const all = answer.bands.at(-1)!;
  const persons = all.residents?.persons;
  const summary =
    persons === undefined
      ? t('places.reach.doneStreets', { length: kilometres(all.streetM, format) })
      : persons === null
        ? t('places.reach.doneFew')
        : t('places.reach.done', { n: format.number(persons) });
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    // The button that was pressed is gone.
    heading.current?.focus({ preventScroll: true });
    announce(summary, false);
  }, [summary]);
  const person = (n: number | null | undefined) =>
    n === null ? t('places.reach.few') : n === undefined ? '–' : format.number(n);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={style.heading}>
        {summary}
      </h3>
      <table className={card.values}>
        <caption className={style.hidden}>{t('places.reach.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('places.reach.within')}</th>
            {all.residents && (
              <>
                <th scope="col">{t('places.reach.persons')}</th>
                <th scope="col">{t('places.reach.aged')}</th>
                <th scope="col">{t('places.reach.minors')}</th>
              </>
            )}
            <th scope="col">{t('places.reach.streets')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.bands.map(({ minutes, residents, streetM }, i) => (
            <tr key={minutes} data-minutes={minutes}>
              <th scope="row">
                <BandLine band={i} /> {t('places.reach.minutes', { n: minutes })}
              </th>
              {all.residents && (
                <>
                  <td>{person(residents?.persons)}</td>
                  <td>{person(residents?.aged65Plus)}</td>
                  <td>{person(residents?.minors)}</td>
                </>
              )}
              <td>{kilometres(streetM, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={style.note}>
        {t('places.reach.method')}{' '}
        {all.residents
          ? t('places.reach.methodResidents', { year: format.year(answer.year) })
          : t('places.reach.noResidents')}{' '}
        {answer.short && `${t('places.reach.short')} `}
        {to.kind === 'green' && t('places.reach.fromEntrances')}
      </p>
      <TextButton onPress={onRemove}>{t('places.reach.remove')}</TextButton>
    </>
  );
}

const DASHES = ['2 2.4', '6 3', undefined];

/** The outline of a band as the map draws it. */
function BandLine({ band }: { band: number }) {
  const look = useStore((s) => s.look);
  return (
    <svg width="24" height="8" aria-hidden="true" focusable="false">
      <path
        d="M1 4h22"
        stroke={PALETTE[look].walk[band]}
        strokeWidth="3"
        {...(DASHES[band] && { strokeDasharray: DASHES[band] })}
      />
    </svg>
  );
}

const kilometres = (metres: number, format: Formats) => `${format.number(metres / 1000, 1, true)}\u00a0km`;
