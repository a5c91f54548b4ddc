// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LonLat } from '../../../city/frames';
import { type ListId, type Selection, type StoreState, useStore } from '../../state/store';
import { loadPart } from '../../text/texts';
import { announce } from '../announcer';
import { IconButton, TextButton } from '../controls';
import { onDemand } from '../on-demand';
import panel from '../panel.module.css';
import style from './card.module.css';
import { claimFocus, returnFocus } from './card-focus';

const BuildingCard = onDemand(() => import('./building-card').then((part) => part.default));
const DistrictCard = onDemand(() => import('./district-card').then((part) => part.default));
const LiveCard = onDemand(() =>
  Promise.all([import('./live-card'), loadPart('living', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
const VehicleCard = onDemand(() =>
  Promise.all([import('./vehicle-card'), loadPart('living', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
const OwnCard = onDemand(() =>
  Promise.all([import('../own/own-card'), loadPart('own', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
const ThingCard = onDemand(() => import('./thing-card').then((part) => part.default));

/** Clears the selection and gives the keyboard back to where the choice was made. */
export function closeCard(): void {
  useStore.getState().set({ selection: null });
  returnFocus();
}

export const selectionKey = (selection: Selection): string => JSON.stringify(selection);

/** What a card is of; where scenarios are compared a district has its row there, and no card. */
export const cardOf = ({ selection, deskOpen }: StoreState): Selection | null =>
  deskOpen && selection?.kind === 'district' ? null : selection;

/** The card of what is selected; nothing while nothing is. */
export function Card() {
  const selection = useStore(cardOf);
  if (!selection) return null;
  return (
    <Suspense fallback={<CardFrame kicker="" title={null} />}>
      <CardOf key={selectionKey(selection)} selection={selection} />
    </Suspense>
  );
}

function CardOf({ selection }: { selection: Selection }) {
  switch (selection.kind) {
    case 'building':
      return <BuildingCard stableId={selection.stableId} />;
    case 'district':
      return <DistrictCard id={selection.id} />;
    case 'live':
      return selection.live === 'vehicle' ? (
        <VehicleCard selection={selection} />
      ) : (
        <LiveCard selection={selection} />
      );
    case 'own':
      return <OwnCard selection={selection} />;
    case 'thing': {
      // The label of a district stands for the district.
      const label = selection.layer === 'place' ? /^district-(\d+)$/.exec(selection.id) : null;
      return label ? <DistrictCard id={Number(label[1])} /> : <ThingCard selection={selection} />;
    }
  }
}

interface CardFrameProps {
  /** What kind of thing it is, above the title. */
  readonly kicker: string;
  /** Beside it: what its words mean. */
  readonly help?: ReactNode;
  /** Null while it is loading. */
  readonly title: string | null;
  /** Where "Avvicina" flies to. */
  readonly at?: LonLat;
  readonly zoom?: number;
  readonly list?: ListId;
  readonly children?: ReactNode;
}

/** Heading, body and buttons that every card has. The heading takes the focus when its text is there. */
export function CardFrame({ kicker, help, title, at, zoom = 17.2, list, children }: CardFrameProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const told = useRef(false);
  useEffect(() => {
    if (title === null || told.current) return;
    told.current = true;
    if (claimFocus()) heading.current?.focus({ preventScroll: true });
    else announce(t('card.opened', { name: title }), false);
  }, [title, t]);
  return (
    <section className={`${panel.panel} ${style.card}`} aria-labelledby="card-title" data-card>
      <header className={style.head}>
        <div className={style.names}>
          <p className={style.kicker}>
            {kicker}
            {help}
          </p>
          <h2 id="card-title" ref={heading} tabIndex={-1} className={style.title}>
            {title ?? t('card.loading')}
          </h2>
        </div>
        <IconButton icon="close" label={t('card.close')} onPress={closeCard} side="left" />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: no landmark of its own, no form */}
      <div className={panel.body} tabIndex={0} role="group" aria-label={t('card.content')}>
        {children}
      </div>
      <footer className={style.foot}>
        {at && (
          <TextButton icon="focus" onPress={() => useStore.getState().set({ flight: { to: { at, zoom } } })}>
            {t('card.zoom')}
          </TextButton>
        )}
        <TextButton icon="link" onPress={() => copyLink(t('card.copied'), t('card.copyFailed'))}>
          {t('card.copy')}
        </TextButton>
        {list && (
          <TextButton icon="list" onPress={() => useStore.getState().set({ list })}>
            {t('card.list')}
          </TextButton>
        )}
      </footer>
    </section>
  );
}

async function copyLink(copied: string, failed: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    announce(copied);
  } catch {
    announce(failed);
  }
}
