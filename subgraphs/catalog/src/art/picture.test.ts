import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { colours } from './palette.ts';
import {
  drawings,
  drawPicture,
  type PictureSpec,
  parsePictureName,
  pictureAlt,
  pictureName,
  views,
} from './picture.ts';

const chair: PictureSpec = {
  type: 'chair',
  form: 2,
  material: 'oak',
  colour: 'walnut',
  scale: 'm',
  view: 'front',
};

test('a name tells all that is drawn, and is read back', () => {
  expect(pictureName(chair)).toBe('chair2-oak-walnut-m-front-v1');
  expect(parsePictureName(pictureName(chair))).toEqual(chair);
});

test.each([
  'chair4-oak-walnut-m-front-v1',
  'throne1-oak-walnut-m-front-v1',
  'constructor1-oak-walnut-m-front-v1',
  'chair1-cheese-walnut-m-front-v1',
  'chair1-oak-mauve-m-front-v1',
  'chair1-oak-walnut-x-front-v1',
  'chair1-oak-walnut-m-back-v1',
  'chair1-oak-walnut-m-front-v2',
  'chair1-oak-walnut-m-front-v1.svg',
  '',
])('%j is no picture', (name) => {
  expect(parsePictureName(name)).toBeUndefined();
});

test('every colour gives another drawing of the same thing', () => {
  const drawn = new Set(colours.map(({ code }) => drawPicture({ ...chair, colour: code })));
  expect(drawn.size).toBe(colours.length);
});

test('form, material, size and view each change the drawing', () => {
  const changes: Partial<PictureSpec>[] = [
    {},
    { form: 1 },
    { material: 'steel' },
    { scale: 's' },
    { view: 'setting' },
  ];
  const drawn = changes.map((change) => drawPicture({ ...chair, ...change }));
  expect(new Set(drawn).size).toBe(changes.length);
});

const everyDrawing = Object.keys(drawings)
  .map((word) => parsePictureName(`${word}1-oak-natural-m-front-v1`))
  .filter((spec) => spec !== undefined)
  .flatMap((spec) => [1, 2, 3].flatMap((form) => views.map((view) => ({ ...spec, form, view }))));

test('every drawing in every form and view is well-formed, alone, and at most 4 KB', () => {
  expect(everyDrawing).toHaveLength(53 * 3 * 3);
  for (const spec of everyDrawing) {
    // The speckle of stoneware is the longest texture.
    const svg = drawPicture({ ...spec, material: 'stoneware' });
    const name = pictureName(spec);
    expect(Buffer.byteLength(svg), name).toBeLessThanOrEqual(4096);
    expect(() => new SaxesParser().write(svg).close(), name).not.toThrow();
    expect(svg, name).not.toMatch(/NaN|undefined|<script|href|url\((?!#)/);
    expect(svg, name).toContain('width="800" height="1000"');
  }
});

test('is described in both languages', () => {
  expect(pictureAlt(chair, 'en')).toBe('Chair of oak in walnut');
  expect(pictureAlt({ ...chair, view: 'detail' }, 'ko')).toBe('호두색 참나무 의자, 가까이 본 모습');
});
