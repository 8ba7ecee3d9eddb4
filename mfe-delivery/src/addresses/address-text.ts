import type { Address_AddressFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { type AddressDraft, emptyDraft } from './check-address.ts';

export const Address_address = graphql(`
  fragment Address_address on Address {
    id
    isDefault
    recipient
    phone
    country
    postcode
    region
    city
    line1
    line2
  }
`);

/** In one line, as the country writes it. */
export function oneLine({ country, postcode, region, city, line1, line2 }: Address_AddressFragment): string {
  const street = [line1, line2].filter(Boolean).join(', ');
  return country === 'KR'
    ? `(${postcode}) ${city} ${street}`
    : `${street}, ${city}, ${[region, postcode].filter(Boolean).join(' ')}`;
}

export function draftOf(address: Address_AddressFragment): AddressDraft {
  const { recipient, country, postcode, city, line1 } = address;
  return {
    ...emptyDraft(country, postcode),
    recipient,
    city,
    line1,
    phone: address.phone ?? '',
    region: address.region ?? '',
    line2: address.line2 ?? '',
  };
}
