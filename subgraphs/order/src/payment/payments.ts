/** Anti-corruption layer: the shop's payment port in the provider's words. Nothing else in order knows these words. */
import { setTimeout as pause } from 'node:timers/promises';
import type { DeclineReason } from '../domain/order.ts';
import type { ChargeOutcome, Payments } from '../domain/payment.ts';
import type { Provider, ProviderPayment } from './sandbox-provider.ts';

export interface Patience {
  /** How long one call may take. */
  timeoutMs: number;
  /** How often a call is made before it counts as unanswered. */
  attempts: number;
}

const declines: Record<string, DeclineReason> = {
  insufficient_funds: 'INSUFFICIENT_FUNDS',
  expired_card: 'EXPIRED_CARD',
};

export function payments(provider: Provider, patience: Patience, log: Log): Payments {
  return {
    async charge({ orderId, total, token }) {
      const request = { reference: orderId, ...total, source: token };
      try {
        return toOutcome(await patiently((signal) => provider.createPayment(request, signal)));
      } catch (error) {
        log.warn({ err: error, orderId }, 'the payment provider did not answer');
        return { outcome: 'unanswered' };
      }
    },
    async giveBack(orderId) {
      const { refundId } = await patiently((signal) => provider.cancelPayment(orderId, signal));
      return refundId === null ? {} : { refundId };
    },
  };

  async function patiently<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await call(AbortSignal.timeout(patience.timeoutMs));
      } catch (error) {
        if (attempt >= patience.attempts) throw error;
        await pause(100 * 2 ** attempt * (0.5 + Math.random() / 2));
      }
    }
  }
}

interface Log {
  warn(facts: object, message: string): void;
}

function toOutcome(payment: ProviderPayment): ChargeOutcome {
  switch (payment.status) {
    case 'succeeded':
      return { outcome: 'charged', chargeId: payment.chargeId };
    case 'failed':
    // A charge that comes after the money was given back: the order has ended, and the answer is not used any more.
    case 'refunded':
    case 'cancelled':
      return { outcome: 'declined', reason: declines[payment.failure ?? ''] ?? 'DECLINED' };
  }
}
