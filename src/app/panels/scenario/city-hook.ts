// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { cityInputs } from '../../state/city-inputs';
import { useStore } from '../../state/store';
import { type Loaded, useFormats, useLoaded } from '../hooks';
import { inputsFaultText } from './run-faults';
import type { Words } from './words';

/** The city of the models; where it cannot be had, the fault says why in plain words. */
export function useCity(): [Loaded<CityInputs>, retry: () => void] {
  const words = useWords(null);
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  return useLoaded(catalogue && cityUrl, () =>
    cityInputs(catalogue!, cityUrl).catch((error: unknown) => {
      throw new Error(inputsFaultText(error, words));
    }),
  );
}

/** What the panel needs to say anything about a measure. */
export function useWords(city: CityInputs | null): Words {
  const { t } = useTranslation();
  return { t, format: useFormats(), city };
}
