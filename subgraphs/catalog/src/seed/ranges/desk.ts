import { design, type Range, text } from '../range.ts';

export const desk: Range = {
  handle: 'paper-and-desk',
  name: text('Paper & Desk', '종이와 책상'),
  description: text(
    'Paper that takes ink, pens that ask for paper, and places to put both down.',
    '잉크를 받아 주는 종이, 종이를 부르는 펜, 그리고 둘을 내려놓을 자리.',
  ),
  cover: { type: 'notebook', form: 1, material: 'paper', colour: 'indigo' },
  kinds: [
    {
      type: 'notebook',
      code: 'NTB',
      materials: ['paper', 'linen', 'leather'],
      price: 18000,
      weight: 290,
      sizes: 'sheets',
      craft: 'paper',
      care: text('Keep dry. Fill.', '물을 피하고, 채워 쓰세요.'),
      uses: [
        text(
          'Inside: 160 pages of 90-gram paper, cream, dotted at five millimetres, and no motivational quotation.',
          '속지는 90그램 크림색 종이 160쪽, 5밀리미터 점선. 격언은 한 줄도 없습니다.',
        ),
        text('Fountain-pen ink stays on its own side of the page.', '만년필로 써도 뒷면에 비치지 않습니다.'),
      ],
      designs: [
        design(
          'banded notebook',
          '밴드 노트',
          [14, 21],
          [
            text(
              'Sewn, banded, and with a ribbon for where you were.',
              '실로 엮고, 밴드로 묶고, 읽던 자리에는 가름끈.',
            ),
            text('The one that comes back from trips.', '여행에서 꼭 돌아오는 노트.'),
          ],
          text(
            'Sewn in signatures, so it lies flat from the first page. The label is for a name; most people leave it blank and know perfectly well.',
            '실로 엮은 제본이라 첫 장부터 납작하게 펴집니다. 라벨은 이름 쓰는 자리인데, 다들 비워 두고도 제 것을 잘 찾습니다.',
          ),
        ),
        design(
          'spiral notebook',
          '스프링 노트',
          [14, 21],
          [
            text('Folds back on itself and writes on a knee.', '뒤로 접어 무릎 위에서 쓰는 노트.'),
            text('Writes on trains, on knees, on walls.', '기차에서도, 무릎에서도, 벽에 대고도 써집니다.'),
          ],
          text(
            'Ten rings, a stiff back, and pages that tear out along a line. For lists, sketches, and things said on the telephone.',
            '고리 열 개, 단단한 뒤판, 절취선. 장보기 목록과 낙서와 전화로 들은 말을 적습니다.',
          ),
        ),
        design(
          'stab-bound notebook',
          '오침 노트',
          [14, 21],
          [
            text('Five holes and one thread, the old Korean way.', '구멍 다섯에 실 하나, 옛 책 그대로.'),
            text('Soft covers and a spine you can count.', '부드러운 표지, 셀 수 있는 바늘땀.'),
          ],
          text(
            'Bound through the side with one waxed thread, as books here were for six hundred years. When it is full, the thread can be drawn and the cover used again.',
            '밀랍 먹인 실 하나로 옆을 꿰맸습니다. 이 땅의 책은 육백 년 동안 이렇게 묶였습니다. 다 쓰면 실을 풀고 표지를 다시 쓸 수 있습니다.',
          ),
        ),
      ],
    },
    {
      type: 'pen',
      code: 'PEN',
      materials: ['brass', 'aluminium', 'steel'],
      price: 42000,
      weight: 90,
      craft: 'metal',
      uses: [
        text('It rolls a little and stops at its clip.', '조금 구르다가 클립에서 멈춥니다.'),
        text(
          'Refills are of the ordinary kind and cost less than coffee.',
          '리필은 흔한 규격이고, 커피값보다 쌉니다.',
        ),
      ],
      designs: [
        design(
          'fountain pen',
          '만년필',
          [1, 14],
          [
            text('A steel nib that forgives fast handwriting.', '급한 글씨도 봐주는 스틸 촉.'),
            text(
              'For signatures, and for shopping lists that deserve one.',
              '서명에, 그리고 서명만큼 공들인 장보기 목록에.',
            ),
          ],
          text(
            'Medium nib, tuned on paper and not on a machine. It takes cartridges for the train and bottled ink for letters.',
            '중간 굵기 촉을 기계가 아니라 종이 위에서 길들였습니다. 기차에서는 카트리지를, 편지에는 병잉크를 쓰세요.',
          ),
        ),
        design(
          'clutch pencil',
          '샤프펜슬',
          [1, 14],
          [
            text('One click, one millimetre of lead.', '한 번 누르면 심이 1밀리미터.'),
            text('Never blunt, seldom lost.', '무뎌지지 않고, 좀처럼 잃어버리지 않습니다.'),
          ],
          text(
            'The barrel is faceted by so little that you feel it before you see it. Balanced toward the tip, for drawing.',
            '몸통에는 보기 전에 손이 먼저 아는 얕은 면이 있습니다. 무게가 끝에 실려 그림 그리기 좋습니다.',
          ),
        ),
        design(
          'pencil trio',
          '연필 세 자루',
          [1, 18],
          [
            text('HB, 2B, and one in red for the mistakes.', 'HB, 2B, 그리고 틀린 데 쓸 빨강 하나.'),
            text('Three pencils, capped, for a breast pocket.', '뚜껑 씌운 연필 세 자루, 앞주머니에 쏙.'),
          ],
          text(
            'Lacquered by hand, with metal caps that keep the points. They sharpen without breaking and smell as pencils should.',
            '몸통은 손으로 옻칠하고, 끝에는 심을 지키는 뚜껑을 씌웠습니다. 깎을 때 부러지지 않고, 연필다운 냄새가 납니다.',
          ),
          ['beech', 'bamboo'],
        ),
      ],
    },
    {
      type: 'folder',
      code: 'FLD',
      materials: ['paper', 'felt', 'leather'],
      price: 26000,
      weight: 210,
      sizes: 'sheets',
      craft: 'paper',
      care: text('Keep dry; wipe with a soft cloth.', '물을 피하고 부드러운 천으로 닦습니다.'),
      uses: [
        text('Holds eighty sheets before it begins to look busy.', '여든 장까지는 태연해 보입니다.'),
        text(
          'The corners are doubled where bags usually win.',
          '가방 속에서 먼저 닳는 모서리를 두 겹으로 했습니다.',
        ),
      ],
      designs: [
        design(
          'index folder',
          '색인 폴더',
          [32, 24],
          [
            text('A tab, a label, and one open side.', '손잡이 하나, 라벨 하나, 열린 한쪽.'),
            text('For the one pile that must not be mixed up.', '절대 섞이면 안 되는 서류 한 뭉치를 위해.'),
          ],
          text(
            'For papers that are not finished with you. The front is cut lower so that the top line can be read without opening it.',
            '아직 끝나지 않은 서류를 위한 자리입니다. 앞판을 낮게 잘라 열지 않고도 첫 줄이 읽힙니다.',
          ),
        ),
        design(
          'string folder',
          '끈 폴더',
          [24, 33],
          [
            text('Two buttons and a figure of eight.', '단추 두 개를 8자로 감아 닫습니다.'),
            text('Keeps drawings flat and letters private.', '그림은 판판하게, 편지는 은밀하게.'),
          ],
          text(
            'Closed with a string wound round two buttons; it takes three seconds and feels like posting a letter. The flap covers a third, so nothing slips out sideways.',
            '단추 두 개에 끈을 감아 닫습니다. 3초면 되고, 편지를 부치는 기분이 듭니다. 덮개가 깊어 옆으로 빠지지 않습니다.',
          ),
        ),
      ],
    },
    {
      type: 'tray',
      code: 'TRY',
      materials: ['oak', 'ash', 'bamboo', 'bioplastic'],
      price: 64000,
      weight: 1400,
      craft: 'wood',
      uses: [
        text(
          'Felt feet underneath: it can be pushed aside at lunch without a sound.',
          '바닥에 펠트를 붙였습니다. 점심때 소리 없이 밀어 둘 수 있습니다.',
        ),
        text(
          'It does not make a desk tidy. It makes an untidy desk look intended.',
          '책상을 정리해 주지는 않습니다. 어질러진 책상을 의도한 것처럼 보이게 합니다.',
        ),
      ],
      designs: [
        design(
          'letter tray set',
          '서류함 세 단',
          [33, 25, 26],
          [
            text('Three tiers: in, out, and later.', '세 단. 들어온 것, 나갈 것, 나중에 볼 것.'),
            text('A small building for paper.', '종이를 위한 작은 3층집.'),
          ],
          text(
            'The tiers lift off one another and can stand side by side. Each is cut away in front, so a sheet can be drawn out by its middle.',
            '단은 따로 떼어 나란히 놓을 수 있습니다. 앞이 패어 있어 종이 가운데를 잡고 꺼냅니다.',
          ),
        ),
        design(
          'pen tray',
          '필기구 트레이',
          [30, 18, 5],
          [
            text('A shallow tray for the pens in use.', '지금 쓰는 펜을 위한 얕은 쟁반.'),
            text(
              'Everything you need, side by side, facing the same way.',
              '필요한 것만, 나란히, 같은 쪽을 보게.',
            ),
          ],
          text(
            'Two pens, one rubber, one cup: more than that and it is a drawer. The walls are low enough to reach over without looking.',
            '펜 둘, 지우개 하나, 컵 하나. 그보다 많으면 서랍입니다. 턱이 낮아 보지 않고도 손이 닿습니다.',
          ),
        ),
      ],
    },
    {
      type: 'cup',
      code: 'CUP',
      materials: ['stoneware', 'terracotta'],
      price: 27000,
      weight: 520,
      care: text('Rinse when the graphite wins.', '흑연이 쌓이면 물로 헹굽니다.'),
      uses: [
        text(
          'Heavy at the bottom, so the long ruler does not win.',
          '바닥이 무거워 긴 자를 꽂아도 넘어지지 않습니다.',
        ),
        text(
          'It also takes a toothbrush, a whisk, or one tulip.',
          '칫솔도, 거품기도, 튤립 한 송이도 꽂힙니다.',
        ),
      ],
      designs: [
        design(
          'pencil cup',
          '연필꽂이',
          [10, 10, 11],
          [
            text('Round, plain, and full by Thursday.', '둥글고 담백합니다. 목요일쯤이면 가득 찹니다.'),
            text('A foot for whatever has a point.', '뾰족한 것들의 제자리.'),
          ],
          text(
            'The mouth is a touch narrower than the base, which keeps pencils upright. Inside it is left bare, because graphite would only get there anyway.',
            '입구가 바닥보다 살짝 좁아 연필이 곧게 섭니다. 안쪽은 맨살로 두었습니다. 어차피 흑연이 칠할 테니까요.',
          ),
        ),
        design(
          'double cup',
          '쌍둥이 연필꽂이',
          [16, 9, 11],
          [
            text(
              'A tall one for pens, a low one for what is short.',
              '높은 칸에는 펜, 낮은 칸에는 짧은 것들.',
            ),
            text('One for what writes, one for what holds.', '쓰는 것과 집는 것을 나누어 담습니다.'),
          ],
          text(
            'Two cups joined before firing. The low one is for clips, erasers, and the key to something.',
            '굽기 전에 둘을 붙였습니다. 낮은 칸에는 클립과 지우개, 그리고 어디 것인지 모를 열쇠가 들어갑니다.',
          ),
        ),
      ],
    },
  ],
};
