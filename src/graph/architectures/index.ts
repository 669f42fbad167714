import type { ModelConfig } from '../model-config.ts';
import { albert } from './albert.ts';
import type { Architecture } from './architecture.ts';
import { bert } from './bert.ts';
import { distilbert } from './distilbert.ts';
import { electra } from './electra.ts';
import { mpnet } from './mpnet.ts';
import { roberta } from './roberta.ts';

export type { Architecture } from './architecture.ts';

export function architectureOf(config: ModelConfig): Architecture {
  switch (config.architecture) {
    case 'bert':
      return bert(config);
    case 'roberta':
      return roberta(config);
    case 'distilbert':
      return distilbert(config);
    case 'electra':
      return electra(config);
    case 'albert':
      return albert(config);
    case 'mpnet':
      return mpnet(config);
  }
}
