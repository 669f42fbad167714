/** How long something takes still. */
export const timeLeft = {
  seconds: (seconds: number) => `${seconds} s left`,
  minutes: (minutes: number) => `${minutes} min left`,
  hours: (hours: number, minutes: number) => `${hours} h ${minutes} min left`,
};
