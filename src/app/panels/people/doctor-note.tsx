// SPDX-License-Identifier: EUPL-1.2
import { PATIENTS_PER_DOCTOR } from '../../../city/family-doctors';
import { useWords } from '../ask/asked-hook';
import style from './people.module.css';

/** Beside the figures of family doctors: how many patients one can have is assumed, and for whom they are. */
export function DoctorNote() {
  const { t, format } = useWords();
  const { low, value, high } = PATIENTS_PER_DOCTOR;
  return (
    <p className={style.note} data-doctors="capacity">
      {t('people.services.doctors.capacity', {
        value: format.number(value),
        low: format.number(low),
        high: format.number(high),
      })}
    </p>
  );
}
