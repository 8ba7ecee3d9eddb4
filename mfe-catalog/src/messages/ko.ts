import type { Translation } from '@arcade/mfe-kit/messages';
import type { SearchSort } from '../generated/graphql.ts';
import type { en } from './en.ts';

const sorts: Record<SearchSort, string> = {
  RELEVANCE: '정확도순',
  POPULAR: '인기순',
  NEWEST: '최신순',
  PRICE_ASC: '낮은 가격순',
  PRICE_DESC: '높은 가격순',
};

export const ko: Translation<typeof en> = {
  home: '홈',
  homeTitle: '오래 곁에 둘 물건',
  homeDescription:
    '살고, 일하고, 노는 데 필요한 잘 만든 물건을 한 지붕 아래 모은 아케이드. 가구와 조명, 그릇, 종이, 소리까지.',
  seeIt: '자세히 보기',
  categories: '한 지붕 아래',
  newest: '새로 들어온 물건',
  popular: '많이 사랑받는 물건',
  seeAllNewest: '신상품 모두 보기',
  seeAllPopular: '인기 상품 모두 보기',
  products: (count) => `상품 ${count.toLocaleString('ko-KR')}개`,

  searchTitle: (query) => `‘${query}’ 검색 결과`,
  allProducts: '아케이드의 모든 물건',
  searchDescription: (query) => `아케이드에서 찾은 ‘${query}’ 상품.`,
  allDescription: '카테고리, 가격, 색상, 소재로 골라 보는 아케이드의 모든 상품.',
  corrected: (asked, found) => `‘${asked}’에 맞는 상품이 없어 ‘${found}’ 검색 결과를 보여 드립니다.`,
  nothingFound: '찾으시는 상품이 없습니다',
  nothingFoundText: '검색어를 줄이거나 바꿔 보세요. 필터를 지우면 더 많은 상품을 볼 수 있습니다.',
  nothingInFilter: '조건에 모두 맞는 상품이 없습니다',
  lookAround: '전체 상품 보기',

  filters: '필터',
  category: '카테고리',
  price: '가격',
  colour: '색상',
  material: '소재',
  availability: '재고',
  anyPrice: '모든 가격',
  apply: '적용',
  chosen: (facet, count) => (count === 0 ? facet : `${facet}, ${count}개 선택됨`),
  remove: (filter) => `${filter} 필터 해제`,
  clear: '필터 모두 해제',
  sort: '정렬',
  sortName: (sort) => sorts[sort],
  shown: (from, to, total) => (from === 1 ? `${total}개 중 ${to}개` : `${total}개 중 ${from}–${to}번째`),
  showMore: '더 보기',
  fromTheStart: '처음부터 보기',

  from: (price) => `${price}부터`,
  inStock: '재고 있음',
  lowStock: '품절 임박',
  onlyLeft: (count) => `${count}개 남음`,
  soldOut: '품절',
  breadcrumb: '현재 위치',
  size: '크기',
  pictures: '상품 사진',
  picture: (index, count) => `사진 ${count}장 중 ${index}번째`,
  details: '상세 정보',
  about: (name) => `${name} 이야기`,
  related: '함께 보면 좋은 물건',
  loading: '불러오는 중',
};
