// SPDX-License-Identifier: EUPL-1.2
/** Whatever happens, in whatever order: nothing that somebody typed is lost, and what is told to be saved is there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyEdit, afterEdit, anyEdit } from '../../../scenario/fixtures/any-edits';
import type { Choice } from '../../../scenario/merge';
import type { Measure, Scenario } from '../../../scenario/scenario';
import { decide } from './actions';
import { FakeClock, settled } from './fixtures/fake-clock';
import { FakeChannels, FakeDesk, type FakePage, openPage } from './fixtures/fake-page';
import { FakeServer, type Mode, scenarioIn } from './fixtures/fake-server';
import { memoryRecords } from './memory-records';
import { mergedWith } from './record';
import { textOf } from './scenario-text';

type Happening =
  | { readonly what: 'edit'; readonly tab: 0 | 1; readonly edit: AnyEdit }
  | { readonly what: 'foreign'; readonly edit: AnyEdit }
  | { readonly what: 'mode'; readonly mode: Mode }
  | { readonly what: 'wait'; readonly ms: number }
  | { readonly what: 'busy'; readonly busy: boolean }
  | { readonly what: 'reload' | 'wake' };

/** Edits that meet each other. */
const meeting: fc.Arbitrary<AnyEdit> = fc.oneof(
  anyEdit,
  fc.record({ do: fc.constantFrom('set' as const), at: fc.constant(0), n: fc.nat({ max: 9 }) }),
  fc.record({ do: fc.constant('name' as const), text: fc.constantFrom('a', 'b', 'c') }),
);

const happening = (edit: fc.Arbitrary<AnyEdit>): fc.Arbitrary<Happening> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ what: fc.constant('edit' as const), tab: fc.constantFrom(0, 1), edit }),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('foreign' as const), edit }) },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constant('mode' as const),
        mode: fc.constantFrom<Mode>('up', 'up', 'down', 'lossy', 'database-away'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        what: fc.constant('wait' as const),
        ms: fc.constantFrom(50, 250, 2100, 20_000),
      }),
    },
    fc.record({ what: fc.constant('busy' as const), busy: fc.boolean() }),
    fc.record({ what: fc.constantFrom('reload' as const, 'wake' as const) }),
  );

/** Two tabs of one browser, and a colleague on the same server. */
class Office {
  readonly clock = new FakeClock();
  readonly server = new FakeServer();
  readonly records = memoryRecords();
  readonly channels = new FakeChannels();
  tabs: FakePage[] = [];
  /** How many were there to be decided. */
  conflicts = 0;

  open(desk = new FakeDesk()): FakePage {
    const { clock, records, channels } = this;
    return openPage({ clock, records, channels, desk, server: this.server.seenBy('Anna Rossi') });
  }

  async begin(): Promise<void> {
    const first = this.open();
    const edits: readonly AnyEdit[] = [
      { do: 'description', text: 'begun' },
      { do: 'add', kind: 'speed-limit', n: 1, place: { kind: 'city' } },
    ];
    first.edit((scenario) => edits.reduce(afterEdit, scenario));
    await this.clock.pass(3000);
    const second = this.open();
    await second.keeper.bringBack();
    await this.clock.pass(500);
    this.tabs = [first, second];
  }

  async happen(one: Happening): Promise<void> {
    const [first] = this.tabs as [FakePage];
    if (one.what === 'edit') this.edit(this.tabs[one.tab] as FakePage, one.edit);
    else if (one.what === 'foreign') {
      const id = first.desk.read()?.id as string;
      this.server.saveAs('Bruno Verdi', id, (scenario) => afterEdit(scenario, one.edit));
    } else if (one.what === 'mode') this.server.mode = one.mode;
    else if (one.what === 'busy') first.desk.setBusy(one.busy);
    else if (one.what === 'wake') void first.keeper.wake();
    else if (one.what === 'reload') await this.reload();
    else if (one.what === 'wait') await this.clock.pass(one.ms);
    await settled();
  }

  /** No hand can reach the scenario under an open form. */
  edit({ desk }: FakePage, edit: AnyEdit): void {
    const on = desk.read();
    if (on && !desk.isBusy()) desk.put(afterEdit(on.present, edit));
  }

