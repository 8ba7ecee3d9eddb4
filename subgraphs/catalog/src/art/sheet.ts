/** The three sheets that an object is printed on: whole on its ground, close to its material, and set in the arcade. */
import { textureDefinition } from './materials.ts';
import { inks, mix } from './palette.ts';
import { box, type Drawing, flat, group, line, oval, type Pen, path } from './pen.ts';

export const sheet = { width: 800, height: 1000 } as const;

const { ink, paper, accent } = inks;

const sideShade =
  '<linearGradient id="s"><stop offset="66%" stop-color="#2b2523" stop-opacity="0"/><stop offset="66%" stop-color="#2b2523" stop-opacity=".17"/></linearGradient>';
/** The object's own outline, thrown flat upon the wall behind it. */
const castShadow =
  '<filter id="c" x="-20%" y="-20%" width="150%" height="150%"><feDropShadow dx="11" dy="13" stdDeviation="0" flood-color="#2b2523" flood-opacity=".16"/></filter>';

function print(pen: Pen, content: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 400 500">` +
    `<defs>${textureDefinition(pen.texture, pen.shade.slice(0, 7))}${sideShade}${castShadow}</defs>` +
    `<g stroke-linecap="round" stroke-linejoin="round">${content}</g></svg>`
  );
}

const contact = (foot: number) =>
  flat(oval(216, 410, foot * 1.12, Math.max(9, foot * 0.11)), ink, 0.16) +
  flat(oval(203, 410, foot * 0.9, Math.max(5, foot * 0.05)), ink, 0.2);

/** Grown or shrunk to its size about the place where it stands or hangs. */
const atSize = (content: string, scale: number, y: number) =>
  scale === 1
    ? content
    : group(content, `translate(${200 * (1 - scale)} ${Math.round(y * (1 - scale))})scale(${scale})`);

function standing(drawing: Drawing, pen: Pen): string {
  const object = drawing.draw(pen);
  switch (drawing.stands) {
    case 'floor':
    case 'plinth':
      return contact(drawing.foot) + object;
    case 'wall':
      return `<g filter="url(#c)">${object}</g>`;
    case 'hung':
      return object;
  }
}

const anchor = { floor: 410, plinth: 410, wall: 250, hung: 0 } as const;

export function front(drawing: Drawing, pen: Pen, scale: number): string {
  const floor =
    drawing.stands === 'wall' || drawing.stands === 'hung'
      ? ''
      : flat(box(0, 362, 400, 138), mix(pen.ground, '#8a6f52', 0.16));
  return print(
    pen,
    flat(box(0, 0, 400, 500), pen.ground) +
      floor +
      atSize(standing(drawing, pen), scale, anchor[drawing.stands]),
  );
}

export function detail(drawing: Drawing, pen: Pen): string {
  const [x, y] = drawing.focus;
  const zoom = 2.3;
  return print(
    pen,
    flat(box(0, 0, 400, 500), mix(pen.ground, pen.base.slice(0, 7), 0.28)) +
      group(
        drawing.draw(pen),
        `translate(${Math.round(190 - x * zoom)} ${Math.round(230 - y * zoom)})scale(${zoom})`,
      ) +
      flat(oval(326, 426, 50), paper) +
      pen.skin(oval(326, 426, 44)),
  );
}

const arch = (half: number, spring: number, foot: number) =>
  path(`M${200 - half} ${foot}V${spring}a${half} ${half} 0 0 1 ${2 * half} 0V${foot}z`);

function arcade(pen: Pen): string {
  const wall = mix(pen.ground, '#9a7b58', 0.22);
  return (
    flat(box(0, 0, 400, 500), wall) +
    flat(box(0, 418, 400, 82), mix(wall, ink, 0.13)) +
    flat(arch(164, 196, 418), mix(wall, ink, 0.12)) +
    flat(arch(150, 200, 418), mix(pen.ground, paper, 0.3)) +
    flat(arch(104, 226, 394), mix(wall, ink, 0.06)) +
    flat(arch(94, 230, 394), mix(pen.ground, paper, 0.6)) +
    flat(arch(58, 248, 378), mix(wall, paper, 0.25)) +
    flat(arch(50, 251, 378), '#fffaf0') +
    flat(path('M50 418h300l-56-24h-38l-6-16H150l-6 16h-38z'), mix(wall, ink, 0.06)) +
    line(
      'M50 418L0 456M350 418L400 456M148 418L110 500M252 418L290 500M0 452H400',
      1.5,
      mix(wall, ink, 0.26),
    ) +
    flat(path('M184 30h32l-6 38h-20z'), accent)
  );
}

function niche(pen: Pen): string {
  const wall = mix(pen.ground, '#9a7b58', 0.22);
  return (
    flat(box(0, 0, 400, 500), wall) +
    flat(arch(164, 196, 450), mix(wall, ink, 0.14)) +
    flat(arch(150, 200, 450), mix(pen.ground, paper, 0.25)) +
    flat(box(0, 450, 400, 50), mix(wall, ink, 0.13)) +
    flat(box(24, 440, 352, 12), mix(wall, paper, 0.35)) +
    flat(path('M184 30h32l-6 38h-20z'), accent)
  );
}

export function setting(drawing: Drawing, pen: Pen, scale: number): string {
  const object = standing(drawing, pen);
  const place = (by: number, y: number) => {
    const size = by * scale;
    const x = Math.round(200 * (1 - size));
    return group(
      object,
      `translate(${x} ${Math.round(y - anchor[drawing.stands] * size)})scale(${size.toFixed(3)})`,
    );
  };
  switch (drawing.stands) {
    case 'floor':
      return print(pen, arcade(pen) + place(0.78, 462));
    case 'plinth':
      return print(
        pen,
        arcade(pen) +
          flat(path('M112 352h176v130H112z'), mix(pen.ground, paper, 0.5)) +
          flat(path('M256 352h32v130h-32z'), mix(pen.ground, ink, 0.2)) +
          flat(box(100, 340, 200, 16), mix(pen.ground, paper, 0.75)) +
          flat(box(100, 352, 200, 4), mix(pen.ground, ink, 0.25)) +
          place(0.6, 342),
      );
    case 'wall':
      return print(pen, niche(pen) + place(0.66, 256));
    case 'hung':
      return print(pen, arcade(pen) + place(0.74, 52));
  }
}
