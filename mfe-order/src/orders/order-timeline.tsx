import { formatMoment } from '@arcade/mfe-kit/dates';
import { useSession } from '@arcade/mfe-kit/session';
import { type StepState, Timeline } from '@arcade/ui/timeline';
import type { OrderMomentKind, OrderProgress_OrderFragment } from '../generated/graphql.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';

/** What an order goes through when nothing comes in between. */
const usualCourse: readonly OrderMomentKind[] = [
  'PLACED',
  'STOCK_ALLOCATED',
  'CONFIRMED',
  'DISPATCHED',
  'DELIVERED',
];

/** What happened, and, as long as the order moves, what comes next. */
export function OrderTimeline({ progress }: { progress: OrderProgress_OrderFragment }) {
  const { locale } = useSession();
  const t = useOrderMessages();
  const ended = progress.state === 'CANCELLED' || progress.state === 'REJECTED';
  const happened = new Set(progress.history.map(({ kind }) => kind));
  const ahead = ended ? [] : usualCourse.filter((kind) => !happened.has(kind));
  return (
    <Timeline
      label={t.progress}
      stateLabels={{
        done: t.stepDone,
        current: t.stepCurrent,
        upcoming: t.stepUpcoming,
        failed: t.stepFailed,
      }}
      steps={[
        ...progress.history.map(({ kind, at }) => ({
          key: kind,
          label: t.moment(kind),
          detail: formatMoment(at, locale),
          state: stateOf(kind),
        })),
        ...ahead.map((kind, index) => ({
          key: kind,
          label: t.moment(kind),
          state: index === 0 ? ('current' as const) : ('upcoming' as const),
        })),
      ]}
    />
  );
}

const stateOf = (kind: OrderMomentKind): StepState =>
  kind === 'REJECTED' || kind === 'CANCELLED' ? 'failed' : 'done';
