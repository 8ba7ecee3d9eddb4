import { design, type Range, text } from '../range.ts';

export const sound: Range = {
  handle: 'time-and-sound',
  name: text('Time & Sound', '시간과 소리'),
  description: text(
    'Clocks, radios, records and a screen or two: things that tell you something and then stop.',
    '시계와 라디오, 음반과 화면 한두 대. 할 말을 하고 나면 조용해지는 것들.',
  ),
  cover: { type: 'radio', form: 2, material: 'oak', colour: 'walnut' },
  kinds: [
    {
      type: 'clock',
      code: 'CLK',
      materials: ['oak', 'ash', 'bioplastic', 'steel'],
      price: 88000,
      weight: 1100,
      craft: 'circuit',
      care: text('Wipe with a soft dry cloth.', '부드러운 마른 천으로 닦습니다.'),
      uses: [
        text(
          'One AA cell lasts about two years, and it slows down politely before it stops.',
          'AA 건전지 하나로 두 해쯤 갑니다. 멈추기 전에 점잖게 느려집니다.',
        ),
        text(
          'The second hand sweeps; there is no tick to count at night.',
          '초침이 미끄러지듯 돕니다. 밤에 세게 되는 째깍 소리가 없습니다.',
        ),
      ],
      designs: [
        design(
          'station clock',
          '역 시계',
          [32, 5, 32],
          [
            text(
              'Twelve marks and two hands. You can read it from the platform.',
              '눈금 열둘, 바늘 둘. 승강장에서도 읽힙니다.',
            ),
            text('Legible from bed without glasses.', '침대에서 안경 없이도 읽힙니다.'),
          ],
          text(
            'The dial was drawn at the far end of the arcade and adjusted until it could be read from this one. There are no numerals; you know where they are.',
            '글자판은 아케이드 저쪽 끝에 걸어 놓고 이쪽에서 읽힐 때까지 고쳤습니다. 숫자는 없습니다. 어디 있는지 다 아시니까요.',
          ),
        ),
        design(
          'pendulum clock',
          '추 시계',
          [24, 9, 38],
          [
            text(
              'An arch, a dial, and something to watch.',
              '아치 하나, 글자판 하나, 그리고 바라볼 것 하나.',
            ),
            text('Company for an empty hallway.', '빈 복도의 말동무.'),
          ],
          text(
            'The pendulum does not keep the time; a quartz movement does. It keeps the room company.',
            '시간은 쿼츠가 맞춥니다. 추가 하는 일은 방의 벗이 되는 것입니다.',
          ),
        ),
        design(
          'square clock',
          '네모 시계',
          [26, 5, 26],
          [
            text('Twelve dots on a soft square.', '모서리가 둥근 네모에 점 열두 개.'),
            text('A wall clock with its corners taken off.', '모서리를 덜어 낸 벽시계.'),
          ],
          text(
            'Large dots at the quarters, small ones between: enough for trains and eggs. It hangs from one nail and levels itself.',
            '큰 점 넷, 작은 점 여덟. 기차를 타고 달걀을 삶기에 충분합니다. 못 하나에 걸면 저절로 수평이 맞습니다.',
          ),
        ),
      ],
    },
    {
      type: 'watch',
      code: 'WCH',
      materials: ['leather', 'canvas'],
      price: 214000,
      weight: 140,
      craft: 'circuit',
      care: text('Wipe with a soft dry cloth.', '부드러운 마른 천으로 닦습니다.'),
      uses: [
        text(
          'Straps change without a tool, in less time than it takes to choose one.',
          '줄은 도구 없이 바꿉니다. 고르는 시간이 더 걸립니다.',
        ),
        text(
          'Good for rain and washing-up; take it off to swim.',
          '비와 설거지는 괜찮습니다. 수영할 때는 풀어 두세요.',
        ),
      ],
      designs: [
        design(
          'field watch',
          '야전 시계',
          [4, 24],
          [
            text(
              'A plain steel case, 36 millimetres, and a red second hand.',
              '36밀리미터 강철 케이스와 붉은 초침.',
            ),
            text(
              'Tells the time in one glance and goes back to being quiet.',
              '한눈에 시간을 알려 주고 다시 조용해집니다.',
            ),
          ],
          text(
            'Thirty-six millimetres used to be called a man’s watch and then a woman’s; we call it the right size. The dial is paper white and printed in one ink.',
            '36밀리미터는 한때 남자 시계였다가 여자 시계였다가 했습니다. 저희는 알맞은 크기라고 부릅니다. 글자판은 종이처럼 희고 먹 한 가지로 찍었습니다.',
          ),
        ),
        design(
          'cushion watch',
          '쿠션 시계',
          [3, 24],
          [
            text('A square that has been sat on, in gilt.', '살짝 눌린 네모, 금빛 테두리.'),
            text('Small, gilt and older than it looks.', '작고 금빛이며, 보기보다 오래된 얼굴.'),
          ],
          text(
            'The case comes from a ladies’ watch of 1931 found in a drawer on the second floor. It is a millimetre thicker now, for the battery.',
            '이층 서랍에서 나온 1931년 시계의 모양을 옮겼습니다. 전지 때문에 1밀리미터 두꺼워졌습니다.',
          ),
        ),
      ],
    },
    {
      type: 'radio',
      code: 'RAD',
      materials: ['oak', 'bioplastic', 'aluminium'],
      price: 186000,
      weight: 2100,
      craft: 'circuit',
      care: text('Wipe with a soft dry cloth.', '부드러운 마른 천으로 닦습니다.'),
      uses: [
        text(
          'FM, DAB+ and Bluetooth. It remembers five stations and has no opinion about them.',
          'FM과 DAB+, 블루투스. 방송국 다섯 곳을 기억하고, 취향은 묻지 않습니다.',
        ),
        text(
          'Runs on the mains or for thirty hours in the garden.',
          '전원에 꽂아 쓰고, 마당에서는 서른 시간을 갑니다.',
        ),
      ],
      designs: [
        design(
          'kitchen radio',
          '부엌 라디오',
          [29, 12, 20],
          [
            text('One big knob, a handle, and the weather.', '큰 손잡이 하나, 들고 다닐 고리, 그리고 날씨.'),
            text('News with the toast, music with the dishes.', '토스트에는 뉴스, 설거지에는 음악.'),
          ],
          text(
            'The large knob is volume, because that is the one you reach for with flour on your hands. The red one only turns it off.',
            '큰 손잡이는 소리 크기입니다. 밀가루 묻은 손으로 찾는 게 그것이니까요. 빨간 것은 끄기만 합니다.',
          ),
        ),
        design(
          'cathedral radio',
          '성당 라디오',
          [28, 14, 25],
          [
            text('An arched front with six slots for the voice.', '아치형 앞면, 소리가 나오는 틈 여섯 개.'),
            text('An evening’s worth of furniture that talks.', '저녁 내내 말을 거는 가구.'),
          ],
          text(
            'A shape from the years when families sat and looked at the radio. The lit strip in the middle still makes people lean in.',
            '온 가족이 라디오를 바라보며 앉던 시절의 모양입니다. 가운데 불 들어오는 눈금 앞에서는 지금도 몸을 기울이게 됩니다.',
          ),
        ),
      ],
    },
    {
      type: 'speaker',
      code: 'SPK',
      materials: ['oak', 'ash', 'cork', 'linen'],
      price: 268000,
      weight: 3800,
      craft: 'circuit',
      care: text('Wipe with a soft dry cloth.', '부드러운 마른 천으로 닦습니다.'),
      uses: [
        text(
          'Pairs with a telephone in one press, and with its twin in two.',
          '한 번 누르면 휴대전화와, 두 번 누르면 같은 스피커와 짝을 이룹니다.',
        ),
        text('Tuned for rooms with books in them.', '책이 꽂힌 방에 맞추어 조율했습니다.'),
      ],
      designs: [
        design(
          'shelf speaker',
          '북셸프 스피커',
          [18, 22, 32],
          [
            text('Two cones in a box that stays still.', '꿈쩍 않는 상자 속 콘 두 개.'),
            text(
              'Sits among the books and listens better than it looks.',
              '책 사이에 앉아 생긴 것보다 좋은 소리를 냅니다.',
            ),
          ],
          text(
            'The cabinet is braced like a small bridge, so only the cones move. Sold singly, since some rooms have one corner.',
            '상자 속을 작은 다리처럼 받쳐서 움직이는 것은 콘뿐입니다. 모서리가 하나뿐인 방도 있으니 낱개로 팝니다.',
          ),
        ),
        design(
          'handle speaker',
          '손잡이 스피커',
          [22, 16, 26],
          [
            text(
              'A round speaker with a handle, for following you about.',
              '고리를 잡고 들고 다니는 둥근 스피커.',
            ),
            text('From the kitchen to the bath to the roof.', '부엌에서 욕실로, 옥상으로.'),
          ],
          text(
            'Twenty hours from one charge and a body that shrugs off rain. It sounds larger than it is and knows when to be small.',
            '한 번 충전하면 스무 시간, 비를 맞아도 괜찮습니다. 몸집보다 큰 소리를 내고, 작아질 줄도 압니다.',
          ),
        ),
        design(
          'column speaker',
          '원통 스피커',
          [15, 15, 30],
          [
            text(
              'Sound all round, from something like a tea caddy.',
              '찻통만 한 기둥에서 사방으로 퍼지는 소리.',
            ),
            text('One speaker for the middle of things.', '방 한가운데 두는 스피커 하나.'),
          ],
          text(
            'The driver points up into a cone that spreads it around the room. It has one light, and the light is red.',
            '위를 향한 유닛의 소리를 원뿔이 사방으로 나눕니다. 불빛은 하나, 붉은색입니다.',
          ),
        ),
      ],
    },
    {
      type: 'tv',
      code: 'TVS',
      materials: ['oak', 'ash', 'bioplastic'],
      price: 1290000,
      weight: 17000,
      craft: 'circuit',
      care: text('Wipe with a soft dry cloth.', '부드러운 마른 천으로 닦습니다.'),
      uses: [
        text(
          'When it is off it shows a landscape at dusk and draws less than a watt.',
          '꺼 두면 해 질 녘 풍경이 걸려 있고, 전기는 1와트도 쓰지 않습니다.',
        ),
        text(
          'Three sockets at the back, one of them reachable without moving anything.',
          '뒤에 단자가 셋 있고, 그중 하나는 아무것도 옮기지 않고 꽂을 수 있습니다.',
        ),
      ],
      designs: [
        design(
          'console TV',
          '다리 달린 TV',
          [97, 38, 88],
          [
            text('A 43-inch television, treated as furniture.', '가구로 대접받는 43인치 텔레비전.'),
            text('A television that is not ashamed of its back.', '뒷모습까지 떳떳한 텔레비전.'),
          ],
          text(
            'The frame is made by the people who make our sideboards, and it stands on its own four legs. No stand, no bracket, no cable in sight from the sofa.',
            '사이드보드를 짜는 이들이 테두리를 짰고, 제 다리 넷으로 섭니다. 거치대도 벽걸이도 없고, 소파에서는 전선이 보이지 않습니다.',
          ),
        ),
        design(
          'little TV',
          '작은 TV',
          [62, 40, 66],
          [
            text(
              'A 24-inch television with knobs and rabbit ears.',
              '손잡이와 토끼 귀 안테나가 달린 24인치 텔레비전.',
            ),
            text('A bedroom television with a dial worth turning.', '돌리는 맛이 있는 침실용 텔레비전.'),
          ],
          text(
            'The aerial works, the upper knob changes channels, and the lower one does something you will find out. Inside, it is this year’s.',
            '안테나는 실제로 쓰는 것이고, 위 손잡이는 채널을 돌립니다. 아래 손잡이는 써 보시면 압니다. 속은 올해 것입니다.',
          ),
        ),
      ],
    },
    {
      type: 'headphones',
      code: 'HDP',
      materials: ['aluminium', 'bioplastic'],
      price: 238000,
      weight: 420,
      craft: 'circuit',
      care: text('Wipe with a soft dry cloth.', '부드러운 마른 천으로 닦습니다.'),
      uses: [
        text(
          'Pads, cable and battery can each be replaced with a coin.',
          '귀마개 패드와 선, 전지를 모두 동전 하나로 갈 수 있습니다.',
        ),
        text(
          'They fold into a cotton bag the size of a bread roll.',
          '접으면 모닝빵만 한 면 주머니에 들어갑니다.',
        ),
      ],
      designs: [
        design(
          'studio headphones',
          '스튜디오 헤드폰',
          [17, 8, 20],
          [
            text(
              'Closed backs, a broad band, and a red cable you will not mislay.',
              '밀폐형, 넓은 머리띠, 잃어버릴 수 없는 붉은 선.',
            ),
            text('Hear the chair creak in the recording.', '녹음 속 의자가 삐걱대는 소리까지 들립니다.'),
          ],
          text(
            'Built for people who wear them all day and complain precisely. They leak nothing, in either direction.',
            '종일 쓰고 정확하게 불평하는 사람들을 위해 만들었습니다. 안팎으로 새는 소리가 없습니다.',
          ),
        ),
        design(
          'walking headphones',
          '산책 헤드폰',
          [16, 7, 18],
          [
            text('A thin band and leather where it meets the head.', '가는 테와, 머리에 닿는 곳의 가죽.'),
            text('Music for the length of a river path.', '강변길 하나만큼의 음악.'),
          ],
          text(
            'Light enough to forget at the counter of a bakery; it has happened. They let in the bells of bicycles on purpose.',
            '빵집 계산대에 두고 올 만큼 가볍습니다. 실제로 있었던 일입니다. 자전거 벨 소리는 일부러 들리게 했습니다.',
          ),
        ),
      ],
    },
    {
      type: 'turntable',
      code: 'TRN',
      materials: ['oak', 'ash'],
      price: 486000,
      weight: 6400,
      craft: 'circuit',
      care: text('Wipe with a soft dry cloth.', '부드러운 마른 천으로 닦습니다.'),
      uses: [
        text(
          '33 and 45, changed with a switch; the needle lifts itself at the end.',
          '33과 45를 스위치로 바꿉니다. 판이 끝나면 바늘이 스스로 올라갑니다.',
        ),
        text(
          'A phono stage is built in, so it plays into anything with a socket.',
          '포노 앰프가 들어 있어 단자만 있으면 어디에든 이어집니다.',
        ),
      ],
      designs: [
        design(
          'turntable',
          '턴테이블',
          [44, 35, 12],
          [
            text(
              'A square plinth, a straight arm, and time to hear a whole side.',
              '네모난 받침과 곧은 톤암, 그리고 한 면을 다 들을 시간.',
            ),
            text('Twenty minutes a side, and then you get up.', '한 면에 이십 분, 그다음엔 일어나야 합니다.'),
          ],
          text(
            'Belt-driven, with the motor hung apart so that it does not hum along. Setting up takes one evening, most of it choosing the first record.',
            '벨트 구동에, 모터를 따로 매달아 콧노래를 부르지 못하게 했습니다. 설치에는 하룻저녁이 걸리는데, 대부분은 첫 판을 고르는 시간입니다.',
          ),
        ),
        design(
          'round-cornered turntable',
          '둥근 턴테이블',
          [43, 35, 12],
          [
            text(
              'Soft corners and a gilt arm; it forgives fingerprints.',
              '둥근 모서리와 금빛 톤암. 지문을 너그럽게 봐줍니다.',
            ),
            text('Sits on a sideboard like a tray of tea.', '찻쟁반처럼 사이드보드 위에 놓입니다.'),
          ],
          text(
            'The corners were rounded after the prototype met a hip. The arm is balanced at the factory and comes locked for the journey.',
            '시제품이 누군가의 골반과 만난 뒤로 모서리를 둥글렸습니다. 톤암은 균형을 맞추고 잠가서 보냅니다.',
          ),
        ),
      ],
    },
  ],
};
