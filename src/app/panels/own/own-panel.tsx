// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../../formats/limits';
import { bringFiles, useOwn } from '../../state/own';
import { useStore } from '../../state/store';
import { IconButton, TextButton } from '../controls';
import { useFormats } from '../hooks';
import panel from '../panel.module.css';
import { Failed, Reading } from './bringing';
import { Confirm } from './confirm';
import { LayerList } from './layer-list';
import style from './own.module.css';

/** «I miei dati»: a file comes in, is looked at, and lies on the city. */
export default function OwnPanel() {
  const { t } = useTranslation();
  const { bringing, waiting } = useOwn();
  const title = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { kind } = bringing;
  // Opened by somebody, or with something new to read: the keyboard goes where it begins.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each kind of content begins anew
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    body.current?.scrollTo({ top: 0 });
  }, [kind]);
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="own-title" data-own>
      <header className={panel.head}>
        <h2 id="own-title" ref={title} tabIndex={-1} className={panel.title}>
          {t('own.title')}
        </h2>
        <IconButton
          icon="close"
          label={t('own.close')}
          onPress={() => useStore.getState().set({ ownOpen: false })}
        />
      </header>
      <div className={panel.body} ref={body}>
        {bringing.kind === 'reading' && <Reading name={bringing.name} step={bringing.step} />}
        {bringing.kind === 'preview' && <Confirm bringing={bringing} />}
        {bringing.kind === 'failed' && <Failed name={bringing.name} fault={bringing.fault} />}
        {waiting.length > 0 && <p className={style.note}>{t('own.waiting', { n: waiting.length })}</p>}
        {(kind === 'idle' || kind === 'failed') && <Choose again={kind === 'failed'} />}
        {kind !== 'preview' && <LayerList />}
      </div>
    </section>
  );
}

/** The hand's way in is to drop a file anywhere; this is everybody's. */
function Choose({ again }: { again: boolean }) {
  const { t } = useTranslation();
  const format = useFormats();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={style.choose}>
      {!again && <p>{t('own.intro')}</p>}
      <TextButton primary icon="plus" onPress={() => input.current?.click()}>
        {t(again ? 'own.again' : 'own.choose')}
      </TextButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('own.choose')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again.
          event.target.value = '';
          bringFiles(files);
        }}
      />
      <p className={style.help}>
        {t('own.formats', { mb: LIMITS.fileBytes / 1024 / 1024, rows: format.number(LIMITS.rows) })}
      </p>
    </div>
  );
}
