/** Ends this task: the browser may draw, or take input, before the next one. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
