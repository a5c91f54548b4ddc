// SPDX-License-Identifier: EUPL-1.2
/** The scenario on the screen and what one does to it: every action leaves a note. */
import type { Area } from '../../city/city-inputs';
import type { LonLat } from '../../city/frames';
import { isPlausible } from '../../scenario/check-measure';
import * as history from '../../scenario/history';
import type { MeasureKind, Place } from '../../scenario/measures/measure';
import { questionOf } from '../../scenario/question';
import {
  EMPTY_SCENARIO,
  freeId,
  freeNoteId,
  type Measure,
  type PlaceNote,
  type Scenario,
} from '../../scenario/scenario';
import { drawnNote, isEnough, pointsOf, withoutLast } from './scenario-drawing';
import { newScenarioId } from './scenario-id';
import { type EditedMeasure, type RunState, useStore } from './store';

/** The scenario as it is now; an empty one before the panel is opened. */
export const presentScenario = (): Scenario => useStore.getState().scenario?.present ?? EMPTY_SCENARIO;

/** Does something to the scenario; `joined` makes one step of it and the last (a name being typed). */
export function act(action: (scenario: Scenario) => history.Edit, joined = false): void {
  const { set } = useStore.getState();
  // What can be undone has to have been there.
  const before =
    useStore.getState().scenario ?? history.editedScenario(EMPTY_SCENARIO, false, newScenarioId());
  if (!useStore.getState().scenario) set({ scenario: before });
  set({ scenario: history.edit(before, action(before.present), joined) });
}

/** Puts another scenario in its place; without an id it is one that was never kept. */
export const openInstead = (scenario: Scenario, id: string = newScenarioId()): void =>
  act(() => history.openScenario(scenario, id));

/** A measure at the end of the list, switched on. */
export function addMeasure(kind: string, config: unknown, place: Place): void {
  act((scenario) => history.addMeasure(scenario, { id: freeId(scenario), kind, on: true, config, place }));
}

/** The form of a new measure, with what its kind starts from: an area is Area C, or the city's first. */
export function newMeasure(kind: MeasureKind, areas: readonly Area[]): EditedMeasure {
  const [first] = kind.places;
  const area = areas.find((one) => one.class === 'area-c') ?? areas[0];
  const named: Place | null = first === 'area' && area ? { kind: 'area', areaId: area.id } : null;
  return {
    id: freeId(presentScenario()),
    kind: kind.id,
    config: kind.initial as EditedMeasure['config'],
    place: first === 'city' ? { kind: 'city' } : named,
    isNew: true,
  };
}

/** The form of a measure of the list. */
export function editMeasure({ id, kind, config, place }: Measure): EditedMeasure {
  return { id, kind, config: config as EditedMeasure['config'], place, isNew: false };
}

/** Takes what the form says into the scenario, as one action. */
export function takeEdited({ id, kind, config, place, isNew }: EditedMeasure & { place: Place }): void {
  if (isNew) addMeasure(kind, config, place);
  else
    act((scenario) => {
      const set = history.setMeasure(scenario, id, config);
      return { ...history.placeMeasure(set.scenario, id, place), note: set.note };
    });
}

/** Takes away the last point or street of what is being drawn. */
export function takeBackDrawn(): void {
  const { drawing, set } = useStore.getState();
  if (drawing) set({ drawing: withoutLast(drawing) });
}

/** Begins to draw where a note is: one of the scenario's, or a new one. */
export function beginNoting(note?: PlaceNote): void {
  useStore.getState().set({
    noting: note?.id ?? freeNoteId(presentScenario()),
    drawing: { kind: 'point', points: note ? [note.at] : [] },
  });
}

/**
 * Ends drawing; what is drawn becomes the place of the measure in the form, or of a note, where it is one already.
 * False: no note can be there, and drawing goes on; of a measure its form says so.
 */
export function endDrawing(how: 'take' | 'cancel'): boolean {
  const { drawing, editing, set } = useStore.getState();
  const note = drawnNote(useStore.getState());
  const place = how === 'take' && drawing && isEnough(drawing) ? drawing : null;
  const points = note && place ? pointsOf(place) : [];
  if (!points.every(isPlausible)) return false;
  set({ drawing: null, noting: null, ...(place && editing ? { editing: { ...editing, place } } : {}) });
  const [at] = points;
  if (at && note) pinNote(note, at);
  return true;
}

/** Moves a note, or adds one with nothing written on it. */
function pinNote(id: string, at: LonLat): void {
  const isThere = presentScenario().notes.some((note) => note.id === id);
  act((scenario) =>
    isThere ? history.moveNote(scenario, id, at) : history.addNote(scenario, { id, at, text: '' }),
  );
}

/** Whether what the last run says is of another scenario than the one on the screen. */
export function isStale(run: RunState, scenario: Scenario | undefined): boolean {
  if (run.kind !== 'done' || !scenario || run.answer.scenario === scenario) return false;
  return questionOf(run.answer.scenario) !== questionOf(scenario);
}

/** The scenario that an answer is of, under its present name where the one on the screen still asks the same. */
export function answeredScenario(run: RunState, scenario: Scenario | undefined): Scenario | null {
  if (run.kind === 'running') return run.scenario;
  if (run.kind !== 'done') return null;
  return scenario && !isStale(run, scenario) ? scenario : run.answer.scenario;
}
