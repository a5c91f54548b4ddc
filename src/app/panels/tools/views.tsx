// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { MILAN_VIEWS } from '../../../city/views';
import { forgetView, keepView, type SavedView, useSavedViews } from '../../state/saved-views';
import { useStore, type View } from '../../state/store';
import { announce } from '../announcer';
import { IconButton, TextButton } from '../controls';
import { focusSoon } from '../scenario/focus';
import style from './tools.module.css';

const fly = (to: View) => useStore.getState().set({ flight: { to } });

/** Places to look at the city from: known ones, and those that a person keeps. */
export function Views() {
  const { t } = useTranslation();
  const milan = useStore((s) => s.catalogue?.city.id === 'milano');
  const views = useSavedViews((s) => s.views);
  return (
    <section className={style.group} aria-labelledby="views-title">
      <h3 id="views-title" className={style.groupTitle}>
        {t('tools.views.title')}
      </h3>
      {milan && (
        <div className={style.chips}>
          {MILAN_VIEWS.map(({ id, ...view }) => (
            <TextButton key={id} onPress={() => fly(view)} data-view={id}>
              {t(`tools.views.of.${id}`)}
            </TextButton>
          ))}
        </div>
      )}
      {views.length > 0 && (
        <ul aria-label={t('tools.views.own')}>
          {views.map((one) => (
            <Own key={`${one.name} ${one.view.at} ${one.view.zoom} ${one.view.bearingDeg}`} one={one} />
          ))}
        </ul>
      )}
      <Keep />
    </section>
  );
}

function Own({ one }: { one: SavedView }) {
  const { t } = useTranslation();
  const forget = () => {
    forgetView(one);
    announce(t('tools.list.removed', { name: one.name }));
    focusSoon('[data-keep-view] button');
  };
  return (
    <li className={style.own}>
      <TextButton kind="quiet" onPress={() => fly(one.view)}>
        {one.name}
      </TextButton>
      <IconButton icon="close" label={t('tools.list.remove', { name: one.name })} onPress={forget} />
    </li>
  );
}

/** Names the view of now and keeps it. */
function Keep() {
  const { t } = useTranslation();
  const views = useSavedViews((s) => s.views);
  const [name, setName] = useState('');
  const usual = t('tools.views.numbered', { n: views.length + 1 });
  const keep = () => {
    keepView(name.trim() || usual);
    announce(t('tools.views.kept', { name: name.trim() || usual }));
    setName('');
  };
  return (
    <form
      className={style.keep}
      data-keep-view
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextField className={style.rename!} value={name} maxLength={80} onChange={setName}>
        <Label>{t('tools.views.name')}</Label>
        <Input placeholder={usual} autoComplete="off" />
      </TextField>
      <TextButton type="submit">{t('tools.views.keep')}</TextButton>
    </form>
  );
}
