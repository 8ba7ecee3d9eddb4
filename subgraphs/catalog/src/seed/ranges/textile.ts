import { design, type Range, text } from '../range.ts';

export const textile: Range = {
  handle: 'textiles',
  name: text('Textiles', '패브릭'),
  description: text(
    'Woven things for beds, floors, shoulders and wet hands.',
    '침대와 바닥, 어깨와 젖은 손을 위해 짠 것들.',
  ),
  cover: { type: 'cushion', form: 2, material: 'wool', colour: 'plum' },
  kinds: [
    {
      type: 'cushion',
      code: 'CSH',
      materials: ['wool', 'linen', 'cotton'],
      price: 58000,
      weight: 780,
      sizes: 'threefold',
      uses: [
        text(
          'The cover opens along one side with a hidden zip; the inner is feather, and can be had without.',
          '한쪽 숨은 지퍼로 커버를 벗깁니다. 속은 깃털이고, 커버만 살 수도 있습니다.',
        ),
        text(
          'Give it a blow with the flat of the hand in the morning.',
          '아침마다 손바닥으로 한 번씩 두드려 주세요.',
        ),
      ],
      designs: [
        design(
          'striped cushion',
          '줄무늬 쿠션',
          [45, 45],
          [
            text('Four stripes, drawn by a loom and not by a printer.', '인쇄가 아니라 베틀이 그은 네 줄.'),
            text('Four lines and a good afternoon.', '선 네 줄과 좋은 오후.'),
          ],
          text(
            'The stripes are woven in pairs near the edge, as on a grain sack. Turn it over and they are there as well.',
            '곡식 자루처럼 가장자리 가까이에 두 줄씩 짜 넣었습니다. 뒤집어도 같은 자리에 있습니다.',
          ),
        ),
        design(
          'arch cushion',
          '아치 쿠션',
          [45, 45],
          [
            text('One arch within another, sewn on by hand.', '아치 안에 아치, 손으로 덧대어 꿰맸습니다.'),
            text('For leaning on, in the architectural sense.', '건축적으로 기대기 위한 쿠션.'),
          ],
          text(
            'The arches are cut from cloth left over from the blankets and stitched down with the edge turned under. It is the shop’s own front door, more or less.',
            '담요를 짜고 남은 천으로 아치를 오려 가장자리를 접어 박았습니다. 이 가게 정문과 얼추 비슷합니다.',
          ),
        ),
        design(
          'diamond cushion',
          '마름모 쿠션',
          [45, 45],
          [
            text('Eight small diamonds, evenly distracted.', '작은 마름모 여덟 개, 고르게 흩어져 있습니다.'),
            text('A quiet pattern for a loud sofa.', '요란한 소파를 달래는 조용한 무늬.'),
          ],
          text(
            'Each diamond floats on the surface in a heavier thread. Cats find them within the hour.',
            '굵은 실로 마름모를 띄워 짰습니다. 고양이는 한 시간 안에 찾아냅니다.',
          ),
        ),
      ],
    },
    {
      type: 'blanket',
      code: 'BLK',
      materials: ['wool', 'cotton', 'linen'],
      price: 178000,
      weight: 1500,
      sizes: 'threefold',
      uses: [
        text(
          'Long enough to cover the feet and the argument about them.',
          '발까지 덮고, 발 때문에 생기는 다툼까지 덮는 길이입니다.',
        ),
        text(
          'Air it on a damp day; wash it once a year.',
          '눅눅한 날 바람을 쐬어 주고, 세탁은 한 해에 한 번이면 됩니다.',
        ),
      ],
      designs: [
        design(
          'folded blanket',
          '띠 담요',
          [140, 200],
          [
            text('A broad stripe at each end and a fringe tied by hand.', '양 끝에 넓은 띠, 손으로 묶은 술.'),
            text('Lives at the foot of the bed and works at night.', '침대 발치에 살고, 밤에 일합니다.'),
          ],
          text(
            'Woven double, so one face is lighter than the other: two blankets for people who rearrange rooms. It arrives tied with the same tape that binds it.',
            '이중직이라 앞뒤 농도가 다릅니다. 방을 자주 바꾸는 사람에게는 두 장인 셈입니다. 가장자리와 같은 띠로 묶어 보냅니다.',
          ),
        ),
        design(
          'throw',
          '무릎 담요',
          [120, 170],
          [
            text('For one person, one chair and one chapter.', '한 사람, 의자 하나, 한 장(章)을 위한 담요.'),
            text('Warm from shoulder to sock.', '어깨부터 양말까지 따뜻하게.'),
          ],
          text(
            'Lighter than a blanket and heavier than a shawl. The stripe falls at the hem, where it shows over the arm of a chair.',
            '담요보다 가볍고 숄보다 무겁습니다. 의자 팔걸이에 걸치면 줄무늬가 보이는 자리에 옵니다.',
          ),
        ),
      ],
    },
    {
      type: 'towel',
      code: 'TWL',
      materials: ['cotton', 'linen'],
      price: 34000,
      weight: 420,
      sizes: 'threefold',
      uses: [
        text(
          'Softens with each wash until about the tenth, and stays there.',
          '열 번쯤 빨 때까지 점점 부드러워지고, 그대로 갑니다.',
        ),
        text('Dries overnight on a hook, even in July.', '고리에 걸어 두면 장마철에도 밤사이 마릅니다.'),
      ],
      designs: [
        design(
          'bath towel',
          '목욕 수건',
          [70, 140],
          [
            text(
              'A flat weave with two bands, thirsty from the first day.',
              '띠 두 줄을 넣은 평직. 첫날부터 물을 잘 먹습니다.',
            ),
            text('Goes once round, with some left over for dignity.', '한 바퀴 감고도 체면이 남습니다.'),
          ],
          text(
            'Woven without the silicone finish that makes towels soft in shops and useless at home. Two bands tell you which end is for the face.',
            '가게에서만 부드러운 실리콘 가공을 하지 않았습니다. 띠 두 줄이 얼굴 쪽을 알려 줍니다.',
          ),
        ),
        design(
          'loop towel',
          '고리 수건',
          [45, 90],
          [
            text('A hand towel with a loop that does not come off.', '고리가 떨어지지 않는 손 닦는 수건.'),
            text(
              'For hands, cups and the end of the counter.',
              '손도 닦고, 컵도 닦고, 조리대 끝도 닦습니다.',
            ),
          ],
          text(
            'The loop is sewn through the hem and back again, because that is the stitch that always goes. Hang it by the stove and forget the paper kind.',
            '고리는 단을 꿰뚫어 두 번 박았습니다. 늘 먼저 뜯어지는 데가 거기니까요. 부엌에 걸어 두면 종이 타월을 잊게 됩니다.',
          ),
        ),
      ],
    },
    {
      type: 'rug',
      code: 'RUG',
      materials: ['wool', 'cotton', 'linen'],
      price: 420000,
      weight: 5200,
      sizes: 'threefold',
      care: text(
        'Vacuum; air outdoors; roll, never fold.',
        '청소기로 밀고 바깥바람을 쐽니다. 접지 말고 말아 둡니다.',
      ),
      uses: [
        text(
          'Turn it end to end each spring, so that it fades evenly and so do you.',
          '봄마다 앞뒤를 돌려 주세요. 그래야 고르게 바랩니다.',
        ),
        text('Comes with an underlay that stops it from travelling.', '밀리지 않도록 밑깔개가 함께 갑니다.'),
      ],
      designs: [
        design(
          'diamond rug',
          '마름모 러그',
          [140, 200],
          [
            text('Three diamonds in a frame, flat-woven.', '테두리 안의 마름모 셋, 납작하게 짠 러그.'),
            text('Makes two chairs and a lamp into a room.', '의자 둘과 등 하나를 방으로 만듭니다.'),
          ],
          text(
            'Three diamonds, each inside another, and a border that keeps them indoors. Both faces are good; choose by the season.',
            '마름모 안에 마름모를 셋 넣고 테두리로 둘렀습니다. 앞뒤를 다 쓸 수 있으니 계절 따라 고르세요.',
          ),
        ),
        design(
          'doorway rug',
          '문 러그',
          [120, 190],
          [
            text('An arch, a step, two pale lines.', '아치 하나, 계단 하나, 옅은 선 둘.'),
            text('A way in, for rooms that lack one.', '들머리가 없는 방에 놓는 들머리.'),
          ],
          text(
            'It is a picture of a doorway, laid on the floor where doorways usually begin. The weaver reads it from the bottom up.',
            '문을 그린 러그를 문이 시작되는 바닥에 깝니다. 짜는 사람은 아래에서 위로 읽어 올라갑니다.',
          ),
        ),
        design(
          'round rug',
          '원형 러그',
          [150, 150],
          [
            text('Four rings, braided and sewn in a spiral.', '땋은 끈을 돌려 꿰맨 네 겹의 고리.'),
            text('An island, with four shores.', '해안선이 네 겹인 섬.'),
          ],
          text(
            'One braid, sixty metres long, coiled and sewn. It fits under a round table or a child with trains.',
            '60미터짜리 끈 하나를 땋아 감고 꿰맸습니다. 둥근 테이블 밑에도, 기차놀이하는 아이 밑에도 맞습니다.',
          ),
        ),
      ],
    },
    {
      type: 'apron',
      code: 'APR',
      materials: ['linen', 'canvas', 'cotton'],
      price: 62000,
      weight: 380,
      uses: [
        text(
          'Strings long enough to tie in front, where you can see the bow.',
          '끈이 길어 앞으로 묶습니다. 매듭이 보이는 쪽이 낫지요.',
        ),
        text(
          'Shrinks by nothing: it was washed before it was cut.',
          '재단하기 전에 빨아 두어 줄지 않습니다.',
        ),
      ],
      designs: [
        design(
          'kitchen apron',
          '부엌 앞치마',
          [72, 88],
          [
            text(
              'One wide pocket, divided for a towel and a telephone.',
              '수건과 전화기를 나눠 넣는 넓은 주머니 하나.',
            ),
            text('Takes the splash so that the shirt need not.', '셔츠 대신 튀는 것을 맞아 줍니다.'),
          ],
          text(
            'The bib sits high, where tomato goes. The pocket is stitched down the middle, so it does not gape.',
            '가슴받이가 높습니다. 토마토가 튀는 데가 거기니까요. 주머니는 가운데를 박아 벌어지지 않습니다.',
          ),
        ),
        design(
          'workshop apron',
          '공방 앞치마',
          [74, 92],
          [
            text(
              'Three pockets and a leather strap, for sawdust or flour.',
              '주머니 셋과 가죽 목끈. 톱밥에도 밀가루에도.',
            ),
            text('Pockets where your hands already go.', '손이 먼저 가는 자리에 달린 주머니.'),
          ],
          text(
            'The strap takes the weight off the neck and the small pocket takes the pencil. Potters, printers and one dentist have bought it.',
            '가죽끈이 목에 걸리는 무게를 덜고, 작은 주머니에는 연필이 들어갑니다. 도예가와 인쇄공, 그리고 치과 의사 한 분이 사 갔습니다.',
          ),
        ),
      ],
    },
  ],
};
