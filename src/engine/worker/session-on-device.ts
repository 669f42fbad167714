import type { Session } from '../index.ts';

/** A session that ends the device it was made on: the runtime leaves one that it was handed as it is. */
export function sessionOnDevice(session: Session, device: Pick<GPUDevice, 'destroy'>): Session {
  const { inputNames, outputNames } = session;
  return {
    inputNames,
    outputNames,
    run: (feeds, outputs) => session.run(feeds, outputs),
    release: async () => {
      try {
        await session.release();
      } finally {
        device.destroy();
      }
    },
  };
}
