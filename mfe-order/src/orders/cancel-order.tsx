import { useToast } from '@arcade/mfe-kit/feedback';
import { answerAtOnce } from '@arcade/mfe-kit/optimistic';
import { Button } from '@arcade/ui/button';
import { Dialog } from '@arcade/ui/dialog';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../generated/index.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './orders.module.css';

const CancelOrder_Mutation = graphql(`
  mutation CancelOrder_Mutation($id: ID!) {
    cancelOrder(id: $id) {
      ... on Order {
        id
        ...OrderProgress_order
      }
      ... on OrderNotCancellable {
        order {
          id
          ...OrderProgress_order
        }
      }
    }
  }
`);

answerAtOnce({
  cancelOrder: ({ id }) => ({ __typename: 'Order', id: String(id), state: 'CANCELLED', cancellable: false }),
});

/** Asks once more, then cancels; the server has the last word while the parcel may be leaving. */
export function CancelOrder({ id }: { id: string }) {
  const t = useOrderMessages();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [, run] = useMutation(CancelOrder_Mutation);

  const cancel = async () => {
    setAsking(false);
    const { data } = await run({ id });
    switch (data?.cancelOrder.__typename) {
      case 'Order':
        return toast({ text: t.cancelled });
      case 'OrderNotCancellable':
        return toast({ kind: 'refused', text: t.notCancellable });
      default:
        return toast({ kind: 'refused', text: t.wentWrong });
    }
  };

  return (
    <>
      <Button onClick={() => setAsking(true)}>{t.cancelOrder}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t.cancelQuestion} closeLabel={t.cancelNo}>
        <p>{t.cancelText}</p>
        <div className={css.answers}>
          <Button variant="primary" onClick={() => void cancel()}>
            {t.cancelYes}
          </Button>
          <Button onClick={() => setAsking(false)}>{t.cancelNo}</Button>
        </div>
      </Dialog>
    </>
  );
}
