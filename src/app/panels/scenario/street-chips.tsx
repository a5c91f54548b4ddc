// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { streetsOf } from '../../state/scenario-streets';
import { IconButton } from '../controls';
import { useFormats } from '../hooks';
import fields from './fields.module.css';
import style from './place.module.css';

/** The streets chosen, the stretches of one name together. */
export function StreetChips({
  streetIds,
  city,
  onRemove,
}: {
  streetIds: readonly string[];
  city: CityInputs | null;
  onRemove: (streetIds: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const byName = new Map<string, string[]>();
  for (const id of streetIds) {
    const name = (city && streetsOf(city.roads).nameOf(id)) || t('scenario.place.unnamedStreet');
    byName.set(name, [...(byName.get(name) ?? []), id]);
  }
  return (
    <ul className={style.streets} aria-label={t('scenario.place.streetsChosen')}>
      {[...byName].map(([name, ids]) => (
        <li key={name}>
          <span>
            {name}
            {ids.length > 1 && (
              <span className={fields.help}>
                {' '}
                · {t('scenario.place.stretches', { count: ids.length, n: format.number(ids.length) })}
              </span>
            )}
          </span>
          <IconButton
            icon="close"
            label={t('scenario.place.removeStreet', { name })}
            onPress={() => onRemove(ids)}
          />
        </li>
      ))}
    </ul>
  );
}
