import { design, type Range, text } from '../range.ts';

export const garden: Range = {
  handle: 'garden',
  name: text('Garden & Balcony', '마당과 베란다'),
  description: text(
    'Pots, cans and vases, for a field, a balcony, or one sill.',
    '너른 마당이든 베란다든 창턱 하나든, 심고 물 주고 꽂는 데 쓰는 것들.',
  ),
  cover: { type: 'planter', form: 1, material: 'terracotta', colour: 'blush' },
  kinds: [
    {
      type: 'planter',
      code: 'PTR',
      materials: ['terracotta', 'stoneware'],
      price: 44000,
      weight: 1900,
      sizes: 'threefold',
      care: text('Brush off dry; bring in before a hard frost.', '마른 솔로 털고, 된서리 전에 들여놓습니다.'),
      uses: [
        text(
          'There is a hole in the bottom and a saucer beneath it. Plants drown more often than they thirst.',
          '바닥에 구멍이 있고 받침이 딸려 있습니다. 화초는 말라 죽기보다 잠겨 죽는 일이 많습니다.',
        ),
        text(
          'The plant in the picture is a suggestion and grows elsewhere.',
          '사진 속 식물은 제안일 뿐, 다른 데서 자라고 있습니다.',
        ),
      ],
      designs: [
        design(
          'rimmed planter',
          '테 화분',
          [20, 20, 18],
          [
            text('The flowerpot, as a child would draw it.', '아이에게 화분을 그려 보라면 그릴 모양.'),
            text('A good pot for a first plant and for the tenth.', '첫 화분으로도, 열 번째 화분으로도.'),
          ],
          text(
            'The rim is for lifting and the taper is for repotting: it is a tool that happens to be pretty. Thrown a little thick, against frost.',
            '테두리는 들기 좋으라고, 아래가 좁은 것은 분갈이하기 좋으라고 있습니다. 보기 좋은 것은 덤입니다. 서리에 견디도록 조금 두껍게 빚었습니다.',
          ),
        ),
        design(
          'bowl planter',
          '볼 화분',
          [24, 24, 16],
          [
            text(
              'Wide and low, for a cactus and its distance.',
              '넓고 낮은 화분. 선인장과 그 거리감을 위해.',
            ),
            text('Room for one cactus and a little desert.', '선인장 하나와 작은 사막이 들어갑니다.'),
          ],
          text(
            'Succulents have shallow roots and firm opinions about water. This gives them room sideways and drains in seconds.',
            '다육은 뿌리가 얕고 물에 대한 생각이 확고합니다. 옆으로 넓고 물이 금세 빠지는 화분입니다.',
          ),
        ),
        design(
          'bonsai planter',
          '분재 화분',
          [22, 22, 18],
          [
            text('A pot that expects the tree to outlive it.', '나무가 저보다 오래 살 것을 아는 화분.'),
            text('A small pot for a long project.', '긴 일을 위한 작은 화분.'),
          ],
          text(
            'Two small holes in the base take the wire that holds a young tree upright. It has been glazed outside only, so that the soil can breathe.',
            '바닥의 작은 구멍 둘로 철사를 꿰어 어린 나무를 세웁니다. 흙이 숨 쉬도록 유약은 바깥에만 발랐습니다.',
          ),
        ),
      ],
    },
    {
      type: 'watering',
      code: 'WTC',
      materials: ['enamel', 'steel', 'brass'],
      price: 78000,
      weight: 1150,
      sizes: 'threefold',
      craft: 'metal',
      uses: [
        text(
          'Balanced so that it pours when it tips and not before.',
          '기울여야 나오고, 그 전에는 나오지 않게 균형을 잡았습니다.',
        ),
        text(
          'Fill it the night before. Plants prefer water that has settled.',
          '전날 밤에 받아 두세요. 화초는 가라앉은 물을 좋아합니다.',
        ),
      ],
      designs: [
        design(
          'garden watering can',
          '마당 물뿌리개',
          [40, 18, 32],
          [
            text('Two handles, one rose, and rain on request.', '손잡이 둘, 꼭지 하나, 원할 때 내리는 비.'),
            text('Ten minutes of rain, carried in one hand.', '한 손에 든 십 분어치 비.'),
          ],
          text(
            'One handle to carry by and one to pour with, so the wrist is spared. The rose unscrews when the holes fill up, and they do.',
            '드는 손잡이와 따르는 손잡이가 따로 있어 손목이 편합니다. 꼭지는 막히면 돌려 빼서 씻습니다. 막히기는 합니다.',
          ),
        ),
        design(
          'indoor watering can',
          '실내 물뿌리개',
          [34, 14, 24],
          [
            text('A long thin neck that reaches the back row.', '뒷줄까지 닿는 길고 가는 목.'),
            text('Waters the fern and spares the piano.', '고사리에는 물을, 피아노에는 평온을.'),
          ],
          text(
            'The spout is as wide as a pencil and puts the water where the roots are. Books nearby stay books.',
            '물길이 연필만큼 가늘어 뿌리 있는 데만 적십니다. 옆에 둔 책은 무사합니다.',
          ),
        ),
      ],
    },
    {
      type: 'vase',
      code: 'VSE',
      materials: ['porcelain', 'stoneware'],
      price: 96000,
      weight: 1300,
      sizes: 'threefold',
      care: text('Rinse with warm water after each bunch.', '꽃을 갈 때마다 따뜻한 물로 헹굽니다.'),
      uses: [
        text('One branch is enough. It usually is.', '가지 하나면 됩니다. 대개 그렇습니다.'),
        text(
          'Glazed inside, so that it holds water and does not tell the table.',
          '안쪽까지 유약을 입혀 물이 배어 나오지 않습니다.',
        ),
      ],
      designs: [
        design(
          'bottle vase',
          '병 꽃병',
          [16, 16, 30],
          [
            text(
              'A round body and a narrow neck for one branch of berries.',
              '둥근 몸통, 열매 달린 가지 하나를 꽂을 좁은 목.',
            ),
            text('A shelf’s worth of spring for one stem.', '가지 하나로 선반에 봄을 들입니다.'),
          ],
          text(
            'A narrow neck does the arranging for you. The shoulder catches the light from a window on the left; put it there.',
            '목이 좁으면 꽃꽂이는 저절로 됩니다. 어깨가 왼쪽에서 드는 빛을 받으니 창 옆에 두세요.',
          ),
        ),
        design(
          'moon jar',
          '달항아리',
          [30, 30, 29],
          [
            text(
              'Two bowls joined at the waist, not quite round.',
              '사발 둘을 맞붙인, 꼭 둥글지만은 않은 항아리.',
            ),
            text('Empty, it is finished.', '비어 있을 때 완성됩니다.'),
          ],
          text(
            'Made as it was in the eighteenth century: two bowls, one upside down on the other, joined while soft. The seam can be seen and the circle cannot be measured.',
            '18세기에 하던 대로 사발 둘을 아래위로 맞붙여 만듭니다. 이은 자리가 보이고, 동그라미는 자로 재어지지 않습니다.',
          ),
        ),
        design(
          'shouldered vase',
          '어깨 꽃병',
          [14, 12, 24],
          [
            text('Square shoulders, a wide mouth, one pale band.', '각진 어깨, 넓은 입, 옅은 띠 하나.'),
            text('Takes the whole bunch and stands its ground.', '한 다발을 다 안고도 꿋꿋합니다.'),
          ],
          text(
            'The mouth is wide enough for a whole bunch from the market, still in its string. The band marks how high the water goes.',
            '시장에서 산 꽃다발을 끈도 풀지 않고 그대로 꽂을 수 있습니다. 띠는 물을 채울 높이입니다.',
          ),
        ),
      ],
    },
    {
      type: 'birdhouse',
      code: 'BRH',
      materials: ['ash', 'oak', 'bamboo'],
      price: 54000,
      weight: 1600,
      care: text('Empty and oil in November.', '십일월에 비우고 오일을 먹입니다.'),
      uses: [
        text(
          'The hole is 32 millimetres, which lets in tits and sparrows and keeps out magpies.',
          '구멍은 32밀리미터입니다. 박새와 참새는 들어가고 까치는 못 들어갑니다.',
        ),
        text(
          'The floor slides out for cleaning in November, when the tenants have gone.',
          '세입자가 떠난 십일월에 바닥을 빼서 청소합니다.',
        ),
      ],
      designs: [
        design(
          'gabled birdhouse',
          '박공 새집',
          [24, 20, 30],
          [
            text(
              'A pitched roof, a perch, and no view to speak of.',
              '뾰족지붕과 횃대. 전망은 장담 못 합니다.',
            ),
            text('One room, sea air optional.', '방 한 칸, 바닷바람은 선택.'),
          ],
          text(
            'The roof overhangs on the weather side. Hang it two metres up, facing east, and do not look in.',
            '비 들이치는 쪽 처마를 길게 뺐습니다. 2미터 높이에 동쪽을 보게 걸고, 들여다보지 마세요.',
          ),
        ),
        design(
          'arched birdhouse',
          '아치 새집',
          [22, 20, 28],
          [
            text('A round roof and a doorway wide enough to linger in.', '둥근 지붕, 서성이기 좋은 넓은 문.'),
            text('Open house, April to July.', '사월부터 칠월까지 문 열어 둡니다.'),
          ],
          text(
            'Open-fronted, as robins like it, with a sill for announcements. The red bird is carved and stays all winter.',
            '딱새가 좋아하는 트인 앞면에, 노래할 턱을 달았습니다. 붉은 새는 나무로 깎은 것이라 겨울에도 떠나지 않습니다.',
          ),
        ),
      ],
    },
  ],
};
