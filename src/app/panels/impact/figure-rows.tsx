// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import type { Direction } from '../../../impact/certainty';
import type { Estimate } from '../../../impact/estimate';
import type { Unit } from '../../../impact/outcome';
import { formatBeforeAfter } from '../../text/estimate-format';
import { EstimateCell } from './estimate-cell';
import { useImpactWords } from './impact-words';
import style from './table.module.css';

export interface FigureRowsProps {
  /** What the figures are of; it heads them on a line of its own, since they need the width. */
  readonly children: ReactNode;
  readonly unit: Unit;
  readonly before: Estimate;
  readonly after: Estimate;
  readonly change: Estimate;
  readonly direction?: Direction;
  /** For tests: which figures these are. */
  readonly id: string;
}

/** Two rows of a table of three columns: whose figures, then before, after and change. */
export function FigureRows({ children, unit, before, after, change, direction, id }: FigureRowsProps) {
  const { t, language } = useImpactWords();
  const isTold = [before, after, change].every(({ value }) => !Number.isNaN(value));
  const figures = isTold ? formatBeforeAfter({ before, after, change }, unit, language) : null;
  return (
    <tbody data-figures={id} data-direction={direction}>
      <tr>
        <th scope="rowgroup" colSpan={3} className={style.of}>
          {children}
        </th>
      </tr>
      <tr>
        <td>
          <EstimateCell estimate={before} unit={unit} figures={figures?.before} />
        </td>
        <td>
          <EstimateCell estimate={after} unit={unit} figures={figures?.after} />
        </td>
        <td>
          <EstimateCell estimate={change} unit={unit} sense="change" figures={figures?.change} />
          {direction === 'unclear' && <small className={style.unclear}>{t('impact.places.unclear')}</small>}
        </td>
      </tr>
    </tbody>
  );
}

/** The head of such a table. */
export function FigureHead() {
  const { t } = useImpactWords();
  return (
    <thead>
      <tr>
        <th scope="col">{t('impact.totals.before')}</th>
        <th scope="col">{t('impact.totals.after')}</th>
        <th scope="col">{t('impact.totals.change')}</th>
      </tr>
    </thead>
  );
}
