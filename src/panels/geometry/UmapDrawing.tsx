import type { ReactNode } from 'react';
import type { Ask } from '../../store/use-ask.ts';
import { strings } from '../../strings/index.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PassBar } from '../pass-bar/PassBar.tsx';

const words = strings.geometryView.map.umap;
/** With fewer there are no neighbours to speak of. */
export const LEAST_POINTS = 10;

/** Draws what is not there yet, says how far it is, and stops it. */
export function UmapDrawing({
  asks,
  again,
}: {
  readonly asks: readonly Ask<'umap'>[];
  readonly again: boolean;
}): ReactNode {
  const failure = asks.find((one) => one.failure)?.failure;
  const running = asks.find((one) => one.running)?.running;
  if (running) {
    const { progress } = running;
    return (
      <PassBar
        progress={
          progress && {
            done: progress.epochs,
            of: progress.of,
            rate: undefined,
            said: words.progress(progress.epochs, progress.of),
          }
        }
        label={words.label}
        onCancel={() => {
          for (const one of asks) one.cancel();
        }}
        cancelText={words.stop}
      />
    );
  }
  return (
    <>
      {failure && (
        <p role="alert">
          {failure.sentence} {failure.remedy}
        </p>
      )}
      <Button
        onClick={() => {
          for (const one of asks) one.ask();
        }}
      >
        {again ? words.again : words.run}
      </Button>
    </>
  );
}
