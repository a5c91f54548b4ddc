// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describe as describeScenario } from '../../scenario/history';
import { act, addMeasure, presentScenario } from './scenario';
import { type DraftStorage, keepDrafts, restoreDraft } from './scenario-draft';
import { useStore } from './store';
import { startUndo, undo } from './undo/undo';

function fakeStorage(kept: Record<string, string> = {}): DraftStorage & { kept: Record<string, string> } {
  return {
    kept,
    getItem: (key) => kept[key] ?? null,
    setItem: (key, text) => {
      kept[key] = text;
    },
    removeItem: (key) => {
      delete kept[key];
    },
  };
}
const KEY = 'gemello.draft.milano';
const told: (string | null)[] = [];
let stop = () => {};
let stopUndo = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  useStore.setState(useStore.getInitialState(), true);
  told.length = 0;
  stopUndo = startUndo();
});
afterEach(() => {
  stop();
  stopUndo();
  vi.useRealTimers();
});

function keep(storage: DraftStorage): () => void {
  const keeper = keepDrafts(useStore, storage, 'milano', (fault) => told.push(fault));
  stop = keeper.stop;
  return keeper.keep;
}

describe('a draft', () => {
  it('comes back as it was, once the editing pauses', () => {
    const storage = fakeStorage();
    keep(storage);
    addMeasure('transit-fare', { fareEur: 0 }, { kind: 'city' });
    act((scenario) => describeScenario(scenario, { name: 'Mezzi gratis' }));
    vi.advanceTimersByTime(100);
    expect(storage.kept).toEqual({});
    vi.advanceTimersByTime(1000);
    expect(restoreDraft(storage, 'milano')).toEqual({ kind: 'restored', scenario: presentScenario() });
    expect(restoreDraft(storage, 'bologna')).toEqual({ kind: 'none' });
    expect(told).toEqual([null]);
  });

  it('is kept for its description alone, and gone when all is taken back', () => {
    const storage = fakeStorage();
    const keepNow = keep(storage);
    act((scenario) => describeScenario(scenario, { description: 'Per la giunta' }));
    keepNow();
    expect(restoreDraft(storage, 'milano')).toEqual({ kind: 'restored', scenario: presentScenario() });
    undo();
    keepNow();
    expect(storage.kept).toEqual({});
  });

  it('is kept at once when the page is left', () => {
    const storage = fakeStorage();
    const keepNow = keep(storage);
    addMeasure('transit-fare', { fareEur: 0 }, { kind: 'city' });
    keepNow();
    expect(restoreDraft(storage, 'milano').kind).toBe('restored');
  });

  it('of nothing is none', () => {
    const storage = fakeStorage();
    keep(storage);
    addMeasure('transit-fare', { fareEur: 0 }, { kind: 'city' });
    vi.advanceTimersByTime(1000);
    undo();
    vi.advanceTimersByTime(1000);
    expect(storage.kept).toEqual({});
  });

  it('that cannot be read is put aside, and does not stop the start', () => {
    for (const rubbish of ['{"type":"Feature', '[]', '{"gemello":{"schemaVersion":99}}']) {
      const storage = fakeStorage({ [KEY]: rubbish });
      expect(restoreDraft(storage, 'milano')).toEqual({ kind: 'broken', text: rubbish });
      expect(storage.kept).toEqual({ [`${KEY}.aside`]: rubbish });
      expect(restoreDraft(storage, 'milano')).toEqual({ kind: 'none' });
    }
  });

  it('is none where the browser refuses its storage, and the person hears of it', () => {
    const refuse = () => {
      throw new Error('QuotaExceededError');
    };
    const storage: DraftStorage = { getItem: refuse, setItem: refuse, removeItem: refuse };
    expect(restoreDraft(storage, 'milano')).toEqual({ kind: 'none' });
    keep(storage);
    addMeasure('transit-fare', { fareEur: 0 }, { kind: 'city' });
    vi.advanceTimersByTime(1000);
    expect(told).toEqual(['QuotaExceededError']);
  });
});
