import { design, type Range, text } from '../range.ts';

export const tableware: Range = {
  handle: 'tableware',
  name: text('Tableware', '식기'),
  description: text(
    'Bowls, cups and plates that stack, survive the sink, and make rice look like dinner.',
    '포개지고, 설거지를 견디고, 밥 한 공기도 차린 상처럼 보이게 하는 그릇.',
  ),
  cover: { type: 'teapot', form: 2, material: 'porcelain', colour: 'celadon' },
  kinds: [
    {
      type: 'mug',
      code: 'MUG',
      materials: ['stoneware', 'porcelain'],
      price: 28000,
      weight: 460,
      uses: [
        text(
          'Fits the dishwasher, the cup holder, and most moods.',
          '식기세척기에도, 컵 자리에도, 대부분의 기분에도 맞습니다.',
        ),
        text(
          'The rim was drawn in thinner than the wall, which is why coffee seems better from it.',
          '입술이 닿는 가장자리를 벽보다 얇게 뽑았습니다. 커피가 더 맛있게 느껴지는 건 그 때문입니다.',
        ),
      ],
      designs: [
        design(
          'round mug',
          '둥근 머그',
          [12, 9, 9],
          [
            text(
              '330 ml, with room for three fingers in the handle.',
              '330밀리리터, 손잡이에 손가락 세 개가 들어갑니다.',
            ),
            text(
              'The one that is always in the dishwasher when you want it.',
              '찾을 때마다 식기세척기 안에 있는 그 컵.',
            ),
          ],
          text(
            'The body narrows toward the foot so that the last mouthful is still warm. Its handle is pulled, not cast, and no two are quite alike.',
            '아래로 갈수록 좁아져 마지막 한 모금까지 따뜻합니다. 손잡이는 틀로 찍지 않고 손으로 뽑아 하나하나 조금씩 다릅니다.',
          ),
        ),
        design(
          'dipped mug',
          '반담금 머그',
          [12, 8, 10],
          [
            text('Straight sides, glazed down to a line.', '곧은 몸통, 선 하나까지만 입힌 유약.'),
            text(
              'Bare clay where the hand goes, glaze where the lip goes.',
              '손이 닿는 곳은 맨흙, 입이 닿는 곳은 유약.',
            ),
          ],
          text(
            'The maker holds it by the foot and dips it once. Where the glaze stops is a matter of nerve.',
            '굽을 잡고 유약에 한 번 담급니다. 유약이 어디서 멈추는지는 만드는 사람의 배짱에 달렸습니다.',
          ),
        ),
        design(
          'tea tumbler',
          '찻잔 텀블러',
          [8, 8, 10],
          [
            text(
              'No handle: if it is too hot to hold, it is too hot to drink.',
              '손잡이가 없습니다. 잡기 뜨거우면 마시기에도 뜨거우니까요.',
            ),
            text('Stacks by the dozen and asks for no saucer.', '열두 개도 포개지고, 받침은 필요 없습니다.'),
          ],
          text(
            'A tall cup for green tea and, in the evening, for other things. A groove below the rim is for the thumb.',
            '녹차를 위한 키 큰 잔이고, 저녁에는 다른 것도 담깁니다. 테두리 아래 홈은 엄지손가락 자리입니다.',
          ),
        ),
      ],
    },
    {
      type: 'bowl',
      code: 'BWL',
      materials: ['porcelain', 'stoneware'],
      price: 36000,
      weight: 620,
      sizes: 'threefold',
      uses: [
        text(
          'They nest, even years apart: the profile has not changed and will not.',
          '몇 해 뒤에 사도 포개집니다. 곡선을 바꾼 적이 없고, 바꾸지 않을 겁니다.',
        ),
        text(
          'Warm it with hot water first. Noodles notice.',
          '먼저 뜨거운 물로 데워 두세요. 국수는 그 차이를 압니다.',
        ),
      ],
      designs: [
        design(
          'footed bowl',
          '굽 볼',
          [22, 22, 10],
          [
            text(
              'A wide bowl on a small foot, for salad or keys.',
              '작은 굽 위의 넓은 볼. 샐러드도, 열쇠도 담습니다.',
            ),
            text('Puts an ordinary orange on a stage.', '흔한 귤도 무대에 올려 줍니다.'),
          ],
          text(
            'The foot lifts it from the table by a finger’s width, so it can be carried with hot soup. Empty, it collects keys and coins without complaint.',
            '굽이 손가락 하나만큼 들려 있어 뜨거운 국을 담고도 옮길 수 있습니다. 비어 있을 때는 열쇠와 동전을 말없이 받아 줍니다.',
          ),
        ),
        design(
          'nesting bowl set',
          '포갬 볼 세 개',
          [18, 18, 16],
          [
            text('Three bowls that take the space of one.', '셋이지만 자리는 하나만 차지합니다.'),
            text('A table for one, in a single reach.', '한 번에 꺼내 차리는 혼자 먹는 상.'),
          ],
          text(
            'Rice, soup, and whatever there is besides. They dry on top of one another without sticking, because the feet are left unglazed.',
            '밥, 국, 그리고 반찬 하나. 굽에 유약을 바르지 않아 겹쳐 말려도 달라붙지 않습니다.',
          ),
        ),
        design(
          'rice bowl',
          '밥그릇',
          [13, 13, 8],
          [
            text('A deep bowl that sits in one palm.', '한 손바닥에 들어오는 깊은 그릇.'),
            text(
              'Second helpings fit. That was the brief.',
              '두 공기째도 담깁니다. 그걸 바라고 만들었습니다.',
            ),
          ],
          text(
            'The wall is steep, so rice keeps its heat and chopsticks have something to push against. It comes with a pair; you have better ones, we know.',
            '벽이 가팔라 밥이 쉬 식지 않고, 젓가락질도 편합니다. 젓가락 한 벌이 함께 갑니다. 더 좋은 게 이미 있으시겠지만요.',
          ),
        ),
      ],
    },
    {
      type: 'plate',
      code: 'PLT',
      materials: ['stoneware', 'porcelain'],
      price: 32000,
      weight: 740,
      sizes: 'threefold',
      uses: [
        text(
          'Glazed on both sides and fired once more than is usual, against knives.',
          '앞뒤로 유약을 입히고 한 번 더 구웠습니다. 칼자국에 강합니다.',
        ),
        text(
          'Flat to the edge, so that a sauce stays where it was put.',
          '가장자리까지 평평해서 소스가 놓인 자리에 머뭅니다.',
        ),
      ],
      designs: [
        design(
          'rim plate',
          '테 접시',
          [27, 27, 2],
          [
            text('A broad rim: half plate, half frame.', '넓은 테두리. 반은 접시, 반은 액자입니다.'),
            text('Leaves room around the food, like a margin.', '글의 여백처럼 음식 둘레를 비워 둡니다.'),
          ],
          text(
            'Food takes the middle and the rim keeps the thumbs out of it. The stand in the picture is only for showing off.',
            '음식은 가운데에, 엄지는 테두리에. 사진 속 받침대는 그저 뽐내기용입니다.',
          ),
        ),
        design(
          'stacking plate set',
          '쌓는 접시 다섯 장',
          [21, 21, 9],
          [
            text('Five plates, for four people and a persimmon.', '접시 다섯 장. 네 사람과 감 하나를 위해.'),
            text(
              'Cake, toast, fruit: the plates that do the work.',
              '케이크, 토스트, 과일. 일은 이 접시들이 다 합니다.',
            ),
          ],
          text(
            'A set of five because someone always drops by, or drops one. They stand in a stack of nine centimetres.',
            '다섯 장인 이유는 누군가 들르거나, 누군가 깨뜨리기 때문입니다. 다 쌓아도 9센티미터입니다.',
          ),
        ),
        design(
          'fish platter',
          '생선 접시',
          [34, 26, 3],
          [
            text('An oval drawn for a whole mackerel.', '고등어 한 마리를 위해 그린 타원.'),
            text('Long enough for the tail.', '꼬리까지 들어갑니다.'),
          ],
          text(
            'Two reeds are brushed on before the glaze, in about four seconds. The decorator says that the fifth second would spoil it.',
            '유약을 입히기 전에 갈대 두 줄기를 붓으로 그립니다. 4초쯤 걸립니다. 5초째부터는 망친다고 하더군요.',
          ),
        ),
      ],
    },
    {
      type: 'teapot',
      code: 'TPT',
      materials: ['porcelain', 'stoneware', 'enamel'],
      price: 86000,
      weight: 1100,
      uses: [
        text(
          'The spout cuts off cleanly. We poured four hundred cups to be sure.',
          '물이 깔끔하게 끊깁니다. 확인하느라 사백 잔을 따랐습니다.',
        ),
        text(
          'A steel basket for the leaves sits inside and lifts out by a loop.',
          '찻잎 거름망이 안에 있고, 고리를 잡아 들어냅니다.',
        ),
      ],
      designs: [
        design(
          'low teapot',
          '낮은 찻주전자',
          [26, 16, 15],
          [
            text('Four cups, round as a pigeon.', '네 잔짜리, 비둘기처럼 둥근 주전자.'),
            text('Two cups each for two people and a crossword.', '둘이서 두 잔씩, 낱말풀이 한 판.'),
          ],
          text(
            'A low centre of gravity and a wide lid, so that a hand can get in to wash it. The knob stays cool.',
            '무게중심이 낮고 뚜껑이 넓어 손을 넣어 씻기 좋습니다. 꼭지는 뜨거워지지 않습니다.',
          ),
        ),
        design(
          'bail-handle teapot',
          '윗손 찻주전자',
          [20, 16, 22],
          [
            text('The handle goes over the top and folds away.', '손잡이가 위로 넘어가고, 접힙니다.'),
            text('Lifted from above, poured with two fingers.', '위에서 들어, 두 손가락으로 따릅니다.'),
          ],
          text(
            'Held from above, a full pot weighs less; it is only geometry. The wrapping on the handle can be renewed, and the maker will send you cane.',
            '위에서 들면 가득 차도 가볍습니다. 기하학일 뿐입니다. 손잡이를 감은 등나무는 갈 수 있고, 만든 곳에서 보내 줍니다.',
          ),
        ),
        design(
          'coffee server',
          '커피 서버',
          [22, 13, 20],
          [
            text('Upright, six cups, at home with tea as well.', '곧게 선 여섯 잔짜리. 차를 담아도 됩니다.'),
            text('Stays hot through the front page.', '신문 1면을 읽는 동안 식지 않습니다.'),
          ],
          text(
            'Straight sides keep the heat and the square handle fits a whole hand. It pours to the last drop if you let it think.',
            '곧은 벽이 열을 붙들고, 네모난 손잡이에는 손 전체가 들어갑니다. 조금 기다려 주면 마지막 한 방울까지 따라집니다.',
          ),
        ),
      ],
    },
    {
      type: 'glass',
      code: 'GLS',
      materials: ['glass'],
      price: 38000,
      weight: 680,
      uses: [
        text(
          'Mouth-blown, so a bubble here and there is a signature, not a fault.',
          '입으로 불어 만들었습니다. 군데군데 기포는 흠이 아니라 서명입니다.',
        ),
        text(
          'The colour is in the glass and not on it; no dishwasher will take it off.',
          '색은 유리 속에 있습니다. 식기세척기가 벗겨 내지 못합니다.',
        ),
      ],
      designs: [
        design(
          'tumbler pair',
          '텀블러 두 개',
          [9, 9, 11],
          [
            text(
              'A short one and a tall one, for water and for not water.',
              '짧은 잔과 긴 잔. 물을 위해, 물 아닌 것을 위해.',
            ),
            text('Good at breakfast, better at six.', '아침에 좋고, 여섯 시에는 더 좋습니다.'),
          ],
          text(
            'Two heights from one mould, cut at different places. The base is thick enough to knock on a table for silence.',
            '같은 틀에서 높이만 다르게 잘랐습니다. 바닥이 두꺼워 식탁을 두드려 좌중을 조용히 시킬 수 있습니다.',
          ),
        ),
        design(
          'stem glass',
          '굽다리 잔',
          [9, 9, 18],
          [
            text(
              'One glass for red, white and sparkling. It settles the argument.',
              '레드, 화이트, 스파클링을 한 잔으로. 논쟁은 끝났습니다.',
            ),
            text(
              'Tall enough for an occasion, low enough for Tuesday.',
              '특별한 날에도, 화요일에도 맞는 높이.',
            ),
          ],
          text(
            'A bowl broad enough to swirl and a stem short enough for the cupboard. It rings when it is washed.',
            '돌려 마실 만큼 넓고 찬장에 들어갈 만큼 낮습니다. 씻을 때 맑은 소리가 납니다.',
          ),
        ),
        design(
          'carafe',
          '카라페',
          [13, 13, 27],
          [
            text(
              'A litre, with a stopper that closes without being asked twice.',
              '1리터. 마개는 한 번에 닫힙니다.',
            ),
            text('Puts tap water in better company.', '수돗물도 근사해 보입니다.'),
          ],
          text(
            'The neck is the width of a lemon slice and of a bottle brush. On a bedside table it looks like good intentions.',
            '목은 레몬 조각과 병솔이 들어가는 너비입니다. 침대 옆에 두면 좋은 다짐처럼 보입니다.',
          ),
        ),
      ],
    },
  ],
};
