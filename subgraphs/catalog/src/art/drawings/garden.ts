import { inks } from '../palette.ts';
import { type Drawing, each, flat, group, line, oval, path } from '../pen.ts';

const { ink, leaf, leafShade, wood, woodShade, accent } = inks;
const frond = (x: number, y: number, turn: number, scale: number, colour: string) =>
  group(
    flat(path('M0 0q-34-44-6-112 32 60 6 112z'), colour) + line('M0 0q-4-50-4-96', 1.5, leafShade),
    `translate(${x} ${y})rotate(${turn})scale(${scale})`,
  );

export const garden = {
  planter: {
    noun: { en: 'planter', ko: '화분' },
    stands: 'plinth',
    foot: 92,
    focus: [180, 340],
    draw: ({ form, round, shade, light }) =>
      (form === 1
        ? each(
            [
              [-58, 1, leafShade],
              [54, 1, leafShade],
              [-30, 1.4, leaf],
              [30, 1.35, leafShade],
              [0, 1.65, leaf],
              [-80, 0.8, leaf],
              [78, 0.8, leaf],
            ] as const,
            ([turn, scale, colour]) => frond(200, 284, turn, scale, colour),
          )
        : form === 2
          ? flat(path('M164 284q-8-150 14-186 30-8 42 20 10 90 4 166z'), leaf) +
            flat(path('M204 284q8-100 8-160 12 4 12 20 8 80 0 140z'), leafShade) +
            flat(
              path('M222 220q42 8 44-40 12-10 22 4 0 74-66 66zM166 240q-46 6-46-44-12-10-20 4-4 76 66 66z'),
              leaf,
            ) +
            line('M178 120v150M194 116v160', 2, leafShade) +
            flat(oval(196, 94, 12, 9), accent)
          : line('M200 284Q190 190 216 120M202 230q-30-20-52-60M206 200q30-14 54-50', 5, woodShade) +
            each(
              [
                [216, 118, 52],
                [146, 166, 38],
                [264, 148, 40],
                [184, 148, 30],
              ] as const,
              ([x, y, r], at) => flat(oval(x, y, r, r * 0.72), at % 2 ? leafShade : leaf),
            )) +
      (form === 2
        ? round(path('M108 280h184q-2 112-48 130h-88q-46-18-48-130z')) +
          flat(oval(200, 280, 92, 15), light) +
          flat(oval(200, 282, 80, 10), '#5b4334')
        : round(path('M122 316h156l-16 94H138z')) +
          round(path('M110 276h180v40H110z')) +
          flat(path('M122 316h156l-2 9H124z'), shade)),
  },
  watering: {
    noun: { en: 'watering can', ko: '물뿌리개' },
    stands: 'plinth',
    foot: 112,
    focus: [220, 330],
    draw: ({ form, round, base, shade, light }) =>
      form === 1
        ? line('M276 274q66-54 72 24 0 60-70 86', 11, shade) +
          flat(path('M146 384L58 226l16-8 84 110z'), shade) +
          flat(path('M34 238l56-44 8 10-54 46z'), light) +
          round(path('M140 262h140l12 148H128z')) +
          flat(oval(210, 262, 70, 14), light) +
          flat(path('M210 262q0 14-70 0 0-14 70-14z'), shade) +
          line('M152 262Q158 178 214 178T272 262', 9, base)
        : line('M250 250q90-70 90 20 0 70-76 110', 8, '#8c682a') +
          line('M150 372Q96 350 88 250T34 150', 9, shade) +
          round(path('M132 352q0-84 78-84t78 84q0 58-40 58h-76q-40 0-40-58z')) +
          round(path('M186 236h48v36h-48z'), base) +
          flat(oval(210, 236, 24, 6), light),
  },
  vase: {
    noun: { en: 'vase', ko: '꽃병' },
    stands: 'plinth',
    foot: 84,
    focus: [180, 300],
    draw: ({ form, round, light, shade }) =>
      form === 1
        ? line('M200 230Q190 140 150 70M202 230Q214 150 262 96M196 150q-22-6-40-4', 4, woodShade) +
          each(
            [
              [150, 70],
              [164, 106],
              [140, 146],
              [262, 96],
              [240, 124],
              [226, 166],
            ] as const,
            ([x, y], at) => flat(oval(x, y, at % 2 ? 9 : 13), at % 3 ? accent : '#dfab96'),
          ) +
          round(path('M182 212h36v54q58 22 58 84 0 46-34 60h-84q-34-14-34-60 0-62 58-84z')) +
          flat(oval(200, 212, 18, 5), shade)
        : form === 2
          ? flat(path('M166 404h68v6h-68z'), shade) +
            round(path('M170 184h60l4 12q84 30 84 108t-80 102h-76q-80-24-80-102t84-108z')) +
            flat(oval(200, 184, 30, 7), light) +
            flat(oval(200, 185, 23, 4.5), shade) +
            line('M84 306q116 16 232 0', 1.6, shade, 0.6)
          : frond(196, 210, -16, 1.1, leaf) +
            frond(204, 210, 18, 1.25, leafShade) +
            frond(200, 210, 46, 0.8, leaf) +
            round(path('M160 206h80v14l-14 20 40 20v150H134V260l40-20-14-20z')) +
            flat(path('M134 332h132v14H134z'), light) +
            flat(oval(200, 206, 40, 8), shade),
  },
  birdhouse: {
    noun: { en: 'birdhouse', ko: '새집' },
    stands: 'hung',
    focus: [200, 260],
    draw: ({ form, skin, shade, base, light }) =>
      line('M200 0V157', 3, ink) +
      (form === 1
        ? flat(path('M270 210h24v172h-24z'), shade) +
          skin(path('M118 214l80-76 78 76v168H118z')) +
          flat(path('M92 226L198 118l104 108-14 16-90-92-92 92z'), base === wood ? '#7d5339' : wood) +
          flat(path('M198 118l18-6 104 108-18 8z'), woodShade) +
          flat(oval(197, 258, 32), ink) +
          line('M197 312v26', 8, woodShade) +
          flat(path('M104 382h188v12H104z'), shade)
        : skin(path('M106 380V250q0-94 94-94t94 94v130z')) +
          flat(path('M264 182q30 26 30 68v130h-30z'), shade) +
          flat(path('M150 380v-96q0-46 44-46t44 46v96z'), ink) +
          flat(path('M92 380h216v14H92z'), light) +
          flat(path('M184 364q-20-4-22-24 8-16 26-12 20-18 36 0l14 4-14 6q-2 24-28 26z'), accent) +
          flat(oval(216, 332, 2.5), ink)),
  },
} as const satisfies Record<string, Drawing>;
