// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useRef, useState } from 'react';
import type { LineImpact } from '../../../impact/line-loads';
import { unitName } from '../../text/estimate-format';
import { fileName } from './download';
import { FigureHead, FigureRows } from './figure-rows';
import { type CsvOrigin, linesCsv } from './impact-csv';
import { useImpactWords } from './impact-words';
import { lineRows } from './lines';
import { MoreRows } from './more-rows';
import parts from './parts.module.css';
import { Exports } from './places-table';
import style from './table.module.css';

const PAGE = 30;
const UNIT = 'passengers/h';

/** Who boards which line, before and after, most changed first; and who is on none. */
export function LinesTable({
  lines,
  relativeGap,
  origin,
}: {
  lines: LineImpact;
  relativeGap: number;
  origin: CsvOrigin | null;
}) {
  const { t, language, format } = useImpactWords();
  const table = useRef<HTMLTableElement>(null);
  const [pages, setPages] = useState(1);
  const rows = useMemo(
    () => lineRows(lines, relativeGap, new Intl.Collator(format.locale, { numeric: true }).compare),
    [lines, relativeGap, format],
  );
  return (
    <section aria-label={t('impact.lines.title')} data-lines>
      <p className={style.subject}>
        <b>{t('impact.lines.title')}</b> {unitName(UNIT, language)}
      </p>
      <p className={parts.note}>{t('impact.lines.note')}</p>
      <table className={style.table} ref={table}>
        <caption className={parts.hidden}>{t('impact.lines.title')}</caption>
        <FigureHead />
        {rows.slice(0, pages * PAGE).map((row) => {
          const id = `${row.mode} ${row.name}`;
          return (
            <FigureRows key={id} {...row} id={id} unit={UNIT}>
              {row.name}{' '}
              <small>
                {t(`class.transit-line.${row.mode}`)}
                {row.isNew && ` · ${t('impact.lines.new')}`}
              </small>
            </FigureRows>
          );
        })}
      </table>
      <MoreRows
        table={table}
        shown={pages * PAGE}
        rows={rows.length}
        page={PAGE}
        onMore={() => setPages(pages + 1)}
      />
      <OnNoLine lines={lines} />
      {origin && (
        <Exports
          file={fileName(origin.scenario, t('impact.lines.title'))}
          csv={(flavour) => linesCsv(rows, lines, UNIT, origin, flavour)}
        />
      )}
    </section>
  );
}

/** Transit passengers whom no line of the table carries. */
function OnNoLine({ lines }: { lines: LineImpact }) {
  const { t } = useImpactWords();
  return (
    <>
      <h3 className={parts.heading}>{t('impact.lines.onNone')}</h3>
      <table className={style.table} data-on-no-line>
        <caption className={parts.hidden}>{t('impact.lines.onNone')}</caption>
        <FigureHead />
        <FigureRows {...lines.acrossBorderH} id="acrossBorderH" unit={UNIT}>
          {t('impact.lines.acrossBorderH')}
        </FigureRows>
      </table>
    </>
  );
}
