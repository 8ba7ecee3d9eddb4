import { useMessages } from '@arcade/mfe-kit/messages';
import { en } from './en.ts';
import { ko } from './ko.ts';

export const useSearchBoxMessages = () => useMessages({ en, ko });
