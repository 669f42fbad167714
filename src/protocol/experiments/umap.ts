export interface UmapRequest {
  /** Vectors one after another, [points, dims]. */
  readonly data: Float32Array;
  readonly dims: number;
  readonly seed: number;
}

/** Rounds of the layout that are done. */
export interface UmapProgress {
  readonly epochs: number;
  readonly of: number;
}

/** Places in the plane, [points, 2]. */
export type UmapResult = Float32Array;
