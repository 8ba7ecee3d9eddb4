import { design, type Range, text } from '../range.ts';

export const kitchen: Range = {
  handle: 'kitchen',
  name: text('Kitchen', '부엌'),
  description: text(
    'Pans, knives and boards for people who cook on weekdays.',
    '평일에도 요리하는 사람들을 위한 팬, 칼, 도마.',
  ),
  cover: { type: 'kettle', form: 2, material: 'enamel', colour: 'ochre' },
  kinds: [
    {
      type: 'pan',
      code: 'PAN',
      materials: ['iron', 'enamel', 'steel'],
      price: 98000,
      weight: 1900,
      sizes: 'threefold',
      craft: 'metal',
      uses: [
        text(
          'Works on gas, on induction and on a beach.',
          '가스, 인덕션, 그리고 바닷가 모닥불에서도 씁니다.',
        ),
        text(
          'Ready on the first day, and better with every egg.',
          '첫날부터 쓰기 좋고, 달걀을 부칠수록 더 좋아집니다.',
        ),
      ],
      designs: [
        design(
          'skillet',
          '프라이팬',
          [26, 44, 6],
          [
            text(
              'A low pan that keeps its heat when the food goes in.',
              '재료가 들어가도 식지 않는 낮은 팬.',
            ),
            text('The pan you move house with.', '이사할 때 제일 먼저 챙기는 팬.'),
          ],
          text(
            'The handle leaves the pan at fifteen degrees, which is where a wrist is strong. The egg is not included.',
            '손잡이는 15도로 올라옵니다. 손목에 힘이 실리는 각도입니다. 달걀은 따로입니다.',
          ),
        ),
        design(
          'saucepan',
          '편수 냄비',
          [18, 34, 14],
          [
            text(
              '1.6 litres, a lid, and a wooden handle that stays cool.',
              '1.6리터, 뚜껑, 그리고 뜨거워지지 않는 나무 손잡이.',
            ),
            text('Big enough for two, small enough for midnight.', '둘이 먹기에도, 한밤중에 혼자 먹기에도.'),
          ],
          text(
            'For milk, for rice for two, and for ramyeon eaten from the lid. The edge is rolled to pour from either side.',
            '우유를 데우고, 두 사람 밥을 짓고, 라면은 뚜껑에 덜어 먹습니다. 가장자리를 말아 어느 쪽으로 따라도 흐르지 않습니다.',
          ),
        ),
      ],
    },
    {
      type: 'pot',
      code: 'POT',
      materials: ['enamel', 'iron'],
      price: 158000,
      weight: 3600,
      sizes: 'threefold',
      uses: [
        text(
          'From hob to oven to table without changing clothes.',
          '불에서 오븐으로, 오븐에서 식탁으로. 옮겨 담을 일이 없습니다.',
        ),
        text(
          'The lid has small pegs inside that send the steam back as rain.',
          '뚜껑 안쪽 돌기가 김을 빗방울로 되돌려 보냅니다.',
        ),
      ],
      designs: [
        design(
          'casserole',
          '양수 냄비',
          [26, 34, 17],
          [
            text('The pot that Sunday is made in.', '일요일이 익어 가는 냄비.'),
            text('Low flame, long afternoon.', '약한 불, 긴 오후.'),
          ],
          text(
            'Two ears wide enough for oven gloves and walls thick enough to forget about. Beans, galbi, jam: it does not mind.',
            '손잡이는 오븐 장갑을 끼고도 잡히고, 벽은 잊고 있어도 될 만큼 두껍습니다. 콩이든 갈비든 잼이든 가리지 않습니다.',
          ),
        ),
        design(
          'hanging pot',
          '걸이 냄비',
          [24, 28, 20],
          [
            text('A round belly, a wire bail, and a wooden lid.', '둥근 배, 철사 손잡이, 나무 뚜껑.'),
            text('At home on a hook and over a flame.', '고리에도, 불 위에도 잘 걸립니다.'),
          ],
          text(
            'Made to hang over a fire and quite at home on a plate. The bail locks upright, away from the heat.',
            '불 위에 걸어 쓰던 모양이지만 요즘 화구에도 잘 앉습니다. 손잡이는 세워 두면 열에서 떨어져 고정됩니다.',
          ),
        ),
      ],
    },
    {
      type: 'knife',
      code: 'KNF',
      materials: ['oak', 'ash', 'beech'],
      price: 118000,
      weight: 320,
      craft: 'metal',
      care: text(
        'Wash by hand, dry at once, keep from its neighbours.',
        '손으로 씻어 바로 닦고, 다른 날붙이와 떼어 둡니다.',
      ),
      uses: [
        text(
          'Sharpen it twice a year on a wet stone, or send it back and we will.',
          '한 해에 두 번 숫돌에 갈거나, 보내 주시면 갈아 드립니다.',
        ),
        text(
          'The handle takes the hand’s shape in about a year.',
          '손잡이는 한 해쯤 지나면 쥔 손의 모양을 닮습니다.',
        ),
      ],
      designs: [
        design(
          'cook’s knife',
          '식도',
          [5, 2, 33],
          [
            text('Twenty centimetres of blade: the one knife.', '날 길이 20센티미터. 하나만 고른다면 이 칼.'),
            text('For everything from garlic to pumpkins.', '마늘부터 호박까지.'),
          ],
          text(
            'Forged thin behind the edge, so that an onion does not notice until later. The spine is rounded where the finger rests.',
            '날 뒤를 얇게 벼려 양파가 한참 뒤에야 알아챕니다. 손가락이 닿는 칼등은 둥글렸습니다.',
          ),
        ),
        design(
          'vegetable cleaver',
          '네모 채소칼',
          [8, 2, 31],
          [
            text('A tall blade that cuts, and then carries.', '썰고, 그대로 떠 옮기는 넓은 칼날.'),
            text('Looks fierce, chops herbs.', '무섭게 생겼지만 파를 썹니다.'),
          ],
          text(
            'Straight edge, square nose, and enough height to keep the knuckles clear. Cabbages fear it.',
            '곧은 날과 네모난 코, 손마디가 닿지 않는 높이. 배추가 무서워하는 칼입니다.',
          ),
        ),
        design(
          'paring knife',
          '과도',
          [4, 2, 22],
          [
            text('For apples, and for the eyes of potatoes.', '사과를 위해, 그리고 감자의 눈을 위해.'),
            text('A small blade for large patience.', '작은 날, 큰 인내심.'),
          ],
          text(
            'Short enough to work in the hand, with a tip that follows the thumb. Everyone buys the large one first and uses this.',
            '손안에서 쓰기 좋은 길이에, 끝이 엄지를 따라갑니다. 다들 큰 칼을 먼저 사고 결국 이 칼을 씁니다.',
          ),
        ),
      ],
    },
    {
      type: 'board',
      code: 'BRD',
      materials: ['oak', 'beech', 'bamboo', 'ash'],
      price: 46000,
      weight: 1300,
      sizes: 'threefold',
      care: text(
        'Wash by hand, dry on edge, oil now and then.',
        '손으로 씻어 세워 말리고 가끔 오일을 먹입니다.',
      ),
      uses: [
        text(
          'Wash by hand, dry on edge, and oil when it looks thirsty.',
          '손으로 씻어 세워 말리고, 목말라 보이면 오일을 먹이세요.',
        ),
        text(
          'Good enough for the table, so the cheese never has to move.',
          '그대로 식탁에 올려도 됩니다. 치즈를 옮길 일이 없습니다.',
        ),
      ],
      designs: [
        design(
          'handled board',
          '손잡이 도마',
          [24, 2, 44],
          [
            text('A board with a neck to hang by.', '목이 있어 걸어 두는 도마.'),
            text('For bread in the morning and cheese at night.', '아침에는 빵, 밤에는 치즈.'),
          ],
          text(
            'Cut from one plank, with the heart of the tree left out so that it stays flat. The hole fits a nail, a hook or a finger.',
            '판재 한 장에서 나무 심을 피해 켰습니다. 그래서 휘지 않습니다. 구멍은 못에도, 고리에도, 손가락에도 맞습니다.',
          ),
        ),
        design(
          'round board',
          '둥근 도마',
          [32, 2, 48],
          [
            text('For pizza, pajeon, and other circles.', '피자, 파전, 그 밖의 동그란 것들.'),
            text('Turns on the counter as you cut.', '썰면서 조리대 위에서 돌려 씁니다.'),
          ],
          text(
            'Turned, not sawn: the edge is bevelled all around so that it can be lifted from any side. It leaves the hand free to hold the knife.',
            '톱이 아니라 물레로 깎았습니다. 둘레를 비스듬히 다듬어 어느 쪽에서든 들립니다.',
          ),
        ),
        design(
          'carving board',
          '홈 도마',
          [34, 3, 46],
          [
            text(
              'A groove for the juice and a grip for the cook.',
              '육즙이 고이는 홈, 손이 들어가는 손잡이.',
            ),
            text(
              'Keeps the roast on the board and off the shirt.',
              '고기는 도마에, 육즙은 홈에, 셔츠는 그대로.',
            ),
          ],
          text(
            'The groove holds a full ladle before it spills, which is more than a chicken gives. Turn it over for bread.',
            '홈에는 국자 하나가 고입니다. 닭 한 마리에서 나오는 것보다 많습니다. 뒤집으면 빵 도마입니다.',
          ),
        ),
      ],
    },
    {
      type: 'kettle',
      code: 'KTL',
      materials: ['steel', 'enamel', 'brass'],
      price: 112000,
      weight: 1200,
      craft: 'metal',
      uses: [
        text(
          'Descale it with vinegar every other month. It will sound relieved.',
          '두 달에 한 번 식초로 물때를 없애 주세요. 끓는 소리가 홀가분해집니다.',
        ),
        text(
          'A litre boils in under four minutes on a strong flame.',
          '센불에서 1리터가 4분이 안 되어 끓습니다.',
        ),
      ],
      designs: [
        design(
          'gooseneck kettle',
          '드립 주전자',
          [28, 15, 20],
          [
            text('A spout for people who weigh their coffee.', '커피 무게를 재는 사람을 위한 물줄기.'),
            text(
              'A thin, straight stream, for as long as you can stand there.',
              '가늘고 곧은 물줄기, 서 있을 수 있는 만큼 오래.',
            ),
          ],
          text(
            'The neck bends twice so that water falls straight. It pours as slowly as you can count.',
            '목이 두 번 휘어 물이 곧게 떨어집니다. 셀 수 있을 만큼 천천히 따라집니다.',
          ),
        ),
        design(
          'hob kettle',
          '주전자',
          [24, 20, 26],
          [
            text('A round kettle with a handle that goes over.', '손잡이가 위로 넘어가는 둥근 주전자.'),
            text('The sound of someone else getting up first.', '누군가 먼저 일어났다는 소리.'),
          ],
          text(
            'It whistles on two notes, a third apart, and can be told not to. The handle is wrapped for the hand.',
            '두 음으로 휘파람을 붑니다. 원하면 조용히 시킬 수도 있습니다. 손잡이에는 나무를 감쌌습니다.',
          ),
        ),
      ],
    },
    {
      type: 'jar',
      code: 'JAR',
      materials: ['glass', 'stoneware'],
      price: 34000,
      weight: 980,
      sizes: 'threefold',
      uses: [
        text(
          'Write on the label in pencil: lentils become sugar sooner than you think.',
          '라벨은 연필로 쓰세요. 렌틸콩이 설탕으로 바뀌는 날은 생각보다 빨리 옵니다.',
        ),
        text(
          'Wide enough at the mouth for a hand or a measuring cup.',
          '입구가 넓어 손도, 계량컵도 들어갑니다.',
        ),
      ],
      designs: [
        design(
          'pantry jar pair',
          '저장병 두 개',
          [12, 12, 20],
          [
            text('Two jars with lids that sigh when they close.', '닫을 때 숨소리가 나는 뚜껑, 병 두 개.'),
            text('Shows what there is, and how little.', '무엇이 남았는지, 얼마나 조금인지 보입니다.'),
          ],
          text(
            'The lids are turned with a soft ring and keep out damp and moths. They stack if you trust yourself.',
            '뚜껑에 부드러운 고리가 있어 습기와 벌레를 막습니다. 자신 있다면 쌓아도 됩니다.',
          ),
        ),
        design(
          'kimchi crock',
          '김치 단지',
          [22, 22, 27],
          [
            text(
              'A crock with shoulders and a lid with opinions.',
              '어깨가 둥근 단지와 제 할 일을 아는 뚜껑.',
            ),
            text('Holds one cabbage and its temper.', '배추 한 포기와 그 성질을 담습니다.'),
          ],
          text(
            'Two litres and a half, which is one cabbage and its consequences. The lid lets gas out and nothing in.',
            '2.5리터, 배추 한 포기와 그 뒷일이 들어갑니다. 뚜껑은 숨은 내보내고 아무것도 들이지 않습니다.',
          ),
        ),
      ],
    },
  ],
};
