import { inks } from '../palette.ts';
import { box, type Drawing, each, flat, line, oval, path } from '../pen.ts';

const { ink, paper, wood, woodShade, steel } = inks;
const glow = '#ffe7a8';
const flame = (x: number, y: number) =>
  flat(path(`M${x} ${y}q-13-14 0-36 13 22 0 36z`), '#eaa53b') +
  flat(path(`M${x} ${y - 2}q-6-8 0-18 6 10 0 18z`), '#fff3c9');

export const lighting = {
  tablelamp: {
    noun: { en: 'table lamp', ko: '테이블 조명' },
    stands: 'plinth',
    foot: 78,
    focus: [190, 200],
    draw: ({ form, skin, round, shade }) =>
      form === 1
        ? flat(path('M116 244h168l50 166H66z'), glow, 0.35) +
          line('M200 232V290', 8, '#a5813c') +
          flat(path('M152 400q-26-76 30-112h36q56 36 30 112 0 10-12 10h-72q-12 0-12-10z'), paper) +
          flat(path('M206 288h12q56 36 30 112 0 10-12 10h-22q40-60-8-122z'), '#dfd0b4') +
          round(path('M148 104h104l44 140H104z')) +
          flat(oval(200, 244, 96, 13), shade) +
          flat(oval(200, 245, 74, 8), glow)
        : form === 2
          ? flat(path('M96 240h208l36 170H60z'), glow, 0.35) +
            round(path('M184 232h32v150q0 8 60 14v14H124v-14q60-6 60-14z'), shade) +
            round(path('M76 238q4-126 124-126t124 126z')) +
            flat(oval(200, 238, 124, 15), shade) +
            flat(oval(200, 239, 98, 9), glow)
          : line('M200 400L264 262 180 164', 9, woodShade) +
            flat(oval(264, 262, 9), ink) +
            skin(path('M132 396q68-20 136 0v14H132z')) +
            flat(path('M128 236l84-46 26 200H96z'), glow, 0.3) +
            round(path('M164 142l34 44-8 40-86 22q-6-66 60-106z')) +
            flat(path('M104 248q24-36 94-62l-8 40z'), shade) +
            flat(path('M114 240q28-26 76-40-26 34-76 40z'), glow),
  },
  pendant: {
    noun: { en: 'pendant lamp', ko: '펜던트 조명' },
    stands: 'hung',
    focus: [180, 220],
    draw: ({ form, skin, round, base, shade }) =>
      line('M200 0V150', 3, ink) +
      (form === 1
        ? flat(path('M74 286h252l56 214H18z'), glow, 0.32) +
          flat(box(186, 138, 28, 30, 4), '#a5813c') +
          round(path('M178 164h44q104 30 110 118H68q6-88 110-118z')) +
          flat(oval(200, 282, 132, 18), shade) +
          flat(oval(200, 284, 54, 9), glow)
        : form === 2
          ? flat(oval(200, 268, 168), glow, 0.35) +
            round(oval(200, 268, 118, 112)) +
            each([-84, -56, -28, 0, 28, 56, 84], (y) => {
              const half = Math.round(118 * Math.sqrt(1 - (y / 112) ** 2));
              return line(`M${200 - half} ${268 + y}q${half} 20 ${2 * half} 0`, 1.5, shade);
            }) +
            flat(oval(200, 157, 26, 6), ink) +
            flat(oval(200, 379, 26, 6), glow)
          : flat(path('M112 330h176l44 170H68z'), glow, 0.32) +
            round(path('M180 150h40l10 36h-60z'), shade) +
            round(path('M170 186h60l26 52H144z')) +
            round(path('M144 238h112l40 56H104z'), base) +
            skin(path('M104 294h192v26q0 10-10 10H114q-10 0-10-10z'), shade) +
            flat(oval(200, 330, 86, 8), glow)),
  },
  floorlamp: {
    noun: { en: 'floor lamp', ko: '플로어 조명' },
    stands: 'floor',
    foot: 78,
    focus: [196, 140],
    draw: ({ form, round, shade }) =>
      form === 1
        ? flat(path('M124 192h152l44 150H80z'), glow, 0.35) +
          line('M204 226L214 392', 8, woodShade) +
          line('M196 206L128 408M204 206L272 408', 9, wood) +
          line('M158 316H240', 4, woodShade) +
          line('M200 186V220', 10, '#a5813c') +
          round(path('M134 82h132l18 110H116z')) +
          flat(oval(200, 192, 84, 11), shade) +
          flat(oval(200, 193, 64, 7), glow)
        : flat(path('M76 200h108l40 150H40z'), glow, 0.35) +
          line('M262 400V150Q262 84 196 84 130 84 130 140', 7, ink) +
          flat(path('M204 400q58-16 116 0v10H204z'), ink) +
          flat(oval(262, 398, 50, 8), '#4a423e') +
          round(path('M120 134h20q52 14 54 66H66q2-52 54-66z')) +
          flat(oval(130, 200, 64, 9), shade) +
          flat(oval(130, 201, 36, 5), glow),
  },
  candle: {
    noun: { en: 'candle', ko: '초' },
    stands: 'plinth',
    foot: 88,
    focus: [200, 250],
    draw: ({ form, round, shade, light }) =>
      form === 1
        ? flat(oval(200, 116, 74), glow, 0.4) +
          round(path('M186 152h28v166h-28z')) +
          flat(oval(200, 152, 14, 4), light) +
          line('M200 152V136', 2, ink) +
          flame(200, 138) +
          flat(path('M176 316h48v18h-16v44q54 4 58 32H134q4-28 58-32v-44h-16z'), '#b48c41') +
          flat(path('M208 334v44q54 4 58 32h-46q-12-40-12-76z'), '#8c682a') +
          line('M266 396q34-2 30-24-4-16-26-10', 7, '#8c682a')
        : form === 2
          ? each(
              [
                [128, 244, 60],
                [204, 176, 66],
                [284, 282, 52],
              ] as const,
              ([x, y, w]) =>
                flat(oval(x, y - 26, 44), glow, 0.38) +
                round(path(`M${x - w / 2} ${y}h${w}v${398 - y}h-${w}z`)) +
                flat(oval(x, y, w / 2, 8), light) +
                line(`M${x} ${y}V${y - 12}`, 2, ink) +
                flame(x, y - 10),
            ) + flat(path('M70 392h260q-6 18-40 18H110q-34 0-40-18z'), steel)
          : flat(oval(200, 182, 70), glow, 0.4) +
            round(path('M120 250h160v146q0 14-14 14H134q-14 0-14-14z')) +
            flat(oval(200, 250, 80, 20), shade) +
            flat(oval(200, 254, 68, 14), paper) +
            line('M200 254V218', 2, ink) +
            flame(200, 220) +
            flat(box(152, 306, 96, 60), paper) +
            line('M168 326h64M176 340h48', 2, ink),
  },
} as const satisfies Record<string, Drawing>;
