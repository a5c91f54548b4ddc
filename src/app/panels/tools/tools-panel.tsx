// SPDX-License-Identifier: EUPL-1.2
import { Suspense, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../state/store';
import { layToolDown, openToolWindow, useToolWindow } from '../../state/tools';
import { IconButton } from '../controls';
import { Icon } from '../icon';
import panel from '../panel.module.css';
import { TOOLS, type ToolEntry } from './index';
import { SketchBar } from './sketch-bar';
import { SketchList } from './sketch-list';
import style from './tools.module.css';
import { Views } from './views';
import { WalkBar } from './walk-bar';

/** «Strumenti»: the shelf of tools and what was measured; while something is drawn, how. */
export default function ToolsPanel() {
  const { t } = useTranslation();
  const tool = useStore((s) => s.tool);
  const title = useRef<HTMLHeadingElement>(null);
  // Opened by somebody, not with the page: the keyboard goes where the panel begins.
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement && document.activeElement.dataset.opens === 'tools')
      title.current?.focus();
  }, []);
  // Closed with a tool in hand: clicks on the map choose again.
  useEffect(() => layToolDown, []);
  if (tool?.kind === 'walk') return <WalkBar begun={tool.from !== null} />;
  if (tool) return <SketchBar tool={tool} />;
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="tools-title">
      <header className={panel.head}>
        <h2 id="tools-title" ref={title} tabIndex={-1} className={panel.title}>
          {t('tools.title')}
        </h2>
        <IconButton
          icon="close"
          label={t('tools.close')}
          onPress={() => useStore.getState().set({ toolsOpen: false })}
        />
      </header>
      <div className={panel.body}>
        {(['measure', 'more'] as const).map((group) => (
          <Group key={group} group={group} />
        ))}
        <SketchList />
        <Views />
      </div>
      <ToolWindow />
    </section>
  );
}

/** The window of the tool that is one. */
function ToolWindow() {
  const open = useToolWindow((s) => s.open);
  const Window = TOOLS.find(({ id }) => id === open)?.window;
  return (
    Window && (
      <Suspense>
        <Window onClose={() => openToolWindow(null)} />
      </Suspense>
    )
  );
}

function Group({ group }: { group: ToolEntry['group'] }) {
  const { t } = useTranslation();
  const entries = TOOLS.filter((entry) => entry.group === group);
  if (entries.length === 0) return null;
  return (
    <section className={style.group} aria-labelledby={`tools-${group}`}>
      <h3 id={`tools-${group}`} className={style.groupTitle}>
        {t(`tools.group.${group}`)}
      </h3>
      <ul>
        {entries.map(({ id, icon, name, about, open }) => (
          <li key={id}>
            <Button className={style.entry!} onPress={open} data-tool={id}>
              <Icon name={icon} size={22} />
              <span className={style.entryName}>{name(t)}</span>
              <span className={style.entryAbout}>{about(t)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
