/** The shop names its series after places and hours of the arcade. */
import type { Text } from '../domain/product.ts';
import { text } from './range.ts';

export interface Series {
  readonly name: Text;
  /** Opens the second part of a SKU. */
  readonly code: string;
  readonly line: Text;
}

const of = (en: string, ko: string, code: string, lineEn: string, lineKo: string): Series => ({
  name: { en, ko },
  code,
  line: text(lineEn, lineKo),
});

export const series = [
  of(
    'Skylight',
    '천창',
    'SKY',
    'Skylight is the series for things that look best from above, at noon.',
    '천창은 한낮에 위에서 볼 때 가장 좋은 물건을 모은 연작입니다.',
  ),
  of(
    'Keystone',
    '쐐기돌',
    'KEY',
    'Keystone gathers what a room would miss first.',
    '쐐기돌은 없으면 맨 먼저 티가 나는 물건을 모은 연작입니다.',
  ),
  of(
    'Lamplighter',
    '점등인',
    'LMP',
    'Lamplighter is for the hour when the gallery lamps come on.',
    '점등인은 회랑에 불이 들어오는 시간을 위한 연작입니다.',
  ),
  of(
    'North Gate',
    '북문',
    'NOR',
    'The North Gate series takes its manners from the draughty end of the building.',
    '북문은 바람 드는 쪽 입구처럼 꾸밈없는 물건을 모은 연작입니다.',
  ),
  of(
    'Carousel',
    '회전목마',
    'CAR',
    'Carousel pieces are named for the place where everybody agrees to meet.',
    '회전목마는 다들 만나자고 하는 그 자리에서 이름을 땄습니다.',
  ),
  of(
    'Corner',
    '모퉁이',
    'COR',
    'Corner things are drawn to be seen from two sides at once.',
    '모퉁이 연작은 두 쪽에서 한꺼번에 보이는 물건들입니다.',
  ),
  of(
    'Mezzanine',
    '중이층',
    'MEZ',
    'Mezzanine was drawn on the half-floor, where the ceiling keeps one modest.',
    '중이층은 천장이 낮은 반 층짜리 방에서 그린 연작입니다. 그래서 겸손합니다.',
  ),
  of(
    'Balcony',
    '난간',
    'BAL',
    'Balcony pieces are meant to be carried outside and forgotten there till dusk.',
    '난간은 밖에 내놓았다가 해 질 녘에야 들이는 물건을 모은 연작입니다.',
  ),
  of('Cloister', '안뜰', 'CLO', 'Cloister is the quiet series.', '안뜰은 조용한 물건들의 연작입니다.'),
  of(
    'Threshold',
    '문턱',
    'THR',
    'Threshold is where a visit begins, so these are the first things we show.',
    '문턱은 방문이 시작되는 곳이라 저희가 가장 먼저 보여 드리는 연작입니다.',
  ),
  of(
    'Rain Day',
    '비 오는 날',
    'RAI',
    'Rain Day was drawn on the eleven days in July when nobody came.',
    '비 오는 날은 아무도 오지 않던 칠월의 열하루 동안 그린 연작입니다.',
  ),
  of(
    'Noon',
    '정오',
    'NOO',
    'Noon has no shadows to hide in, and few details.',
    '정오에는 숨을 그림자가 없습니다. 그래서 군더더기도 없습니다.',
  ),
  of(
    'Last Tram',
    '막차',
    'TRM',
    'Last Tram is for people who stay until the end.',
    '막차는 끝까지 남아 있는 사람들을 위한 연작입니다.',
  ),
  of(
    'Sunday',
    '일요일',
    'SUN',
    'Sunday pieces are for the one day when the shop is shut.',
    '일요일은 가게가 쉬는 하루를 위한 연작입니다.',
  ),
  of(
    'Stairwell',
    '계단참',
    'STR',
    'Stairwell is named for the landing where one stops to breathe and looks around.',
    '계단참은 숨을 고르며 둘러보게 되는 그 자리에서 이름을 땄습니다.',
  ),
  of(
    'Alley',
    '골목',
    'ALY',
    'Alley things are plain in front and clever behind.',
    '골목 연작은 앞은 수수하고 뒤가 영리합니다.',
  ),
  of(
    'Clocktower',
    '시계탑',
    'TOW',
    'Clocktower pieces are seen from far off and were drawn that way.',
    '시계탑은 멀리서도 보이도록 그린 물건을 모은 연작입니다.',
  ),
  of(
    'Pigeon',
    '비둘기',
    'PIG',
    'Pigeon is round, grey at heart, and at home everywhere.',
    '비둘기는 둥글고 수더분해서 어디에나 어울리는 연작입니다.',
  ),
  of(
    'Awning',
    '차양',
    'AWN',
    'Awning takes its stripes and its shelter from the shopfronts.',
    '차양은 가게 앞에 드리운 그늘에서 배운 연작입니다.',
  ),
  of(
    'Ticket Hall',
    '매표소',
    'TKT',
    'Ticket Hall pieces know how to stand in a row.',
    '매표소 연작은 줄을 설 줄 압니다.',
  ),
  of(
    'Lantern',
    '등불',
    'LAN',
    'Lantern collects what one is glad to find still there at night.',
    '등불은 밤에 그 자리에 있어서 반가운 물건을 모은 연작입니다.',
  ),
  of(
    'Pillar',
    '기둥',
    'PIL',
    'Pillar is the series that holds the others up.',
    '기둥은 다른 연작들을 떠받치는 연작입니다.',
  ),
  of(
    'First Bell',
    '첫 종',
    'BEL',
    'First Bell rings at nine, and these are what we set out first.',
    '첫 종은 아홉 시에 울립니다. 그때 가장 먼저 내놓는 물건들입니다.',
  ),
  of(
    'Passage',
    '샛길',
    'PAS',
    'Passage is the short way through, and these take it.',
    '샛길은 질러가는 길입니다. 이 연작도 그렇습니다.',
  ),
] as const satisfies readonly Series[];
