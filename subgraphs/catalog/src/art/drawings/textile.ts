import { inks } from '../palette.ts';
import { box, type Drawing, each, flat, line, oval, path } from '../pen.ts';

const { ink, paper, wood, woodShade } = inks;
const fringe = (x: number, y: number, count: number, gap: number, length: number, colour: string) =>
  line([...Array(count).keys()].map((n) => `M${x + n * gap} ${y}v${length}`).join(''), 3, colour);

export const textile = {
  cushion: {
    noun: { en: 'cushion', ko: '쿠션' },
    stands: 'plinth',
    foot: 118,
    focus: [150, 250],
    draw: ({ form, skin, shade, light, base }) =>
      skin(
        path(
          'M66 152q134 34 268 0 8-2 10 8-26 118 0 240 0 10-10 10-134-30-268 0-10 0-10-10 26-122 0-240 2-10 10-8z',
        ),
      ) +
      flat(
        path('M306 158q18-3 28-6 8-2 10 8-26 118 0 240 0 10-10 10-34-8-70-12 60-60 42-240z'),
        shade,
        0.75,
      ) +
      (form === 1
        ? line('M92 196q108 20 216 0M90 232q110 18 220 0M88 330q112-18 224 0M90 366q110-20 220 0', 5, light)
        : form === 2
          ? flat(path('M104 384V296q0-92 96-92t96 92v86q-92-14-192 2z'), light) +
            flat(path('M142 380v-80q0-58 58-58t58 58v79q-56-6-116 1z'), base)
          : each(
              [
                [120, 200],
                [200, 208],
                [280, 200],
                [160, 262],
                [240, 262],
                [120, 322],
                [200, 322],
                [280, 322],
              ] as const,
              ([x, y]) => flat(path(`M${x} ${y - 16}l15 16-15 16-15-16z`), light),
            )) +
      flat(path('M66 152l-10-10 2 18zM334 152l12-10-4 18z'), shade),
  },
  blanket: {
    noun: { en: 'blanket', ko: '담요' },
    stands: 'plinth',
    foot: 138,
    focus: [140, 320],
    draw: ({ form, skin, shade, light }) =>
      form === 1
        ? skin(path('M72 376q-14-17 0-34h250q18 17 0 34v32H84q-16-14-12-32z'), shade) +
          skin(path('M70 344h250q22 0 22 22t-22 22H70q-16-22 0-44z')) +
          skin(path('M74 300h246q22 0 22 22t-22 22H74q-16-22 0-44z'), light) +
          skin(path('M78 256h240q22 0 22 22t-22 22H78q-16-22 0-44z')) +
          skin(path('M82 232q0-8 8-8h214q36 0 36 34-4-6-22-6H82z'), shade) +
          flat(path('M120 226h22v182h-22zM150 226h8v182h-8z'), paper, 0.85) +
          fringe(92, 392, 14, 17, 18, light)
        : line('M110 128V410M290 128V410M110 330H290', 9, woodShade) +
          line('M92 132H308', 12, wood) +
          skin(path('M118 124h164v222q-82 12-164 0z')) +
          flat(path('M244 124h38v222q-20 3-38 4z'), shade, 0.8) +
          flat(path('M118 272q82 10 164 0v14q-82 10-164 0zM118 296q82 10 164 0v34q-82 12-164 0z'), light) +
          fringe(122, 348, 14, 12, 20, shade),
  },
  towel: {
    noun: { en: 'towel', ko: '수건' },
    stands: 'wall',
    focus: [180, 320],
    draw: ({ form, skin, shade, light }) =>
      form === 1
        ? line('M70 112H330', 9, '#a5813c') +
          flat(oval(70, 112, 11), '#8c682a') +
          flat(oval(330, 112, 11), '#8c682a') +
          skin(path('M196 108h92v236h-92z'), shade) +
          skin(path('M112 106q0-8 8-8h140q8 0 8 8v300H112z')) +
          flat(path('M112 340h156v12H112zM112 362h156v26H112z'), light) +
          flat(path('M236 106h32v300h-32z'), shade, 0.5)
        : line('M200 78v26q14 10 0 22', 6, '#8c682a') +
          skin(path('M196 118q-54 30-66 120l-10 172q40 14 80 2 42 12 82-4l-14-172q-14-92-66-118z')) +
          flat(path('M204 118q54 28 64 118l14 172q-22 8-44 10-2-200-34-300z'), shade, 0.75) +
          line('M196 130q-26 90-28 276M206 140q8 100-4 268', 2, shade) +
          flat(path('M123 350q78 24 156-2l3 26q-80 24-160 0z'), light),
  },
  rug: {
    noun: { en: 'rug', ko: '러그' },
    stands: 'wall',
    focus: [200, 190],
    draw: ({ form, skin, base, shade, light }) =>
      (form === 3 ? '' : fringe(100, 66, 21, 10, 18, '#e6d8bd') + fringe(100, 416, 21, 10, 18, '#e6d8bd')) +
      (form === 1
        ? skin(box(92, 80, 216, 340)) +
          line('M110 98h180v304H110z', 5, light) +
          each(
            [162, 250, 338],
            (y) =>
              flat(path(`M200 ${y - 40}l62 40-62 40-62-40z`), shade) +
              flat(path(`M200 ${y - 20}l30 20-30 20-30-20z`), light),
          )
        : form === 2
          ? skin(box(92, 80, 216, 340)) +
            flat(box(92, 130, 216, 54), light) +
            flat(box(92, 204, 216, 10), paper) +
            flat(path('M92 340v-30q0-80 108-80t108 80v30z'), shade) +
            flat(path('M140 340v-24q0-48 60-48t60 48v24z'), light) +
            flat(box(92, 358, 216, 10), paper)
          : skin(oval(200, 250, 146)) +
            `<g fill="none" stroke-width="9">${each([122, 86, 50], (r, at) => `<circle cx="200" cy="250" r="${r}" stroke="${at % 2 ? shade : light}"/>`)}</g>` +
            skin(oval(200, 250, 22), base)),
  },
  apron: {
    noun: { en: 'apron', ko: '앞치마' },
    stands: 'wall',
    focus: [200, 290],
    draw: ({ form, skin, shade, light }) =>
      line('M200 62v14', 7, woodShade) +
      line('M158 150Q150 84 200 80T242 150', form === 1 ? 7 : 11, form === 1 ? shade : woodShade) +
      line('M122 262Q92 300 98 372M278 262q30 38 24 110', 5, shade) +
      skin(path('M154 140h92l8 62q10 46 40 56l6 158q-100 18-200 0l6-158q30-10 40-56z')) +
      flat(path('M246 140l8 62q10 46 40 56l6 158q-22 5-46 7 10-160-32-283z'), shade, 0.7) +
      (form === 1
        ? flat(path('M142 286h116v72q0 14-14 14h-88q-14 0-14-14z'), light) +
          line('M200 288v82M142 300h116', 2, shade)
        : flat(path('M122 290h66v70h-66zM212 290h66v70h-66z'), light) +
          flat(path('M172 160h56v40h-56z'), light) +
          line('M184 148v32', 4, ink)),
  },
} as const satisfies Record<string, Drawing>;
