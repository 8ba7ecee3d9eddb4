import type { SlotInput } from '@arcade/mfe-kit/config';
import type { SlotContext, SlotProps } from '@arcade/mfe-kit/contract';
import { Notice } from '@arcade/ui/notice';
import { RadioCard, RadioCards } from '@arcade/ui/radio-card';
import { Skeleton } from '@arcade/ui/skeleton';
import { useEffect, useState } from 'react';
import type config from '../../mfe.config.ts';
import { Address_address, draftOf, oneLine } from '../addresses/address-text.ts';
import { addressInput } from '../addresses/check-address.ts';
import type { CheckoutShipping_QueryQuery } from '../generated/graphql.ts';
import { graphql, readFragment } from '../generated/index.ts';
import { useDeliveryMessages } from '../messages/use-delivery-messages.ts';
import { destinationPreference, likelyCountry, parseDestination } from '../promise/destination.ts';
import css from './checkout-shipping.module.css';
import { kept } from './kept-choice.ts';
import { NewAddress } from './new-address.tsx';
import { ShippingMethods, ShippingMethods_method } from './shipping-methods.tsx';
import { type Shipping, useOutput } from './use-output.ts';

// Besides the saved addresses, what the form of a new one shows at first: asked here, so that the browser need not ask again.
export const CheckoutShipping_Query = graphql(`
  query CheckoutShipping_Query(
    $country: Country!
    $postcode: String
    $weight: Int!
    $locale: Locale!
    $currency: Currency!
  ) {
    addressBook {
      id
      addresses {
        id
        shippingMethods(weight: $weight) {
          ...ShippingMethods_method
        }
        ...Address_address
      }
    }
    shippingMethods(country: $country, postcode: $postcode, weight: $weight) {
      ...ShippingMethods_method
    }
  }
`);

type Input = SlotInput<typeof config, 'checkout.shipping'>;

export function checkoutShippingVariables(context: SlotContext<Input>) {
  const { input, preferences, currency, graphLocale } = context;
  const destination = parseDestination(preferences[destinationPreference]);
  return {
    country: destination?.country ?? likelyCountry(currency),
    postcode: destination?.postcode ?? null,
    weight: input.weight,
    locale: graphLocale,
    currency,
  };
}

type Props = SlotProps<Input, CheckoutShipping_QueryQuery | undefined, Shipping>;

export function CheckoutShipping({ input, data, onOutput }: Props) {
  const t = useDeliveryMessages();
  const saved = data?.addressBook.addresses ?? [];
  const [picked, setPicked] = useState(kept.picked);
  const [method, setMethod] = useState(kept.method);
  useEffect(() => {
    Object.assign(kept, { picked, method });
  }, [picked, method]);
  const known = new Set(saved.map(({ id }) => id));
  // Until somebody picks, the default; when what was picked is gone, the default again.
  const chosenId = picked === 'new' || (picked && known.has(picked)) ? picked : (saved[0]?.id ?? 'new');
  const chosen = saved.find(({ id }) => id === chosenId);

  return (
    <div className={css.shipping}>
      {saved.length > 0 && (
        <RadioCards legend={t.deliverTo}>
          {saved.map((entry) => {
            const address = readFragment(Address_address, entry);
            return (
              <RadioCard
                key={entry.id}
                name="shipping-address"
                label={address.recipient}
                description={oneLine(address)}
                checked={entry.id === chosenId}
                onChange={() => setPicked(entry.id)}
              />
            );
          })}
          <RadioCard
            name="shipping-address"
            label={t.newAddress}
            checked={chosenId === 'new'}
            onChange={() => setPicked('new')}
          />
        </RadioCards>
      )}
      {chosen && input.errors.length > 0 && <Notice kind="warning">{t.addressRefused}</Notice>}
      {chosen ? (
        <SavedAddress
          key={chosen.id}
          entry={chosen}
          method={method}
          onMethod={setMethod}
          onOutput={onOutput}
        />
      ) : (
        <NewAddress
          weight={input.weight}
          refused={input.errors}
          method={method}
          onMethod={setMethod}
          onOutput={onOutput}
          onSaved={setPicked}
        />
      )}
    </div>
  );
}

interface SavedAddressProps {
  entry: CheckoutShipping_QueryQuery['addressBook']['addresses'][number];
  method: string | undefined;
  onMethod: (code: string) => void;
  onOutput: Props['onOutput'];
}

function SavedAddress({ entry, method, onMethod, onOutput }: SavedAddressProps) {
  const methods = entry.shippingMethods.map((each) => readFragment(ShippingMethods_method, each));
  const chosen = methods.find(({ code }) => code === method) ?? methods[0];
  const address = addressInput(draftOf(readFragment(Address_address, entry)));
  useOutput(chosen && { ...address, method: chosen.code }, onOutput);
  return <ShippingMethods methods={methods} chosen={chosen?.code} onChoose={onMethod} />;
}

export function CheckoutShippingLoading() {
  const t = useDeliveryMessages();
  return (
    <div className={css.shipping} aria-busy="true">
      <p className={css.legend}>{t.deliverTo}</p>
      <Skeleton height="4.5rem" />
      <Skeleton height="4.5rem" />
      <p className={css.legend}>{t.howToSend}</p>
      <Skeleton height="4.5rem" />
      <Skeleton height="4.5rem" />
    </div>
  );
}
