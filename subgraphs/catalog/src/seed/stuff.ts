/** What the shop says of each material, the colours it takes, and whose trade it is. */
import type { MaterialCode } from '../art/materials.ts';
import type { ColourCode } from '../art/palette.ts';
import type { Text } from '../domain/product.ts';
import { type Craft, text } from './range.ts';

export interface Stuff {
  readonly craft: Craft;
  /** Of the price of a middling material. */
  readonly cost: number;
  readonly colours: readonly [ColourCode, ...ColourCode[]];
  readonly said: readonly [Text, Text];
  readonly care: Text;
}

const woodCare = text(
  'Dust with a dry cloth; oil once a year.',
  '마른 천으로 닦고 한 해에 한 번 오일을 먹입니다.',
);
const clayCare = text('Dishwasher and microwave safe.', '식기세척기와 전자레인지에 쓸 수 있습니다.');
const clothCare = text('Machine wash at 30 °C, dry flat.', '30도 물로 세탁기에 빨고 뉘어 말립니다.');
const metalCare = text('Wipe dry; no scouring powder.', '물기를 닦아 두고 연마제는 쓰지 않습니다.');

export const stuffs: Record<MaterialCode, Stuff> = {
  oak: {
    craft: 'wood',
    cost: 1.1,
    colours: ['natural', 'walnut', 'ink', 'moss', 'ivory', 'vermilion', 'indigo'],
    said: [
      text(
        'The oak is air-dried for three years before anyone touches it.',
        '참나무는 세 해 동안 바람에 말린 뒤에야 손을 댑니다.',
      ),
      text(
        'Oak darkens toward honey; move what stands on it now and then.',
        '참나무는 꿀빛으로 짙어집니다. 위에 놓인 것을 가끔 옮겨 주세요.',
      ),
    ],
    care: woodCare,
  },
  ash: {
    craft: 'wood',
    cost: 1,
    colours: ['natural', 'ivory', 'celadon', 'ink', 'mist', 'ochre', 'plum'],
    said: [
      text(
        'Ash bends before it breaks, which is why oars and hammer handles are made of it.',
        '물푸레나무는 부러지기 전에 휩니다. 그래서 노와 망치 자루를 이 나무로 만듭니다.',
      ),
      text(
        'The stain goes on thin, so the long grain of the ash shows through the colour.',
        '칠을 얇게 올려 물푸레나무의 긴 결이 색 아래로 비칩니다.',
      ),
    ],
    care: woodCare,
  },
  beech: {
    craft: 'wood',
    cost: 0.9,
    colours: ['natural', 'vermilion', 'ochre', 'indigo', 'moss', 'blush', 'ink'],
    said: [
      text(
        'Beech has hardly any pattern, so the shape has to do the work.',
        '너도밤나무는 무늬가 거의 없어 모양으로 말해야 합니다.',
      ),
      text(
        'The beech comes from one hillside and is felled in winter, when the sap is down.',
        '너도밤나무는 한 산비탈에서, 물이 내린 겨울에 벱니다.',
      ),
    ],
    care: woodCare,
  },
  bamboo: {
    craft: 'wood',
    cost: 0.8,
    colours: ['natural', 'walnut', 'ink', 'moss'],
    said: [
      text(
        'Bamboo is a grass that has worked hard: it is harder than oak and grown in five years.',
        '대나무는 애쓴 풀입니다. 다섯 해면 다 자라고, 참나무보다 단단합니다.',
      ),
      text(
        'The strips are laid edge to edge, so the nodes make their own pattern.',
        '쪽을 모로 세워 붙여 마디가 저절로 무늬가 됩니다.',
      ),
    ],
    care: text('Wipe with a damp cloth and let it dry in the shade.', '젖은 천으로 닦고 그늘에서 말립니다.'),
  },
  cork: {
    craft: 'wood',
    cost: 0.75,
    colours: ['natural', 'walnut', 'ink', 'blush'],
    said: [
      text(
        'The cork is peeled from trees that go on standing and are peeled again nine years later.',
        '코르크는 나무를 베지 않고 껍질만 벗깁니다. 아홉 해 뒤에 다시 벗깁니다.',
      ),
      text(
        'Cork is mostly air with manners: light, warm, and silent when set down.',
        '코르크는 대부분 공기라 가볍고 따뜻하고, 내려놓아도 조용합니다.',
      ),
    ],
    care: text('Wipe with a damp cloth; keep from strong sun.', '젖은 천으로 닦고 강한 볕은 피합니다.'),
  },
  stoneware: {
    craft: 'clay',
    cost: 1,
    colours: ['ivory', 'stone', 'celadon', 'indigo', 'ochre', 'ink', 'vermilion'],
    said: [
      text(
        'The specks are iron in the clay, and where they land is not up to us.',
        '점은 흙 속의 철입니다. 어디에 나타날지는 저희가 정하지 못합니다.',
      ),
      text(
        'Fired at 1,250 degrees, the stoneware rings when it is tapped and keeps its heat.',
        '1,250도로 구운 석기는 두드리면 소리가 맑고 온기가 오래갑니다.',
      ),
    ],
    care: clayCare,
  },
  porcelain: {
    craft: 'clay',
    cost: 1.3,
    colours: ['ivory', 'celadon', 'mist', 'indigo', 'blush', 'ink'],
    said: [
      text(
        'Hold the porcelain to a window and you can count your fingers through it.',
        '백자를 창에 대 보면 손가락이 비쳐 보입니다.',
      ),
      text(
        'The glaze pools at the edge, where it turns a shade deeper.',
        '유약은 가장자리에 고여 한 톤 짙어집니다.',
      ),
    ],
    care: clayCare,
  },
  enamel: {
    craft: 'metal',
    cost: 0.85,
    colours: ['ivory', 'vermilion', 'indigo', 'moss', 'ochre', 'mist'],
    said: [
      text(
        'Enamel is glass melted onto steel; drop it and it will chip, and go on for another thirty years.',
        '법랑은 강철에 유리를 녹여 입힌 것입니다. 떨어뜨리면 이가 나가지만 그 뒤로도 삼십 년은 씁니다.',
      ),
      text(
        'Two coats of enamel, fired twice, with the dark line at the edge left on purpose.',
        '법랑을 두 번 입혀 두 번 굽고, 가장자리의 검은 선은 일부러 남겼습니다.',
      ),
    ],
    care: text('No microwave, no wire wool.', '전자레인지와 철 수세미는 쓰지 않습니다.'),
  },
  terracotta: {
    craft: 'clay',
    cost: 0.8,
    colours: ['blush', 'vermilion', 'stone', 'ivory', 'ink'],
    said: [
      text(
        'Terracotta breathes, and after a year it grows a white bloom that some people pay extra for.',
        '테라코타는 숨을 쉽니다. 한 해쯤 지나면 흰 꽃이 피는데, 그걸 일부러 찾는 분도 있습니다.',
      ),
      text(
        'The clay is coloured through and left unglazed outside.',
        '흙 속까지 색을 들이고 바깥에는 유약을 바르지 않았습니다.',
      ),
    ],
    care: text('Brush off dry; bring in before a hard frost.', '마른 솔로 털고, 된서리 전에 들여놓습니다.'),
  },
  glass: {
    craft: 'glass',
    cost: 1,
    colours: ['mist', 'moss', 'ochre', 'blush', 'plum', 'celadon'],
    said: [
      text(
        'The colours are metal: cobalt, copper, a little iron.',
        '색은 쇠붙이에서 옵니다. 코발트와 구리, 철 조금.',
      ),
      text(
        'On a sunny table the glass throws a second one beside it.',
        '볕 드는 식탁에 놓으면 옆에 빛으로 된 유리가 하나 더 생깁니다.',
      ),
    ],
    care: text('Dishwasher safe; no sudden heat.', '식기세척기에 쓸 수 있으나 급한 열은 피합니다.'),
  },
  steel: {
    craft: 'metal',
    cost: 1,
    colours: ['stone', 'ink', 'vermilion', 'ivory', 'moss', 'ochre', 'indigo'],
    said: [
      text(
        'The steel is thick enough not to ring when it is touched.',
        '강판을 넉넉히 두껍게 써서 건드려도 울지 않습니다.',
      ),
      text(
        'Where the steel is joined it is ground flat; you are invited to look.',
        '이은 자리는 갈아 냈습니다. 한번 찾아보세요.',
      ),
    ],
    care: metalCare,
  },
  brass: {
    craft: 'metal',
    cost: 1.45,
    colours: ['brass', 'ink', 'stone', 'ochre'],
    said: [
      text(
        'The brass is not lacquered. It will go brown where it is held and stay bright where it is not.',
        '황동에 칠을 하지 않았습니다. 손이 닿는 데는 갈색이 되고, 닿지 않는 데는 빛이 남습니다.',
      ),
      text(
        'Brass can be polished back to the first day with a lemon; most people stop after a month.',
        '황동은 레몬으로 닦으면 첫날로 돌아갑니다. 대개 한 달쯤 하다가 그만둡니다.',
      ),
    ],
    care: text('Polish, or do not.', '닦아도 좋고 두어도 좋습니다.'),
  },
  aluminium: {
    craft: 'metal',
    cost: 0.95,
    colours: ['stone', 'ink', 'vermilion', 'mist', 'brass', 'indigo'],
    said: [
      text(
        'The colour of the aluminium is grown into its surface and does not flake.',
        '알루미늄의 색은 표면에서 자라난 것이라 벗겨지지 않습니다.',
      ),
      text(
        'Nine parts in ten were something else before: cans, window frames, a tram.',
        '열에 아홉은 전에 다른 것이었습니다. 깡통이나 창틀, 전차 같은 것.',
      ),
    ],
    care: metalCare,
  },
  iron: {
    craft: 'metal',
    cost: 1.1,
    colours: ['ink', 'moss', 'vermilion', 'indigo', 'stone'],
    said: [
      text(
        'Cast in sand, so the outside keeps a skin like orange peel.',
        '모래 거푸집에 부어 겉면에 귤껍질 같은 살결이 남습니다.',
      ),
      text(
        'Iron outlives its owner; write a name under it.',
        '무쇠는 주인보다 오래갑니다. 바닥에 이름을 적어 두세요.',
      ),
    ],
    care: text(
      'Rinse, dry on the flame, rub with a drop of oil.',
      '헹궈서 불에 말리고 기름 한 방울로 문지릅니다.',
    ),
  },
  linen: {
    craft: 'cloth',
    cost: 1.1,
    colours: ['ivory', 'natural', 'moss', 'indigo', 'blush', 'stone', 'ink'],
    said: [
      text('Linen creases, and the creases are the point.', '리넨은 구겨집니다. 구김까지가 리넨입니다.'),
      text(
        'The flax is retted by dew, in the field, and keeps a trace of grey.',
        '아마를 밭에서 이슬로 삭혀 잿빛이 살짝 남아 있습니다.',
      ),
    ],
    care: clothCare,
  },
  cotton: {
    craft: 'cloth',
    cost: 0.85,
    colours: ['ivory', 'indigo', 'ochre', 'celadon', 'vermilion', 'mist', 'blush'],
    said: [
      text(
        'Long fibres make a cotton that does not pill; it is also why it took so long to find.',
        '올이 긴 면은 보풀이 일지 않습니다. 찾는 데 오래 걸린 까닭이기도 합니다.',
      ),
      text(
        'The cotton is dyed in the yarn, so that the inside of a fold is no paler.',
        '면은 실을 먼저 물들여 접힌 안쪽도 색이 같습니다.',
      ),
    ],
    care: clothCare,
  },
  canvas: {
    craft: 'cloth',
    cost: 0.95,
    colours: ['natural', 'ink', 'moss', 'indigo', 'ochre', 'vermilion'],
    said: [
      text(
        'The canvas is stiff for a month and loyal for ten years.',
        '캔버스는 한 달은 뻣뻣하고, 그 뒤로 십 년은 편안합니다.',
      ),
      text(
        'Waxed on the outside: rain stays on top and can be shaken off at the door.',
        '겉에 왁스를 먹여 비가 스미지 않습니다. 문 앞에서 털면 됩니다.',
      ),
    ],
    care: text('Brush, or wash cold by hand.', '솔로 털거나 찬물에 손으로 빱니다.'),
  },
  silk: {
    craft: 'cloth',
    cost: 1.5,
    colours: ['ink', 'plum', 'mist', 'blush', 'celadon', 'ivory'],
    said: [
      text(
        'The silk is of the heavier kind that does not slide off things.',
        '미끄러져 내리지 않는 두꺼운 실크를 썼습니다.',
      ),
      text(
        'Silk takes dye deeper than any other thread, and changes with the hour.',
        '실크는 어떤 실보다 물을 깊이 먹고, 시간 따라 빛이 달라집니다.',
      ),
    ],
    care: text('Cold water, mild soap, no wringing.', '찬물에 순한 비누로 빨고 비틀지 않습니다.'),
  },
  wool: {
    craft: 'cloth',
    cost: 1.2,
    colours: ['stone', 'ochre', 'plum', 'moss', 'indigo', 'vermilion', 'ivory'],
    said: [
      text(
        'The wool is spun in the grease and washed afterwards, which keeps it soft.',
        '기름이 남은 채로 실을 잣고 나중에 씻어 부드럽습니다.',
      ),
      text(
        'Wool sheds water and most of a spilled coffee, if you are quick.',
        '울은 물을 튕겨 냅니다. 빠르기만 하면 쏟은 커피도 거의 막습니다.',
      ),
    ],
    care: text('Air often; wash cold with wool soap.', '자주 바람을 쐬고 울 세제로 찬물에 빱니다.'),
  },
  felt: {
    craft: 'cloth',
    cost: 0.9,
    colours: ['stone', 'ink', 'moss', 'vermilion', 'indigo', 'plum'],
    said: [
      text(
        'Felt is wool that has been wet, beaten and forgiven.',
        '펠트는 울을 적시고 두드리고 달랜 것입니다.',
      ),
      text(
        'It is three millimetres thick and cut clean, since felt has no threads to unravel.',
        '두께는 3밀리미터, 풀릴 올이 없어 자른 그대로가 마감입니다.',
      ),
    ],
    care: text('Steam and brush; do not wash.', '스팀을 쐬고 솔질합니다. 빨지 않습니다.'),
  },
  leather: {
    craft: 'leather',
    cost: 1.6,
    colours: ['walnut', 'ink', 'natural', 'plum', 'moss'],
    said: [
      text(
        'Tanned in bark for six weeks; the first scratch hurts and the hundredth is patina.',
        '나무껍질 물에 여섯 주를 담가 무두질했습니다. 첫 흠집은 아프지만 백 번째부터는 멋입니다.',
      ),
      text(
        'The leather is left full-grain, so an insect bite from some summer may be seen.',
        '가죽 겉면을 깎아 내지 않아 어느 여름 벌레 물린 자국이 보일 수도 있습니다.',
      ),
    ],
    care: text(
      'A little balm twice a year; dry away from heat.',
      '한 해에 두 번 밤을 바르고, 열을 피해 말립니다.',
    ),
  },
  straw: {
    craft: 'cloth',
    cost: 0.9,
    colours: ['natural', 'walnut', 'ink', 'ivory'],
    said: [
      text(
        'The straw is cut green, bleached on grass and plaited damp.',
        '밀짚은 푸를 때 베어 풀밭에서 바래고 축축할 때 땋습니다.',
      ),
      text(
        'New straw smells of August and keeps doing so for a year.',
        '새 밀짚에서는 팔월 냄새가 나고, 한 해쯤 갑니다.',
      ),
    ],
    care: text('Brush; reshape over steam.', '솔로 털고 증기로 모양을 잡습니다.'),
  },
  paper: {
    craft: 'paper',
    cost: 0.8,
    colours: ['ivory', 'ink', 'vermilion', 'moss', 'indigo', 'ochre'],
    said: [
      text(
        'The cover board is dyed in the pulp, so a worn corner stays the same colour.',
        '펄프째 물들인 판지라 모서리가 닳아도 색이 같습니다.',
      ),
      text(
        'Paper made without acid, for whoever reads it in two hundred years.',
        '산을 쓰지 않은 종이입니다. 이백 년 뒤에 읽을 누군가를 위해.',
      ),
    ],
    care: text('Keep dry. Fill.', '물을 피하고, 채워 쓰세요.'),
  },
  hanji: {
    craft: 'paper',
    cost: 1.15,
    colours: ['ivory', 'vermilion', 'indigo', 'celadon', 'ochre'],
    said: [
      text(
        'Hanji is beaten from mulberry bark and laid in two directions; try to tear it.',
        '한지는 닥나무 껍질을 두드려 가로세로로 떠냅니다. 한번 찢어 보세요.',
      ),
      text(
        'Light comes through hanji as through a cloud, without a bright spot.',
        '한지를 지난 빛은 구름을 지난 빛처럼 고릅니다.',
      ),
    ],
    care: text(
      'Dust with a feather; patch with rice paste.',
      '깃털로 먼지를 털고, 찢어지면 밥풀로 때웁니다.',
    ),
  },
  beeswax: {
    craft: 'wax',
    cost: 1,
    colours: ['ochre', 'ivory', 'vermilion', 'moss', 'plum'],
    said: [
      text(
        'The wax is filtered through cloth and keeps its own smell, which is faint.',
        '밀랍은 천에 걸러 제 향만 남겼습니다. 아주 옅습니다.',
      ),
      text(
        'A white bloom on cold mornings is the beeswax itself; rub it and it goes.',
        '추운 아침 겉에 피는 흰 가루는 밀랍입니다. 문지르면 사라집니다.',
      ),
    ],
    care: text('Burn for an hour at least, never alone.', '한 번 켜면 한 시간 이상, 자리를 비우지 않습니다.'),
  },
  bioplastic: {
    craft: 'circuit',
    cost: 0.7,
    colours: ['vermilion', 'ivory', 'celadon', 'ochre', 'ink', 'mist'],
    said: [
      text(
        'The plastic was castor beans; it is coloured through and can be ground up and moulded again.',
        '이 플라스틱은 피마자였습니다. 속까지 색이 같고, 갈아서 다시 찍을 수 있습니다.',
      ),
      text(
        'A matt skin hides fingerprints, including those of whoever is not allowed to touch it.',
        '무광 표면이 지문을 감춰 줍니다. 만지면 안 되는 사람의 것까지.',
      ),
    ],
    care: text('Wipe with a soft damp cloth.', '부드러운 젖은 천으로 닦습니다.'),
  },
};
