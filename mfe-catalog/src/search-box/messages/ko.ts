import type { Translation } from '@arcade/mfe-kit/messages';
import type { en } from './en.ts';

export const ko: Translation<typeof en> = {
  search: '검색',
  searchLabel: '상품 검색',
  searchHint: '조명, 참나무, 공책…',
  suggestions: '추천 검색어',
  suggestionCount: (count) => (count === 0 ? '추천 검색어 없음' : `추천 검색어 ${count}개`),
  inCategory: '카테고리',
};
