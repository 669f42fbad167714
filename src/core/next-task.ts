/** Lets whatever waits for this thread go first: input, drawing, messages. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
