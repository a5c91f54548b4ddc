// SPDX-License-Identifier: EUPL-1.2
import { Suspense, useEffect, useRef, useState } from 'react';
import { drawnNote } from '../../state/scenario-drawing';
import { useStore } from '../../state/store';
import { KeepLine } from '../kept/keep-line';
import { StoredNote } from '../kept/stored-part';
import { ModelLink } from '../model/model-link';
import panel from '../panel.module.css';
import { useCity } from './city-hook';
import { DrawBar } from './draw-bar';
import { MeasureForm } from './measure-form';
import { MeasureList } from './measure-list';
import { NoteList } from './note-list';
import { Notices } from './notices';
import { RunBox } from './run-box';
import style from './scenario.module.css';
import { ScenarioDetails } from './scenario-details';
import { ScenarioHead } from './scenario-head';
import { ScenarioName } from './scenario-name';

/** «E se…?»: the scenario, its measures, its notes and the run; one measure's form in the same place. */
export default function ScenarioPanel() {
  const [loaded, retry] = useCity();
  const city = loaded.state === 'ready' ? loaded.value : null;
  const editing = useStore((s) => s.editing);
  const drawing = useStore((s) => s.drawing !== null);
  const noting = useStore((s) => drawnNote(s) !== null);
  const [fileFault, setFileFault] = useState<string | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  // Opened by somebody, not with the page: the keyboard goes where the panel begins.
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement && document.activeElement.dataset.opens === 'scenario')
      title.current?.focus();
  }, []);
  // Closed while something is drawn: clicks on the map choose again.
  useEffect(() => () => useStore.getState().set({ drawing: null }), []);
  if (noting || (editing && drawing)) return <DrawBar />;
  if (editing) return <MeasureForm editing={editing} city={city} />;
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="scenario-title">
      <ScenarioHead title={title} city={city} onFileFault={setFileFault} />
      <div className={panel.body}>
        <Notices city={city} fileFault={fileFault} onDismissFile={() => setFileFault(null)} />
        <ScenarioName />
        <KeepLine city={city} />
        <ScenarioDetails />
        <MeasureList city={city} />
        {city && (
          <Suspense>
            <StoredNote city={city} />
          </Suspense>
        )}
        <NoteList city={city} />
        <div className={style.add}>
          <ModelLink />
        </div>
      </div>
      <RunBox loaded={loaded} retry={retry} />
    </section>
  );
}
