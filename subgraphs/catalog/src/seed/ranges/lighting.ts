import { design, type Range, text } from '../range.ts';

export const lighting: Range = {
  handle: 'lighting',
  name: text('Lighting', '조명'),
  description: text(
    'Lamps for reading, for eating, and for finding the kitchen at two in the morning.',
    '책 읽을 때, 밥 먹을 때, 그리고 새벽 두 시에 부엌을 찾을 때 켜는 불.',
  ),
  cover: { type: 'pendant', form: 1, material: 'steel', colour: 'moss' },
  kinds: [
    {
      type: 'tablelamp',
      code: 'TLP',
      materials: ['steel', 'linen'],
      price: 168000,
      weight: 2600,
      craft: 'metal',
      care: text('Dust with a soft brush, unplugged.', '전원을 뽑고 부드러운 솔로 먼지를 텁니다.'),
      uses: [
        text(
          'The bulb is an ordinary E26 and is in the box: 2700 K, which is the colour of half past seven.',
          '전구는 흔한 E26, 2700K입니다. 저녁 일곱 시 반의 색이고, 상자에 들어 있습니다.',
        ),
        text(
          'The switch is on the cord, where a hand in the dark will find it.',
          '스위치는 코드에 있습니다. 어둠 속에서도 손이 먼저 찾는 자리입니다.',
        ),
      ],
      designs: [
        design(
          'jug lamp',
          '항아리 램프',
          [34, 34, 52],
          [
            text('A wide shade on a white jug.', '흰 항아리 위에 얹은 넓은 갓.'),
            text('The lamp that a hallway table is waiting for.', '현관 탁자가 기다리던 램프.'),
          ],
          text(
            'The foot was thrown as a jug and never learned to pour. The shade is wide, so light falls on the page and not in your eyes.',
            '받침은 항아리로 빚었지만 물은 한 번도 담아 본 적 없습니다. 갓이 넓어 빛이 눈이 아니라 책장 위로 떨어집니다.',
          ),
          ['linen', 'hanji'],
        ),
        design(
          'mushroom lamp',
          '버섯 램프',
          [38, 38, 46],
          [
            text(
              'One dome, one stem. It sulks when it is off.',
              '둥근 갓 하나, 기둥 하나. 꺼져 있으면 시무룩해 보입니다.',
            ),
            text('A pool of light exactly one book wide.', '책 한 권 너비의 빛.'),
          ],
          text(
            'The dome is spun in one piece and painted white inside, which does more for the light than a bigger bulb. The stem hides the cord.',
            '갓은 한 장을 돌려 성형하고 안쪽을 희게 칠했습니다. 전구를 키우는 것보다 그 편이 밝습니다. 전선은 기둥 속으로 지나갑니다.',
          ),
          ['steel', 'brass'],
        ),
        design(
          'arm lamp',
          '관절 램프',
          [22, 58, 56],
          [
            text('One elbow, balanced without a spring.', '팔꿈치 하나, 스프링 없이 잡은 균형.'),
            text(
              'Points where you point it, and goes on pointing.',
              '가리키는 곳을 비추고, 그대로 있습니다.',
            ),
          ],
          text(
            'The arm is balanced by its own weight and stays where it is put. Draughtsmen liked it; so do people who knit.',
            '팔은 제 무게로 균형을 잡아 놓은 자리에 머뭅니다. 도면 그리던 사람들이 좋아했고, 뜨개질하는 사람들도 좋아합니다.',
          ),
          ['steel', 'aluminium'],
        ),
      ],
    },
    {
      type: 'pendant',
      code: 'PND',
      materials: ['steel', 'aluminium'],
      price: 142000,
      weight: 1900,
      sizes: 'threefold',
      craft: 'metal',
      care: text('Dust with a soft brush, switched off.', '불을 끄고 부드러운 솔로 먼지를 텁니다.'),
      uses: [
        text(
          'Hang it 65 centimetres above the table: low enough for the soup, high enough for the faces.',
          '식탁 위 65센티미터에 다세요. 국은 밝고 얼굴은 가리지 않는 높이입니다.',
        ),
        text(
          'Two metres of cloth-covered cord, shortened with a knot or, if you must, with pliers.',
          '천으로 감싼 코드 2미터. 매듭으로 줄이고, 꼭 필요하면 펜치로 자르세요.',
        ),
      ],
      designs: [
        design(
          'dome pendant',
          '돔 펜던트',
          [42, 42, 26],
          [
            text('Light down, quiet up.', '빛은 아래로, 위는 고요하게.'),
            text('Makes a table the centre of the house.', '식탁을 집의 한가운데로 만듭니다.'),
          ],
          text(
            'A plain half-dome with a rolled edge. The ceiling stays dark, so the table seems to be the only place in the house.',
            '끝을 말아 마감한 담백한 반구입니다. 천장이 어두워지면 집 안에 식탁 하나만 있는 것처럼 보입니다.',
          ),
          ['steel', 'aluminium'],
        ),
        design(
          'moon pendant',
          '달 펜던트',
          [40, 40, 38],
          [
            text(
              'A ribbed globe that lights the whole room softly.',
              '방 전체를 고르게 밝히는 골 진 둥근 등.',
            ),
            text('A full moon, at a height you may choose.', '높이를 정할 수 있는 보름달.'),
          ],
          text(
            'Thin ribs carry the skin and draw the circle twice, once by day and once at night. It weighs next to nothing and folds flat for moving house.',
            '가는 살이 겉을 받치고, 낮에 한 번 밤에 한 번 동그라미를 그립니다. 무게가 거의 없고, 이사할 때는 납작하게 접힙니다.',
          ),
          ['hanji', 'linen'],
        ),
        design(
          'bell pendant',
          '종 펜던트',
          [30, 30, 36],
          [
            text('Three turns of a tool, stacked like a bell.', '세 단으로 쌓아 올린 종 모양.'),
            text(
              'Narrow light for a counter, a sink or a stair.',
              '조리대, 개수대, 계단 위로 떨어지는 좁은 빛.',
            ),
          ],
          text(
            'Each step is a separate turning and the seams are left to be seen. Three in a row over a counter is the usual order.',
            '단마다 따로 깎고 이음매는 드러나게 두었습니다. 조리대 위에 셋을 나란히 다는 분이 가장 많습니다.',
          ),
          ['oak', 'steel'],
        ),
      ],
    },
    {
      type: 'floorlamp',
      code: 'FLP',
      materials: ['linen', 'steel'],
      price: 298000,
      weight: 6200,
      craft: 'metal',
      care: text('Dust with a soft brush, unplugged.', '전원을 뽑고 부드러운 솔로 먼지를 텁니다.'),
      uses: [
        text(
          'It stands beside an armchair and takes up one floor tile.',
          '안락의자 옆에 서서 타일 한 장만큼만 차지합니다.',
        ),
        text(
          'A foot switch, so that the book need not be put down.',
          '발로 켜는 스위치라 책을 내려놓지 않아도 됩니다.',
        ),
      ],
      designs: [
        design(
          'tripod lamp',
          '삼각 램프',
          [46, 46, 148],
          [
            text('A drum shade on three wooden legs.', '나무 다리 셋 위에 얹은 원통 갓.'),
            text('Three legs, one evening.', '다리 셋, 저녁 하나.'),
          ],
          text(
            'The legs spread wider than the shade, so a dog can pass at speed. One of them carries the cord in a groove.',
            '다리가 갓보다 넓게 벌어져 강아지가 빠르게 지나가도 괜찮습니다. 전선은 다리 하나의 홈을 따라 내려옵니다.',
          ),
          ['linen', 'hanji'],
        ),
        design(
          'arc lamp',
          '아치 램프',
          [72, 28, 156],
          [
            text(
              'It reaches over the sofa and minds its own business.',
              '소파 너머로 팔을 뻗고, 나머지는 모른 척합니다.',
            ),
            text(
              'An overhead light that needs no hole in the ceiling.',
              '천장을 뚫지 않고 머리 위에서 비추는 불.',
            ),
          ],
          text(
            'The stem is bent from a single tube and the base is cast to hold it. Put the foot behind the sofa and the light in front.',
            '기둥은 관 하나를 휘어 만들고, 받침은 그 무게를 견디도록 주물로 떴습니다. 발은 소파 뒤에, 불빛은 앞에 두세요.',
          ),
          ['steel', 'brass'],
        ),
      ],
    },
    {
      type: 'candle',
      code: 'CDL',
      materials: ['beeswax'],
      price: 24000,
      weight: 480,
      uses: [
        text(
          'Trim the wick to the width of a match before you light it. Most troubles with candles begin there.',
          '켜기 전에 심지를 성냥개비 굵기만큼만 남기세요. 초가 말썽을 부리는 이유는 대개 거기 있습니다.',
        ),
        text(
          'It smells of honey when it is put out, and of nothing much before.',
          '켜 둘 때는 별 냄새가 없다가, 끄고 나면 꿀 냄새가 납니다.',
        ),
      ],
      designs: [
        design(
          'chamberstick candle',
          '손잡이 촛대 초',
          [16, 13, 28],
          [
            text('A taper and the holder to carry it upstairs.', '가는 초와, 들고 다닐 수 있는 촛대.'),
            text('Light that you carry, with a loop for one finger.', '손가락 하나에 걸고 다니는 불빛.'),
          ],
          text(
            'The holder has a ring for one finger and a dish for the drips. Good for power cuts, better for birthdays.',
            '촛대에는 손가락 하나 들어가는 고리와 촛농 받침이 있습니다. 정전에 좋고, 생일에는 더 좋습니다.',
          ),
        ),
        design(
          'stout candle trio',
          '굵은 초 세 자루',
          [30, 12, 24],
          [
            text('Three heights that burn down to one.', '높이가 다른 세 자루. 결국 같은 높이가 됩니다.'),
            text('One for each night of a long weekend.', '긴 주말, 하룻밤에 한 자루씩.'),
          ],
          text(
            'Poured in brass moulds and turned out the next morning. The tallest burns for seventy hours, if you let it.',
            '황동 틀에 붓고 다음 날 아침에 꺼냅니다. 가장 긴 초는 일흔 시간을 탑니다.',
          ),
        ),
        design(
          'jar candle',
          '단지 초',
          [9, 9, 10],
          [
            text('Forty hours in a pot that you will keep.', '마흔 시간을 태우고 나면 단지가 남습니다.'),
            text('Set it by the bath and shut the door.', '욕조 옆에 두고 문을 닫으세요.'),
          ],
          text(
            'When the wax is gone, pour in hot water, wait, and wipe. It then holds pencils, or salt, or the next candle.',
            '다 타면 뜨거운 물을 부었다가 닦아 내세요. 그다음에는 연필도, 소금도, 새 초도 담습니다.',
          ),
        ),
      ],
    },
  ],
};