  /** The first tab is killed, and comes back with its steps. */
  async reload(): Promise<void> {
    const [first, second] = this.tabs as [FakePage, FakePage];
    const desk = new FakeDesk();
    const [left, past] = [first.desk.read(), [...first.desk.past]];
    // Its channel falls silent; what it was about to do is not done.
    first.desk.watch(() => {});
    await first.keeper.stop();
    const next = this.open(desk);
    if (left) desk.bringHistory(left, past);
    this.tabs = [next, second];
  }

  /** Until the server has all, with every conflict decided. */
  async end(choose: () => Choice): Promise<void> {
    this.server.mode = 'up';
    for (const { desk } of this.tabs) desk.setBusy(false);
    for (let round = 0; round < 20; round++) {
      await this.clock.pass(65_000);
      for (const { keeper, desk } of this.tabs) {
        const id = desk.read()?.id as string;
        const record = await this.records.get(id);
        if (!record?.conflict) continue;
        const { overlaps } = mergedWith(record, record.conflict);
        this.conflicts += 1;
        await decide(keeper, id, Object.fromEntries(overlaps.map(({ key }) => [key, choose()])));
      }
      for (const { keeper } of this.tabs) await keeper.wake();
      await this.clock.pass(5000);
      if (round > 1 && this.tabs.every(({ state }) => state.status?.kind === 'saved')) return;
    }
  }
}

/** What was added to the scenario that all began with. */
const contents = ({ measures }: Scenario): string[] =>
  measures
    .filter(({ kind }) => kind === 'parking-price')
    .map(({ kind, config }: Measure) => JSON.stringify([kind, config]))
    .sort();

describe('whatever happens', () => {
  it('in the end desk, browser and server say the same, and each said saved what was there', async () => {
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening(meeting), { minLength: 5, maxLength: 30 }),
        fc.infiniteStream(fc.constantFrom<Choice>('mine', 'theirs', 'both')),
        async (happenings, choices) => {
          const office = new Office();
          await office.begin();
          for (const one of happenings) {
            await office.happen(one);
            for (const { state } of office.tabs) {
              if (state.status?.kind !== 'saved') continue;
              const { record } = state;
              const revision = office.server.revisions
                .get(record?.id as string)
                ?.find(({ rev }) => rev === record?.saved?.rev);
              expect(revision && textOf(scenarioIn(revision))).toBe(record?.text);
            }
          }
          await office.end(() => choices.next().value as Choice);
          conflicts += office.conflicts;
          for (const { desk, state } of office.tabs) {
            const on = desk.read();
            const text = textOf(on?.present as Scenario);
            expect((await office.records.get(on?.id as string))?.text).toBe(text);
            expect(office.server.text(on?.id as string)).toBe(text);
            expect(state.status?.kind).toBe('saved');
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(conflicts).toBeGreaterThan(10);
  }, 120_000);

  it('nothing that was added is lost, whoever added it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening(fc.constant({ do: 'year', year: 2035 } as AnyEdit)), { maxLength: 25 }),
        async (happenings) => {
          const office = new Office();
          await office.begin();
          const added: string[] = [];
          let n = 0;
          for (const one of happenings) {
            if (one.what !== 'edit' && one.what !== 'foreign') {
              await office.happen(one);
              continue;
            }
            // Each addition is unlike all others.
            const edit: AnyEdit = {
              do: 'add',
              kind: 'parking-price',
              n: (n += 1) / 8,
              place: { kind: 'city' },
            };
            const isDone = one.what === 'foreign' || !office.tabs[one.tab]?.desk.isBusy();
            await office.happen({ ...one, edit });
            if (isDone) added.push(JSON.stringify(['parking-price', { priceEurH: n / 8 }]));
          }
          await office.end(() => 'mine');
          const ids = office.tabs.map(({ desk }) => desk.read()?.id);
          expect(new Set(ids).size).toBe(1);
          for (const { desk } of office.tabs)
            expect(contents(desk.read()?.present as Scenario)).toEqual([...added].sort());
          const revisions = office.server.revisions.get(ids[0] as string) ?? [];
          expect(contents(scenarioIn(revisions.at(-1) as { file: unknown }))).toEqual([...added].sort());
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
