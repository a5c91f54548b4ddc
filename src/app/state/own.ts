// SPDX-License-Identifier: EUPL-1.2
/** Bringing one's own data: what is being read, what is kept, and what can be done with it. Nothing leaves the browser. */
import { create } from 'zustand';
import type { CsvReading } from '../../formats/csv-guess';
import type { ReadStep } from '../../formats/read-file';
import { FileReading, OwnError, type ReadWorker } from '../../own/file-reading';
import type { Shown } from '../../own/keep-protocol';
import { Keeper, type KeepWorker } from '../../own/keeper';
import { mentionedIn } from '../../own/mentioned';
import { newStyle, type OwnLayer, ownListId, zoomOn } from '../../own/own-layer';
import type { OwnFault, Preview } from '../../own/read-protocol';
import { useStore } from './store';

/** One file at a time: the next begins when this one is on the city or given up. */
export type Bringing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly step: ReadStep }
  | {
      readonly kind: 'preview';
      readonly preview: Preview;
      /** Of the placings; null: somebody has to say. */
      readonly placing: number | null;
      readonly layerName: string;
      readonly title: string | null;
      /** Something is being read again, or brought to its place. */
      readonly busy: boolean;
    }
  | { readonly kind: 'failed'; readonly name: string; readonly fault: OwnFault };

interface OwnState {
  readonly bringing: Bringing;
  /** Files that wait. */
  readonly waiting: readonly File[];
  /** How each layer is drawn: its legend and how many rows are meant. */
  readonly shown: Readonly<Record<string, Shown>>;
  /** Layers whose rows are not in this browser any more. */
  readonly gone: readonly string[];
  /** Why the rows of a layer could not be kept: they are there until the page is closed. */
  readonly notKept: string | null;
}

export const useOwn = create<OwnState>(() => ({
  bringing: { kind: 'idle' },
  waiting: [],
  shown: {},
  gone: [],
  notKept: null,
}));

export const keeper = new Keeper(
  () =>
    new Worker(new URL('../../own/keeper-worker.ts', import.meta.url), {
      type: 'module',
      name: 'own data',
    }) as unknown as KeepWorker,
);

const readWorker = () =>
  new Worker(new URL('../../own/reader-worker.ts', import.meta.url), {
    type: 'module',
    name: 'file reader',
  }) as unknown as ReadWorker;

let reading: FileReading | null = null;

/** Opens the panel and reads the files, one after the other. */
export function bringFiles(files: readonly File[]): void {
  if (files.length === 0) return;
  useStore.getState().set({ ownOpen: true });
  useOwn.setState(({ waiting }) => ({ waiting: [...waiting, ...files] }));
  const { kind } = useOwn.getState().bringing;
  if (kind === 'idle' || kind === 'failed') nextFile();
}

function nextFile(): void {
  reading?.close();
  reading = null;
  const [file, ...waiting] = useOwn.getState().waiting;
  const { catalogue } = useStore.getState();
  if (!file || !catalogue) {
    useOwn.setState({ bringing: { kind: 'idle' }, waiting: [] });
    return;
  }
  useOwn.setState({ waiting, bringing: { kind: 'reading', name: file.name, step: 'unpack' } });
  const mine = new FileReading(file, readWorker, (step) => {
    if (useOwn.getState().bringing.kind === 'reading')
      useOwn.setState({ bringing: { kind: 'reading', name: file.name, step } });
  });
  reading = mine;
  settle(mine, file.name, mine.open(catalogue.city));
}

function settle(mine: FileReading, name: string, answer: Promise<Preview>, layerName = nameOf(name)): void {
  answer.then(
    (preview) => {
      if (reading !== mine) return;
      const { placing, title } = preview;
      useOwn.setState({ bringing: { kind: 'preview', preview, placing, layerName, title, busy: false } });
    },
    (error: unknown) => {
      if (reading === mine) fail(name, error);
    },
  );
}

function fail(name: string, error: unknown): void {
  const fault: OwnFault =
    error instanceof OwnError
      ? error.fault
      : { code: 'unexpected', values: {}, detail: error instanceof Error ? error.message : String(error) };
  useOwn.setState({ bringing: { kind: 'failed', name, fault } });
}

/** "farmacie_milano.csv" → "farmacie milano" */
const nameOf = (file: string) =>
  file
    .replace(/(\.(geo)?json|\.city|\.csv|\.tsv|\.txt|\.zip|\.kmz?|\.gpx|\.fgb|\.(geo)?parquet|\.gz)+$/i, '')
    .replaceAll('_', ' ')
    .trim() || file;

/** Gives up the file that is being read or looked at, or puts its fault away; the next one begins. */
export const giveUp = (): void => nextFile();

/** What somebody says of the file before it is taken: at once where it only concerns the page. */
export function changeBringing(
  change: Partial<Pick<Extract<Bringing, { kind: 'preview' }>, 'placing' | 'layerName' | 'title'>>,
): void {
  const { bringing } = useOwn.getState();
  if (bringing.kind === 'preview') useOwn.setState({ bringing: { ...bringing, ...change } });
}

