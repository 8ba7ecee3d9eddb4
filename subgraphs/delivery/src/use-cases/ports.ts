/** What the use cases need from outside. The adapters in postgres/ and carrier/ implement it; main.ts joins them. */
import type { DeliveryEvents } from '../../events.ts';
import type { AddressBook, BookRefusal } from '../domain/address-book.ts';
import type { Delivery, Outcome } from '../domain/delivery.ts';

export interface Deliveries {
  /** False when the order has one already. */
  add(delivery: Delivery): Promise<boolean>;
  /** Holds the row until the transaction ends, so that decisions about one delivery follow one another. Undefined: no such. */
  update(
    key: { id: string } | { orderId: string },
    decide: (delivery: Delivery) => Outcome,
  ): Promise<Outcome | undefined>;
}

/** Those of the asked deliveries that are this customer's, by what was asked for, in one statement. */
export type FindDeliveries = (
  customerId: string,
  by: 'id' | 'orderId',
  values: readonly string[],
) => Promise<Map<string, Delivery>>;

export interface AddressBooks {
  of(visitorId: string): Promise<AddressBook>;
  /** Loads, decides and saves in one transaction; two changes of one book follow one another. */
  update(
    visitorId: string,
    decide: (book: AddressBook) => AddressBook | BookRefusal,
  ): Promise<AddressBook | BookRefusal>;
}

export interface Announcements {
  /** Takes the right to announce this state of a method; false when it was announced already. */
  claim(code: string, digest: string): Promise<boolean>;
}

/** The carrier's side: a parcel is announced once, under the delivery's id; what becomes of it comes back as reports. */
export type AnnounceParcel = (delivery: Delivery) => Promise<void>;

/** An event of ours with the data that its type promises. */
export type OwnEvent = {
  [Type in keyof DeliveryEvents]: { type: Type; subject: string; data: DeliveryEvents[Type] };
}[keyof DeliveryEvents];

/** Records events in the transaction in which they happened. */
export type Tell = (events: OwnEvent[]) => Promise<void>;
