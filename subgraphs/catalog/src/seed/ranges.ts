/** The ten ranges, in the order of the shop's navigation, and the design that its lead story is about. */

import type { Range } from './range.ts';
import { desk } from './ranges/desk.ts';
import { furniture } from './ranges/furniture.ts';
import { garden } from './ranges/garden.ts';
import { kitchen } from './ranges/kitchen.ts';
import { lighting } from './ranges/lighting.ts';
import { play } from './ranges/play.ts';
import { sound } from './ranges/sound.ts';
import { tableware } from './ranges/tableware.ts';
import { textile } from './ranges/textile.ts';
import { wear } from './ranges/wear.ts';

export const ranges: readonly Range[] = [
  furniture,
  lighting,
  tableware,
  kitchen,
  desk,
  sound,
  textile,
  wear,
  garden,
  play,
];

export const leadDesign = 'moon jar';
