import type { PageContext, PageProps } from '@arcade/mfe-kit/contract';
import { PageHead } from '@arcade/mfe-kit/head';
import { Link } from '@arcade/mfe-kit/navigation';
import { EmptyState } from '@arcade/ui/empty-state';
import { Page } from '@arcade/ui/page';
import { useEffect, useState } from 'react';
import { CartSummary_cart } from '../cart/cart-summary.ts';
import type { CheckoutPage_QueryQuery } from '../generated/graphql.ts';
import { graphql, readFragment } from '../generated/index.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './checkout-page.module.css';
import { CheckoutStep } from './checkout-step.tsx';
import { ContactStep } from './contact-step.tsx';
import { type Draft, emptyDraft, type FieldErrors, type Step, stepOf, steps } from './draft.ts';
import { PaymentStep } from './payment-step.tsx';
import { usePlaceOrder } from './place-order.ts';
import { Refusal } from './refusal.tsx';
import { ReviewStep } from './review-step.tsx';
import { ShippingStep } from './shipping-step.tsx';

const CheckoutPage_cart = graphql(`
  fragment CheckoutPage_cart on Cart {
    id
    weight
    ...CartSummary_cart
  }
`);

export const CheckoutPage_Query = graphql(`
  query CheckoutPage_Query($locale: Locale!, $currency: Currency!) {
    cart {
      id
      ...CheckoutPage_cart
    }
  }
`);

export const checkoutVariables = ({ graphLocale, currency }: PageContext) => ({
  locale: graphLocale,
  currency,
});

/** Contact, shipping, payment, review: one page, so that nothing entered is lost on the way back. */
export function CheckoutPage({ data }: PageProps<CheckoutPage_QueryQuery>) {
  const { weight, ...rest } = readFragment(CheckoutPage_cart, data.cart);
  const cart = readFragment(CartSummary_cart, rest);
  const t = useOrderMessages();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [step, setStep] = useState<Step>('contact');
  const { place, placing, refused } = usePlaceOrder();
  const errors: FieldErrors =
    refused?.__typename === 'InvalidInput'
      ? Object.fromEntries(refused.fields.map(({ field, code }) => [field, code]))
      : {};

  // A refusal leads back to where it can be mended.
  useEffect(() => {
    if (refused?.__typename === 'PaymentDeclined') {
      setDraft((before) => ({ ...before, card: undefined }));
      setStep('payment');
    }
    if (refused?.__typename === 'InvalidInput') setStep(stepOf(refused.fields[0]?.field ?? ''));
  }, [refused]);

  const done = (change: Partial<Draft>, next: Step) => {
    setDraft((before) => ({ ...before, ...change }));
    setStep(next);
  };

  if (cart.lines.length === 0 && !placing) {
    return (
      <Page width="narrow" className={css.page}>
        <PageHead title={t.checkoutTitle} description={t.checkoutTitle} noindex />
        <h1>{t.checkoutTitle}</h1>
        <EmptyState
          title={t.cartEmpty}
          text={t.cartEmptyText}
          action={<Link to="/">{t.keepBrowsing}</Link>}
        />
      </Page>
    );
  }

  const frame = (name: Step) => ({
    step: name,
    current: step,
    reached: steps.indexOf(name) <= furthest(draft),
    onOpen: () => setStep(name),
  });

  return (
    <Page width="narrow" className={css.page}>
      <PageHead title={t.checkoutTitle} description={t.checkoutTitle} noindex />
      <h1>{t.checkoutTitle}</h1>
      {refused && <Refusal refused={refused} />}
      <ol className={css.steps}>
        <CheckoutStep {...frame('contact')} title={t.stepContact} summary={draft.email}>
          <ContactStep
            email={draft.email}
            error={errors.email}
            onDone={(email) => done({ email }, 'shipping')}
          />
        </CheckoutStep>
        <CheckoutStep {...frame('shipping')} title={t.stepShipping} summary={shippingLine(draft)}>
          <ShippingStep
            weight={weight}
            chosen={draft.shipping}
            errors={errors}
            onDone={(shipping) => done({ shipping }, 'payment')}
          />
        </CheckoutStep>
        <CheckoutStep
          {...frame('payment')}
          title={t.stepPayment}
          summary={draft.card && t.cardEnding(draft.card.last4)}
        >
          <PaymentStep onDone={(card) => done({ card }, 'review')} />
        </CheckoutStep>
        <CheckoutStep {...frame('review')} title={t.stepReview}>
          {draft.shipping && draft.card && (
            <ReviewStep
              cart={cart}
              shipping={draft.shipping}
              placing={placing}
              onPlace={(expectedTotal) => {
                if (draft.shipping && draft.card) {
                  void place({
                    email: draft.email,
                    shipping: draft.shipping,
                    card: draft.card,
                    expectedTotal,
                  });
                }
              }}
            />
          )}
        </CheckoutStep>
      </ol>
    </Page>
  );
}

/** Index of the last step that can be opened with what has been entered. */
function furthest(draft: Draft): number {
  if (!draft.email) return 0;
  if (!draft.shipping) return 1;
  return draft.card ? 3 : 2;
}

function shippingLine({ shipping }: Draft): string | undefined {
  return shipping && [shipping.recipient, shipping.line1, shipping.city, shipping.postcode].join(', ');
}
