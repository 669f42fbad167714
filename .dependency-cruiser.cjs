/**
 * Which room may import which. Each room is listed with all it may reach for; what is not listed is
 * forbidden, type-only imports included. Tests beside the code may import anything.
 */
const pure = ['core', 'strings', 'measures', 'graph', 'text', 'datasets'];
const model = [...pure, 'checkpoint', 'protocol'];
const rooms = {
  strings: [],
  // an error reads its sentence from the catalogue
  core: ['strings'],
  measures: ['core', 'strings'],
  paper: ['core', 'strings', 'measures'],
  graph: ['core', 'strings'],
  text: ['core', 'strings'],
  datasets: ['core', 'strings', 'text'],
  checkpoint: pure,
  protocol: [...pure, 'checkpoint'],
  remote: model,
  engine: [...model, 'remote'],
  client: model,
  store: [...model, 'client'],
  ui: ['core', 'strings'],
  charts: ['core', 'strings', 'ui'],
  panels: [...model, 'paper', 'client', 'store', 'charts', 'ui'],
  cli: [...model, 'remote', 'engine'],
  isolation: ['core', 'strings'],
};

/** Packages that some rooms alone may use. */
const monopolies = [
  { name: 'onnxruntime-only-in-engine', packages: 'onnxruntime-(common|node|web)', owners: ['engine'] },
  { name: 'd3-only-in-charts', packages: '(@types/d3|d3|d3-[a-z]+)', owners: ['charts'] },
  { name: 'zustand-only-in-store', packages: 'zustand', owners: ['store'] },
  {
    name: 'react-only-in-the-page',
    packages: '(@types/react|react|react-dom)',
    // '[^/]+$': the files directly in src/, where the page starts
    owners: ['charts', 'panels', 'ui', 'store', '[^/]+$'],
  },
  { name: 'tokenizers-only-in-text', packages: '@huggingface/tokenizers', owners: ['text'] },
];

const tests = '[.]test[.]tsx?$';
const inRooms = (names) => `^src/(${names.join('|')})(/|$)`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { pathNot: '^src/store/' }, to: { circular: true } },
    {
      name: 'no-cycles-store',
      comment:
        'A slice names the type of the store it is part of; at run time there are no cycles here either.',
      severity: 'error',
      from: { path: '^src/store/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      // '?url' is Vite's: the address of a file instead of its content
      to: { couldNotResolve: true, pathNot: '[?](url|raw)$' },
    },
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
      from: { path: '^src/[^/]+/', pathNot: inRooms(Object.keys(rooms)) },
      to: {},
    },
    {
      name: 'not-from-the-top',
      comment: 'Nothing imports the files that put the rooms together.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: tests },
      to: { path: '^src/[^/]+$' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: tests },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `layers-${room}`,
      severity: 'error',
      from: { path: inRooms([room]), pathNot: tests },
      to: { path: '^src/[^/]+/', pathNot: inRooms([room, ...allowed]) },
    })),
    ...monopolies.map(({ name, packages, owners }) => ({
      name,
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, inRooms(owners)] },
      to: { path: `(^|node_modules/)${packages}(/|$)` },
    })),
    {
      name: 'node-only-in-the-command',
      comment: 'Everything else also runs in a browser.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, '^src/(cli|engine/node)/'] },
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
