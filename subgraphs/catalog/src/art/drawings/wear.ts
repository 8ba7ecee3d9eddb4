import { inks } from '../palette.ts';
import { box, type Drawing, each, flat, line, oval, path } from '../pen.ts';

const { ink, paper, accent, wood, woodShade } = inks;

export const wear = {
  tote: {
    noun: { en: 'tote bag', ko: '토트백' },
    stands: 'plinth',
    foot: 120,
    focus: [180, 290],
    draw: ({ form, skin, base, shade, light }) =>
      line('M154 230Q150 104 204 104T254 226', 11, shade) +
      line('M142 240Q136 110 192 110T244 240', 11, form === 2 ? woodShade : base) +
      flat(path('M286 218l34 176q2 16-14 16h-20z'), shade) +
      skin(path('M94 218h194l14 176q2 16-14 16H94q-16 0-14-16z')) +
      flat(path('M94 218h194l1 14H93z'), shade) +
      (form === 1
        ? flat(path('M132 384V324q0-58 59-58t59 58v60z'), light) +
          flat(path('M156 384v-58q0-36 35-36t35 36v58z'), base)
        : form === 2
          ? flat(path('M84 350h214l4 44q2 16-14 16H94q-16 0-14-16z'), woodShade) +
            line('M84 356h214', 1.5, paper)
          : flat(box(132, 282, 118, 86), light) + line('M138 288h106v74H138z', 1.5, shade)),
  },
  backpack: {
    noun: { en: 'backpack', ko: '배낭' },
    stands: 'plinth',
    foot: 108,
    focus: [190, 320],
    draw: ({ form, skin, base, shade, light }) =>
      line('M168 122q0-34 32-34t32 34', 9, woodShade) +
      line('M104 200Q58 260 86 372M296 200q46 60 18 172', 14, shade) +
      skin(path('M96 200q0-90 104-90t104 90v186q0 24-24 24H120q-24 0-24-24z')) +
      flat(path('M270 132q34 24 34 68v186q0 24-24 24h-24q34-140 14-278z'), shade, 0.8) +
      (form === 1
        ? skin(box(124, 288, 152, 98, 14), light) +
          line('M124 316h152', 3, shade) +
          line('M112 214q88 44 176 0', 3, shade) +
          flat(box(190, 310, 20, 26, 4), woodShade)
        : skin(path('M92 206q0-92 108-96 108 4 108 96 0 60-14 66H106q-14-6-14-66z'), light) +
          line('M148 258v92M252 258v92', 11, woodShade) +
          flat(box(140, 300, 16, 20, 3), '#c59c4e') +
          flat(box(244, 300, 16, 20, 3), '#c59c4e') +
          line('M108 272h184', 3, base === ink ? paper : shade)),
  },
  scarf: {
    noun: { en: 'scarf', ko: '목도리' },
    stands: 'wall',
    focus: [170, 330],
    draw: ({ form, skin, shade, light }) =>
      line('M200 66v30', 9, woodShade) +
      flat(oval(200, 64, 9), wood) +
      (form === 1
        ? skin(path('M214 96q34 10 44 70l14 190h-66l-12-200z'), shade) +
          skin(path('M186 96q-40 14-50 84l-18 222h84l14-220q2-50 14-84z')) +
          flat(path('M128 278h84l-1 20h-85zM125 312h85l-1 8h-85zM123 334h85l-1 20h-85z'), light) +
          line(
            'M126 404v22M140 404v22M154 404v22M168 404v22M182 404v22M196 404v22M212 358v20M228 358v20M244 358v20M262 358v20',
            4,
            shade,
          )
        : skin(path('M160 100q40-16 80 0 34 40-6 88-34 10-70 0-40-48-4-88z')) +
          line('M164 108q36 34 72 74M236 108q-38 34-72 72', 3, shade) +
          skin(path('M206 188h40l42 220q-34 14-66 4z'), shade) +
          skin(path('M158 186h56q10 120-10 232-44 6-84-12z')) +
          flat(path('M126 366q40 16 84 12l-4 24q-42 4-82-12z'), light) +
          each([210, 250, 290, 330], (y) => flat(oval(172 - (y - 210) / 12, y, 6), light))),
  },
  umbrella: {
    noun: { en: 'umbrella', ko: '우산' },
    stands: 'wall',
    focus: [150, 220],
    draw: ({ form, skin, base, shade, light }) =>
      form === 1
        ? line('M200 240V396q0 26 24 26t24-24', 9, woodShade) +
          line('M200 92v20', 6, ink) +
          skin(
            path(
              'M40 260Q52 110 200 110T360 260q-26-26-54 0-26-26-54 0-26-24-52 0-26-24-52 0-28-26-54 0-28-26-54 0z',
            ),
          ) +
          flat(path('M200 110q148 0 160 150-26-26-54 0-26-26-54 0-4-100-52-150z'), shade) +
          flat(path('M200 110q-60 50-52 150-28-26-54 0Q100 150 200 110z'), light)
        : line('M200 70q0-34 28-34t28 30', 13, woodShade) +
          line('M200 70V150M200 400v48', 6, ink) +
          skin(path('M182 146h36q34 120 12 262-30 14-60 0-22-142 12-262z')) +
          flat(path('M206 146h12q34 120 12 262-10 5-20 7 20-150-4-269z'), shade) +
          line('M186 150q-18 130-4 262', 3, light) +
          line('M168 290q30 18 66 0', 8, base === accent ? ink : accent),
  },
  mask: {
    noun: { en: 'mask', ko: '마스크' },
    stands: 'wall',
    focus: [150, 250],
    draw: ({ form, skin, shade, light, mark }) =>
      form === 1
        ? line('M66 230Q40 110 200 104T334 230', 9, shade) +
          skin(
            path('M52 226q0-34 40-36 108-14 216 0 40 2 40 36 0 96-84 96-40 0-64-46-24 46-64 46-84 0-84-96z'),
          ) +
          flat(path('M300 190q48-2 48 36 0 96-84 96-20 0-34-10 84-6 70-122z'), shade) +
          line('M92 254q34 30 68 2M240 256q34 28 68-2', 4, mark) +
          line('M102 266l-8 12M126 272v14M150 266l8 12M250 266l-8 12M274 272v14M298 266l8 12', 3, mark)
        : line('M102 210Q22 200 40 270t78 52M298 210q80-10 62 60t-78 52', 6, paper) +
          skin(path('M96 196q104-44 208 0 10 100-36 144-68 38-136 0-46-44-36-144z')) +
          flat(path('M200 178q54 0 104 18 10 100-36 144-30 18-68 20 44-80 0-182z'), shade) +
          line('M108 232q92-32 184 0M106 270q94-26 188 0M120 312q80-18 160 0', 3, light) +
          line('M164 188q36-8 72 0', 7, light),
  },
  hat: {
    noun: { en: 'hat', ko: '모자' },
    stands: 'plinth',
    foot: 138,
    focus: [170, 320],
    draw: ({ form, skin, round, base, shade, light }) =>
      form === 1
        ? skin(path('M40 378q0-34 160-34t160 34-160 32-160-32z'), shade) +
          skin(path('M40 372q0-34 160-34t160 34-160 30-160-30z')) +
          round(path('M108 360q-4-130 60-134 32-2 32 10 0-12 32-10 64 4 60 134-92 34-184 0z')) +
          flat(path('M107 326q92 30 186 0l-1 34q-92 34-184 0z'), base === accent ? ink : accent) +
          line('M200 238v28', 3, shade)
        : form === 2
          ? round(path('M92 340q0-150 108-150t108 150v14H92z')) +
            skin(path('M80 340q120-22 240 0v58q-120 24-240 0z'), light) +
            each([104, 136, 168, 200, 232, 264, 296], (x) =>
              line(`M${x} ${336 - (150 - Math.abs(200 - x)) / 15}v68`, 3, shade),
            ) +
            flat(oval(200, 188, 20), light)
          : skin(path('M104 356q-60 10-64 34 90 26 180-12z'), shade) +
            round(path('M92 362q-6-142 118-142 104 0 106 142-110 36-224 0z')) +
            line('M210 220q-60 30-62 156M210 220q54 34 56 154', 2, shade) +
            flat(oval(210, 218, 9, 6), shade),
  },
} as const satisfies Record<string, Drawing>;
