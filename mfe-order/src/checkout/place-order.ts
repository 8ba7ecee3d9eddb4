// "Place order" can be pressed twice, and an answer can be lost on the way: the key names the intended order, so that the
// server takes it once. It lives as long as the tab, and ends with an answer.
import { useNavigate } from '@arcade/mfe-kit/navigation';
import { useSession } from '@arcade/mfe-kit/session';
import { useRef, useState } from 'react';
import { useClient, useMutation } from 'urql';
import type { PlaceOrder_MutationMutation } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { countryOf, type ShippingChoice } from './draft.ts';
import type { CardToken } from './sandbox-card.ts';

const PlaceOrder_Mutation = graphql(`
  mutation PlaceOrder_Mutation($input: PlaceOrderInput!, $locale: Locale!, $currency: Currency!) {
    placeOrder(input: $input) {
      ... on Order {
        id
        state
      }
      ... on PriceChanged {
        cart {
          id
          ...CheckoutPage_cart
        }
        total {
          amount
          currency
        }
      }
      ... on OutOfStock {
        cart {
          id
          quantity
          ...CheckoutPage_cart
        }
        lines {
          sku
          name(locale: $locale)
          requested
          available
        }
      }
      ... on PaymentDeclined {
        reason
        cart {
          id
          quantity
          ...CheckoutPage_cart
        }
      }
      ... on PaymentUnavailable {
        cart {
          id
          quantity
          ...CheckoutPage_cart
        }
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);

const CartAfterOrder_Query = graphql(`
  query CartAfterOrder_Query($locale: Locale!, $currency: Currency!) {
    cart {
      id
      quantity
      ...CheckoutPage_cart
    }
  }
`);

type Answer = PlaceOrder_MutationMutation['placeOrder'];
/** What the visitor is told; `LostAnswer` when the connection broke and nobody knows. */
export type Refused = Exclude<Answer, { __typename: 'Order' }> | { __typename: 'LostAnswer' };

export interface CompleteDraft {
  email: string;
  shipping: ShippingChoice;
  card: CardToken;
  /** Minor units, shipping included, as shown to the visitor. */
  expectedTotal: number;
}

const keyName = 'arcade-order-key';

export function usePlaceOrder() {
  const { graphLocale: locale, currency } = useSession();
  const navigate = useNavigate();
  const client = useClient();
  const [, run] = useMutation(PlaceOrder_Mutation);
  const [refused, setRefused] = useState<Refused>();
  const [placing, setPlacing] = useState(false);
  const underWay = useRef(false);

  const place = async ({ email, shipping, card, expectedTotal }: CompleteDraft) => {
    if (underWay.current) return;
    underWay.current = true;
    setPlacing(true);
    setRefused(undefined);
    const idempotencyKey = sessionStorage.getItem(keyName) ?? crypto.randomUUID();
    sessionStorage.setItem(keyName, idempotencyKey);
    const { method, country, ...address } = shipping;
    const { data } = await run({
      locale,
      currency,
      input: {
        idempotencyKey,
        email,
        currency,
        expectedTotal,
        shipping: { method, country: countryOf(country), ...address },
        payment: { token: card.token },
      },
    });
    const answer = data?.placeOrder;
    if (answer) sessionStorage.removeItem(keyName);
    if (answer?.__typename === 'Order') {
      await client
        .query(CartAfterOrder_Query, { locale, currency }, { requestPolicy: 'network-only' })
        .toPromise();
      navigate(`/orders/${answer.id}?placed=1`, { replace: true });
      return;
    }
    setRefused(answer ?? { __typename: 'LostAnswer' });
    setPlacing(false);
    underWay.current = false;
  };

  return { place, placing, refused };
}
