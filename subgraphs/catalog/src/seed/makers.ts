/** Who makes the things. They live near the shop and in it alone. */
import type { Text } from '../domain/product.ts';
import { type Craft, text } from './range.ts';

export interface Maker {
  readonly name: Text;
  readonly place: Text;
  readonly line: Text;
}

const maker = (name: Text, place: Text, line: Text): Maker => ({ name, place, line });

const wood = [
  maker(
    text('Namu & Daughter', '나무와 딸'),
    text('Tongyeong', '통영'),
    text('Two benches, one plane that both of them want.', '작업대는 둘인데 둘 다 쓰려는 대패는 하나입니다.'),
  ),
  maker(
    text('Hollow Yard', '할로 야드'),
    text('Hudson, New York', '뉴욕주 허드슨'),
    text(
      'They keep the offcuts, and the stove keeps them.',
      '자투리는 모아 두었다가 겨울에 난로에 넣습니다.',
    ),
  ),
  maker(
    text('Dalgubeol Joinery', '달구벌 소목방'),
    text('Daegu', '대구'),
    text(
      'Nine people, and a rule that nobody sands before ten.',
      '아홉 사람이 일하고, 열 시 전에는 사포질을 하지 않습니다.',
    ),
  ),
] as const;

const clay = [
  maker(
    text('Baekja Works', '백자공방'),
    text('Yeoju', '여주'),
    text(
      'The kiln is opened on Fridays, with tea and some anxiety.',
      '가마는 금요일에 엽니다. 차 한 잔과 약간의 걱정을 곁들여서.',
    ),
  ),
  maker(
    text('Saltmarsh Pottery', '솔트마시 도예'),
    text('Rockport, Maine', '메인주 록포트'),
    text('Their seconds feed half the harbour.', '조금 비뚤어진 그릇들이 항구 사람 절반의 밥상에 오릅니다.'),
  ),
  maker(
    text('Third Kiln', '셋째가마'),
    text('Icheon', '이천'),
    text('The first two kilns are still in the garden.', '첫째와 둘째 가마는 지금도 마당에 있습니다.'),
  ),
] as const;

const metal = [
  maker(
    text('Daejanggan Cho', '조씨 대장간'),
    text('Andong', '안동'),
    text('The hammer is older than the roof.', '망치가 지붕보다 오래됐습니다.'),
  ),
  maker(
    text('Lathe Street', '선반길 공업사'),
    text('Euljiro, Seoul', '서울 을지로'),
    text(
      'Four floors up, no lift, and the best turners in the city.',
      '승강기 없는 4층, 이 도시에서 선반을 제일 잘 다루는 사람들이 있습니다.',
    ),
  ),
  maker(
    text('Quill & Anvil', '퀼 앤드 앤빌'),
    text('Providence, Rhode Island', '로드아일랜드주 프로비던스'),
    text('They answer letters by hand.', '편지에는 손글씨로 답합니다.'),
  ),
] as const;

const cloth = [
  maker(
    text('Moshi Mill', '모시방직'),
    text('Seocheon', '서천'),
    text('The looms are from 1968 and so is the foreman.', '베틀은 1968년산이고, 반장님도 그렇습니다.'),
  ),
  maker(
    text('Blue Vat', '쪽독'),
    text('Naju', '나주'),
    text(
      'Their hands are blue to the wrist and they have stopped explaining.',
      '손목까지 파랗게 물들어 있고, 이제는 이유를 설명하지 않습니다.',
    ),
  ),
  maker(
    text('Penny Loom', '페니룸'),
    text('Asheville, North Carolina', '노스캐롤라이나주 애슈빌'),
    text('A mill of six looms and one dog.', '베틀 여섯 대와 개 한 마리가 전부인 방직소입니다.'),
  ),
] as const;

const paper = [
  maker(
    text('Jeonju Sheet', '전주지소'),
    text('Jeonju', '전주'),
    text(
      'Each sheet is lifted from the water by one person, who can tell you which.',
      '한 장 한 장을 한 사람이 물에서 떠냅니다. 어느 장이 제 것인지도 압니다.',
    ),
  ),
  maker(
    text('Ampersand Bindery', '앰퍼샌드 제본소'),
    text('Paju', '파주'),
    text(
      'They sew in the morning and glue in the afternoon, never the reverse.',
      '오전에는 꿰매고 오후에는 붙입니다. 순서를 바꾸는 법은 없습니다.',
    ),
  ),
] as const;

const glass = [
  maker(
    text('Breath Glass', '숨 유리'),
    text('Incheon', '인천'),
    text('The furnace has not been out since 2009.', '가마 불은 2009년부터 꺼진 적이 없습니다.'),
  ),
  maker(
    text('Two Punty Studio', '투 펀티 스튜디오'),
    text('Seattle', '시애틀'),
    text('They work in pairs and hardly speak.', '둘이 짝을 지어 일하고, 거의 말이 없습니다.'),
  ),
] as const;

const leather = [
  maker(
    text('Seongsu Hide', '성수 가죽'),
    text('Seongsu, Seoul', '서울 성수동'),
    text(
      'The workshop made shoes for forty years and still counts in pairs.',
      '사십 년 동안 구두를 지은 집이라 지금도 켤레로 셉니다.',
    ),
  ),
  maker(
    text('Barkwater', '바크워터'),
    text('Duluth, Minnesota', '미네소타주 덜루스'),
    text('They name the hides, which makes the accounts longer.', '가죽마다 이름을 붙여 장부가 깁니다.'),
  ),
] as const;

const wax = [
  maker(
    text('Honey Row', '꿀벌길'),
    text('Jirisan', '지리산'),
    text(
      'Forty hives and a bear who has been spoken to.',
      '벌통 마흔 개, 그리고 알아듣게 타이른 곰 한 마리.',
    ),
  ),
  maker(
    text('Long Wick', '긴 심지'),
    text('Gangneung', '강릉'),
    text('They pour at night, when the room is still.', '공기가 잔잔한 밤에 붓습니다.'),
  ),
] as const;

const circuit = [
  maker(
    text('Sewoon Electric', '세운전기'),
    text('Sewoon Plaza, Seoul', '서울 세운상가'),
    text(
      'It is said there that they could build a submarine; so far they have built this.',
      '모이면 잠수함도 만든다는 동네입니다. 아직까지는 이것을 만들었습니다.',
    ),
  ),
  maker(
    text('Dial & Sons', '다이얼 부자'),
    text('Daejeon', '대전'),
    text(
      'Every set is listened to for an hour before it leaves, usually to baseball.',
      '내보내기 전에 한 시간씩 켜 둡니다. 대개 야구 중계입니다.',
    ),
  ),
  maker(
    text('Low Hum', '로 험'),
    text('Portland, Oregon', '오리건주 포틀랜드'),
    text('They print the circuit diagram inside the lid.', '뚜껑 안쪽에 회로도를 찍어 둡니다.'),
  ),
] as const;

export const makers: Record<Craft, readonly [Maker, ...Maker[]]> = {
  wood,
  clay,
  metal,
  cloth,
  paper,
  glass,
  leather,
  wax,
  circuit,
};
