import { inks } from '../palette.ts';
import { box, type Drawing, each, flat, line, oval, path } from '../pen.ts';

const { ink, paper, wood, woodShade, steel } = inks;

export const kitchen = {
  pan: {
    noun: { en: 'pan', ko: '팬' },
    stands: 'plinth',
    foot: 128,
    focus: [150, 340],
    draw: ({ form, round, base, shade, light }) =>
      form === 1
        ? line('M270 330L352 236', 20, shade) +
          line('M266 328L348 234', 13, base) +
          flat(oval(346, 238, 4), inks.paper) +
          round(path('M54 322h260q-4 70-40 88H94q-36-18-40-88z')) +
          flat(oval(184, 322, 130, 46), light) +
          flat(oval(184, 326, 118, 38), shade) +
          flat(path('M126 330q-6-22 30-24 14-14 36 0 32 2 22 22-8 18-36 12-40 10-52-10z'), '#fbf4e4') +
          flat(oval(170, 322, 15, 11), '#e0a03a')
        : line('M288 312h84', 15, shade) +
          flat(box(322, 303, 60, 18, 9), woodShade) +
          round(path('M84 282h208v106q0 22-22 22H106q-22 0-22-22z')) +
          flat(path('M76 274h224v14H76z'), light) +
          round(path('M84 274q14-38 104-38t104 38z'), base) +
          line('M166 236v-16h44v16', 9, woodShade),
  },
  pot: {
    noun: { en: 'pot', ko: '냄비' },
    stands: 'plinth',
    foot: 124,
    focus: [150, 320],
    draw: ({ form, round, base, shade, light }) =>
      form === 1
        ? line('M88 306H56q-14 0-14 14t14 14h32M312 306h32q14 0 14 14t-14 14h-32', 13, shade) +
          round(path('M78 276h244v100q0 34-34 34H112q-34 0-34-34z')) +
          flat(box(70, 268, 260, 14, 7), light) +
          round(path('M80 268q12-52 120-52t120 52z'), base) +
          round(path('M182 216q-8-26 18-26t18 26z'), shade)
        : line('M104 258Q104 140 200 140T296 258', 6, ink) +
          flat(path('M84 284h-22v22h22M316 284h22v22h-22'), shade) +
          round(path('M82 262h236q2 148-78 148h-80q-80 0-78-148z')) +
          flat(oval(200, 262, 118, 26), light) +
          flat(oval(200, 264, 106, 19), base) +
          line('M182 256h36', 8, woodShade),
  },
  knife: {
    noun: { en: 'knife', ko: '칼' },
    stands: 'wall',
    focus: [200, 300],
    draw: ({ form, skin, base, shade }) =>
      (form === 1
        ? flat(path('M176 70q62 60 54 220h-54z'), '#dcdad2') + flat(path('M176 70q24 90 22 220h-22z'), steel)
        : form === 2
          ? flat(path('M156 84h88v206h-88z'), '#dcdad2') +
            flat(path('M156 84h30v206h-30z'), steel) +
            flat(oval(168, 102, 6), '#8f8c85')
          : flat(path('M184 110q34 40 32 180h-32z'), '#dcdad2') +
            flat(path('M184 110q14 70 14 180h-14z'), steel)) +
      flat(path('M178 288h44v16h-44z'), '#a5813c') +
      skin(path('M178 304h44l4 120q-2 16-26 16t-26-16z')) +
      flat(path('M206 304h16l4 120q-2 16-20 16z'), shade) +
      flat(oval(199, 336, 4), paper) +
      flat(oval(199, 396, 4), paper) +
      line('M178 304h44', 2, base),
  },
  board: {
    noun: { en: 'cutting board', ko: '도마' },
    stands: 'wall',
    focus: [200, 290],
    draw: ({ form, skin, shade, light, ground }) =>
      form === 1
        ? skin(
            path(
              'M104 200q0-22 22-22h44V96q0-30 30-30t30 30v82h44q22 0 22 22v226q0 22-22 22H126q-22 0-22-22z',
            ),
          ) +
          line('M112 200q0-14 14-14h52', 3, light) +
          flat(path('M104 418q0 30 22 30h148q22 0 22-22v-8q0 16-22 16H126q-22 0-22-16z'), shade) +
          flat(oval(200, 102, 10), ground)
        : form === 2
          ? line('M200 70V190', 38, shade) +
            skin(oval(200, 308, 132)) +
            skin(path('M180 90q0-20 20-20t20 20v120h-40z')) +
            line('M98 250a118 118 0 0 1 90-60', 3, light) +
            flat(oval(200, 96, 8), ground)
          : skin(path('M84 130h232v270H84z')) +
            each([162, 238], (x) => line(`M${x} 130V400`, 2, shade)) +
            flat(path('M84 400h232v14H84z'), shade) +
            line('M100 152h200v226H100z', 5, shade) +
            flat(box(262, 150, 34, 12, 6), ground),
  },
  kettle: {
    noun: { en: 'kettle', ko: '주전자' },
    stands: 'plinth',
    foot: 104,
    focus: [180, 330],
    draw: ({ form, round, base, shade, light }) =>
      form === 1
        ? line('M108 372Q54 366 70 300t-22-84', 12, shade) +
          line('M270 260h64v106', 15, ink) +
          round(path('M124 240h136l34 152q2 18-16 18H106q-18 0-16-18z')) +
          flat(box(118, 230, 148, 14, 7), light) +
          round(path('M134 230q58-26 116 0z'), shade) +
          flat(oval(192, 208, 13, 11), woodShade)
        : line('M112 290Q104 130 200 130T288 290', 12, ink) +
          line('M150 144q46-24 98 0', 17, woodShade) +
          flat(path('M116 338L44 268l18-18 86 40z'), shade) +
          round(path('M84 386q0-128 116-128t116 128q0 24-26 24H110q-26 0-26-24z')) +
          flat(oval(200, 262, 52, 12), light) +
          flat(oval(200, 260, 38, 8), base) +
          round(oval(200, 244, 12, 11), ink),
  },
  jar: {
    noun: { en: 'storage jar', ko: '저장용기' },
    stands: 'plinth',
    foot: 112,
    focus: [160, 330],
    draw: ({ form, round, light, shade }) =>
      form === 1
        ? round(path('M76 220h140v174q0 16-16 16H92q-16 0-16-16z')) +
          flat(box(72, 204, 148, 20, 6), light) +
          flat(path('M86 176h120v30H86z'), wood) +
          flat(path('M174 176h32v30h-32z'), woodShade) +
          round(path('M226 298h100v100q0 12-12 12h-76q-12 0-12-12z')) +
          flat(box(222, 286, 108, 16, 5), light) +
          flat(path('M234 264h84v24h-84z'), wood) +
          flat(path('M296 264h22v24h-22z'), woodShade) +
          flat(box(112, 280, 66, 46), paper) +
          line('M124 298h42M124 310h28', 2, ink)
        : round(path('M132 206q-40 14-40 60v112q0 32 32 32h152q32 0 32-32V266q0-46-40-60z')) +
          flat(path('M94 300h212v16H94z'), shade) +
          flat(box(124, 192, 152, 18, 9), light) +
          round(path('M134 192q8-40 66-40t66 40z'), shade) +
          round(oval(200, 142, 16, 14)),
  },
} as const satisfies Record<string, Drawing>;
