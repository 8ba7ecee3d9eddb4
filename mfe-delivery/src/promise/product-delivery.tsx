import type { SlotInput } from '@arcade/mfe-kit/config';
import type { SlotContext, SlotProps } from '@arcade/mfe-kit/contract';
import { formatDay } from '@arcade/mfe-kit/dates';
import { formatMoney } from '@arcade/mfe-kit/money';
import { useSession } from '@arcade/mfe-kit/session';
import { Icon } from '@arcade/ui/icon';
import { Skeleton } from '@arcade/ui/skeleton';
import { type ReactNode, useRef } from 'react';
import type config from '../../mfe.config.ts';
import type { Country, ProductDelivery_QueryQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useDeliveryMessages } from '../messages/use-delivery-messages.ts';
import { destinationPreference, likelyCountry, parseDestination, useDestination } from './destination.ts';
import { formatCutOff } from './format-cut-off.ts';
import { PostcodeForm } from './postcode-form.tsx';
import css from './product-delivery.module.css';

export const ProductDelivery_Query = graphql(`
  query ProductDelivery_Query(
    $handle: String!
    $postcode: String!
    $country: Country!
    $locale: Locale!
    $currency: Currency!
  ) {
    product(handle: $handle) {
      id
      deliveryPromise(postcode: $postcode, country: $country) {
        ... on DeliveryPromise {
          earliest
          latest
          orderBy
          method {
            code
            name(locale: $locale)
            price(currency: $currency) {
              amount
              currency
            }
          }
        }
        ... on NotDelivered {
          reason
        }
      }
    }
  }
`);

type Input = SlotInput<typeof config, 'product.delivery'>;
type Outlook = NonNullable<ProductDelivery_QueryQuery['product']>['deliveryPromise'];

export function productDeliveryVariables({ input, preferences, graphLocale, currency }: SlotContext<Input>) {
  const destination = parseDestination(preferences[destinationPreference]);
  return destination ? { handle: input.handle, ...destination, locale: graphLocale, currency } : null;
}

export function ProductDelivery({ data }: SlotProps<Input, ProductDelivery_QueryQuery | undefined>) {
  const { currency } = useSession();
  const t = useDeliveryMessages();
  const [destination, remember] = useDestination();
  const change = useRef<HTMLDetailsElement>(null);
  const names: Record<Country, string> = { KR: t.southKorea, US: t.unitedStates };

  if (!destination) {
    return (
      <Frame>
        <p className={css.headline}>{t.whenWouldItArrive}</p>
        <PostcodeForm initial={{ country: likelyCountry(currency), postcode: '' }} onDone={remember} />
      </Frame>
    );
  }
  return (
    <Frame>
      <div aria-live="polite">
        <Answer outlook={data?.product?.deliveryPromise} country={destination.country} />
      </div>
      <details ref={change} className={css.change} key={`${destination.country} ${destination.postcode}`}>
        <summary>
          {t.toPostcode(destination.postcode, names[destination.country])}{' '}
          <span className={css.changeWord}>{t.change}</span>
        </summary>
        <PostcodeForm
          initial={destination}
          onDone={(next) => {
            change.current?.removeAttribute('open');
            change.current?.querySelector('summary')?.focus();
            remember(next);
          }}
        />
      </details>
    </Frame>
  );
}

function Answer({ outlook, country }: { outlook: Outlook | undefined; country: Country }) {
  const { locale } = useSession();
  const t = useDeliveryMessages();
  if (!outlook) return <p className={css.headline}>{t.cannotTell}</p>;
  if (outlook.__typename === 'NotDelivered') {
    return <p className={css.headline}>{t.notDelivered(outlook.reason)}</p>;
  }
  const { earliest, latest, orderBy, method } = outlook;
  return (
    <>
      <p className={css.headline}>
        {t.arrives(t.days(formatDay(earliest, locale), formatDay(latest, locale)))}
      </p>
      <p className={css.detail}>
        {t.byMethod(method.name, formatMoney(method.price, locale))} ·{' '}
        {t.orderBy(formatCutOff(orderBy, country, locale))}
      </p>
    </>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useDeliveryMessages();
  return (
    <section className={css.delivery} aria-label={t.delivery}>
      <span className={css.icon}>
        <Icon name="parcel" size={24} />
      </span>
      <div className={css.words}>{children}</div>
    </section>
  );
}

/** As high as an answer: changing the postcode moves nothing. */
export function ProductDeliveryLoading() {
  return (
    <Frame>
      <p className={css.headline}>
        <Skeleton width="14rem" />
      </p>
      <p className={css.detail}>
        <Skeleton width="11rem" />
      </p>
      <p className={css.change}>
        <Skeleton width="9rem" />
      </p>
    </Frame>
  );
}
