/** What of the settings only some experiments can do something with. */
interface Given {
  readonly experiment: string;
  readonly cut: readonly number[];
  readonly cutWhere: 'after' | 'inside';
  readonly remedy: unknown;
  readonly base: { readonly cut: readonly number[] } | undefined;
  readonly positions: { readonly kind: string };
  readonly control: boolean;
}

/** What reads weights, and follows vectors as they are. */
const WITHOUT_CUT: readonly string[] = ['origins'];
/** What is no treatment of vectors, too: words are guessed by the network itself, and models are held against each other. */
const WITHOUT_REMEDY: readonly string[] = [...WITHOUT_CUT, 'predict', 'compare'];
/** Those that have figures before and after a cut, layer by layer: a control, and anything to stand before. */
const WITH_BEFORE: readonly string[] = [
  'all',
  'anisotropy',
  'self-similarity',
  'geometry',
  'wic',
  'wsd',
  'sts',
  'syntax',
  'classifier',
];
/** What moves positions itself, or reads weights alone. */
const WITHOUT_POSITIONS: readonly string[] = ['origins'];

/** Flags of the settings that say nothing to the experiment. */
export function idleFlags(settings: Given): readonly string[] {
  const { experiment, cut, cutWhere, remedy, base, positions, control } = settings;
  const flags: (string | false)[] = [
    ...(WITHOUT_CUT.includes(experiment)
      ? [cut.length > 0 && '--cut', cutWhere === 'inside' && '--cut-where']
      : []),
    ...(WITHOUT_REMEDY.includes(experiment) ? [remedy !== undefined && '--remedy'] : []),
    ...(WITH_BEFORE.includes(experiment)
      ? []
      : [
          control && '--control',
          base !== undefined && (base.cut.length > 0 ? '--against-cut' : '--against-remedy'),
        ]),
    ...(WITHOUT_POSITIONS.includes(experiment) ? [positions.kind !== 'as-they-are' && '--positions'] : []),
  ];
  return flags.filter((flag) => flag !== false);
}

/** The settings without what says nothing to the experiment, so that a report names nothing that was not done. */
export function withoutIdle<S extends Given>(settings: S): S {
  const { experiment } = settings;
  return {
    ...settings,
    ...(WITHOUT_CUT.includes(experiment) && { cut: [], cutWhere: 'after' }),
    ...(WITHOUT_REMEDY.includes(experiment) && { remedy: undefined }),
    ...(!WITH_BEFORE.includes(experiment) && { control: false, base: undefined }),
    ...(WITHOUT_POSITIONS.includes(experiment) && { positions: { kind: 'as-they-are' } }),
  };
}
