import { design, type Range, text } from '../range.ts';

export const wear: Range = {
  handle: 'bags-and-wear',
  name: text('Bags & Wear', '가방과 차림'),
  description: text(
    'What to carry, what to put on, and what to hold up when it rains.',
    '들 것, 두를 것, 그리고 비가 올 때 펼칠 것.',
  ),
  cover: { type: 'umbrella', form: 1, material: 'cotton', colour: 'vermilion' },
  kinds: [
    {
      type: 'tote',
      code: 'TOT',
      materials: ['canvas', 'linen', 'leather'],
      price: 68000,
      weight: 540,
      craft: 'cloth',
      uses: [
        text(
          'Holds a laptop, a leek, and the umbrella you did not need.',
          '노트북과 대파, 그리고 결국 펴지 않은 우산이 들어갑니다.',
        ),
        text('Handles long enough for a winter coat.', '겨울 외투 위로도 어깨에 멜 수 있는 손잡이입니다.'),
      ],
      designs: [
        design(
          'arch tote',
          '아치 토트백',
          [38, 12, 36],
          [
            text('The shop’s arch on the side you show.', '밖을 보는 쪽에 이 가게의 아치.'),
            text(
              'Carries a library’s worth and shows a doorway.',
              '도서관에서 빌린 만큼 들고, 문 하나를 보여 줍니다.',
            ),
          ],
          text(
            'The arch is a second layer and makes an outside pocket for tickets. The base is folded, not sewn, so it has no seam to leak.',
            '아치는 천을 한 겹 덧댄 것이라 표를 넣는 바깥주머니가 됩니다. 바닥은 꿰매지 않고 접어서 새는 솔기가 없습니다.',
          ),
        ),
        design(
          'dipped tote',
          '가죽 바닥 토트백',
          [38, 14, 36],
          [
            text('A bottom that can stand on wet pavements.', '젖은 길에 내려놓아도 되는 바닥.'),
            text('A bag that can be put down anywhere.', '아무 데나 내려놓을 수 있는 가방.'),
          ],
          text(
            'The lower part is bound in leather, which ages faster than the rest and looks better for it. It stands by itself in trains.',
            '아래를 가죽으로 감쌌습니다. 거기부터 낡는데, 낡을수록 낫습니다. 기차 안에서 혼자 서 있습니다.',
          ),
          ['canvas', 'linen'],
        ),
        design(
          'pocket tote',
          '주머니 토트백',
          [36, 12, 34],
          [
            text('One pocket in front for what you keep looking for.', '늘 찾는 것을 위한 앞주머니 하나.'),
            text('The daily bag, with one thing always to hand.', '매일 드는 가방, 늘 손에 잡히는 하나.'),
          ],
          text(
            'The pocket fits a paperback, an A6 notebook or a very flat sandwich. Everything else goes in the large part and takes its chances.',
            '앞주머니에는 문고본이나 A6 노트, 아주 납작한 샌드위치가 들어갑니다. 나머지는 큰 칸에서 알아서 자리를 잡습니다.',
          ),
        ),
      ],
    },
    {
      type: 'backpack',
      code: 'BPK',
      materials: ['canvas', 'leather', 'linen'],
      price: 164000,
      weight: 1100,
      craft: 'cloth',
      care: text('Sponge clean; dry open.', '스펀지로 닦고 열어서 말립니다.'),
      uses: [
        text(
          'Eighteen litres, with a sleeve for a computer that is not the first thing wet.',
          '18리터. 노트북 칸은 비에 가장 늦게 젖는 자리에 있습니다.',
        ),
        text(
          'Straps are padded with felt, which remembers a shoulder.',
          '어깨끈에 펠트를 넣었습니다. 펠트는 어깨를 기억합니다.',
        ),
      ],
      designs: [
        design(
          'day backpack',
          '데이백',
          [30, 14, 42],
          [
            text(
              'A round top, one front pocket, one strap to close it.',
              '둥근 윗면, 앞주머니 하나, 여미는 끈 하나.',
            ),
            text('One day, both hands free.', '하루치 짐, 두 손은 자유롭게.'),
          ],
          text(
            'The zip runs in a curve so that it opens with one hand. The front pocket is for what you need on the platform.',
            '지퍼가 곡선을 따라 나 있어 한 손으로 열립니다. 앞주머니에는 승강장에서 찾게 되는 것을 넣으세요.',
          ),
        ),
        design(
          'satchel backpack',
          '덮개 배낭',
          [32, 15, 42],
          [
            text('A flap, two buckles, and the walk to school.', '덮개와 버클 둘, 그리고 학교 가는 길.'),
            text(
              'Lunch, laptop, and a jumper just in case.',
              '도시락과 노트북, 그리고 혹시 몰라 챙긴 스웨터.',
            ),
          ],
          text(
            'The buckles hide magnets, since nobody has the patience now. The flap runs deep and keeps out weather from the side.',
            '버클 속에는 자석이 있습니다. 요즘은 다들 기다리지 못하니까요. 덮개가 깊어 옆에서 들이치는 비도 막습니다.',
          ),
        ),
      ],
    },
    {
      type: 'scarf',
      code: 'SCF',
      materials: ['wool', 'silk', 'cotton'],
      price: 84000,
      weight: 260,
      uses: [
        text(
          'It goes round twice, and the ends still reach the second button.',
          '두 번 두르고도 끝이 둘째 단추까지 내려옵니다.',
        ),
        text('Left on a chair, it will be borrowed.', '의자에 걸어 두면 누군가 두르고 나갑니다.'),
      ],
      designs: [
        design(
          'fringed scarf',
          '술 목도리',
          [30, 180],
          [
            text('Three bands near the end and a hand-knotted fringe.', '끝자락에 띠 세 줄, 손으로 맺은 술.'),
            text('Warm as a second collar.', '옷깃이 하나 더 생긴 것처럼 따뜻합니다.'),
          ],
          text(
            'The bands are at one end only, so that there is a right way to wear it and a wrong way that looks better. The fringe is knotted in fives.',
            '띠는 한쪽 끝에만 있습니다. 그래서 제대로 매는 법이 있고, 틀리게 매서 더 나은 법이 있습니다. 술은 다섯 올씩 묶었습니다.',
          ),
        ),
        design(
          'dotted scarf',
          '물방울 목도리',
          [35, 170],
          [
            text(
              'Four dots down one side. That is all the pattern.',
              '한쪽으로 내려가는 점 네 개. 무늬는 그게 전부입니다.',
            ),
            text('Four dots, worn wherever they fall.', '점 네 개, 떨어지는 자리가 곧 맵시.'),
          ],
          text(
            'The dots are embroidered, not printed, and can be felt in the dark. Tied as in the picture, it holds without a pin.',
            '점은 찍지 않고 수놓아 어두운 데서도 손끝에 만져집니다. 사진처럼 매면 핀 없이도 풀리지 않습니다.',
          ),
        ),
      ],
    },
    {
      type: 'umbrella',
      code: 'UMB',
      materials: ['cotton', 'silk', 'canvas'],
      price: 76000,
      weight: 560,
      craft: 'cloth',
      care: text('Dry open, then roll.', '펴서 말린 뒤 말아 둡니다.'),
      uses: [
        text(
          'Ribs of steel and joints that are riveted, so they can be mended. We have the parts.',
          '살은 강철, 이음은 리벳이라 고쳐 쓸 수 있습니다. 부품은 저희에게 있습니다.',
        ),
        text(
          'Let it dry open. It has earned the space.',
          '펴서 말려 주세요. 그만한 자리는 차지할 자격이 있습니다.',
        ),
      ],
      designs: [
        design(
          'walking umbrella',
          '장우산',
          [105, 88],
          [
            text(
              'Eight panels and a crook handle. Room for one and a half.',
              '여덟 폭, 굽은 손잡이. 한 사람 반이 들어갑니다.',
            ),
            text('A small roof with a handle.', '손잡이 달린 작은 지붕.'),
          ],
          text(
            'Opens with a push and a sound like a page being turned. The crook is bent from one stick and hangs on any table.',
            '밀면 책장 넘기는 소리를 내며 펴집니다. 손잡이는 나무 하나를 휜 것이라 어느 테이블에든 걸립니다.',
          ),
        ),
        design(
          'stick umbrella',
          '지팡이 우산',
          [98, 92],
          [
            text('Rolled tight, it passes for a cane.', '꼭 말면 지팡이로 보입니다.'),
            text('For weather that has not made up its mind.', '마음을 정하지 못한 날씨를 위해.'),
          ],
          text(
            'Slim when furled and longer than it looks, with a tip for pointing at clouds. One band keeps it shut.',
            '접으면 가늘고, 보기보다 깁니다. 끝으로 구름을 가리키기 좋습니다. 끈 하나로 여밉니다.',
          ),
        ),
      ],
    },
    {
      type: 'mask',
      code: 'MSK',
      materials: ['silk', 'cotton', 'linen'],
      price: 26000,
      weight: 60,
      uses: [
        text(
          'Washes in a basin in a minute and is dry by the evening.',
          '세면대에서 1분이면 빨고, 저녁이면 마릅니다.',
        ),
        text(
          'Comes in a pouch of the same cloth, which also holds earplugs.',
          '같은 천으로 만든 주머니에 담겨 오고, 귀마개도 함께 들어갑니다.',
        ),
      ],
      designs: [
        design(
          'sleep mask',
          '수면 마스크',
          [21, 10],
          [
            text('Two closed eyes, so that yours may follow.', '먼저 감은 두 눈. 따라 감으시면 됩니다.'),
            text('Night, at any hour and in any seat.', '언제 어느 자리에서든 밤.'),
          ],
          text(
            'Padded around the nose, where the light gets in, and flat at the side, for those who sleep on one. The lashes are embroidered.',
            '빛이 새는 콧등에는 솜을 넣고, 옆으로 자는 사람을 위해 양옆은 납작하게 했습니다. 속눈썹은 수놓았습니다.',
          ),
        ),
        design(
          'face mask',
          '천 마스크',
          [19, 13],
          [
            text(
              'Three pleats, a wire for the nose, a pocket for a filter.',
              '주름 셋, 코 철사 하나, 필터 주머니 하나.',
            ),
            text(
              'Breathes easily, folds flat, goes in a pocket.',
              '숨쉬기 편하고, 납작하게 접혀 주머니에 들어갑니다.',
            ),
          ],
          text(
            'For yellow dust, workshops and colds caught on trains. The loops are soft and tie shorter behind the ear.',
            '황사와 공방, 기차에서 옮은 감기를 위해. 귀끈은 부드럽고, 귀 뒤에서 줄여 묶을 수 있습니다.',
          ),
        ),
      ],
    },
    {
      type: 'hat',
      code: 'HAT',
      materials: ['felt', 'wool'],
      price: 92000,
      weight: 240,
      sizes: 'threefold',
      craft: 'cloth',
      care: text('Brush; reshape over steam.', '솔로 털고 증기로 모양을 잡습니다.'),
      uses: [
        text(
          'A ribbon inside the band takes up half a size either way.',
          '속띠의 리본으로 반 치수쯤 늘리거나 줄일 수 있습니다.',
        ),
        text('Keep it on its crown, or on your head.', '보관은 뒤집어서, 아니면 머리에.'),
      ],
      designs: [
        design(
          'brimmed hat',
          '챙 모자',
          [36, 32, 13],
          [
            text('A pinched crown and a brim with one idea.', '가볍게 집은 정수리와 한결같은 챙.'),
            text('Shade for one, with a band of red.', '한 사람 몫의 그늘, 붉은 띠 하나.'),
          ],
          text(
            'Blocked over steam on a wooden head that has been in use since 1958. The red band is the shop’s; it comes off if you disagree.',
            '1958년부터 쓰던 나무 틀에 증기로 모양을 잡았습니다. 붉은 띠는 가게의 취향이고, 떼어 내셔도 됩니다.',
          ),
          ['felt', 'straw'],
        ),
        design(
          'bobble hat',
          '방울 모자',
          [24, 24, 26],
          [
            text('A turned-up rim and a bobble of the same yarn.', '접어 올린 단과 같은 실로 만든 방울.'),
            text('Warm ears and something to be pulled off by.', '귀는 따뜻하게, 잡아당길 방울 하나.'),
          ],
          text(
            'The rim folds twice, over the ears or over the pride. The bobble buttons off for the wash and for interviews.',
            '단은 두 번 접힙니다. 귀를 덮을지 멋을 지킬지 고르세요. 방울은 세탁할 때와 면접 볼 때 떼어 냅니다.',
          ),
          ['wool'],
        ),
        design(
          'cap',
          '캡',
          [28, 18, 13],
          [
            text('Six panels and a short peak.', '여섯 폭에 짧은 챙.'),
            text('For the walk to the bakery and back.', '빵집까지 갔다 오는 길에.'),
          ],
          text(
            'No logo, no message, and a peak short enough to look up from. The strap behind closes with a small brass hook.',
            '로고도 문구도 없고, 챙이 짧아 고개를 들기 쉽습니다. 뒤쪽 끈은 작은 황동 고리로 조입니다.',
          ),
          ['wool', 'linen'],
        ),
      ],
    },
  ],
};
