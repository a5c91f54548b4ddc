// SPDX-License-Identifier: EUPL-1.2
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { addMeasure, newMeasure } from '../../state/scenario';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { useNarrow } from '../hooks';
import { focusSoon } from './focus';
import { firstOffers, type Offers, offersFor } from './offers';
import style from './scenario.module.css';
import { codeText, presetName } from './words';

type ReadyMade = Offers['presets'][number];

/** All measures by group: a ready-made one is added at once, any other opens its form. */
export function AddMenu({ city }: { city: CityInputs | null }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const offers = offersFor(city);
  const addReady = useAddReady();
  const choose = (key: string) => {
    const [how, id] = key.split(':') as ['ready' | 'own', string];
    const ready = offers.flatMap(({ presets }) => presets).find(({ preset }) => preset.id === id);
    if (how === 'ready' && ready) return addReady(ready);
    const kind = offers.flatMap(({ kinds }) => kinds).find((one) => one.id === id);
    if (kind) useStore.getState().set({ editing: newMeasure(kind, city?.areas ?? []) });
  };
  return (
    <MenuTrigger>
      <TextButton icon="plus" primary data-adds>
        {t('scenario.add')}
      </TextButton>
      <Popover
        className={style.menuPopover!}
        placement={narrow ? 'top start' : 'right top'}
        offset={narrow ? 6 : 28}
        maxHeight={680}
      >
        <Menu className={style.menu!} onAction={(key) => choose(String(key))} aria-label={t('scenario.add')}>
          {offers.map(({ group, presets, kinds }) => (
            <MenuSection key={group} className={style.menuSection!}>
              <Header className={style.menuGroup!}>{t(`scenario.group.${group}`)}</Header>
              {presets.map(({ preset }) => (
                <MenuItem
                  key={preset.id}
                  id={`ready:${preset.id}`}
                  className={`${style.menuItem} ${style.ready}`}
                >
                  {presetName(t, preset.id)}
                </MenuItem>
              ))}
              {kinds.map(({ id }) => {
                const name = codeText(t, `kind.${id}.name`);
                return (
                  <MenuItem key={id} id={`own:${id}`} className={style.menuItem!} textValue={name}>
                    <span>{t('scenario.custom', { name })}</span>
                    <span className={style.menuAbout}>{codeText(t, `kind.${id}.about`)}</span>
                  </MenuItem>
                );
              })}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Three ready-made measures in an empty scenario, so that nobody stands before an empty page. */
export function FirstOffers({ city }: { city: CityInputs | null }) {
  const { t } = useTranslation();
  const addReady = useAddReady();
  return (
    <div className={style.first}>
      <p>{t('scenario.intro')}</p>
      <h3 className={style.groupTitle}>{t('scenario.start')}</h3>
      <ul className={style.chips}>
        {firstOffers(city).map((ready) => (
          <li key={ready.preset.id}>
            <TextButton icon="plus" onPress={() => addReady(ready)}>
              {presetName(t, ready.preset.id)}
            </TextButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useAddReady() {
  const { t } = useTranslation();
  return ({ kind, preset }: ReadyMade) => {
    addMeasure(kind.id, preset.config, preset.place);
    announce(t('scenario.added', { name: presetName(t, preset.id) }), false);
    // The offer that was pressed may have gone with the empty list.
    focusSoon('[data-adds]');
  };
}
