import { defineSlot } from '@arcade/mfe-kit/contract';
import { HeaderCart, HeaderCart_Query } from '../header-cart/header-cart.tsx';

export default defineSlot({ query: HeaderCart_Query, variables: () => ({}), Slot: HeaderCart });
