import type { Found, Peeked, Reference, RemoteModel, RemotePlace } from '../checkpoint/sources/index.ts';
import type { TailscopeError } from '../core/error.ts';
import type { ModelCard } from '../checkpoint/index.ts';
import type { Table } from '../datasets/index.ts';
import type { Columns } from '../measures/cosine-sample.ts';
import type { TailRule } from '../measures/detect-tails.ts';
import type { Remedy } from '../measures/remedy.ts';
import type { Difference } from '../protocol/difference.ts';
import type { Exploration, HeldSample } from '../protocol/exploration.ts';
import type { PositionMove } from '../protocol/experiments/positions.ts';
import type { Treatment } from '../protocol/experiments/treatment.ts';
import type { PassProgress } from '../protocol/messages.ts';
import type {
  BundledModel,
  DevicePreference,
  LoadProgress,
  LoadedModel,
  NamedBlob,
  RunsOn,
  Seat,
} from '../protocol/model.ts';
import type { DataFiles, DataId, Examples } from './data/experiment-data.ts';
import type { OpenedFolder } from './open/given-folder.ts';
import type { Playground } from './trials/playground.ts';
import type { Trials } from './trials/trial.ts';
import type { Distance } from '../measures/neighbour-distances.ts';
import type { ViewId } from './view.ts';
import type { DownloadProgress, StoredModel } from '../protocol/sources.ts';

/** A file's identity in a link: its name for people, its hash for certainty. */
export interface FileName {
  readonly name: string;
  /** SHA-256 in lower-case hexadecimal. */
  readonly sha256: string;
}

/** A dropped text: its lines, or its columns. Undefined while a link asks for a file that has not been given yet. */
export interface TextFile extends FileName {
  readonly content: readonly string[] | Table | undefined;
}

/** The model asked for: the page's own choice, a bundled one, or one whose files a person gives. */
export type ModelChoice =
  | { readonly kind: 'default' }
  | { readonly kind: 'bundled'; readonly id: string }
  | ({ readonly kind: 'files' } & FileName)
  | ({ readonly kind: 'remote' } & RemoteName);

/** A model that a person chose, rather than the page. */
export type NamedModel = Exclude<ModelChoice, { readonly kind: 'default' }>;

/** A model of another host, as a link names it. */
export interface RemoteName {
  readonly place: RemotePlace;
  /** Path of the weights chosen. */
  readonly weights: string;
  /** Of everything that is to be fetched. */
  readonly bytes: number | undefined;
  /** See fingerprintOf. */
  readonly sha256: string | undefined;
}

/** What was last looked up on another host. */
export type Lookup =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking'; readonly reference: Reference }
  | { readonly kind: 'found'; readonly reference: Reference; readonly found: Found }
  /** `reference` is undefined for a text that names nothing. */
  | { readonly kind: 'failed'; readonly reference: Reference | undefined; readonly error: TailscopeError };

/** A look into weights that were not downloaded; `key` is the model's, see keyOf. */
export type Peeking =
  | { readonly kind: 'none' }
  | { readonly kind: 'peeking'; readonly key: string }
  | { readonly kind: 'peeked'; readonly key: string; readonly peeked: Peeked }
  | { readonly kind: 'failed'; readonly key: string; readonly error: TailscopeError };

/** The download under way, or stopped half-way: by the person, or by what went wrong. */
export interface Download {
  readonly model: RemoteModel;
  /** Where it goes once it is here. */
  readonly seat: Seat;
  readonly progress: DownloadProgress | undefined;
  readonly stopped: false | 'paused' | TailscopeError;
}

/** What the curves of training show; axis: how the tokens are spread along it. */
export type BirthMeasure = 'share' | 'z' | 'kurtosis' | 'anisotropy' | 'gamma' | 'beta';
export type BirthAxis = 'log' | 'linear';

/** One of the two things that the Compare view holds against each other. */
export interface Side {
  readonly model: Seat;
  readonly positions: PositionMove['kind'];
  /** What is done to its tails: or, as the control, to as many other dimensions after the network. */
  readonly cut: 'none' | CutWhere | 'random';
  /** Applied to what the cut leaves. */
  readonly remedy: Remedy | undefined;
}

export type SideId = 'sideA' | 'sideB';

/** What is done to positions in the Origins view. */
export type PositionChoice = PositionMove['kind'];

/** The card of a model, once it was asked for. */
export type CardState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly card: ModelCard }
  /** There is none, or none that can be read. */
  | { readonly kind: 'missing' };

