import { inks } from '../palette.ts';
import { type Drawing, each, flat, line, oval, path } from '../pen.ts';

const { paper, wood, woodShade } = inks;
const tea = '#6f3d22';

export const tableware = {
  mug: {
    noun: { en: 'mug', ko: '머그' },
    stands: 'plinth',
    foot: 100,
    focus: [190, 260],
    draw: ({ form, round, base, shade, light }) =>
      form === 1
        ? line('M278 254q70-14 70 46 0 62-84 58', 20, shade) +
          line('M278 250q66-14 66 46 0 58-80 56', 15, base) +
          round(path('M98 214h188q4 118-30 180-6 16-24 16h-80q-18 0-24-16-34-62-30-180z')) +
          flat(oval(192, 214, 94, 22), light) +
          flat(oval(192, 218, 82, 16), tea)
        : form === 2
          ? line('M272 240h40q18 0 18 18v70q0 18-18 18h-40', 17, shade) +
            round(path('M112 196h164v200q0 14-14 14H126q-14 0-14-14z')) +
            flat(path('M112 340h164v56q0 14-14 14H126q-14 0-14-14z'), paper, 0.75) +
            flat(oval(194, 196, 82, 19), light) +
            flat(oval(194, 200, 70, 13), tea)
          : round(path('M122 208h156l-14 180q-2 22-24 22h-80q-22 0-24-22z')) +
            line('M124 236h152', 3, light) +
            flat(oval(200, 208, 78, 19), light) +
            flat(oval(200, 212, 66, 13), '#8a9a55'),
  },
  bowl: {
    noun: { en: 'bowl', ko: '볼' },
    stands: 'plinth',
    foot: 96,
    focus: [170, 320],
    draw: ({ form, round, shade, light }) =>
      form === 1
        ? flat(path('M160 390h80l8 20h-96z'), shade) +
          round(path('M60 272h280q-8 122-110 124h-60Q68 394 60 272z')) +
          flat(oval(200, 272, 140, 32), light) +
          flat(oval(200, 276, 126, 25), shade)
        : form === 2
          ? each(
              [
                [410, 96],
                [356, 104],
                [302, 112],
              ] as const,
              ([y, w]) =>
                round(
                  path(`M${200 - w} ${y - 84}h${2 * w}q-6 78-${w - 36} 84h-72q-${w - 42}-6-${w - 36}-84z`),
                ) + flat(oval(200, y - 84, w, 19), light),
            ) + flat(oval(200, 221, 100, 14), shade)
          : flat(path('M158 384h84l14 26H144z'), shade) +
            round(path('M92 230h216q10 92-34 142-14 18-40 18h-68q-26 0-40-18-44-50-34-142z')) +
            flat(oval(200, 230, 108, 26), light) +
            flat(oval(200, 235, 94, 19), paper) +
            line('M262 218L342 128M250 222L322 124', 6, woodShade),
  },
  plate: {
    noun: { en: 'plate', ko: '접시' },
    stands: 'plinth',
    foot: 118,
    focus: [130, 250],
    draw: ({ form, skin, round, base, shade, light }) =>
      form === 1
        ? line('M118 408L140 330M282 408L260 330', 9, woodShade) +
          skin(oval(206, 262, 138), shade) +
          skin(oval(200, 260, 138)) +
          flat(oval(200, 260, 98), shade, 0.6) +
          skin(oval(203, 263, 95), light) +
          line('M92 410H308', 10, wood)
        : form === 2
          ? each([398, 380, 362, 344, 326], (y, at) =>
              round(
                path(`M${68 + at * 4} ${y - 8}h${264 - at * 8}q-26 20-88 20h-${88 - at * 8}q-62 0-88-20z`),
                at % 2 ? base : shade,
              ),
            ) +
            flat(oval(200, 316, 118, 27), light) +
            flat(oval(200, 319, 86, 17), base) +
            flat(path('M176 312q-8-40 24-46 32 6 24 46-24 12-48 0z'), '#d9762e') +
            line('M200 268q2-14 12-18', 3, inks.leafShade)
          : skin(oval(204, 276, 150, 128), shade) +
            skin(oval(200, 270, 150, 128)) +
            line('M200 152a140 118 0 1 0 .1 0', 5, light) +
            flat(oval(200, 272, 96, 80), light) +
            line('M150 292q24-60 96-52M172 300q20-44 84-40', 2.5, shade) +
            flat(path('M246 240q18-18 34-6-14 18-34 6zM256 260q20-8 30 8-18 10-30-8z'), shade),
  },
  teapot: {
    noun: { en: 'teapot', ko: '찻주전자' },
    stands: 'plinth',
    foot: 108,
    focus: [190, 300],
    draw: ({ form, round, base, shade, light }) =>
      form === 1
        ? line('M284 300q74-36 72 24-2 52-84 52', 16, shade) +
          flat(path('M120 330Q66 318 44 244l22-6q20 46 70 50z'), shade) +
          round(path('M100 336q0-90 100-90t100 90-64 74h-72q-64 16-64-74z')) +
          flat(path('M146 256q54-40 108 0-54 18-108 0z'), light) +
          flat(path('M146 256q54 22 108 0l-4 8q-50 18-100 0z'), shade) +
          round(oval(200, 226, 15, 14))
        : form === 2
          ? line('M122 286Q120 130 200 130t78 156', 9, woodShade) +
            line('M128 250Q134 138 200 138', 3, wood) +
            flat(path('M118 350q-44-6-66-66l18-10q24 36 58 34z'), shade) +
            round(path('M104 346q0-68 96-68t96 68-62 64h-68q-62 4-62-64z')) +
            flat(oval(200, 284, 56, 14), light) +
            flat(oval(200, 280, 44, 9), base) +
            round(oval(200, 268, 11, 10))
          : line('M270 214h50q16 0 16 18v90q0 18-18 18h-44', 14, shade) +
            flat(path('M126 300L52 208l20-10 66 50z'), shade) +
            round(path('M130 206h140l24 190q2 14-12 14H118q-14 0-12-14z')) +
            flat(oval(200, 206, 70, 16), light) +
            round(path('M150 198q50-30 100 0-50 18-100 0z'), shade) +
            round(oval(200, 174, 11, 12)),
  },
  glass: {
    noun: { en: 'glass', ko: '유리잔' },
    stands: 'plinth',
    foot: 100,
    focus: [170, 320],
    draw: ({ form, round, base, shade }) =>
      form === 1
        ? round(path('M74 246h116l-14 156q-1 8-8 8H96q-7 0-8-8z')) +
          flat(path('M82 316h100l-8 80H90z'), shade) +
          line('M74 246a58 10 0 1 0 116 0 58 10 0 1 0-116 0', 2, paper) +
          round(path('M216 208h112l-14 194q-1 8-8 8h-68q-7 0-8-8z')) +
          flat(path('M224 316h96l-8 80h-80z'), shade) +
          line('M216 208a56 10 0 1 0 112 0 56 10 0 1 0-112 0', 2, paper)
        : form === 2
          ? flat(path('M150 400q50-18 100 0v10H150z'), shade) +
            line('M200 300V400', 9, base) +
            round(path('M104 150h192q0 160-96 162-96-2-96-162z')) +
            flat(path('M112 214h176q-12 84-88 88-76-4-88-88z'), shade) +
            line('M104 150a96 14 0 1 0 192 0 96 14 0 1 0-192 0', 2, paper)
          : round(path('M166 116h68l2 92q60 30 60 112v70q0 20-20 20H124q-20 0-20-20v-70q0-82 60-112z')) +
            flat(path('M106 312h188v76q0 14-14 14H120q-14 0-14-14z'), shade) +
            line('M166 116a34 7 0 1 0 68 0 34 7 0 1 0-68 0M166 176h68', 2, paper) +
            flat(oval(200, 104, 22, 20), wood),
  },
} as const satisfies Record<string, Drawing>;
