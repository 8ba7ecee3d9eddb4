import { useAnnounce, useToast } from '@arcade/mfe-kit/feedback';
import { usePreferences, useSession } from '@arcade/mfe-kit/session';
import { Button } from '@arcade/ui/button';
import { Notice } from '@arcade/ui/notice';
import { Skeleton } from '@arcade/ui/skeleton';
import { useEffect } from 'react';
import { useMutation, useQuery } from 'urql';
import { AddressFields } from '../addresses/address-fields.tsx';
import { emptyDraft } from '../addresses/check-address.ts';
import { useAddressDraft } from '../addresses/use-address-draft.ts';
import { graphql, readFragment } from '../generated/index.ts';
import { useDeliveryMessages } from '../messages/use-delivery-messages.ts';
import {
  destinationPreference,
  isPostcode,
  likelyCountry,
  parseDestination,
} from '../promise/destination.ts';
import css from './checkout-shipping.module.css';
import { kept } from './kept-choice.ts';
import { ShippingMethods, ShippingMethods_method } from './shipping-methods.tsx';
import { type Shipping, useOutput } from './use-output.ts';

const NewAddress_Query = graphql(`
  query NewAddress_Query(
    $country: Country!
    $postcode: String
    $weight: Int!
    $locale: Locale!
    $currency: Currency!
  ) {
    shippingMethods(country: $country, postcode: $postcode, weight: $weight) {
      ...ShippingMethods_method
    }
  }
`);

// Asks for all that this slot shows of an address, so that the saved one is complete at once.
const KeepAddress_Mutation = graphql(`
  mutation KeepAddress_Mutation($input: AddressInput!, $weight: Int!, $locale: Locale!, $currency: Currency!) {
    saveAddress(input: $input) {
      ... on AddressBook {
        id
        max
        addresses {
          id
          shippingMethods(weight: $weight) {
            ...ShippingMethods_method
          }
          ...Address_address
        }
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on AddressBookFull {
        max
      }
    }
  }
`);

interface NewAddressProps {
  weight: number;
  /** What the order service said about the address. */
  refused: readonly { field: string; code: string }[];
  method: string | undefined;
  onMethod: (code: string) => void;
  onOutput: (shipping: Shipping | undefined) => void;
  onSaved: (id: string) => void;
}

export function NewAddress({ weight, refused, method, onMethod, onOutput, onSaved }: NewAddressProps) {
  const { currency, graphLocale: locale } = useSession();
  const t = useDeliveryMessages();
  const remembered = parseDestination(usePreferences()[destinationPreference]);
  const typed = useAddressDraft(
    kept.draft ?? emptyDraft(remembered?.country ?? likelyCountry(currency), remembered?.postcode),
  );
  const { refuse, draft, complete } = typed;
  useEffect(() => {
    kept.draft = draft;
  }, [draft]);
  const refusedText = JSON.stringify(refused);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each answer of the server
  useEffect(() => refuse(JSON.parse(refusedText)), [refusedText]);

  const postcodeKnown = isPostcode(draft.country, draft.postcode);
  const postcode = postcodeKnown ? draft.postcode.trim() : null;
  const [{ data, error }, ask] = useQuery({
    query: NewAddress_Query,
    variables: { country: draft.country, postcode, weight, locale, currency },
  });
  const methods = data?.shippingMethods.map((each) => readFragment(ShippingMethods_method, each));
  const chosen = methods?.find(({ code }) => code === method) ?? methods?.[0];
  useOutput(complete && chosen && { ...complete, method: chosen.code }, onOutput);

  return (
    <>
      <AddressFields typed={typed} />
      <KeepAddress typed={typed} weight={weight} onSaved={onSaved} />
      {methods ? (
        <ShippingMethods methods={methods} chosen={chosen?.code} onChoose={onMethod} />
      ) : error ? (
        <Notice kind="error" role="alert">
          {t.methodsAway}{' '}
          <Button variant="quiet" onClick={() => ask({ requestPolicy: 'network-only' })}>
            {t.retry}
          </Button>
        </Notice>
      ) : (
        <Skeleton height="9.5rem" />
      )}
      {methods && !postcodeKnown && <p className={css.hint}>{t.chooseAddressFirst}</p>}
    </>
  );
}

interface KeepAddressProps {
  typed: ReturnType<typeof useAddressDraft>;
  weight: number;
  onSaved: (id: string) => void;
}

function KeepAddress({ typed, weight, onSaved }: KeepAddressProps) {
  const { currency, graphLocale: locale } = useSession();
  const t = useDeliveryMessages();
  const toast = useToast();
  const announce = useAnnounce();
  const [{ fetching }, keep] = useMutation(KeepAddress_Mutation);

  const press = async () => {
    typed.send();
    if (!typed.complete) return;
    const input = { ...typed.complete, makeDefault: false };
    const answer = (await keep({ input, weight, locale, currency })).data?.saveAddress;
    switch (answer?.__typename) {
      case 'AddressBook': {
        announce(t.saved);
        // A new address is put at the end.
        const added = answer.addresses.at(-1);
        delete kept.draft;
        if (added) onSaved(added.id);
        return;
      }
      case 'InvalidInput':
        return typed.refuse(answer.fields);
      case 'AddressBookFull':
        return toast({ kind: 'refused', text: t.bookFull(answer.max) });
      default:
        return toast({ kind: 'refused', text: t.wentWrong });
    }
  };

  return (
    <div>
      <Button onClick={press} busy={fetching}>
        {t.saveToBook}
      </Button>
    </div>
  );
}
