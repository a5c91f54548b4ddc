// SPDX-License-Identifier: EUPL-1.2
/** What of the answer is shown on the map, and whether its panel is open. */
import { columnDirections, DIRECTIONS } from '../../impact/certainty';
import type { Impact } from '../../impact/impact';
import type { FieldId } from '../../impact/outcome';
import { SERVICE_FIGURE_IDS } from '../../impact/service-figures';
import type { Mode } from '../../layers/impact/impact-map';
import { type RunState, type StoreState, useStore } from './store';

export interface ImpactViewState {
  /** The panel is open, as soon as there is an answer; the map shows it, unless it shows the people. */
  readonly open: boolean;
  readonly field: FieldId;
  readonly mode: Mode;
  /** Share of the map's width that shows the time before, while both are compared. */
  readonly split: number;
  /** Districts stand as high as their value. */
  readonly raised: boolean;
}

/** The answer, or what is known of it while it is worked out; null where there is none. */
function impactOfRun(run: RunState): Impact | null {
  if (run.kind === 'done') return run.answer.impact;
  return run.kind === 'running' ? run.partial : null;
}

/** The impact that is on the screen now. */
export function shownImpact({
  run,
  impactView,
  deskOpen,
}: Pick<StoreState, 'run' | 'impactView' | 'deskOpen'>): Impact | null {
  // Where scenarios are compared the answer of one of them is among the others'.
  return impactView.open && !deskOpen ? impactOfRun(run) : null;
}

/** The impact that colours the map: one colouring at a time, and the panel of people has its own. */
export function drawnImpact(
  state: Pick<StoreState, 'run' | 'impactView' | 'deskOpen' | 'peopleOpen'>,
): Impact | null {
  return state.peopleOpen ? null : shownImpact(state);
}

/** What to show of an answer: what was shown before where it has that too, else the first of which a change is told anywhere. */
export function viewOf(impact: Impact, view: ImpactViewState): ImpactViewState {
  if (impact.fields.some(({ id }) => id === view.field)) return view;
  const told = FIRST_LOOKS.flatMap((id) => impact.fields.find((field) => field.id === id) ?? []);
  const changes = told.find((field) =>
    columnDirections(field, impact.relativeGap).some(
      (row) => DIRECTIONS[row] === 'less' || DIRECTIONS[row] === 'more',
    ),
  );
  const field = (changes ?? told[0])?.id;
  return field ? { ...view, field } : view;
}

const FIRST_LOOKS: readonly FieldId[] = [
  'flowVehH',
  'unplacedPrimaria',
  'unplacedSecondaria1',
  'unplacedInfanzia',
  'schoolWalkMin',
  'homeCareUnmetH',
  ...SERVICE_FIGURE_IDS,
  'nearParkShare',
  'canopyShare',
  'nightWarmerC',
  'residents',
  'shopVisitsDay',
];

/** Changes what is shown. */
export function viewImpact(patch: Partial<ImpactViewState>): void {
  const { impactView, set } = useStore.getState();
  set({ impactView: { ...impactView, ...patch } });
}
