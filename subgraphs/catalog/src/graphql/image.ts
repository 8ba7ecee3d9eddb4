import { parsePictureName, pictureAlt, pictureSize } from '../art/picture.ts';
import type { ImageResolvers } from '../generated/graphql.ts';
import { languageOf } from './arguments.ts';

/** A picture by its name. */
export type Picture = string;

export const image: ImageResolvers = {
  url: (name) => `/media/${name}.svg`,
  width: () => pictureSize.width,
  height: () => pictureSize.height,
  alt: (name, { locale }) => {
    const spec = parsePictureName(name);
    return spec ? pictureAlt(spec, languageOf(locale)) : '';
  },
};
