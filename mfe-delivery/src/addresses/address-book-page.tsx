import type { PageProps } from '@arcade/mfe-kit/contract';
import { PageHead } from '@arcade/mfe-kit/head';
import { useSession } from '@arcade/mfe-kit/session';
import { Badge } from '@arcade/ui/badge';
import { Button } from '@arcade/ui/button';
import { Card } from '@arcade/ui/card';
import { EmptyState } from '@arcade/ui/empty-state';
import { Notice } from '@arcade/ui/notice';
import { Page } from '@arcade/ui/page';
import { Skeleton } from '@arcade/ui/skeleton';
import { useRef, useState } from 'react';
import type { Address_AddressFragment, AddressBookPage_QueryQuery } from '../generated/graphql.ts';
import { graphql, readFragment } from '../generated/index.ts';
import { useDeliveryMessages } from '../messages/use-delivery-messages.ts';
import { likelyCountry, useDestination } from '../promise/destination.ts';
import css from './address-book-page.module.css';
import { AddressForm } from './address-form.tsx';
import { Address_address, draftOf, oneLine } from './address-text.ts';
import { useChangeAddressBook } from './change-address-book.ts';
import { emptyDraft } from './check-address.ts';

export const AddressBookPage_Query = graphql(`
  query AddressBookPage_Query {
    addressBook {
      id
      max
      addresses {
        id
        ...Address_address
      }
    }
  }
`);

export function AddressBookPage({ data }: PageProps<AddressBookPage_QueryQuery>) {
  const { currency } = useSession();
  const t = useDeliveryMessages();
  const [destination] = useDestination();
  /** The id of the address that is being changed, or 'new'. */
  const [open, setOpen] = useState<string>();
  const add = useRef<HTMLButtonElement>(null);
  const { addresses: masked, max } = data.addressBook;
  const addresses = masked.map((address) => readFragment(Address_address, address));
  const full = addresses.length >= max;
  const close = () => {
    setOpen(undefined);
    // The form takes the focus with it when it goes.
    requestAnimationFrame(() => add.current?.focus());
  };

  const addButton = (
    <Button ref={add} variant="primary" onClick={() => setOpen('new')} disabled={full}>
      {t.addAddress}
    </Button>
  );
  return (
    <Page width="narrow">
      <PageHead title={t.addressBook} description={t.addressBookText} noindex />
      <header className={css.head}>
        <h1>{t.addressBook}</h1>
        {addresses.length > 0 && <p className={css.soft}>{t.addressBookText}</p>}
      </header>
      {full && <Notice>{t.bookFull(max)}</Notice>}
      {addresses.length > 0 && (
        <ul className={css.list}>
          {addresses.map((address) => (
            <li key={address.id}>
              {open === address.id ? (
                <AddressForm
                  title={t.editAddress}
                  id={address.id}
                  initial={draftOf(address)}
                  isDefault={address.isDefault}
                  onClose={close}
                />
              ) : (
                <AddressCard address={address} onEdit={() => setOpen(address.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {open === 'new' && (
        <AddressForm
          title={t.addAddress}
          initial={emptyDraft(destination?.country ?? likelyCountry(currency), destination?.postcode)}
          isDefault={addresses.length === 0}
          onClose={close}
        />
      )}
      {open !== 'new' &&
        (addresses.length === 0 ? (
          <EmptyState title={t.noAddresses} text={t.noAddressesText} action={addButton} />
        ) : (
          <div>{addButton}</div>
        ))}
    </Page>
  );
}

function AddressCard({ address, onEdit }: { address: Address_AddressFragment; onEdit: () => void }) {
  const t = useDeliveryMessages();
  const { makeDefault, remove } = useChangeAddressBook();
  const { recipient, phone, isDefault } = address;
  return (
    <Card as="article" aria-label={recipient} className={css.card}>
      <div className={css.address}>
        <p className={css.name}>
          {recipient} {isDefault && <Badge tone="accent">{t.isDefault}</Badge>}
        </p>
        <address className={css.lines}>
          {oneLine(address)}
          {phone && <span>{phone}</span>}
        </address>
      </div>
      <div className={css.buttons}>
        <Button variant="quiet" onClick={onEdit} aria-label={t.editNamed(recipient)}>
          {t.edit}
        </Button>
        {!isDefault && (
          <Button
            variant="quiet"
            onClick={() => makeDefault(address)}
            aria-label={t.makeDefaultNamed(recipient)}
          >
            {t.makeDefault}
          </Button>
        )}
        <Button variant="quiet" onClick={() => remove(address)} aria-label={t.removeNamed(recipient)}>
          {t.remove}
        </Button>
      </div>
    </Card>
  );
}

export function AddressBookLoading() {
  const t = useDeliveryMessages();
  return (
    <Page width="narrow">
      <header className={css.head}>
        <h1>{t.addressBook}</h1>
        <Skeleton width="20rem" />
      </header>
      <ul className={css.list} aria-busy="true">
        {[1, 2].map((n) => (
          <li key={n}>
            <Skeleton height="8.5rem" />
          </li>
        ))}
      </ul>
    </Page>
  );
}
