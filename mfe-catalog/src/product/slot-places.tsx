import type { ReactNode } from 'react';
import css from './slot-places.module.css';

/** Rooms of other teams. They are as high as what usually fills them, so that nothing moves when it arrives late. */
export function PurchasePlace({ children }: { readonly children: ReactNode }) {
  return <div className={css.purchase}>{children}</div>;
}

export function DeliveryPlace({ children }: { readonly children: ReactNode }) {
  return <div className={css.delivery}>{children}</div>;
}
