/** What is said of a pass under way, and of the ways to steer it. */
export const passBar = {
  waiting: 'Waiting for its turn…',
  pace: (rate: string, left: string) => `${rate} a second · ${left}`,
  pause: 'Pause',
  goOn: 'Go on',
  paused: 'Paused.',
  stopAndKeep: 'Stop and keep',
  cancel: 'Cancel',
};