/** The adjustable part of the tail rule (src/measures/detect-tails.ts). */
export type Thresholds = Pick<TailRule, 'share' | 'z'>;

export type Specials = 'include' | 'exclude';
export type CutWhere = 'after' | 'inside';
/** What the treatment is compared with: vectors as they are, or with dimensions cut (see `againstCut`), or with a remedy of their own. */
export interface Against {
  readonly cut: boolean;
  /** Where; undefined where the treatment has its own cut. */
  readonly where: CutWhere | undefined;
  readonly remedy: Remedy | undefined;
}
export type MatrixMode = 'words' | 'tokens' | 'sentences';
export type ExtremeChoice = 'auto' | 'min' | 'max';
export type Theme = 'system' | 'light' | 'dark';

/** What is measured for the claims of the paper once a person asks: the experiments, the probe, and whitening. */
export type PaperRun = DataId | 'probe' | 'whiten';

/** Spearman's or Pearson's. */
export type Correlation = 'spearman' | 'pearson';

/** Items that can be opened one at a time, by their number: a pair, a word, a tree. */
export type OpenId = 'wic' | 'threshold' | 'wsd' | 'lemma' | 'word' | 'sts' | 'tree';
export type Opened = Readonly<Partial<Record<OpenId, number | undefined>>>;

export type ModelState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading'; readonly progress: LoadProgress | undefined }
  /** `runsOn` is where it runs now; the model's own says where it was when it came. */
  | { readonly kind: 'ready'; readonly model: LoadedModel; readonly runsOn: RunsOn }
  | { readonly kind: 'failed'; readonly error: TailscopeError };

/** What is on screen, with what was asked to get it. */
export interface Shown {
  readonly exploration: Exploration;
  /** The wanted text and settings it answers; compared by reference with what is wanted now. */
  readonly answers: Wanted;
  /** The model it came from; undefined for the example computed when the page was built. */
  readonly model: LoadedModel | undefined;
  /** What was done to its vectors; left out for the text as it is. */
  readonly treatment?: Treatment;
}

/** How far the two models are apart on a text, and between which models and of which text that was asked. */
export type DifferenceState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly asked: Compared; readonly progress: PassProgress | undefined }
  | { readonly kind: 'ready'; readonly asked: Compared; readonly difference: Difference }
  | { readonly kind: 'failed'; readonly asked: Compared; readonly error: TailscopeError };

/** Two models and a text, compared by reference with what is loaded and wanted now. */
export interface Compared {
  readonly model: LoadedModel;
  readonly beside: LoadedModel;
  readonly answers: Wanted;
}

/** The part of a request that, when it changes, asks for a new exploration. */
export interface Wanted {
  readonly sentences: readonly string[];
  readonly specials: Specials;
  readonly seed: number;
}

/** An exploration under way. Times are in milliseconds. */
export interface Running {
  readonly since: number;
  readonly progress: PassProgress | undefined;
  /** Time it worked until its newest progress, pauses not counted. */
  readonly worked: number;
  /** Since when it pauses; undefined while it goes on. */
  readonly pausedAt: number | undefined;
  /** How long it has paused before. */
  readonly idle: number;
}

/** The similarity matrix on screen: which items of which exploration. */
export interface Matrix {
  readonly exploration: Exploration;
  readonly mode: MatrixMode;
  readonly items: readonly number[];
  readonly held: HeldSample;
}

/** A token's vectors in every layer, [layers, dims]. */
export interface TokenVector {
  readonly exploration: Exploration;
  readonly token: number;
  readonly data: Float32Array;
}

/** What a notice is about: it goes when that is settled, and a newer one about the same takes its place. */
export type NoticeCause = 'file' | 'link' | 'share' | 'worker' | 'remote';

export interface Notice {
  readonly id: number;
  readonly tone: 'status' | 'alert';
  readonly text: string;
  readonly cause: NoticeCause | undefined;
}

