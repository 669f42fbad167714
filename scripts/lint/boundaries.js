/**
 * What some rooms alone may touch, where imports do not show it (those are in .dependency-cruiser.cjs).
 * One block for each file pattern: of two blocks that name a rule, ESLint takes the last.
 */

const restricted = (names, message) => names.map((name) => ({ name, message }));

const channel = {
  // besides the channel: a yield to the event loop, and the workers that only count whether threads help
  owners: ['src/protocol/channel/**', 'src/engine/worker/{breathe,spinner,thread-trial}.ts'],
  syntax: [
    {
      selector:
        "CallExpression[callee.name='postMessage'], CallExpression[callee.property.name='postMessage']",
      message: 'Messages are posted in src/protocol/channel only.',
    },
  ],
};

const permalink = {
  owners: ['src/store/permalink.ts'],
  syntax: [
    {
      selector:
        'MemberExpression[object.name=/^(window|document|self|globalThis)$/][property.name=/^(location|history)$/]',
      message: 'The address is read and written in src/store/permalink.ts only.',
    },
    {
      selector:
        "CallExpression[callee.property.name='addEventListener'][arguments.0.value=/^(hashchange|popstate)$/]",
      message: 'The address is listened to in src/store/permalink.ts only.',
    },
  ],
  globals: restricted(
    ['location', 'history'],
    'The address is read and written in src/store/permalink.ts only.',
  ),
};

const network = {
  // the page's own files, the service worker that hands them on, and the one door to other hosts
  owners: ['src/store/bundled.ts', 'src/engine/worker/{download,ort-diagnosis}.ts', 'src/remote/http.ts'],
  syntax: [
    {
      selector:
        "MemberExpression[property.name='sendBeacon'], MemberExpression[object.name=/^(window|self|globalThis)$/][property.name=/^(fetch|XMLHttpRequest|WebSocket|EventSource)$/]",
      message: 'Other hosts are asked in src/remote/http.ts only.',
    },
  ],
  globals: restricted(
    ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection'],
    'Other hosts are asked in src/remote/http.ts only.',
  ),
};

/** For every file of the product. */
const everywhere = [
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Same link, same picture: take a seeded Random from src/core/random.ts.',
  },
  {
    selector:
      "MemberExpression[property.name=/^(innerHTML|outerHTML)$/], JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Text is never HTML here.',
  },
  {
    selector: 'JSXText[value=/[A-Za-z]{2}/]',
    message: 'What a person reads comes from src/strings.',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(title|alt|placeholder|label|aria-label|aria-description|aria-roledescription)$/] > Literal[value=/[A-Za-z]{2}/]',
    message: 'What a person reads comes from src/strings.',
  },
];

function block(files, ignores, syntax, globals) {
  return {
    files,
    ignores,
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...syntax],
      'no-restricted-globals': globals.length > 0 ? ['error', ...globals] : 'off',
    },
  };
}

/**
 * ESLint configurations that keep each monopoly.
 * @param source patterns of the product's files
 * @param tests patterns of the tests among them, which may do as they need
 */
export function boundaries(source, tests) {
  const { syntax: posts } = channel;
  const { syntax: moves, globals: addresses } = permalink;
  const { syntax: asks, globals: askers } = network;
  return [
    block(source, tests, [...posts, ...moves, ...asks], [...addresses, ...askers]),
    block(channel.owners, tests, [...moves, ...asks], [...addresses, ...askers]),
    block(permalink.owners, tests, [...posts, ...asks], askers),
    block(network.owners, tests, [...posts, ...moves], addresses),
    // the service worker hands requests on, and the page reloads once for its sake
    block(['src/isolation/**'], tests, posts, []),
  ];
}
