// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { useWords } from '../ask/asked-hook';
import { DistrictTable, Exports } from './district-table';
import { figuresCsv } from './people-csv';
import type { Ends } from './people-figures';
import { type DistrictPlace, useOrigin } from './people-hook';
import { Figure, type Sense } from './people-words';

export interface FigureRow {
  readonly place: DistrictPlace;
  /** Null: nothing is told. */
  readonly ends: Ends | null;
}

interface FigureTableProps {
  readonly caption: string;
  /** Of the column. */
  readonly title: string;
  readonly rows: readonly FigureRow[];
  readonly sense: Sense;
  /** Whether the greatest are looked for first. */
  readonly greatestFirst?: boolean;
  /** What stands where nothing is told; absent: that it is not disclosed. */
  readonly untold?: ReactNode;
  /** Name of the file, and what it says that its figures are. */
  readonly file: string;
  readonly about: { readonly indicator: string; readonly unit: string; readonly year: number };
  /** The rows in the unit of the file, where the table has another. */
  readonly fileRows?: readonly FigureRow[];
}

/** One figure by district, each with its interval, and the same as a file. */
export function FigureTable(props: FigureTableProps) {
  const { caption, title, rows, sense, greatestFirst = true, untold, file, about, fileRows = rows } = props;
  const words = useWords();
  const origin = useOrigin();
  return (
    <>
      <DistrictTable
        key={about.indicator}
        caption={caption}
        rows={rows}
        first="figure"
        columns={[
          {
            id: 'figure',
            title,
            value: ({ ends }: FigureRow) => ends?.value ?? Number.NaN,
            greatestFirst,
            cell: ({ ends }: FigureRow) =>
              ends || untold === undefined ? (
                <Figure ends={ends} sense={sense} words={words} counted={false} />
              ) : (
                untold
              ),
          },
        ]}
      />
      <Exports file={file} csv={(flavour) => figuresCsv(fileRows, about, origin, flavour)} />
    </>
  );
}
