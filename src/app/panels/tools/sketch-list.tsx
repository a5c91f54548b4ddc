// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { formatSketches, type Sketch } from '../../../survey/sketch';
import { LONGEST_SKETCHES } from '../../state/address';
import { useStore } from '../../state/store';
import type { SunAbout } from '../../state/sunlight';
import { questionOf } from '../../state/surveys';
import { changeSketch, removeSketch } from '../../state/tools';
import { announce } from '../announcer';
import { IconButton, TextButton } from '../controls';
import { useFormats } from '../hooks';
import { Icon } from '../icon';
import { download, fileName } from '../impact/download';
import { focusSoon } from '../scenario/focus';
import { SunHours } from '../sun/sun-part';
import { SKETCH_ICONS } from './index';
import { SketchFigures } from './sketch-figures';
import { sketchFile } from './sketch-file';
import { figuresOf, sketchName } from './sketch-words';
import { SurveyFigures } from './survey-figures';
import style from './tools.module.css';
import { viewOf } from './view-of';

/** What was measured: each with its figure, and its details under it when asked. */
export function SketchList() {
  const { t } = useTranslation();
  const sketches = useStore((s) => s.sketches);
  // What was just drawn is what one wants to read.
  const [opened, setOpened] = useState<string | null>(sketches.at(-1)?.id ?? null);
  const tooLong = formatSketches(sketches).length > LONGEST_SKETCHES;
  return (
    <section className={style.group} aria-labelledby="sketches-title">
      <h3 id="sketches-title" className={style.groupTitle}>
        {t('tools.list.title')}
      </h3>
      {sketches.length === 0 ? (
        <p className={style.none}>{t('tools.list.none')}</p>
      ) : (
        <>
          <ul>
            {sketches.map((sketch) => (
              <Row
                key={sketch.id}
                sketch={sketch}
                open={sketch.id === opened}
                onOpen={(open) => setOpened(open ? sketch.id : null)}
              />
            ))}
          </ul>
          {tooLong && <p className={style.none}>{t('tools.list.tooLong')}</p>}
          <p className={style.after}>
            <TextButton
              onPress={() => save(sketches, t('tools.list.file'), (one) => sketchName(one, sketches, t))}
            >
              {t('tools.list.exportAll')}
            </TextButton>
          </p>
        </>
      )}
    </section>
  );
}

function save(sketches: readonly Sketch[], name: string, nameOf: (sketch: Sketch) => string): void {
  const text = JSON.stringify(sketchFile(sketches, nameOf), null, 1);
  download(`${fileName(name)}.geojson`, text, 'application/geo+json');
}

interface RowProps {
  readonly sketch: Sketch;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

function Row({ sketch, open, onOpen }: RowProps) {
  const { t } = useTranslation();
  const format = useFormats();
  const sketches = useStore((s) => s.sketches);
  const name = sketchName(sketch, sketches, t);
  const [first] = figuresOf(sketch, { t, format });
  const sun = sunOf(sketch);
  const remove = () => {
    removeSketch(sketch.id);
    announce(t('tools.list.removed', { name }));
    focusSoon('[data-sketch] [data-open]', '[data-tool]');
  };
  return (
    <li data-sketch={sketch.kind}>
      <div className={style.row}>
        <Button className={style.entry!} aria-expanded={open} onPress={() => onOpen(!open)} data-open>
          <Icon name={{ d: SKETCH_ICONS[sketch.kind] }} size={22} />
          <span className={style.entryName}>{name}</span>
          <span className={style.figure}>{first?.value}</span>
        </Button>
        <IconButton
          icon="focus"
          label={t('tools.list.zoom', { name })}
          onPress={() => useStore.getState().set({ flight: { to: viewOf(sketch.spots) } })}
        />
        <IconButton icon="close" label={t('tools.list.remove', { name })} onPress={remove} />
      </div>
      {open && (
        <div className={style.details}>
          {questionOf(sketch) ? <SurveyFigures sketch={sketch} /> : <SketchFigures sketch={sketch} />}
          {sun && <SunHours about={sun} />}
          <TextField
            className={style.rename!}
            value={sketch.name}
            maxLength={80}
            onChange={(text) => changeSketch(sketch.id, { name: text })}
          >
            <Label>{t('tools.list.rename')}</Label>
            <Input placeholder={name} autoComplete="off" />
          </TextField>
          <p>
            <TextButton onPress={() => save([sketch], name, () => name)}>{t('tools.list.export')}</TextButton>
          </p>
        </div>
      )}
    </li>
  );
}

/** What a sketch asks of the sun: a point, or the area drawn. */
function sunOf({ kind, spots }: Sketch): SunAbout | null {
  const [first] = spots;
  if (kind === 'sun' && first) return { kind: 'spot', at: first.at };
  return kind === 'area' ? { kind: 'outline', ring: spots.map(({ at }) => at) } : null;
}
