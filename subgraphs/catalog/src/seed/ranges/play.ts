import { design, type Range, text } from '../range.ts';

export const play: Range = {
  handle: 'play',
  name: text('Play', '놀이'),
  description: text(
    'Toys without batteries, for the floor, the sky and a rainy Sunday.',
    '건전지가 필요 없는 장난감. 마루에서, 하늘에서, 비 오는 일요일에.',
  ),
  cover: { type: 'kite', form: 2, material: 'hanji', colour: 'mist' },
  kinds: [
    {
      type: 'kite',
      code: 'KIT',
      materials: ['hanji', 'silk', 'cotton'],
      price: 38000,
      weight: 240,
      craft: 'paper',
      care: text('Dry flat after dew.', '이슬을 맞으면 펴서 말립니다.'),
      uses: [
        text(
          'Comes with sixty metres of line on a wooden reel. Bring your own wind.',
          '나무 얼레에 실 60미터가 감겨 옵니다. 바람은 준비해 오세요.',
        ),
        text(
          'A steady breeze is better than a strong one; so is a steady runner.',
          '센 바람보다 고른 바람이 낫고, 달리는 사람도 그렇습니다.',
        ),
      ],
      designs: [
        design(
          'diamond kite',
          '마름모 연',
          [70, 90],
          [
            text('Two sticks, one sheet, and a tail with bows.', '살 둘, 종이 한 장, 나비매듭 꼬리.'),
            text('Flies on the second try.', '두 번째에는 납니다.'),
          ],
          text(
            'The kite from the picture book. The tail is longer than it seems to need; take off one bow on a windy day.',
            '그림책에 나오는 그 연입니다. 꼬리는 좀 길다 싶을 만큼 달았습니다. 바람 센 날에는 매듭 하나를 떼어 내세요.',
          ),
        ),
        design(
          'shield kite',
          '방패연',
          [48, 64],
          [
            text(
              'A rectangle with a hole in the middle, and it flies.',
              '가운데 구멍이 뚫린 네모. 그래도 납니다.',
            ),
            text('A fighting kite with a calm face.', '얼굴은 태연한 싸움 연.'),
          ],
          text(
            'The hole lets the wind through, so the kite can turn and dive where others only stay up. Five bamboo sticks, tied with thread and rice paste.',
            '구멍으로 바람이 빠져나가 돌고 내리꽂고 다시 솟습니다. 대나무 살 다섯을 실과 밥풀로 붙였습니다.',
          ),
          ['hanji', 'silk'],
        ),
      ],
    },
    {
      type: 'duck',
      code: 'PUL',
      materials: ['beech', 'ash', 'oak'],
      price: 48000,
      weight: 720,
      care: text('Wipe with a damp cloth.', '젖은 천으로 닦습니다.'),
      uses: [
        text(
          'Painted with colours that may be chewed, and will be.',
          '물어도 되는 물감으로 칠했습니다. 물게 되어 있으니까요.',
        ),
        text(
          'The axles are off centre by a hair, and so it waddles.',
          '바퀴 축을 머리카락만큼 비껴 꽂아 뒤뚱거리며 갑니다.',
        ),
      ],
      designs: [
        design(
          'pull-along duck',
          '끌차 오리',
          [26, 11, 24],
          [
            text(
              'A duck on four wheels that follows without being asked twice.',
              '바퀴 넷 달린 오리. 한 번만 부르면 따라옵니다.',
            ),
            text('Goes where the toddler goes, slightly later.', '아이가 가는 곳에 조금 늦게 따라갑니다.'),
          ],
          text(
            'The string ends in a bead too large to swallow. It goes over carpet edges, door sills and, once, a pavement.',
            '끈 끝에는 삼킬 수 없게 큰 구슬을 달았습니다. 카펫 턱도, 문지방도, 한번은 보도블록도 넘었습니다.',
          ),
        ),
        design(
          'pull-along dog',
          '끌차 강아지',
          [27, 11, 20],
          [
            text(
              'A long dog on wheels. It sits; it does not fetch.',
              '바퀴 달린 긴 강아지. 앉기는 하는데 물어 오지는 않습니다.',
            ),
            text('House-trained from the first day.', '첫날부터 대소변을 가립니다.'),
          ],
          text(
            'The ears are leather and will be the first thing to be loved off. We send new ones by post.',
            '귀는 가죽이라 가장 먼저 닳도록 사랑받습니다. 새 귀는 우편으로 보내 드립니다.',
          ),
        ),
      ],
    },
    {
      type: 'puzzle',
      code: 'PZL',
      materials: ['beech', 'cork', 'bamboo'],
      price: 32000,
      weight: 560,
      craft: 'wood',
      care: text('Wipe with a damp cloth.', '젖은 천으로 닦습니다.'),
      uses: [
        text('For one person quietly, or for four with advice.', '혼자서는 조용히, 넷이서는 훈수를 두며.'),
        text(
          'A spare piece can be had for the price of a stamp.',
          '잃어버린 조각은 우표값에 다시 보내 드립니다.',
        ),
      ],
      designs: [
        design(
          'seven-piece puzzle',
          '칠교놀이',
          [22, 22],
          [
            text(
              'Seven shapes, one square, and several thousand animals.',
              '일곱 조각, 네모 하나, 그리고 수천 마리의 동물.',
            ),
            text(
              'A cat, a boat, a house, and back into the box.',
              '고양이, 배, 집을 만들고 다시 상자 속으로.',
            ),
          ],
          text(
            'Two large triangles, one middling, two small, a square and the one that never fits. A booklet has sixty figures and no answers.',
            '큰 세모 둘, 중간 세모 하나, 작은 세모 둘, 네모, 그리고 늘 말썽인 하나. 책자에 예순 가지 그림이 있고 정답은 없습니다.',
          ),
        ),
        design(
          'landscape jigsaw',
          '풍경 직소 퍼즐',
          [26, 27],
          [
            text(
              'Twelve big pieces: hills, a sun, and the rest of the afternoon.',
              '큰 조각 열둘. 산과 해, 그리고 남은 오후.',
            ),
            text('Hills that can be finished before supper.', '저녁 먹기 전에 다 맞추는 산.'),
          ],
          text(
            'Twelve pieces, for people of four or people with a telephone call to make. The frame is part of the picture.',
            '조각이 열둘이라 네 살에게도, 통화를 해야 하는 어른에게도 맞습니다. 틀까지가 그림입니다.',
          ),
        ),
      ],
    },
    {
      type: 'blocks',
      code: 'BLO',
      materials: ['beech', 'oak', 'ash'],
      price: 58000,
      weight: 1700,
      care: text('Wipe with a damp cloth.', '젖은 천으로 닦습니다.'),
      uses: [
        text(
          'Edges are eased by hand. Stepping on one is still instructive.',
          '모서리를 손으로 둥글렸습니다. 그래도 밟으면 배우는 바가 있습니다.',
        ),
        text(
          'All go back in the box in one way only; that is the second game.',
          '상자에 다시 넣는 방법은 하나뿐입니다. 그게 두 번째 놀이입니다.',
        ),
      ],
      designs: [
        design(
          'nesting arches',
          '겹아치 블록',
          [30, 6, 26],
          [
            text(
              'Three arches, a beam and a roof: this shop, to scale.',
              '아치 셋, 들보 하나, 지붕 하나. 축소한 이 가게입니다.',
            ),
            text('A tunnel, a cradle, a bridge, a hat.', '굴이 되고 요람이 되고 다리가 되고 모자가 됩니다.'),
          ],
          text(
            'Cut from one block, each arch out of the one before, with nothing left over. The grain runs through all of them.',
            '한 덩이에서 바깥 아치부터 차례로 오려 남는 것이 없습니다. 나뭇결이 셋을 지나 이어집니다.',
          ),
        ),
        design(
          'town blocks',
          '마을 블록',
          [32, 8, 28],
          [
            text('Nine pieces: a wall, a gate, a tower, a moon.', '아홉 조각. 담, 문, 탑, 그리고 달.'),
            text('A town that is knocked down by bedtime.', '잠자리에 들 때쯤이면 허물어지는 마을.'),
          ],
          text(
            'Enough for a small town and one argument about planning. The moon is a ball with a flat, so it stays up.',
            '작은 마을 하나와 도시 계획을 둘러싼 다툼 한 번에 넉넉합니다. 달은 한쪽을 평평하게 깎아 굴러 내리지 않습니다.',
          ),
        ),
      ],
    },
    {
      type: 'top',
      code: 'TOP',
      materials: ['beech', 'oak', 'ash'],
      price: 22000,
      weight: 180,
      care: text('Wipe with a damp cloth.', '젖은 천으로 닦습니다.'),
      uses: [
        text(
          'The house record is four minutes and eleven seconds, on a marble counter.',
          '가게 기록은 대리석 계산대 위에서 4분 11초입니다.',
        ),
        text(
          'Let it stop by itself. This is the whole of the instructions.',
          '스스로 멈출 때까지 두세요. 설명서는 이게 전부입니다.',
        ),
      ],
      designs: [
        design(
          'stem top',
          '손팽이',
          [8, 8, 9],
          [
            text(
              'A twist of the fingers and two minutes of silence.',
              '손가락으로 한 번 비틀면 2분이 조용해집니다.',
            ),
            text(
              'Fits in a coat pocket and empties a waiting room of its boredom.',
              '외투 주머니에 들어가고, 대기실의 지루함을 없앱니다.',
            ),
          ],
          text(
            'Turned from one piece, stem and all, and balanced with a file. The stripes run together as it spins and come apart as it tires.',
            '자루까지 한 덩이로 깎고 줄로 균형을 맞췄습니다. 돌 때는 줄무늬가 하나로 이어지고, 지치면 다시 갈라집니다.',
          ),
        ),
        design(
          'whip top',
          '줄팽이',
          [7, 7, 9],
          [
            text(
              'A flat crown, a steel tip, and a cord to keep it going.',
              '평평한 머리, 쇠 심, 그리고 계속 돌게 할 줄 하나.',
            ),
            text(
              'Louder than it looks, better than it sounds.',
              '보기보다 시끄럽고, 들리는 것보다 재미있습니다.',
            ),
          ],
          text(
            'Wind the cord, throw, and whip it on: there is ice for this, in winter, and there are car parks. Rings on the crown turn into one colour.',
            '줄을 감아 던지고, 채로 쳐서 돌립니다. 겨울에는 얼음판에서, 요즘은 주차장에서도 합니다. 머리의 고리들은 돌면서 한 색이 됩니다.',
          ),
        ),
      ],
    },
  ],
};
