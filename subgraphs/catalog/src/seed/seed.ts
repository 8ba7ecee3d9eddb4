/** Everything that the shop opens with. */
import { materials } from '../art/materials.ts';
import { colours } from '../art/palette.ts';
import { pictureName } from '../art/picture.ts';
import type { Lead, SeedCatalogue } from '../domain/product.ts';
import { sizes } from './measures.ts';
import { defaultCount, defaultSeed, seedProduct, seedProducts } from './products.ts';
import { text } from './range.ts';
import { ranges } from './ranges.ts';

const leadTexts: Omit<Lead, 'product'> = {
  title: text('Two bowls make a moon', '사발 둘이 달이 되기까지'),
  text: text(
    'A moon jar is thrown in halves, one upside down upon the other, and joined while the clay can still change its mind. The seam shows. The circle is a little off, on the left, about where you would put your hand. We have put it by the window of the north gate, where the light comes round at four.',
    '달항아리는 반쪽씩 빚습니다. 사발 하나를 다른 하나 위에 엎어, 흙이 아직 마음을 바꿀 수 있을 때 맞붙입니다. 이은 자리가 보입니다. 동그라미는 왼쪽이 조금 처졌는데, 손을 얹는다면 바로 거기일 겁니다. 북문 창가에 두었습니다. 네 시쯤 빛이 그쪽으로 돌아옵니다.',
  ),
};

/** `count` products, at least one: the first is the lead story's. */
export function seedCatalogue({ count = defaultCount, seed = defaultSeed } = {}): SeedCatalogue {
  return {
    categories: ranges.map(({ handle, name, description, cover }) => ({
      handle,
      name,
      description,
      picture: pictureName({ ...cover, scale: 'm', view: 'setting' }),
    })),
    colours: colours.map(({ code, name, swatch }) => ({ code, name, swatch })),
    sizes: sizes.map(({ code, name }) => ({ code, name })),
    materials: materials.map(({ code, name }) => ({ code, name })),
    lead: { ...leadTexts, product: seedProduct(0, seed).handle },
    products: seedProducts({ count, seed }),
  };
}
