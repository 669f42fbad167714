import type { TailscopeError } from '../../core/error.ts';

/** Whether a model cannot guess words at all: asking again would not help. */
export function lacksHead({ code }: TailscopeError): boolean {
  const without: readonly string[] = ['no-masked-words', 'no-mask-token', 'onnx-unsupported'];
  return without.includes(code);
}
