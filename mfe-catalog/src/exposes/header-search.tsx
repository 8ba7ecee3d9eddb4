import { defineSlot } from '@arcade/mfe-kit/contract';
import { SearchBox } from '../search-box/search-box.tsx';

export default defineSlot<Record<string, never>>({ Slot: SearchBox });
