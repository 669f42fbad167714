import { count, decimal, percent } from '../../charts/scale/format.ts';
import type { BundledModel } from '../../protocol/model.ts';
import { strings } from '../../strings/index.ts';
import { layerRuns } from '../explore/words.ts';
import { inWords, perplexityText } from './amounts.ts';
import { progress } from './progress.ts';
import type { ModelRecord } from './record.ts';

const words = strings.models.card;

export interface Fact {
  readonly name: string;
  /** What each model's card says; '' where it says nothing. Several lines where it is a list. */
  readonly values: readonly (readonly string[])[];
}

export interface FactGroup {
  readonly name: string;
  /** Whether models may be told apart by these: outcomes always differ. */
  readonly compared: boolean;
  readonly facts: readonly Fact[];
}

export interface FactSource {
  readonly record: ModelRecord;
  readonly bundled: BundledModel | undefined;
}

type Say = (source: FactSource) => string | readonly string[] | undefined;

/** What the cards say, a row for each fact that some card states. */
export function factGroups(sources: readonly FactSource[]): readonly FactGroup[] {
  const facts = (rows: readonly (readonly [string, Say])[]): readonly Fact[] =>
    rows
      .map(([name, say]) => ({
        name,
        values: sources.map((source) => {
          const said = say(source);
          return (typeof said === 'object' ? said : [said ?? '']).filter((line) => line !== '');
        }),
      }))
      .filter(({ values }) => values.some((lines) => lines.length > 0));
  return [
    { name: words.groups.made, compared: true, facts: facts(MADE) },
    {
      name: words.groups.far,
      compared: false,
      facts: facts(severalStages(sources) ? [...FAR, STAGES] : FAR),
    },
    { name: words.groups.use, compared: false, facts: facts(USE) },
  ].filter((group) => group.facts.length > 0);
}

/** Whether the cards that state a fact state it differently. */
export function differs({ values }: Fact): boolean {
  const said = values.map((lines) => lines.join('\n'));
  return new Set(said).size > 1;
}

const MADE: readonly (readonly [string, Say])[] = [
  [words.architecture, ({ record }) => record.card.architecture?.type],
  [words.shape, shape],
  [
    words.positions,
    ({ record: { card } }) =>
      card.positionEmbeddings === undefined ? undefined : card.positionEmbeddings ? words.yes : words.no,
  ],
  [words.longest, ({ record }) => maybe(record.card.architecture?.positions, strings.shell.model.tokens)],
  [words.data, data],
  [
    words.heldOut,
    ({ record }) => maybe(record.card.data?.heldOutTokens, (tokens) => words.heldOutValue(inWords(tokens))),
  ],
  [words.sequences, ({ record }) => record.card.training?.sequenceLengths],
  [
    words.masked,
    ({ record }) => maybe(record.card.training?.maskedShare, (share) => words.maskedValue(percent(share))),
  ],
  [words.optimizer, optimizer],
  [words.precision, ({ record }) => record.card.training?.precision],
];

const FAR: readonly (readonly [string, Say])[] = [
  [words.tokens, ({ record }) => maybe(record.card.training?.tokens, inWords)],
  [words.steps, ({ record }) => progress(record)],
  [
    words.hours,
    ({ record }) => maybe(record.card.training?.hours, (hours) => words.hoursValue(decimal(hours, 1))),
  ],
  [words.hardware, ({ record }) => record.card.training?.hardware],
  [words.perplexity, perplexity],
  [words.tails, tails],
];

const STAGES = [words.stages, stages] as const;

const USE: readonly (readonly [string, Say])[] = [
  [words.isNot, ({ record }) => record.card.not],
  [words.licence, ({ record }) => record.card.licence],
  [words.size, ({ bundled }) => maybe(bundled?.bytes, (bytes) => words.sizeValue(decimal(bytes / 1e6, 1)))],
  [words.sha256, ({ bundled }) => bundled?.sha256],
];

function maybe<T>(value: T | undefined, say: (value: T) => string): string | undefined {
  return value === undefined ? undefined : say(value);
}

function shape({ record }: FactSource): string {
  const { layers, dims, heads, feedForward } = record.card.architecture ?? {};
  const { sizeInWords, heads: headsIn } = strings.shell.model;
  return words.shapeValue(
    layers === undefined || dims === undefined ? '' : sizeInWords(layers, dims),
    maybe(heads, headsIn) ?? '',
    maybe(feedForward, (width) => words.feedForward(count(width))) ?? '',
  );
}

function data({ record }: FactSource): string {
  const { name, credit, licence } = record.card.data ?? {};
  const of = name === undefined || credit === undefined ? (name ?? credit ?? '') : words.dataBy(name, credit);
  return [of, maybe(licence, words.licenceOf) ?? ''].filter(Boolean).join(' ');
}

function optimizer({ record }: FactSource): string {
  const { training } = record.card;
  if (!training) return '';
  return [
    training.optimizer,
    maybe(training.learning_rate, (rate) => words.learningRate(String(rate))),
    maybe(training.warm_up, (steps) => words.warmUp(count(steps))),
    maybe(training.beta2, (value) => words.beta2(String(value))),
    maybe(training.weight_decay, (value) => words.weightDecay(String(value))),
    maybe(training.seed, (value) => words.seed(String(value))),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

function perplexity({ record }: FactSource): string | undefined {
  const { heldOut, low, high, of, atStep } = record.card.perplexity ?? {};
  return maybe(heldOut, (value) => {
    const text = perplexityText(value);
    const within =
      low === undefined || high === undefined
        ? text
        : words.interval(text, perplexityText(low), perplexityText(high));
    return words.perplexityValue(within, of ?? '', maybe(atStep, count) ?? '');
  });
}

/** A line for each tail of the finished weights; nothing where no card was measured for them. */
function tails({ record }: FactSource): string | readonly string[] | undefined {
  const { measured, tails: found } = record.card;
  if (!measured) return undefined;
  if (found.length === 0) return words.noTails;
  const { special, extreme, layers: named } = strings.titles;
  return found.map(({ dim, side, scope, layers, carriers }) =>
    words.tail(
      dim,
      words.tailWhat(extreme[side], scope === 'all' ? '' : carriers.map((kind) => special[kind]).join(', ')),
      named(layerRuns(layers)),
    ),
  );
}

/** A single stage has nothing to say that the other facts do not. */
function severalStages(sources: readonly FactSource[]): boolean {
  return sources.some(({ record }) => (record.card.training?.stages.length ?? 0) > 1);
}

/** A line for each stage. */
function stages({ record }: FactSource): readonly string[] {
  const all = record.card.training?.stages ?? [];
  return all.map(({ fromStep, toStep, tokens, hours, hardware, note }) =>
    words.stage(
      count(fromStep),
      maybe(toStep, count) ?? '',
      [
        maybe(tokens, (value) => words.stageTokens(inWords(value))),
        maybe(hours, (value) => words.hoursValue(decimal(value, 1))),
        maybe(hardware, words.stageOn),
      ].filter((part) => part !== undefined),
      note ?? '',
    ),
  );
}
