import { Badge, type Tone } from '@arcade/ui/badge';
import type { OrderState } from '../generated/graphql.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';

const tones: Record<OrderState, Tone> = {
  PLACED: 'caution',
  CONFIRMED: 'positive',
  DISPATCHED: 'accent',
  DELIVERED: 'positive',
  CANCELLED: 'plain',
  REJECTED: 'danger',
};

export function StateBadge({ state }: { state: OrderState }) {
  const t = useOrderMessages();
  return <Badge tone={tones[state]}>{t.state(state)}</Badge>;
}
