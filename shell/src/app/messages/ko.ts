import type { Translation } from '@arcade/mfe-kit/messages';
import type { en } from './en.ts';

export const ko: Translation<typeof en> = {
  slotFailed: '이 부분을 지금은 보여 드릴 수 없습니다.',
  retry: '다시 시도',
  pageFailed: '이 페이지를 보여 드릴 수 없습니다',
  pageFailedText: '저희 쪽에서 문제가 생겼습니다. 다른 곳은 열려 있습니다.',
  notFound: '이 주소에는 아무것도 없습니다',
  notFoundText: '옮겨졌거나 처음부터 없던 곳입니다. 아케이드는 열려 있습니다.',
  toHome: '입구로',
  skip: '본문으로 건너뛰기',
};
