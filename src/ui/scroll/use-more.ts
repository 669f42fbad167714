import { useCallback, useState } from 'react';

type Sides = 'none' | 'start' | 'end' | 'both';

/** On which sides of what scrolls sideways more of it lies out of sight, and what has that looked at again. */
export function useMore(): readonly [Sides, (scrolled: HTMLElement) => void] {
  const [more, setMore] = useState<Sides>('none');
  const look = useCallback(({ scrollLeft, clientWidth, scrollWidth }: HTMLElement) => {
    const start = scrollLeft > 4;
    const end = scrollLeft + clientWidth < scrollWidth - 4;
    setMore(start && end ? 'both' : start ? 'start' : end ? 'end' : 'none');
  }, []);
  return [more, look];
}
