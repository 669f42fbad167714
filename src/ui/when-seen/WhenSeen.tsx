import { useEffect, useRef, useState, type ReactNode } from 'react';

/** Before it comes into sight, by so much. */
const AHEAD = '300px';

/** What is put on the page once its place is near to being seen, and stays from then on. */
export function WhenSeen(props: {
  /** Before. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (!current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return seen ? props.children : <div ref={place}>{props.instead}</div>;
}
