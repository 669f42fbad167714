/**
 * Which room may import which. Each room is listed with all it may reach for; what is not listed is
 * forbidden, type-only imports included. Tests beside the code may import anything.
 */
const pure = ['core', 'strings', 'measures', 'graph', 'text', 'datasets'];
const model = [...pure, 'checkpoint', 'protocol'];
const rooms = {
  // an error reads its sentence from the catalogue
  core: ['strings'],
  strings: [],
  measures: ['core', 'strings'],
  graph: ['core', 'strings'],
  text: ['core', 'strings'],
  datasets: ['core', 'strings'],
  checkpoint: pure,
  protocol: [...pure, 'checkpoint'],
  engine: model,
  client: model,
  store: [...model, 'client'],
  ui: ['core', 'strings'],
  charts: ['core', 'strings', 'ui'],
  panels: [...model, 'client', 'store', 'charts', 'ui'],
  cli: [...model, 'engine'],
  isolation: ['core', 'strings'],
};

/** Packages that one room alone may use. */
const monopolies = [
  { name: 'onnxruntime-only-in-engine', packages: 'onnxruntime-(common|node|web)', rooms: ['engine'] },
  { name: 'd3-only-in-charts', packages: '(@types/d3|d3|d3-[a-z]+)', rooms: ['charts'] },
  { name: 'zustand-only-in-store', packages: 'zustand', rooms: ['store'] },
  {
    name: 'react-only-in-the-page',
    packages: '(@types/react|react|react-dom)',
    rooms: ['charts', 'panels', 'ui', 'store'],
  },
  { name: 'tokenizers-only-in-text', packages: '@huggingface/tokenizers', rooms: ['text'] },
];

const tests = '[.]test[.]tsx?$';
const root = process.env.TAILSCOPE_LAYERS_ROOT ?? 'src';
// files directly in src/ put the rooms together: the page's entry
const inRoom = (names) => `^${root}/(${names.join('|')})/`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-unlisted-package',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-room-without-rules',
      comment: 'A new folder of src/ gets its line in .dependency-cruiser.cjs first.',
      severity: 'error',
      from: { path: `^${root}/[^/]+/`, pathNot: inRoom(Object.keys(rooms)) },
      to: {},
    },
    {
      name: 'not-from-the-top',
      comment: 'Nothing imports what puts the rooms together.',
      severity: 'error',
      from: { path: `^${root}/[^/]+/`, pathNot: tests },
      to: { path: `^${root}/[^/]+$` },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { pathNot: `${tests}|/fixtures/|[.]fixture[.]` },
      to: { path: tests },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `layers-${room}`,
      severity: 'error',
      from: { path: inRoom([room]), pathNot: tests },
      to: { path: `^${root}/[^/]+/`, pathNot: inRoom([room, ...allowed]) },
    })),
    ...monopolies.map(({ name, packages, rooms: owners }) => ({
      name,
      severity: 'error',
      from: {
        path: `^${root}/[^/]+/`,
        pathNot: `${tests}|${inRoom(owners)}`,
      },
      to: { path: `node_modules/${packages}(/|$)` },
    })),
    {
      name: 'node-only-in-the-command',
      comment: 'Everything else also runs in a browser.',
      severity: 'error',
      from: { path: `^${root}/`, pathNot: `${tests}|^${root}/(cli|engine/node)/` },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