/** The whole state of the page. Nothing in it can be computed from the rest of it. */
export interface State {
  readonly view: ViewId;
  readonly typed: string;
  /** A dropped text takes the typed one's place until it is put away. */
  readonly file: TextFile | undefined;
  /** Which of the file's columns holds the sentences; undefined leaves it to the page. */
  readonly column: string | undefined;
  readonly specials: Specials;
  readonly seed: number;
  readonly rule: Thresholds;
  readonly matrix: MatrixMode;
  /** Which extreme the shares chart counts; the page shows the strongest tail's side where it is left to it. */
  readonly extreme: ExtremeChoice;
  /** Dimensions switched to be cut, ascending. */
  readonly cut: readonly number[];
  readonly where: CutWhere;
  /** Applied to what the cut leaves. */
  readonly remedy: Remedy | undefined;
  readonly against: Against;
  /** The dimensions cut there, where anything is; undefined for those that are switched. */
  readonly againstCut: readonly number[] | undefined;
  /** Cut as many random dimensions in place of `cut`. */
  readonly control: boolean;
  /** How often the control's dimensions have been drawn again; counts on from the seed. */
  readonly draws: number;
  /** Whether experiments show what cuts of random dimensions give, beside what the cut gives. */
  readonly randomCuts: boolean;
  /** The same in Explore, where it is off unless it is asked for: a cut is followed there while it is switched. */
  readonly randomBand: boolean;
  /** The layer chosen; undefined leaves it to the page. */
  readonly layer: number | undefined;
  readonly dimension: number | undefined;
  readonly modelAsked: ModelChoice;
  /** The model to be loaded beside it, for comparing. */
  readonly besideAsked: NamedModel | undefined;
  readonly birthMeasure: BirthMeasure;
  readonly birthAxis: BirthAxis;
  /** A person's own data in place of the examples. */
  readonly dataFiles: DataFiles;
  readonly opened: Opened;
  /** Between neighbouring words, for trees. */
  readonly distance: Distance;
  readonly correlation: Correlation;
  readonly playground: Playground;
  /** A sentence to draw a tree of. */
  readonly ownSentence: string;
  /** A sentence whose masked words are to be guessed. */
  readonly masked: string;
  readonly sideA: Side;
  readonly sideB: Side;
  readonly positionMove: PositionChoice;
  /** The token whose dimension’s life is told; undefined for the mean of all. */
  readonly lifeToken: number | undefined;
  /** What was asked to be measured in the Paper view. */
  readonly paperRuns: readonly PaperRun[];
  readonly theme: Theme;
  readonly device: DevicePreference;
  /** Address of the hub that ids are looked up at. */
  readonly hub: string;

  readonly hoveredDimension: number | undefined;
  readonly hoveredToken: number | undefined;
  /** Files of every checkpoint opened so far, by the hash of its weights, so that Back finds them. */
  readonly modelFiles: ReadonlyMap<string, readonly NamedBlob[]>;
  /** The folder that each of them came in, with what else it holds. */
  readonly modelFolders: ReadonlyMap<string, OpenedFolder>;
  /** Every model of another host that is at hand, by its key. */
  readonly remoteModels: ReadonlyMap<string, RemoteModel>;
  readonly bundled: readonly BundledModel[];
  /** Cards asked for so far: by a bundled model's id, or by the hash of a person's own weights. */
  readonly cards: ReadonlyMap<string, CardState>;
  /** Whether the chooser of models is open. */
  readonly choosing: boolean;
  readonly lookup: Lookup;
  readonly peeking: Peeking;
  readonly download: Download | undefined;
  /** Models in the browser's storage; undefined until they were listed. */
  readonly stored: readonly StoredModel[] | undefined;
  readonly model: ModelState;
  readonly beside: ModelState;
  /** How many things on screen compare the two models. */
  readonly besideWatched: number;
  /** The text through the second model, whole. */
  readonly besideShown: Shown | undefined;
  readonly besideFailure: TailscopeError | undefined;
  readonly difference: DifferenceState;
  readonly before: Shown | undefined;
  /** The text run again as it is treated, where no columns tell it: cut inside the network, or remedied. */
  readonly inside: Shown | undefined;
  /** The newest such answer to the switched dimensions themselves; the control is held against it. */
  readonly insideSwitched: Shown | undefined;
  /** The same of what the treatment is compared with. */
  readonly based: Shown | undefined;
  readonly running: Running | undefined;
  readonly runningInside: Running | undefined;
  readonly runningBased: Running | undefined;
  readonly failure: TailscopeError | undefined;
  /** The person stopped the exploration of the text as it is now. */
  readonly stopped: boolean;
  readonly matrixBefore: Matrix | undefined;
  readonly matrixInside: Matrix | undefined;
  readonly matrixBased: Matrix | undefined;
  /** Columns asked for after the sample came, by the sample's handle. */
  readonly fetched: ReadonlyMap<number, Columns>;
  readonly vector: TokenVector | undefined;
  readonly examples: Examples;
  /** The experiments of the views of words, trees and sentences. */
  readonly trials: Trials;
  readonly notices: readonly Notice[];
}
