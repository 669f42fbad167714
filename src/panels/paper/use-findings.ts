import { useMemo } from 'react';
import type { Findings, ProbeFindings } from '../../paper/findings.ts';
import { twinsOf } from '../../paper/twins-of.ts';
import type { PositionProbeResult } from '../../protocol/experiments/position-probe.ts';
import { selectCardedModels } from '../../store/derive/carded-models.ts';
import { selectTails } from '../../store/derive/tails.ts';
import { selectModel } from '../../store/model.ts';
import type { State } from '../../store/state.ts';
import { useApp } from '../../store/use-app.ts';
import { useAsk, type Ask } from '../../store/use-ask.ts';
import { selectOrigins, selectProbe } from '../origins/questions.ts';
import { tailFindings } from './text-findings.ts';
import {
  selectClassifierFinding,
  selectSelfSimilarityFinding,
  selectSenseFinding,
  selectStsFinding,
  selectSyntaxFinding,
  selectWicFinding,
} from './trial-findings.ts';
import { useAnisotropy } from './use-anisotropy.ts';
import { useAsked } from './use-asked.ts';
import { useRemedied, type Remedied } from './use-remedied.ts';
import { weightFindings } from './weight-findings.ts';

/** What was found so far of the model on screen, and the questions that are asked for it. */
export interface ShownFindings {
  readonly findings: Findings;
  readonly probe: Ask<'position-probe'>;
  readonly remedied: Remedied['ask'];
  readonly weights: Ask<'origins'>;
  /** Pairs of tokens that the anisotropy is of; undefined where it is of all. */
  readonly pairs: number | undefined;
}

export function useFindings(): ShownFindings {
  const model = useApp((state) => selectModel(state)?.name ?? '');
  const tails = useTails();
  const dims = useMemo(() => [...new Set(tails?.found.map(({ dim }) => dim) ?? [])], [tails]);
  const weights = useAsk('origins', useApp(selectOrigins), 'at once');
  const probeRequest = useApp(selectProbe);
  const probe = useAsked('position-probe', probeRequest, useApp(wantsProbe));
  const remedied = useRemedied();
  const cards = useApp(selectCardedModels);
  const { change: anisotropy, pairs } = useAnisotropy();
  const selfSimilarity = useApp(selectSelfSimilarityFinding);
  const wic = useApp(selectWicFinding);
  const wsd = useApp(selectSenseFinding);
  const sts = useApp(selectStsFinding);
  const syntax = useApp(selectSyntaxFinding);
  const classifier = useApp(selectClassifierFinding);
  const origins = weights.answer;
  const findings = useMemo(
    (): Findings => ({
      model,
      tails,
      weights: origins && tails && weightFindings(origins, dims),
      probe: probe.answer && probeRequest && probeFindings(probe.answer, probeRequest.dims, dims),
      twins: twinsOf(
        cards.flatMap(({ name, bundled, card }) =>
          bundled && card.kind === 'ready' ? [{ name, card: card.card }] : [],
        ),
      ),
      anisotropy: tails && anisotropy,
      selfSimilarity,
      wic,
      wsd,
      sts,
      stsRemedied: remedied.found,
      syntax,
      classifier,
    }),
    [
      model,
      tails,
      dims,
      origins,
      probe.answer,
      probeRequest,
      cards,
      anisotropy,
      selfSimilarity,
      wic,
      wsd,
      sts,
      remedied.found,
      syntax,
      classifier,
    ],
  );
  return { findings, probe, remedied: remedied.ask, weights, pairs };
}

/** The tails of the text through the model on screen; undefined while another model's are. */
function useTails(): Findings['tails'] {
  const before = useApp((state) => state.before);
  const model = useApp(selectModel);
  const tails = useApp(selectTails);
  return useMemo(() => {
    // the example that the page comes with is the default model's
    const current = before && (before.model === undefined || before.model === model);
    return current ? tailFindings(before.exploration, tails) : undefined;
  }, [before, model, tails]);
}

const wantsProbe = (state: State): boolean => state.paperRuns.includes('probe');

/** @param asked dimensions that the probe was asked for, in their order */
function probeFindings(
  { layers }: PositionProbeResult,
  asked: readonly number[],
  tails: readonly number[],
): ProbeFindings {
  const dim = tails[0] ?? asked[0] ?? 0;
  const place = asked.indexOf(dim);
  return {
    accuracy: layers.map((layer) => layer.accuracy),
    dim,
    times: layers.map(({ followed, meanContribution }) => (followed[place]?.c ?? NaN) / meanContribution),
  };
}
