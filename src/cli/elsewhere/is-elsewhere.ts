import { isId } from '../../checkpoint/sources/index.ts';

/**
 * Whether what --model names, if it is no folder here, is to be looked for on another host: an address, or a
 * hub's id with its owner. A word alone is more likely a folder that is not there: nobody is asked for it.
 */
export function isElsewhere(named: string): boolean {
  if (/^https?:\/\//i.test(named) || /^(www\.)?(huggingface\.co|hf\.co)\//i.test(named)) return true;
  const [id = '', revision] = named.split('@');
  return isId(id) && (id.includes('/') || revision !== undefined);
}
