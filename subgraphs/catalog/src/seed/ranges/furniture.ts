import { design, type Range, text } from '../range.ts';

export const furniture: Range = {
  handle: 'furniture',
  name: text('Furniture', '가구'),
  description: text(
    'Chairs, tables and the other things a room is measured by. Made to be moved, mended and argued over.',
    '방의 크기를 가늠하게 하는 것들. 옮기고, 고치고, 오래 두고 쓰도록 만들었습니다.',
  ),
  cover: { type: 'chair', form: 3, material: 'oak', colour: 'natural' },
  kinds: [
    {
      type: 'chair',
      code: 'CHR',
      materials: ['oak', 'ash', 'beech'],
      price: 248000,
      weight: 6800,
      uses: [
        text(
          'It is comfortable for the length of a dinner, including the part after the plates are cleared.',
          '식사가 끝나고 접시를 치운 뒤에도 한참 더 앉아 있게 되는 의자입니다.',
        ),
        text(
          'Two fit at the short end of a table; one, by a window, becomes yours.',
          '식탁 끝에는 둘이 들어가고, 창가에 하나 두면 그 자리는 곧 주인이 생깁니다.',
        ),
      ],
      designs: [
        design(
          'ladder-back chair',
          '래더백 의자',
          [46, 50, 92],
          [
            text(
              'Three bent slats, four legs, and nothing to tighten.',
              '휘어 만든 등판 세 개와 다리 네 개. 조일 나사는 없습니다.',
            ),
            text(
              'Sits straight, weighs little, hangs on a peg to sweep under.',
              '곧게 앉고, 가볍고, 비질할 때는 벽에 걸 수 있습니다.',
            ),
          ],
          text(
            'The slats are steamed and bent over a form, so the back gives a little before it holds. Every joint is a wedged tenon; in forty years someone may want to knock one tighter.',
            '등판은 증기로 쪄서 틀에 대고 휘었습니다. 등을 기대면 살짝 물러났다가 받쳐 줍니다. 모든 이음은 쐐기 장부라서, 마흔 해쯤 지나 헐거워지면 한 번 두드려 주면 됩니다.',
          ),
        ),
        design(
          'panel chair',
          '판 등받이 의자',
          [47, 51, 90],
          [
            text(
              'A single curved back, cut so that the grain runs upright.',
              '결이 위로 흐르도록 한 장으로 켠 등받이.',
            ),
            text(
              'The chair you notice from behind, which is how chairs are mostly seen.',
              '의자는 대개 뒷모습을 보게 됩니다. 그래서 뒤가 좋은 의자.',
            ),
          ],
          text(
            'One board makes the whole back, and the maker shows you its best side. The curve is shallow; it asks you to sit up, politely.',
            '등받이 전체가 판재 한 장입니다. 그 판의 가장 좋은 면이 앞을 봅니다. 완만한 곡선이 허리를 곧게 펴라고 점잖게 권합니다.',
          ),
        ),
        design(
          'spindle chair',
          '살대 의자',
          [48, 52, 94],
          [
            text(
              'Four spindles and a top rail that fits the hand.',
              '가는 살대 네 개와 손에 꼭 잡히는 등받이 테.',
            ),
            text(
              'Airy from across the room, firm from where you sit.',
              '멀리서는 성글고, 앉아 보면 든든합니다.',
            ),
          ],
          text(
            'The spindles are turned thin enough to let light through and thick enough to lean on. The top rail is where you will pick it up, so it was shaped last, by hand.',
            '살대는 빛이 지날 만큼 가늘고 기댈 만큼 굵게 깎았습니다. 의자를 들 때 잡게 되는 윗테는 맨 마지막에 손으로 다듬었습니다.',
          ),
        ),
      ],
    },
    {
      type: 'stool',
      code: 'STL',
      materials: ['ash', 'oak', 'beech'],
      price: 128000,
      weight: 3400,
      uses: [
        text(
          'It is a seat until it is a step, a bedside table, or a place for the plant.',
          '의자였다가 발판이 되고, 협탁이 되고, 어느새 화분 자리가 됩니다.',
        ),
        text(
          'Light enough to carry in one hand with a cup in the other.',
          '한 손에 들고, 다른 손에는 컵을 들고 갈 수 있는 무게입니다.',
        ),
      ],
      designs: [
        design(
          'milking stool',
          '둥근 스툴',
          [38, 38, 45],
          [
            text('Three legs, because three never wobble.', '다리는 셋. 셋이면 흔들리지 않습니다.'),
            text('Low, round and hard to knock over.', '낮고 둥글고 좀처럼 넘어지지 않습니다.'),
          ],
          text(
            'A stool with three legs stands on any floor, which is why barns had them first. The seat is dished by eight millimetres, found by trial.',
            '다리가 셋이면 어떤 바닥에서도 섭니다. 그래서 외양간에서 먼저 썼습니다. 앉는 면은 8밀리미터 오목하게 팠는데, 여러 번 앉아 보고 정한 깊이입니다.',
          ),
        ),
        design(
          'saddle stool',
          '안장 스툴',
          [42, 32, 62],
          [
            text(
              'Counter height, with a seat that knows which way you face.',
              '조리대 높이, 앉는 방향을 아는 좌판.',
            ),
            text('For breakfast standing up, sitting down.', '서서 먹던 아침을 앉아서.'),
          ],
          text(
            'The seat curves once, from side to side, like a saddle. The lower rail is at the height where feet look for one.',
            '좌판은 안장처럼 좌우로 한 번 휘어 있습니다. 아래 가로대는 발이 저절로 찾는 높이에 있습니다.',
          ),
        ),
        design(
          'drum stool',
          '장구 스툴',
          [36, 36, 44],
          [
            text(
              'A turned block with a waist and a doorway.',
              '허리가 들어간 통 스툴. 작은 문이 하나 나 있습니다.',
            ),
            text(
              'A solid little thing that is hollow, and hides it.',
              '속이 빈 줄 아무도 모르는 단단한 스툴.',
            ),
          ],
          text(
            'Turned from glued rings and hollowed to keep the weight down. The arch at its foot is a handle, whatever the cat believes.',
            '고리를 쌓아 붙인 뒤 깎고, 속을 비워 무게를 줄였습니다. 아래쪽 아치는 손잡이입니다. 고양이 생각은 다르겠지만요.',
          ),
        ),
      ],
    },
    {
      type: 'table',
      code: 'TBL',
      materials: ['oak', 'ash'],
      price: 890000,
      weight: 32000,
      sizes: 'threefold',
      uses: [
        text(
          'It arrives flat, with one key and five minutes of work.',
          '납작하게 포장되어 오고, 렌치 하나로 5분이면 조립합니다.',
        ),
        text(
          'Wipe it, oil it once a year, and let the rings from glasses stay: they are yours.',
          '닦고, 한 해에 한 번 오일을 먹이면 됩니다. 컵 자국은 그냥 두어도 좋습니다. 쓴 사람의 것이니까요.',
        ),
      ],
      designs: [
        design(
          'farm table',
          '네 다리 테이블',
          [140, 80, 74],
          [
            text(
              'Four tapered legs and a top that runs past them.',
              '아래로 가늘어지는 다리 넷, 그 밖으로 조금 나온 상판.',
            ),
            text(
              'Six at dinner, eight if they like one another.',
              '여섯이 앉고, 사이가 좋으면 여덟도 앉습니다.',
            ),
          ],
          text(
            'The top is four boards, matched so that you have to look for the joints. It overhangs at the ends, so a guest can pull up a chair without meeting a leg.',
            '상판은 판재 네 장을 이었는데, 이음매를 찾으려면 한참 들여다봐야 합니다. 양 끝이 다리보다 나와 있어 손님이 의자를 당겨 앉아도 걸리지 않습니다.',
          ),
        ),
        design(
          'pedestal table',
          '외다리 원형 테이블',
          [110, 110, 74],
          [
            text(
              'Round, on one foot. Nobody sits at the corner.',
              '둥근 상판에 다리 하나. 모서리 자리가 없습니다.',
            ),
            text(
              'One leg in the middle and everyone’s knees free.',
              '다리는 가운데 하나, 무릎은 모두 자유롭게.',
            ),
          ],
          text(
            'A round table is the cheapest way to make people talk. The foot is weighted inside, so leaning on the edge is allowed.',
            '사람들을 이야기하게 만드는 가장 간단한 방법은 둥근 상입니다. 다리 안에 추를 넣어 두었으니 가장자리에 기대도 괜찮습니다.',
          ),
        ),
        design(
          'trestle table',
          '가대 테이블',
          [150, 75, 74],
          [
            text(
              'A top and two trestles. Put it up when you need it.',
              '상판 하나와 가대 둘. 필요할 때 펴는 테이블.',
            ),
            text('A workbench that cleans up well for supper.', '낮에는 작업대, 저녁에는 말끔한 식탁.'),
          ],
          text(
            'The trestles fold to the thickness of a book and hang on a nail. Builders, bakers and people with too many cousins have used this table for five hundred years.',
            '가대는 책 한 권 두께로 접혀 못에 걸립니다. 목수와 제빵사, 그리고 친척이 많은 집이 오백 년 동안 써 온 테이블입니다.',
          ),
        ),
      ],
    },
    {
      type: 'shelf',
      code: 'SHF',
      materials: ['oak', 'ash', 'bamboo'],
      price: 540000,
      weight: 24000,
      uses: [
        text(
          'Fixings for brick, board and plaster are in the box, with the right bit for the drill.',
          '벽돌, 합판, 석고보드용 고정 부품과 맞는 드릴 비트까지 상자에 들어 있습니다.',
        ),
        text(
          'Leave a third of it empty. It will not stay so.',
          '삼분의 일은 비워 두세요. 어차피 오래 비어 있지 않습니다.',
        ),
      ],
      designs: [
        design(
          'tall bookcase',
          '높은 책장',
          [80, 32, 160],
          [
            text(
              'Three bays, the lowest deep enough for records.',
              '세 칸 책장. 맨 아래 칸에는 레코드판이 들어갑니다.',
            ),
            text(
              'A metre and a half of books, and a bowl for relief.',
              '1미터 60센티미터의 책, 그리고 숨 돌릴 그릇 하나.',
            ),
          ],
          text(
            'Shelves are thirty millimetres thick, the least that does not sag under encyclopaedias. The back is the same wood as the front, for those who put it in the middle of a room.',
            '선반 두께는 30밀리미터입니다. 백과사전을 꽂아도 처지지 않는 가장 얇은 두께입니다. 방 한가운데 세울 사람을 위해 뒷면도 앞과 같은 나무로 짰습니다.',
          ),
        ),
        design(
          'sideboard',
          '사이드보드',
          [150, 42, 72],
          [
            text(
              'Two doors, two drawers, and a top for the good vase.',
              '문 둘, 서랍 둘, 그리고 아끼는 꽃병이 놓일 상판.',
            ),
            text('Keeps the plates, the cables and the peace.', '접시와 전선과 평화를 지킵니다.'),
          ],
          text(
            'The doors close on leather, not magnets, and make the sound of a book being shut. Cables leave by a slot at the back, so it can hold a record player as well as plates.',
            '문은 자석 대신 가죽에 닿아 닫히고, 책 덮는 소리가 납니다. 뒤쪽에 전선 구멍이 있어 접시뿐 아니라 턴테이블도 올려 둘 수 있습니다.',
          ),
        ),
      ],
    },
    {
      type: 'sofa',
      code: 'SFA',
      materials: ['linen', 'wool', 'leather'],
      price: 1680000,
      weight: 46000,
      craft: 'wood',
      uses: [
        text(
          'Covers come off with two zips and go into an ordinary machine or, for leather, under a damp cloth.',
          '커버는 지퍼 두 개로 벗겨집니다. 천은 세탁기에, 가죽은 젖은 천이면 충분합니다.',
        ),
        text(
          'It goes through a door of 72 centimetres. We measured ours.',
          '폭 72센티미터 문을 통과합니다. 저희 집 문으로 재 봤습니다.',
        ),
      ],
      designs: [
        design(
          'two-seat sofa',
          '2인 소파',
          [168, 86, 82],
          [
            text(
              'Deep enough for a nap, short enough for a flat.',
              '낮잠이 들 만큼 깊고, 작은 집에 들어갈 만큼 짧습니다.',
            ),
            text('For two, or for one who has had a day.', '두 사람, 또는 고단한 한 사람의 자리.'),
          ],
          text(
            'The frame is screwed and glued, the springs are tied by hand, and the cushions are feather around a firm core. The red cushion comes with it; we could not see it without.',
            '뼈대는 나사와 접착제로 짜고, 스프링은 손으로 묶었습니다. 쿠션은 단단한 심을 깃털로 감쌌습니다. 붉은 쿠션은 함께 갑니다. 빼고는 상상이 안 되더군요.',
          ),
        ),
        design(
          'bench sofa',
          '벤치 소파',
          [182, 84, 90],
          [
            text(
              'One long seat and a channelled back, like a good café.',
              '긴 좌석 하나와 골이 진 등받이. 오래된 다방의 자리처럼.',
            ),
            text(
              'Upright enough to talk, soft enough to stay.',
              '이야기하기 좋게 곧고, 머물기 좋게 부드럽습니다.',
            ),
          ],
          text(
            'One cushion instead of two means that nobody sits in the gap. The back is stitched in channels, an old coachbuilder’s way of keeping stuffing where it belongs.',
            '쿠션이 하나라서 틈에 앉는 사람이 없습니다. 등받이의 골은 마차를 만들던 사람들이 속을 고정하던 방법입니다.',
          ),
        ),
      ],
    },
    {
      type: 'bed',
      code: 'BED',
      materials: ['oak', 'ash', 'beech'],
      price: 1120000,
      weight: 52000,
      sizes: 'beds',
      uses: [
        text(
          'No squeak: the slats sit in felt and the rails lock on steel hooks.',
          '삐걱거리지 않습니다. 갈빗살은 펠트에 얹히고, 옆판은 철물 고리로 잠깁니다.',
        ),
        text(
          'Eighteen centimetres clear underneath, enough for a suitcase or a vacuum cleaner.',
          '아래 공간은 18센티미터. 여행 가방이나 청소기가 들어갑니다.',
        ),
      ],
      designs: [
        design(
          'arched bed',
          '아치 침대',
          [150, 210, 104],
          [
            text(
              'A headboard with one long curve, like the hall it is sold in.',
              '긴 곡선 하나로 그린 머리판. 이 가게의 천장을 닮았습니다.',
            ),
            text('A round horizon at the end of the room.', '방 끝에 걸린 둥근 지평선.'),
          ],
          text(
            'The headboard leans back by five degrees, which is the angle of reading. Linen and pillows are photographed elsewhere and sold separately, as you would expect.',
            '머리판은 5도 뒤로 기울어 있습니다. 책 읽는 각도입니다. 침구는 따로 팝니다.',
          ),
        ),
        design(
          'slatted bed',
          '살 침대',
          [150, 208, 98],
          [
            text('Five upright slats and plenty of air.', '세로살 다섯 개, 그 사이로 통하는 바람.'),
            text('Plain as a ladder and as well made.', '사다리처럼 단순하고, 그만큼 튼튼하게.'),
          ],
          text(
            'A bed you can see through makes a small room larger. The slats are spaced a hand apart, so that a cardigan can hang there until morning.',
            '뒤가 비치는 침대는 작은 방을 넓혀 줍니다. 살 간격은 한 뼘. 가디건을 아침까지 걸어 두기 좋습니다.',
          ),
        ),
      ],
    },
  ],
};
