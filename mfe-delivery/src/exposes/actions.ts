import type { Actions } from '@arcade/mfe-kit/contract';
import type config from '../../mfe.config.ts';
import { en } from '../messages/en.ts';
import { ko } from '../messages/ko.ts';
import { destinationPreference, formatDestination, isPostcode } from '../promise/destination.ts';

export const actions: Actions<typeof config> = {
  'delivery.remember': async (form, { locale }) => {
    const country = form.get('country') === 'US' ? 'US' : 'KR';
    const postcode = String(form.get('postcode') ?? '').trim();
    if (isPostcode(country, postcode)) {
      return { preferences: { [destinationPreference]: formatDestination({ country, postcode }) } };
    }
    const t = locale === 'ko' ? ko : en;
    return {
      message: { kind: 'refused', text: country === 'KR' ? t.postcodeMalformed : t.zipMalformed },
    };
  },
};
