// SPDX-License-Identifier: EUPL-1.2
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { faultText } from '../state/fault';
import { TextButton } from './controls';
import style from './fault/fault.module.css';

/** Keeps the rest of the screen standing where the map falls. */
export class MapBoundary extends Component<{ children: ReactNode }, { fault: string | null }> {
  override state = { fault: null as string | null };

  static getDerivedStateFromError(error: unknown) {
    return { fault: faultText(error) };
  }

  override render() {
    const { fault } = this.state;
    return fault === null ? this.props.children : <MapFault detail={fault} />;
  }
}

function MapFault({ detail }: { detail: string }) {
  const { t } = useTranslation();
  return (
    <div className={style.screen} role="alert">
      <div className={style.words}>
        <h2 className={style.title}>{t('fault.mapTitle')}</h2>
        <p>{t('fault.mapBody')}</p>
        <TextButton primary onPress={() => location.reload()}>
          {t('fault.retry')}
        </TextButton>
        <details className={style.detail}>
          <summary>{t('fault.detail')}</summary>
          <p>{detail}</p>
        </details>
      </div>
    </div>
  );
}
