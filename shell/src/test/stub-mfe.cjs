// biome-ignore-all lint/correctness/noComponentHookFactories: React comes with the share scope, so components are made after it
// The server entry of a micro-frontend for tests: a container written by hand, with everything that a page of the shell can meet in one.
// VERSION and OPERATIONS are filled in when it is published: see publish-stub.ts.
const version = 'VERSION';
const operations = OPERATIONS;
const forever = new Promise(() => {});
let scope;

async function shared(request) {
  const [provided] = Object.values(scope[request]);
  return (await provided.get())();
}

async function modules() {
  const { createElement: h, use } = await shared('react');
  const { operation } = await shared('@arcade/mfe-kit/graph-document');
  const { Slot } = await shared('@arcade/mfe-kit/slot');
  const { PageHead } = await shared('@arcade/mfe-kit/head');
  const { ActionForm } = await shared('@arcade/mfe-kit/form');
  const documentOf = (name) => operation(operations[name].hash, operations[name].text);
  const page = (definition) => ({ default: definition });
  const fails = () => {
    throw new Error('thrown on purpose');
  };
  return {
    './test.page': page({
      query: documentOf('TestPage_Query'),
      variables: ({ params }) => ({ id: params.id }),
      slots: ({ params }) => ({ 'test.slot': { id: params.id } }),
      status: ({ thing }) => (thing === null ? 404 : thing.movedTo ? { redirect: thing.movedTo } : 200),
      Page: ({ data, params }) =>
        h(
          'main',
          null,
          h(PageHead, { title: data.thing.name, description: 'A page of a test' }),
          h('h1', null, data.thing.name),
          h('p', null, `made by ${version}`),
          h(Slot, { name: 'test.slot', input: { id: params.id } }),
          h(ActionForm, { action: 'test.who' }),
        ),
    }),
    './test.holed': page({
      Page: () =>
        h('main', null, h('h1', null, 'Around the hole'), h(Slot, { name: 'test.throws', input: {} })),
    }),
    './test.hanging': page({
      Page: () =>
        h('main', null, h('h1', null, 'Around what hangs'), h(Slot, { name: 'test.hangs', input: {} })),
    }),
    './test.hangs': page({ Slot: () => use(forever) }),
    './test.broken': page({ Page: fails }),
    './test.slot': page({
      query: documentOf('TestSlot_Query'),
      variables: ({ input }) => ({ id: input.id }),
      Slot: ({ data }) => h('p', null, `filled with ${data.note.text}`),
      Loading: () => h('p', null, 'the slot is loading'),
    }),
    './test.throws': page({ Slot: fails }),
    './actions': {
      actions: {
        'test.act': async (form, { graph, locale, currency }) => {
          const { act } = await graph.run(documentOf('TestAct_Mutation'), { id: form.get('id') });
          return {
            redirect: '/test/1',
            message: { kind: 'done', text: `${act.said} in ${locale} for ${currency}` },
          };
        },
        'test.fails': async () => fails(),
        'test.failsLater': async () => {
          setTimeout(fails, 0);
          Promise.reject(new Error('let go of'));
          return { redirect: '/test/1' };
        },
        'test.who': async () => ({ redirect: `/made-by/${version}` }),
        'test.stay': async () => ({ message: { kind: 'refused', text: 'Not today' } }),
      },
    },
  };
}

module.exports = {
  init(shareScope) {
    scope = shareScope;
  },
  async get(name) {
    const found = (await modules())[name];
    return () => found;
  },
};
