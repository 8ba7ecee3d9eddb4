/** A visitor's address book: read and written as one, so that there is always exactly one default and never too many. */
import { type Country, isZone, normalizePostcode, zoneOf } from './postcode.ts';

export const maxAddresses = 20;

export interface Address {
  id: string;
  recipient: string;
  phone?: string;
  country: Country;
  postcode: string;
  region?: string;
  city: string;
  line1: string;
  line2?: string;
}

/** The default comes first. */
export type AddressBook = readonly Address[];

/** As typed; empty and blank mean absent. */
export interface TypedAddress {
  recipient: string;
  phone?: string | null | undefined;
  country: Country;
  postcode: string;
  region?: string | null | undefined;
  city: string;
  line1: string;
  line2?: string | null | undefined;
}

export type FieldCode = 'REQUIRED' | 'TOO_LONG' | 'MALFORMED' | 'UNKNOWN';
export interface FieldError {
  field: string;
  code: FieldCode;
}

export type BookRefusal =
  | { refused: 'INVALID_INPUT'; fields: FieldError[] }
  | { refused: 'UNKNOWN_ADDRESS' }
  | { refused: 'BOOK_FULL' };

export interface SaveAddress {
  /** Absent: a new address, whose id is `newId`. */
  id?: string | null | undefined;
  newId: string;
  makeDefault: boolean;
  address: TypedAddress;
}

/** Adds or changes an address. The first one is the default; another becomes it when asked. */
export function save(
  book: AddressBook,
  { id, newId, makeDefault, address }: SaveAddress,
): AddressBook | BookRefusal {
  const checked = check(address);
  if ('refused' in checked) return checked;
  if (id == null) {
    if (book.length >= maxAddresses) return { refused: 'BOOK_FULL' };
    const added = { id: newId, ...checked };
    return makeDefault ? [added, ...book] : [...book, added];
  }
  if (!book.some((known) => known.id === id)) return { refused: 'UNKNOWN_ADDRESS' };
  const changed = { id, ...checked };
  return makeDefault
    ? [changed, ...book.filter((known) => known.id !== id)]
    : book.map((known) => (known.id === id ? changed : known));
}

/** Removes an address; when it was the default, the next one becomes it. */
export function remove(book: AddressBook, id: string): AddressBook | BookRefusal {
  const rest = book.filter((known) => known.id !== id);
  return rest.length === book.length ? { refused: 'UNKNOWN_ADDRESS' } : rest;
}

const lengths = { recipient: 80, phone: 24, region: 60, city: 60, line1: 120, line2: 120 } as const;
const phoneShape = /^\+?[\d\s().-]{7,24}$/;
/** USPS Publication 28, appendix B, without the places to which we do not deliver. */
const states = new Set(
  `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN
  TX UT VT VA WA WV WI WY`.split(/\s+/),
);

function check(typed: TypedAddress): Omit<Address, 'id'> | BookRefusal {
  const fields: FieldError[] = [];
  const text = (field: keyof typeof lengths, required: boolean): string => {
    const value = typed[field]?.trim() ?? '';
    if (required && value === '') fields.push({ field, code: 'REQUIRED' });
    if (value.length > lengths[field]) fields.push({ field, code: 'TOO_LONG' });
    return value;
  };
  const recipient = text('recipient', true);
  const phone = text('phone', false);
  const region = text('region', typed.country === 'US');
  const city = text('city', true);
  const line1 = text('line1', true);
  const line2 = text('line2', false);
  if (phone !== '' && !phoneShape.test(phone)) fields.push({ field: 'phone', code: 'MALFORMED' });
  if (typed.country === 'US' && region !== '' && !states.has(region))
    fields.push({ field: 'region', code: 'UNKNOWN' });
  const postcode = normalizePostcode(typed.country, typed.postcode);
  if (typed.postcode.trim() === '') fields.push({ field: 'postcode', code: 'REQUIRED' });
  else if (postcode === undefined) fields.push({ field: 'postcode', code: 'MALFORMED' });
  else if (!isZone(zoneOf(typed.country, postcode))) fields.push({ field: 'postcode', code: 'UNKNOWN' });
  if (fields.length > 0 || postcode === undefined) return { refused: 'INVALID_INPUT', fields };
  return {
    recipient,
    ...(phone && { phone }),
    country: typed.country,
    postcode,
    ...(region && { region }),
    city,
    line1,
    ...(line2 && { line2 }),
  };
}