/** Reads the file again: another data set of its zip, or the CSV in another way. */
export function readAgain(asked: { entry?: string; csv?: Partial<CsvReading> }): void {
  const { bringing } = useOwn.getState();
  if (bringing.kind !== 'preview' || !reading) return;
  const { preview, layerName } = bringing;
  const { csv } = preview;
  const before = csv && {
    encoding: csv.encoding,
    delimiter: csv.delimiter,
    mark: csv.mark,
    coordinates: csv.coordinates,
  };
  const entry = asked.entry ?? preview.entry ?? undefined;
  useOwn.setState({ bringing: { ...bringing, busy: true } });
  settle(
    reading,
    preview.fileName,
    reading.ask({
      ...(entry === undefined ? {} : { entry }),
      ...(asked.csv ? { csv: { ...before, ...asked.csv } } : {}),
    }),
    layerName,
  );
}

let made = 0;

/** Brings what was read onto the city. Resolves to the new layer; null where it came to nothing, which the panel says. */
export async function takeLayer(): Promise<OwnLayer | null> {
  const { bringing } = useOwn.getState();
  if (bringing.kind !== 'preview' || !reading || bringing.busy) return null;
  const { preview, placing, layerName, title } = bringing;
  const place = placing === null ? undefined : preview.placings[placing];
  if (!place) return null;
  const mine = reading;
  useOwn.setState({ bringing: { ...bringing, busy: true } });
  try {
    const taken = await mine.take(place.crs, place.swapped);
    const { ownLayers, set } = useStore.getState();
    const id = `${Date.now().toString(36)}${++made}`;
    const layer: OwnLayer = {
      id,
      name: layerName.trim() || nameOf(preview.fileName),
      fileName: preview.fileName,
      format: preview.format,
      crs: place.crs,
      rows: taken.table.rows,
      shapes: taken.shapes,
      bounds: taken.bounds,
      columns: preview.columns,
      title,
      solid: taken.table.shapes.topM !== undefined,
      visible: true,
      style: newStyle(ownLayers, taken.shapes),
    };
    const { fault } = await keeper.ask('keep', { id, table: taken.table });
    useOwn.setState({ notKept: fault });
    set({ ownLayers: [...ownLayers, layer] });
    zoomTo(layer);
    if (reading === mine) nextFile();
    return layer;
  } catch (error) {
    if (reading === mine) fail(preview.fileName, error);
    return null;
  }
}

/** Changes one layer; its rows stay as they are. */
export function changeLayer(
  id: string,
  change: Partial<Pick<OwnLayer, 'name' | 'visible' | 'style' | 'heightBy'>>,
): void {
  const { ownLayers, set } = useStore.getState();
  set({ ownLayers: ownLayers.map((layer) => (layer.id === id ? { ...layer, ...change } : layer)) });
}

/** Draws a layer over (1) or under (-1) its neighbour. */
export function moveLayer(id: string, by: 1 | -1): void {
  const { ownLayers, set } = useStore.getState();
  const at = ownLayers.findIndex((layer) => layer.id === id);
  const other = ownLayers[at + by];
  if (at < 0 || !other) return;
  const moved = [...ownLayers];
  [moved[at], moved[at + by]] = [other, moved[at] as OwnLayer];
  set({ ownLayers: moved });
}

/** Takes a layer away. Its rows stay in the browser while the history mentions it: undoing brings it back. */
export function removeLayer(id: string): void {
  const { ownLayers, filters, colourings, selection, list, set } = useStore.getState();
  const { [ownListId(id)]: _filter, ...otherFilters } = filters;
  const { [ownListId(id)]: _colouring, ...otherColourings } = colourings;
  set({
    ownLayers: ownLayers.filter((layer) => layer.id !== id),
    ...(_filter ? { filters: otherFilters } : {}),
    ...(_colouring ? { colourings: otherColourings } : {}),
    ...(selection?.kind === 'own' && selection.layer === id ? { selection: null } : {}),
    ...(list === ownListId(id) ? { list: null } : {}),
  });
}

/** Flies to all of a layer. */
export function zoomTo({ bounds }: Pick<OwnLayer, 'bounds'>): void {
  const [w, s, e, n] = bounds;
  useStore.getState().set({ flight: { to: { at: [(w + e) / 2, (s + n) / 2], zoom: zoomOn(bounds) } } });
}

/**
 * Deletes from the browser's database the rows of layers that are not there any more, and that no history
 * mentions, of this page or of another tab: nobody can come back to them.
 */
export async function forgetOld(): Promise<void> {
  try {
    const [{ keptHistories }, { useUndo }] = await Promise.all([
      import('./undo/keeping'),
      import('./undo/undo'),
    ]);
    const kept = await keptHistories();
    const { timeline } = useUndo.getState();
    const here = { ...timeline, present: { ownLayers: useStore.getState().ownLayers } };
    await keeper.ask('forget', { but: [...kept, here].flatMap((history) => [...mentionedIn(history)]) });
  } catch {
    // Where nobody can say what is mentioned nothing is deleted; it is asked again another day.
  }
}
