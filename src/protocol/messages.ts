import type { Column } from '../measures/cosine-sample.ts';
import type { Difference, DifferenceRequest } from './difference.ts';
import type {
  ColumnsRequest,
  Exploration,
  ExploreRequest,
  HeldSample,
  SimilarityRequest,
  VectorRequest,
} from './exploration.ts';
import type { ClassifierRequest, ClassifierResult } from './experiments/classifier.ts';
import type { SelfSimilarityRequest, SelfSimilarityResult } from './experiments/self-similarity.ts';
import type { StsRequest, StsResult } from './experiments/sts.ts';
import type { SyntaxRequest, SyntaxResult } from './experiments/syntax.ts';
import type { WicRequest, WicResult } from './experiments/wic.ts';
import type { WsdRequest, WsdResult } from './experiments/wsd.ts';
import type {
  ControlScoresRequest,
  ControlScoresResult,
  PortraitRequest,
  PortraitResult,
  TaskScoresRequest,
  TaskScoresResult,
} from './experiments/compare.ts';
import type { GuessRequest, GuessResult } from './experiments/guess.ts';
import type { PassageLossRequest, PassageLossResult } from './experiments/passage-loss.ts';
import type { GeometryRequest, GeometryResult } from './experiments/geometry.ts';
import type { UmapProgress, UmapRequest, UmapResult } from './experiments/umap.ts';
import type { LifeRequest, LifeResult } from './experiments/life.ts';
import type { OriginsRequest, OriginsResult } from './experiments/origins.ts';
import type {
  PositionProbeRequest,
  PositionProbeResult,
  ProbeProgress,
} from './experiments/position-probe.ts';
import type { PositionsRequest, PositionsResult } from './experiments/positions.ts';
import type { Found, Peeked } from '../checkpoint/sources/index.ts';
import type { LoadProgress, LoadRequest, LoadedModel, Moved, UnloadRequest } from './model.ts';
import type {
  Downloaded,
  DownloadProgress,
  DownloadRequest,
  LookRequest,
  PeekRequest,
  StoredModel,
  StoredRequest,
} from './sources.ts';

/** Progress of a pass over sentences. */
export interface PassProgress {
  readonly sentences: number;
  readonly of: number;
}

/** What a person can ask of the passes over long texts that are under way: to keep what was counted is to be answered with it. */
export type Steering = 'pause' | 'go-on' | 'keep';

/**
 * Every message between page and worker: name -> [request, response, progress]. Both ends of the
 * channel are typed by this one map.
 */
export interface Messages {
  load: [LoadRequest, LoadedModel, LoadProgress];
  /** Lets go of the model beside, and of what was explored with it. */
  unload: [UnloadRequest, null, never];
  explore: [ExploreRequest, Exploration, PassProgress];
  /** Of batches alone: live work is answered while they wait. */
  steer: [{ readonly to: Steering }, null, never];
  columns: [ColumnsRequest, ReadonlyMap<number, Column>, never];
  similarity: [SimilarityRequest, HeldSample, never];
  /** A token's hidden states, [layers, dims]. */
  vector: [VectorRequest, Float32Array, never];
  /** Between the two models that are loaded. */
  difference: [DifferenceRequest, Difference, PassProgress];
  /** What there is where a person pointed. */
  look: [LookRequest, Found, never];
  /** The origins of a checkpoint's tails, by requests for the bytes that hold them. */
  peek: [PeekRequest, Peeked, never];
  /** Fetches a checkpoint's files and keeps them; cancelled and asked again, it goes on where it stopped. */
  download: [DownloadRequest, Downloaded, DownloadProgress];
  stored: [StoredRequest, readonly StoredModel[], never];
  'self-similarity': [SelfSimilarityRequest, SelfSimilarityResult, PassProgress];
  wic: [WicRequest, WicResult, PassProgress];
  wsd: [WsdRequest, WsdResult, PassProgress];
  sts: [StsRequest, StsResult, PassProgress];
  syntax: [SyntaxRequest, SyntaxResult, PassProgress];
  classifier: [ClassifierRequest, ClassifierResult, PassProgress];
  geometry: [GeometryRequest, GeometryResult, PassProgress];
  /** Vectors laid out in the plane. */
  umap: [UmapRequest, UmapResult, UmapProgress];
  /** Where dimensions get their values, by the weights alone. */
  origins: [OriginsRequest, OriginsResult, never];
  /** What each part of the network adds to some dimensions. */
  life: [LifeRequest, LifeResult, PassProgress];
  /** What dimensions do when the network is told other positions. */
  positions: [PositionsRequest, PositionsResult, PassProgress];
  'position-probe': [PositionProbeRequest, PositionProbeResult, ProbeProgress];
  /** What the masked-word head takes hidden words for. */
  guess: [GuessRequest, GuessResult, never];
  /** How dear a passage's words are to it, hidden one by one. */
  'passage-loss': [PassageLossRequest, PassageLossResult, PassProgress];
  /** What stands out in the vectors of either model, in whatever setting. */
  portrait: [PortraitRequest, PortraitResult, PassProgress];
  'task-scores': [TaskScoresRequest, TaskScoresResult, PassProgress];
  /** The same with random dimensions cut, drawn again and again. */
  'control-scores': [ControlScoresRequest, ControlScoresResult, PassProgress];
}

export type MessageName = keyof Messages;
export type Request<N extends MessageName> = Messages[N][0];
export type Response<N extends MessageName> = Messages[N][1];
export type Progress<N extends MessageName> = Messages[N][2];

/** What the worker says unasked: name -> detail. */
export interface Events {
  /** The worker holds its lock: from now on the lock coming free means that it died. */
  ready: null;
  /** A model that is loaded now runs elsewhere: a faster device passed its check after loading. */
  'runs-on': Moved;
  /** The graphics device is gone, and what ran on it. */
  'device-lost': { readonly reason: string };
}
