import { inks } from '../palette.ts';
import { box, type Drawing, each, flat, line, oval, path } from '../pen.ts';

const { ink, paper, accent, wood, woodShade } = inks;

export const play = {
  kite: {
    noun: { en: 'kite', ko: '연' },
    stands: 'wall',
    focus: [200, 190],
    draw: ({ form, skin, base, shade, light }) =>
      form === 1
        ? line('M200 330q-40 40 0 72t-20 66', 3, ink) +
          each(
            [
              [190, 362],
              [206, 402],
              [190, 440],
            ] as const,
            ([x, y], at) => flat(path(`M${x} ${y}l-22-12v24zM${x} ${y}l22-12v24z`), at % 2 ? base : accent),
          ) +
          skin(path('M200 54L306 176 200 336 94 176z')) +
          flat(path('M200 54L306 176H200z'), light) +
          flat(path('M200 336L306 176H200z'), shade) +
          line('M200 54V336M94 176H306', 3, woodShade)
        : line('M118 340q-20 60-6 120M282 340q20 60 6 120', 2, ink) +
          flat(path('M104 420l16-4 4 56-16-6zM280 416l16 4-4 50-16 4z'), base) +
          skin(path('M104 78h192v262H104z'), paper) +
          flat(path('M104 78h192v70H104z'), base) +
          flat(path('M104 280h192v60H104z'), shade) +
          flat(oval(200, 208, 42), '#e9dcc4') +
          flat(oval(200, 208, 30), base === accent ? ink : accent) +
          line('M104 78L296 340M296 78L104 340M200 78V340M104 208H158M242 208H296', 1.6, woodShade),
  },
  duck: {
    noun: { en: 'pull-along toy', ko: '끌차 장난감' },
    stands: 'plinth',
    foot: 128,
    focus: [150, 220],
    draw: ({ form, skin, base, shade, light }) =>
      line('M80 372Q44 360 40 388t-20 20', 3, ink) +
      (form === 1
        ? flat(path('M92 196l-44 18 44 14z'), '#d98a2f') +
          skin(
            path(
              'M84 206q0-54 54-54t54 54q0 36-14 54 92-8 138-38 10 116-92 130h-82q-54-8-54-66 0-26 14-40-18-14-18-40z',
            ),
          ) +
          flat(path('M316 222q10 116-92 130h-40q100-30 84-112z'), shade) +
          flat(path('M170 286q44-30 98-22-14 58-78 56-24-8-20-34z'), light) +
          flat(oval(126, 194, 7), ink)
        : skin(path('M70 250q0-46 40-46 24 0 34 20h120q56 0 56 52v70h-48v-30H142v30H94v-52q-24-6-24-44z')) +
          flat(path('M288 230q32 10 32 46v70h-48v-30l16-8z'), shade) +
          line('M316 262q36-20 20-56', 8, shade) +
          flat(path('M114 212q34-10 40 30 2 26-16 26-24-4-24-56z'), shade) +
          flat(oval(96, 240, 6), ink)) +
      skin(box(76, 350, 248, 22, 8), woodShade) +
      each(
        [122, 278],
        (x) => flat(oval(x, 378, 32), base === accent ? ink : accent) + flat(oval(x, 378, 11), wood),
      ),
  },
  puzzle: {
    noun: { en: 'puzzle', ko: '퍼즐' },
    stands: 'wall',
    focus: [200, 230],
    draw: ({ form, skin, base, shade, light }) =>
      form === 1
        ? flat(box(66, 106, 268, 268, 6), woodShade) +
          flat(box(66, 102, 268, 266, 6), wood) +
          skin(path('M82 118h236L200 236z')) +
          flat(path('M82 118v236l118-118z'), shade) +
          flat(path('M318 118v118l-59-59z'), accent === base ? paper : accent) +
          flat(path('M259 177l59 59v0l-59 59-59-59z'), light) +
          flat(path('M318 236v118h0l-59-59z'), '#d6a243') +
          flat(path('M200 236l59 59-59 59H82z'), paper) +
          flat(path('M259 295l59 59H200z'), ink) +
          line(
            'M82 118h236v236H82zL200 236 318 118M82 354L200 236M259 177L318 236 200 354M200 236L318 354',
            2,
            wood,
          )
        : flat(box(64, 104, 272, 276, 6), woodShade) +
          skin(box(70, 108, 260, 262, 4), light) +
          flat(path('M70 300q70-80 130-30t130-60v156q0 4-4 4H74q-4 0-4-4z'), base) +
          flat(path('M70 336q120-40 260 0v30q0 4-4 4H74q-4 0-4-4z'), shade) +
          flat(oval(266, 166, 26), accent === base ? '#d6a243' : accent) +
          line(
            'M135 108v40q-18-8-18 9t18 9v100q18-8 18 9t-18 9v86M200 108v86q18-8 18 9t-18 9v70q-18-8-18 9t18 9v70M265 108v120q-18-8-18 9t18 9v124M70 196h40q-8 18 9 18t9-18h86q-8-18 9-18t9 18h107M70 284h86q-8 18 9 18t9-18h66q-8-18 9-18t9 18h72',
            1.8,
            ink,
            0.75,
          ),
  },
  blocks: {
    noun: { en: 'building blocks', ko: '쌓기 블록' },
    stands: 'plinth',
    foot: 140,
    focus: [180, 320],
    draw: ({ form, skin, base, shade, light }) =>
      form === 1
        ? skin(path('M68 410V302q0-66 132-66t132 66v108h-48v-92q0-34-84-34t-84 34v92z')) +
          skin(path('M124 410v-82q0-34 76-34t76 34v82h-36v-68q0-16-40-16t-40 16v68z'), light) +
          skin(path('M168 410v-62q0-14 32-14t32 14v62z'), shade) +
          skin(path('M120 236v-44h160v44q-40-6-80-6t-80 6z'), wood) +
          flat(path('M150 192l50-62 50 62z'), accent === base ? '#d6a243' : accent) +
          flat(path('M200 130l50 62h-26z'), ink, 0.25)
        : skin(box(64, 318, 92, 92)) +
          flat(path('M134 318h22v92h-22z'), shade) +
          skin(box(164, 318, 92, 92), light) +
          skin(box(264, 318, 78, 92), wood) +
          flat(path('M326 318h16v92h-16z'), woodShade) +
          skin(box(110, 226, 92, 92), '#d6a243') +
          skin(path('M212 318v-36q0-52 52-52t52 52v36h-32v-30q0-22-20-22t-20 22v30z')) +
          flat(path('M116 226l42-74 40 74z'), accent === base ? ink : accent) +
          flat(oval(264, 200, 30), shade) +
          flat(path('M96 346h28v36H96z'), paper, 0.8),
  },
  top: {
    noun: { en: 'spinning top', ko: '팽이' },
    stands: 'plinth',
    foot: 70,
    focus: [200, 290],
    draw: ({ form, round, base, shade, light }) =>
      form === 1
        ? line('M200 158V224', 15, woodShade) +
          flat(oval(200, 156, 20, 9), wood) +
          round(path('M84 264q0-40 116-44 116 4 116 44-4 66-104 130l-12 16-12-16Q88 330 84 264z')) +
          flat(path('M86 276q114 50 228 0-2 14-10 30-104 40-208 0-8-14-10-30z'), light) +
          flat(path('M112 326q88 30 176 0-10 14-22 24-66 20-132 0z'), accent === base ? ink : accent) +
          line('M62 392q20 14 50 14M338 392q-20 14-50 14', 3, shade)
        : round(path('M110 210h180v70q-4 50-80 114l-10 16-10-16q-76-64-80-114z')) +
          flat(path('M110 248h180v14H110zM112 290h176l-6 14H118z'), shade) +
          flat(oval(200, 210, 90, 26), light) +
          `<g fill="none" stroke-width="7"><ellipse cx="200" cy="210" rx="64" ry="18" stroke="${accent === base ? ink : accent}"/><ellipse cx="200" cy="210" rx="32" ry="9" stroke="${base}"/></g>` +
          line('M64 396q24 14 54 12M336 396q-24 14-54 12', 3, shade),
  },
} as const satisfies Record<string, Drawing>;
