import type { Answer } from './http.ts';

/** Which bytes of a file an answer brings, end exclusive, and of how many. */
export interface ContentRange {
  readonly start: number;
  readonly end: number;
  /** Undefined where the server does not know. */
  readonly total: number | undefined;
}

/** What an answer's Content-Range says; undefined where it says nothing, or the page may not read it. */
export function contentRange({ headers }: Pick<Answer, 'headers'>): ContentRange | undefined {
  const said = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers.get('Content-Range')?.trim() ?? '');
  const [, start, last, total] = said ?? [];
  if (start === undefined) return undefined;
  return {
    start: Number(start),
    end: Number(last) + 1,
    total: total === '*' ? undefined : Number(total),
  };
}
