/** Errors of checkpoints that come over the network: a part of the catalogue of errors. */
export const sourceErrors = {
  reference: (d: { text: string }) => ({
    sentence: d.text === '' ? 'No model is named.' : `“${d.text}” is neither a model’s id nor an address.`,
    remedy:
      'Give an id such as bert-base-cased or owner/name, with @revision after it if you like, or the https address of a folder with config.json, tokenizer.json and model.safetensors.',
  }),
  'reference-insecure': (d: { address: string }) => ({
    sentence: `${d.address} is not an https address, so anyone on the way could change the model.`,
    remedy: 'Give an address that begins with https://; http:// is taken of this machine (localhost) only.',
  }),
  'reference-other': (d: { address: string; found: string }) => ({
    sentence: `${d.address} is one of the hub’s ${d.found}, not a model.`,
    remedy: 'Give a model’s id, or copy the address of its page.',
  }),
  'no-answer': (d: { host: string }) => ({
    sentence: `${d.host} did not answer, or does not let other pages read its files.`,
    remedy:
      'Check the connection and the address. A host must allow cross-origin requests (CORS) for its files.',
  }),
  'hub-answer': (d: { host: string }) => ({
    sentence: `${d.host} answered with something else than a hub’s list of files.`,
    remedy: 'Check the address of the hub; a mirror must speak the same protocol.',
  }),
  'hub-unknown': (d: { model: string; host: string }) => ({
    sentence: `${d.host} has no public model ${d.model}: there is none, or it is private.`,
    remedy: 'Check the spelling. Download a private model with your own account, and drop its folder here.',
  }),
  'hub-gated': (d: { model: string; page: string }) => ({
    sentence: `${d.model} is gated: its owners give it only to people who have agreed to their terms.`,
    remedy: `Agree to them at ${d.page}, download the files there, and drop them here.`,
  }),
  'hub-no-revision': (d: { model: string; revision: string }) => ({
    sentence: `${d.model} has no revision “${d.revision}”.`,
    remedy: 'Leave the revision out for the newest, or name a branch, a tag or a commit that it has.',
  }),
  'remote-no-file': (d: { model: string; file: string; host: string }) => ({
    sentence: `${d.model} at ${d.host} has no file ${d.file}.`,
    remedy: 'Look it up again: its files may have changed.',
  }),
  'remote-refused': (d: { model: string; host: string; status: number }) => ({
    sentence: `${d.host} refuses to give out ${d.model} (status ${d.status}): it may be private, or closed.`,
    remedy: 'Download it with your own account, and drop its folder here.',
  }),
  'remote-busy': (d: { host: string }) => ({
    sentence: `${d.host} asks for fewer requests than were made from this connection (status 429).`,
    remedy: 'Wait some minutes and try again. Nothing that was downloaded is lost.',
  }),
  'remote-status': (d: { file: string; host: string; status: number }) => ({
    sentence: `${d.host} answered with status ${d.status} when it was asked for ${d.file}.`,
    remedy: 'Its server has a fault: try again later. Nothing that was downloaded is lost.',
  }),
  'remote-lost': (d: { file: string; host: string }) => ({
    sentence: `The connection to ${d.host} broke off while ${d.file} was downloaded, again and again.`,
    remedy: 'Resume when the connection is better: what has come is kept.',
  }),
  'remote-size': (d: { file: string; expected: number; found: number }) => ({
    sentence: `${d.file} has ${d.found} bytes where its list of files says ${d.expected}.`,
    remedy: 'The server gives out another file: try again later, or use another mirror.',
  }),
  'remote-part': (d: { file: string }) => ({
    sentence: `The server of ${d.file} gave out another part of it than was asked for.`,
    remedy: 'Its server has a fault: try again later, or use another mirror.',
  }),
  'remote-hash': (d: { file: string; hash: 'SHA-256' | 'git'; expected: string; found: string }) => ({
    sentence: `${d.file} came with wrong bytes twice: its ${d.hash === 'git' ? 'hash in git' : d.hash} is ${d.found.slice(0, 12)}…, and should be ${d.expected.slice(0, 12)}….`,
    remedy:
      'It is not kept. Something on the way changes it, or the server has a damaged copy: use another mirror.',
  }),
  'stored-damaged': (d: { file: string }) => ({
    sentence: `The stored copy of ${d.file} is damaged, and the damaged part could not be fetched again.`,
    remedy: 'Check the connection and try again, or delete it under “Stored models” and download it anew.',
  }),
  'no-ranges': (d: { file: string }) => ({
    sentence: `The server of ${d.file} does not give out parts of files, so there is no peeking into it.`,
    remedy: 'Download the model to see its tails.',
  }),
  'peek-nothing': () => ({
    sentence: 'No tensor of this file is named as position embeddings or a LayerNorm of the BERT family.',
    remedy: 'Peek into a model of that family.',
  }),
  'no-room': (d: { bytes: number }) => ({
    sentence: `There is no memory for ${Math.round(d.bytes / 1e6)} MB of weights.`,
    remedy: 'Close other tabs, or choose smaller weights.',
  }),
};
