import { inks } from '../palette.ts';
import { box, type Drawing, each, flat, group, line, oval, path } from '../pen.ts';

const { ink, paper, accent, wood, woodShade, steel } = inks;

export const desk = {
  notebook: {
    noun: { en: 'notebook', ko: '노트' },
    stands: 'wall',
    focus: [200, 170],
    draw: ({ form, skin, base, shade, light }) =>
      group(
        form === 1
          ? flat(box(104, 96, 204, 300, 6), '#e6dac3') +
              skin(box(98, 90, 204, 300, 6)) +
              flat(path('M98 96q0-6 6-6h20v300h-20q-6 0-6-6z'), shade) +
              line('M280 90V390', 6, base === accent ? ink : accent) +
              flat(box(150, 138, 104, 62), paper) +
              line('M166 158h72M166 174h46', 2) +
              line('M214 390v34', 5, accent)
          : form === 2
            ? flat(box(106, 96, 204, 300, 4), '#e6dac3') +
              skin(box(98, 90, 204, 300, 4)) +
              flat(path('M98 316h204v70q0 4-4 4H102q-4 0-4-4z'), shade) +
              each(
                [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
                (n) =>
                  flat(oval(114, 110 + n * 29, 5), ink) +
                  line(`M114 ${110 + n * 29}q-26-12-24 4 4 8 18 2`, 3, steel),
              ) +
              line('M150 136h92M150 150h56', 3, light)
            : flat(box(116, 104, 196, 290, 3), shade) +
              flat(box(108, 97, 196, 290, 3), '#e6dac3') +
              skin(box(98, 90, 196, 290, 3)) +
              line(
                'M118 90V380M104 124h14M104 172h14M104 220h14M104 268h14M104 316h14M104 350h14',
                2.5,
                base === accent ? paper : accent,
              ) +
              flat(box(236, 112, 36, 116), paper) +
              line('M246 126v60M256 126v44', 2),
        'rotate(-6 200 240)',
      ),
  },
  pen: {
    noun: { en: 'pen', ko: '펜' },
    stands: 'wall',
    focus: [200, 330],
    draw: ({ form, skin, base, shade, light }) =>
      group(
        form === 1
          ? flat(path('M190 356h20l-8 58h-4z'), '#d8b25c') +
              line('M200 378V408', 1.5) +
              flat(path('M184 326h32l-6 32h-20z'), ink) +
              skin(path('M178 70q0-14 22-14t22 14v258h-44z')) +
              flat(path('M206 57q16 2 16 13v258h-16z'), shade) +
              flat(box(176, 206, 48, 9), '#c59c4e') +
              flat(path('M192 74h10v104q-5 14-10 0z'), '#c59c4e')
          : form === 2
            ? flat(path('M190 362h20l-8 42h-4z'), steel) +
              skin(box(182, 106, 36, 258, 4)) +
              flat(box(206, 106, 12, 258), shade) +
              flat(box(193, 70, 14, 38, 5), steel) +
              flat(box(182, 232, 36, 6), light) +
              line('M212 116v88', 6, steel)
            : each(
                [
                  [140, base, shade],
                  [200, accent, '#9b3120'],
                  [260, wood, woodShade],
                ] as const,
                ([x, lit, dark], at) =>
                  flat(path(`M${x - 15} 340h30l-15 66z`), '#ead6b4') +
                  flat(path(`M${x - 5} 384h10l-5 22z`), ink) +
                  (at === 0 ? skin(box(x - 15, 96, 30, 246), lit) : flat(box(x - 15, 96, 30, 246), lit)) +
                  flat(box(x + 4, 96, 11, 246), dark) +
                  flat(box(x - 15, 84, 30, 14), steel),
              ),
        'rotate(28 200 250)',
      ),
  },
  folder: {
    noun: { en: 'folder', ko: '폴더' },
    stands: 'wall',
    focus: [170, 230],
    draw: ({ form, skin, base, shade }) =>
      form === 1
        ? flat(path('M76 150h92l16-24h140v262H76z'), shade) +
          flat(path('M92 140h212v240H92z'), paper) +
          line('M110 160h120M110 174h150M110 188h96', 2, '#b9a98d') +
          skin(path('M70 206h260v190q0 6-6 6H76q-6 0-6-6z')) +
          flat(path('M70 206h260v9H70z'), shade) +
          flat(box(150, 276, 100, 54), paper) +
          line('M166 294h68M166 308h44', 2)
        : skin(box(90, 90, 220, 308, 4)) +
          flat(path('M90 386h220v8q0 4-4 4H94q-4 0-4-4z'), shade) +
          flat(path('M90 90h220v118q-110 56-220 0z'), shade) +
          skin(path('M90 90h220v106q-110 56-220 0z')) +
          flat(oval(200, 222, 12), base === accent ? ink : accent) +
          flat(oval(200, 278, 12), base === accent ? ink : accent) +
          line('M200 222q-14 28 0 56t0-56', 2.5, paper),
  },
  tray: {
    noun: { en: 'desk tray', ko: '데스크 트레이' },
    stands: 'plinth',
    foot: 136,
    focus: [150, 340],
    draw: ({ form, skin, shade, light }) =>
      form === 1
        ? each(
            [396, 330, 264],
            (y) =>
              flat(path(`M62 ${y}h226l52-44H114z`), shade) +
              flat(path(`M88 ${y - 8}h188l44-36H132z`), paper) +
              line(`M122 ${y - 26}h96M116 ${y - 19}h70`, 1.5, '#b9a98d') +
              skin(path(`M62 ${y - 14}h226v28H62z`)) +
              flat(path(`M288 ${y - 14}l52-44v26l-52 46z`), shade),
          ) + line('M72 270V404M278 270V404', 7, shade)
        : skin(path('M44 366h252l60-58H108z'), light) +
          flat(path('M64 358h224l46-44H116z'), shade) +
          flat(path('M120 352l92-36 8 4-90 36z'), accent) +
          flat(path('M92 352l84-34 10 3-80 34z'), ink) +
          flat(oval(262, 334, 24, 10), paper) +
          flat(path('M238 328q0-22 24-22t24 22v6q-24 16-48 0z'), wood) +
          skin(path('M44 366h252v34q0 8-8 8H52q-8 0-8-8z')) +
          flat(path('M296 366l60-58v30l-60 66z'), shade),
  },
  cup: {
    noun: { en: 'pencil cup', ko: '연필꽂이' },
    stands: 'plinth',
    foot: 92,
    focus: [180, 330],
    draw: ({ form, round, light, shade }) =>
      line('M164 290L138 128', 13, '#d6a243') +
      flat(path('M131 132l14-3-10-22z'), ink) +
      line('M196 290L202 112', 13, accent) +
      flat(path('M195 114h14l-7-24z'), ink) +
      line('M228 290L262 146', 13, '#374a72') +
      flat(path('M255 146l14 3 0-24z'), ink) +
      line('M246 290L300 210', 6, steel) +
      (form === 1
        ? flat(oval(200, 266, 86, 20), shade) +
          round(path('M114 266q86 34 172 0v132q0 12-12 12H126q-12 0-12-12z')) +
          line('M114 266q86 34 172 0', 4, light)
        : round(path('M106 262h128v136q0 12-12 12H118q-12 0-12-12z')) +
          flat(path('M234 306h66v92q0 12-12 12h-54z'), shade) +
          flat(path('M106 262h128v8H106zM234 306h66v7h-66z'), light)),
  },
} as const satisfies Record<string, Drawing>;
