export interface MultiplesGrid {
  readonly columns: number;
  readonly rows: number;
  /** Of one panel. */
  readonly width: number;
  readonly inner: number;
  /** From one row's top to the next's. */
  readonly pitch: number;
  readonly gap: number;
  readonly height: number;
}

/** Panels of one size in as few, evenly filled rows as the width allows. */
export function multiplesGrid(count: number, width: number): MultiplesGrid {
  const gap = width < 500 ? 6 : 8;
  const most = Math.max(1, Math.floor((width + gap) / (72 + gap)));
  const rows = Math.max(1, Math.ceil(count / most));
  const columns = Math.max(1, Math.ceil(count / rows));
  const one = (width - (columns - 1) * gap) / columns;
  const inner = Math.round(Math.min(64, Math.max(44, one * 0.62)));
  const pitch = inner + 24;
  return { columns, rows, width: one, inner, pitch, gap, height: rows * pitch - 4 };
}
