import { definePage } from '@arcade/mfe-kit/contract';
import {
  AddressBookLoading,
  AddressBookPage,
  AddressBookPage_Query,
} from '../addresses/address-book-page.tsx';

export default definePage({
  query: AddressBookPage_Query,
  variables: () => ({}),
  Page: AddressBookPage,
  Loading: AddressBookLoading,
});
