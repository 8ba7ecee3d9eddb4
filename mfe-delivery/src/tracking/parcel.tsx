import { formatDay, formatMoment } from '@arcade/mfe-kit/dates';
import { useSession } from '@arcade/mfe-kit/session';
import { Timeline, type TimelineStep } from '@arcade/ui/timeline';
import type { DeliveryState, Parcel_DeliveryFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useDeliveryMessages } from '../messages/use-delivery-messages.ts';
import css from './parcel.module.css';

export const Parcel_delivery = graphql(`
  fragment Parcel_delivery on Delivery {
    id
    state
    promised
    carrier
    trackingNumber
    history {
      state
      at
      place(locale: $locale)
    }
  }
`);

const journey: readonly DeliveryState[] = [
  'SCHEDULED',
  'DISPATCHED',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
];

/** Nothing more is going to be reported. */
export const isFinal = (state: DeliveryState): boolean => !journey.includes(state) || state === 'DELIVERED';

/** Where a parcel is, in a sentence that screen readers hear when it changes, and where it was. */
export function Parcel({ delivery }: { delivery: Parcel_DeliveryFragment }) {
  const { locale } = useSession();
  const t = useDeliveryMessages();
  const { state, promised, carrier, trackingNumber } = delivery;
  return (
    <div className={css.parcel}>
      <div aria-live="polite" className={css.now}>
        <p className={css.state}>{t.state(state)}</p>
        {!isFinal(state) && <p className={css.soft}>{t.expected(formatDay(promised, locale))}</p>}
      </div>
      <Timeline
        label={t.parcel}
        stateLabels={{
          done: t.stepDone,
          current: t.stepCurrent,
          upcoming: t.stepUpcoming,
          failed: t.stepFailed,
        }}
        steps={useSteps(delivery)}
      />
      {carrier && trackingNumber && (
        <dl className={css.facts}>
          <div>
            <dt>{t.carrier}</dt>
            <dd>{carrier}</dd>
          </div>
          <div>
            <dt>{t.trackingNumber}</dt>
            <dd className={css.number}>{trackingNumber}</dd>
          </div>
        </dl>
      )}
    </div>
  );
}

function useSteps({ state: now, history }: Parcel_DeliveryFragment): TimelineStep[] {
  const { locale } = useSession();
  const t = useDeliveryMessages();
  const past = history.map(({ state, at, place }, index): TimelineStep => {
    const last = index === history.length - 1;
    const ended = !journey.includes(state);
    return {
      key: state,
      label: t.state(state),
      detail: t.momentAt(formatMoment(at, locale), place ?? null),
      state: ended ? 'failed' : last && !isFinal(now) ? 'current' : 'done',
    };
  });
  if (isFinal(now)) return past;
  const ahead = journey.slice(journey.indexOf(now) + 1);
  return [
    ...past,
    ...ahead.map((state): TimelineStep => ({ key: state, label: t.state(state), state: 'upcoming' })),
  ];
}
