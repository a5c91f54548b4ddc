// SPDX-License-Identifier: EUPL-1.2
/** The worker that keeps what was brought: its tiles, its rows, its colours. */
import { type FileTable, valueAt } from '../formats/table';
import type { Askable } from '../query/attribute';
import { matchesOf } from '../query/filter';
import { type Legend, legendOf } from '../query/legend';
import { askableOf, colourable } from './askable';
import type { FromKeeper, OwnLegend, QuestionKind, Questions, ToKeeper } from './keep-protocol';
import { unmentioned } from './mentioned';
import { deleteTable, getTable, keptTables, putTable } from './shelf';
import { type RowLook, Tiler } from './tiler';

interface Scope {
  onmessage: ((event: { data: ToKeeper }) => void) | null;
  postMessage(message: FromKeeper, transfer?: ArrayBuffer[]): void;
}
const scope = globalThis as unknown as Scope;

interface Kept {
  readonly table: FileTable;
  readonly askable: Askable;
  tiler: Tiler | null;
  look: RowLook;
}
const held = new Map<string, Promise<Kept>>();

class GoneError extends Error {}

const hold = (table: FileTable): Kept => ({
  table,
  askable: askableOf(table),
  tiler: null,
  look: { slots: null, mask: null, faint: false, topM: null },
});

function keptOf(id: string): Promise<Kept> {
  let kept = held.get(id);
  if (!kept) {
    kept = getTable(id).then((table) => {
      if (!table) throw new GoneError(`no table ${id}`);
      return hold(table);
    });
    held.set(id, kept);
    kept.catch(() => held.delete(id));
  }
  return kept;
}

type Answers = { [K in QuestionKind]: (ask: Questions[K]['ask']) => Promise<Questions[K]['answer']> };
const ANSWERS: Answers = {
  keep: async ({ id, table }) => {
    held.set(id, Promise.resolve(hold(table)));
    return putTable(id, table).then(
      () => ({ fault: null }),
      (error: unknown) => ({ fault: error instanceof Error ? error.message : String(error) }),
    );
  },
  show: async ({ id, as: { filter, colouring, look, heightBy } }) => {
    const kept = await keptOf(id);
    const column = colouring && kept.askable.columns.get(colouring.attribute);
    const legend = column ? legendOf(colouring, colourable(column), look) : null;
    const matches = filter && filter.conditions.length > 0 ? matchesOf(filter, kept.askable) : null;
    kept.look = {
      slots: legend?.slots ?? null,
      mask: matches?.mask ?? null,
      faint: filter?.others === 'faint',
      topM: heightsBy(kept.table, heightBy),
    };
    return { legend: legend && withoutSlots(legend), meant: matches?.count ?? kept.table.rows };
  },
  tile: async ({ id, z, x, y }) => {
    const kept = await keptOf(id);
    kept.tiler ??= new Tiler(kept.table);
    return kept.tiler.tile(z, x, y, kept.look);
  },
  row: async ({ id, row }) => {
    const { table } = await keptOf(id);
    return row >= 0 && row < table.rows ? table.columns.map((column) => valueAt(column, row)) : null;
  },
  table: async ({ id }) => (await keptOf(id)).table,
  forget: async ({ but }) => {
    for (const id of unmentioned(await keptTables(), but, Date.now())) {
      held.delete(id);
      await deleteTable(id);
    }
    return null;
  },
};

/** Without what is large: of texts there may be a million that have no colour of their own. */
function withoutSlots({ slots: _, ...legend }: Legend): OwnLegend {
  const { attribute, classes } = legend;
  const { codes: __, ...named } = attribute;
  return {
    ...legend,
    attribute: named,
    classes: classes.map((one) => (one.kind === 'other' ? { ...one, codes: [] } : one)),
  };
}

function heightsBy({ columns }: FileTable, name: string | null): ArrayLike<number> | null {
  const column = name === null ? undefined : columns.find((one) => one.name === name);
  return column?.kind === 'number' ? column.values : null;
}

async function answer<K extends QuestionKind>({ number, kind, ask }: ToKeeper<K>): Promise<void> {
  try {
    const answered = await ANSWERS[kind](ask);
    scope.postMessage(
      { number, answer: answered },
      kind === 'tile' ? [(answered as Uint8Array<ArrayBuffer>).buffer] : [],
    );
  } catch (error) {
    const code = error instanceof GoneError ? 'gone' : 'unexpected';
    scope.postMessage({ number, code, fault: error instanceof Error ? error.message : String(error) });
  }
}

scope.onmessage = ({ data }) => void answer(data);
