/** Places of small curves in groups: the groups side by side, a group's curves one above the other. */
export interface StripsLayout {
  readonly columns: number;
  readonly rows: number;
  /** Of one curve's plot. */
  readonly width: number;
  readonly inner: number;
  readonly height: number;
  /** Left edge of a group. */
  readonly left: (group: number) => number;
  /** Top of a group, where its name stands. */
  readonly top: (group: number) => number;
  /** Top of a curve's plot. */
  readonly stripTop: (group: number, strip: number) => number;
  /** Where a row's axis is: under its last curve. */
  readonly axisTop: (group: number) => number;
  /** Whether a group is the first of its row, and has the values written beside it. */
  readonly first: (group: number) => boolean;
}

/** Room for the values of the vertical axis. */
const GUTTER = 40;
const GAP = 20;
/** A curve narrower than this shows no birth. */
const NARROWEST = 166;
const NAME = 20;
/** Over each curve, its own name and its value. */
const HEAD = 17;
const BETWEEN = 12;
const AXIS = 26;
const ROWS_APART = 14;

export function stripsLayout(groups: number, strips: number, width: number): StripsLayout {
  const room = Math.max(1, width - GUTTER);
  const most = Math.max(1, Math.floor((room + GAP) / (NARROWEST + GAP)));
  const rows = Math.max(1, Math.ceil(groups / most));
  const columns = Math.max(1, Math.ceil(groups / rows));
  const one = (room - (columns - 1) * GAP) / columns;
  const inner = strips < 2 ? 132 : strips < 3 ? 84 : 60;
  const pitch = HEAD + inner + BETWEEN;
  const tall = NAME + strips * pitch - BETWEEN + AXIS;
  const top = (group: number): number => Math.floor(group / columns) * (tall + ROWS_APART);
  return {
    columns,
    rows,
    width: one,
    inner,
    height: rows * (tall + ROWS_APART) - ROWS_APART + 18,
    left: (group) => GUTTER + (group % columns) * (one + GAP),
    top,
    stripTop: (group, strip) => top(group) + NAME + HEAD + strip * pitch,
    axisTop: (group) => top(group) + tall - AXIS,
    first: (group) => group % columns === 0,
  };
}

/** The curve under a point, or the nearest one. */
export function stripAt(
  layout: StripsLayout,
  groups: number,
  strips: number,
  x: number,
  y: number,
): { readonly group: number; readonly strip: number } {
  let best = { group: 0, strip: 0 };
  let least = Infinity;
  for (let group = 0; group < groups; group++) {
    for (let strip = 0; strip < strips; strip++) {
      const top = layout.stripTop(group, strip);
      const away =
        outside(x, layout.left(group), layout.left(group) + layout.width) +
        outside(y, top - HEAD, top + layout.inner);
      if (away < least) [best, least] = [{ group, strip }, away];
    }
  }
  return best;
}

function outside(value: number, low: number, high: number): number {
  return Math.max(low - value, value - high, 0);
}
