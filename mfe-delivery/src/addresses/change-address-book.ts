// The ways in which the address book changes. What is changed or removed shows at once; a new address once it is saved.
import { useAnnounce, useToast } from '@arcade/mfe-kit/feedback';
import { answerAtOnce } from '@arcade/mfe-kit/optimistic';
import type { Cache, DataFields } from '@urql/exchange-graphcache';
import { useMutation } from 'urql';
import type { Address_AddressFragment, AddressInput } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useDeliveryMessages } from '../messages/use-delivery-messages.ts';
import { draftOf } from './address-text.ts';
import { addressInput } from './check-address.ts';

graphql(`
  fragment ChangedBook_book on AddressBook {
    id
    max
    addresses {
      id
      ...Address_address
    }
  }
`);

const SaveAddress_Mutation = graphql(`
  mutation SaveAddress_Mutation($input: AddressInput!) {
    saveAddress(input: $input) {
      ...ChangedBook_book
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on AddressBookFull {
        max
      }
    }
  }
`);

const RemoveAddress_Mutation = graphql(`
  mutation RemoveAddress_Mutation($id: ID!) {
    removeAddress(id: $id) {
      ...ChangedBook_book
    }
  }
`);

answerAtOnce({
  saveAddress: ({ input }, cache) => {
    // The arguments of the mutation above.
    const { id: changed, makeDefault, ...fields } = input as AddressInput;
    if (!changed) return null;
    return bookWith(cache, (ids) => {
      const order = makeDefault ? [String(changed), ...ids.filter((id) => id !== changed)] : ids;
      return order.map((id) => ({ ...(id === changed && fields), id }));
    });
  },
  removeAddress: ({ id: removed }, cache) =>
    bookWith(cache, (ids) => ids.filter((id) => id !== removed).map((id) => ({ id }))),
});

function bookWith(cache: Cache, change: (ids: string[]) => { id: string }[]): DataFields | null {
  const book = cache.resolve('Query', 'addressBook');
  if (typeof book !== 'string') return null;
  const keys = cache.resolve(book, 'addresses') as string[];
  const addresses = change(keys.map((key) => String(cache.resolve(key, 'id'))));
  return {
    __typename: 'AddressBook',
    id: String(cache.resolve(book, 'id')),
    addresses: addresses.map((address, index) => ({
      __typename: 'Address',
      ...address,
      isDefault: index === 0,
    })),
  };
}

export type Saved = { ok: true } | { ok: false; fields: readonly { field: string; code: string }[] };

/** Each tells the visitor by itself how it went. */
export function useChangeAddressBook() {
  const t = useDeliveryMessages();
  const toast = useToast();
  const announce = useAnnounce();
  const [, runSave] = useMutation(SaveAddress_Mutation);
  const [, runRemove] = useMutation(RemoveAddress_Mutation);
  const refuse = (text: string): Saved => {
    toast({ kind: 'refused', text });
    return { ok: false, fields: [] };
  };

  const save = async (input: AddressInput, done: string): Promise<Saved> => {
    const answer = (await runSave({ input })).data?.saveAddress;
    switch (answer?.__typename) {
      case 'AddressBook':
        announce(done);
        return { ok: true };
      case 'InvalidInput':
        return { ok: false, fields: answer.fields };
      case 'AddressBookFull':
        return refuse(t.bookFull(answer.max));
      case 'UnknownAddress':
        return refuse(t.unknownAddress);
      case undefined:
        return refuse(t.wentWrong);
    }
  };

  return {
    save,
    makeDefault: (address: Address_AddressFragment) =>
      save(
        { id: address.id, makeDefault: true, ...addressInput(draftOf(address)) },
        t.madeDefault(address.recipient),
      ),
    async remove(address: Address_AddressFragment) {
      const bringBack = () =>
        save({ makeDefault: address.isDefault, ...addressInput(draftOf(address)) }, t.saved);
      const answer = (await runRemove({ id: address.id })).data?.removeAddress;
      if (answer?.__typename === 'AddressBook') {
        toast({ text: t.removed(address.recipient), action: { label: t.undo, run: bringBack } });
      } else {
        refuse(answer?.__typename === 'UnknownAddress' ? t.unknownAddress : t.wentWrong);
      }
    },
  };
}
