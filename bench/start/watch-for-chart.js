/**
 * Runs in the page before its own scripts: sets window.tailscopeFirstChart to the time (ms since the
 * navigation began) when the frame with the first drawn figure was painted. Plain JavaScript, since a
 * compiler's helpers would not be there in the page.
 */
(() => {
  // marks inside a figure; a button's small icon is no chart
  const drawn = () =>
    [...document.querySelectorAll('figure :is(canvas, svg)')].some((picture) => {
      const { width, height } = picture.getBoundingClientRect();
      const marked = picture.matches('canvas') || picture.querySelector('path, rect, line, circle') !== null;
      return width >= 100 && height >= 50 && marked;
    });
  const watch = () => {
    if (!drawn()) {
      requestAnimationFrame(watch);
      return;
    }
    // this callback comes before the frame is painted; the next frame's comes when it has been
    requestAnimationFrame(() => {
      window.tailscopeFirstChart = performance.now();
    });
  };
  requestAnimationFrame(watch);
})();
