// SPDX-License-Identifier: EUPL-1.2
import { FIELDS, type FieldId } from '../../../impact/outcome';
import { type Column, changeDesk, chooseField, useDesk } from '../../state/desk/desk';
import { Choice } from '../choice';
import { useImpactWords } from '../impact/impact-words';
import { letterAt, useTitles } from './columns-hook';
import style from './desk.module.css';
import { districtFields } from './rows';

/** Figures in their units, or in per cent. */
export function PercentChoice() {
  const { t } = useImpactWords();
  const percent = useDesk((s) => s.percent);
  return (
    <Choice
      label={t('desk.show.label')}
      value={percent ? 'percent' : 'units'}
      options={(['units', 'percent'] as const).map((value) => ({ value, text: t(`desk.show.${value}`) }))}
      onChange={(value) => changeDesk({ percent: value === 'percent' })}
    />
  );
}

/** What the scenarios are compared with: today, or one of them. */
export function AgainstChoice({ columns }: { columns: readonly Column[] }) {
  const { t } = useImpactWords();
  const titleOf = useTitles();
  const against = useAgainst(columns);
  return (
    <label className={style.which}>
      <span>{t('desk.show.against')}</span>
      <select
        className={style.select}
        value={against ?? ''}
        onChange={(event) => changeDesk({ against: event.target.value || null })}
        data-against
      >
        <option value="">{t('desk.show.today')}</option>
        {columns.map(({ id, scenario }, place) => (
          <option key={id} value={id}>
            {letterAt(place)} · {titleOf(scenario)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which indicator is told district by district; one that is on the streets stands first, and is none of these. */
export function FieldChoice({ columns }: { columns: readonly Column[] }) {
  const { t } = useImpactWords();
  const field = useDesk((s) => s.field);
  const isOfDistricts = isZoneField(field);
  const fieldName = field === null ? t('desk.field.label') : t(`impact.field.${field as FieldId}`);
  return (
    <>
      <select
        className={style.select}
        aria-label={t('desk.field.label')}
        value={isOfDistricts ? field : ''}
        onChange={(event) => chooseField(event.target.value as FieldId)}
        data-field
      >
        {!isOfDistricts && <option value="">{fieldName}</option>}
        {districtFields(columns).map((id) => (
          <option key={id} value={id}>
            {t(`impact.field.${id}`)}
          </option>
        ))}
      </select>
      <small>{t('desk.table.onlyToday')}</small>
    </>
  );
}

export const isZoneField = (field: FieldId | null): field is FieldId =>
  field !== null && FIELDS[field].over === 'zone';

/** The one that the others are compared with, as long as it is among them; null: today. */
export function useAgainst(columns: readonly Column[]): string | null {
  const against = useDesk((s) => s.against);
  return columns.some(({ id }) => id === against) ? against : null;
}
