import { TailscopeError } from '../../core/error.ts';
import { treatedPass } from '../../engine/index.ts';
import { GroupedCosine } from '../../measures/grouped-cosine.ts';
import { strings } from '../../strings/index.ts';
import { reporting } from '../context.ts';
import { rounded } from '../report.ts';
import { inWindows, type Additive } from '../shards/additive.ts';
import { cosineOf, cosineSums } from '../shards/cosine-sums.ts';
import { table } from '../table.ts';
import { fold } from './anisotropy.ts';
import { treatmentOf } from './text.ts';

const TOP = 5;

interface Contributed {
  readonly dim: number;
  /** Of the layer's anisotropy. */
  readonly share: number;
}

interface ContributionOfLayer {
  /** The expected cosine that the shares are of. */
  readonly anisotropy: number;
  readonly top: readonly Contributed[];
}

/**
 * Which dimensions the expected cosine of two tokens comes from, largest first, after whatever is treated
 * (docs/measures.md, "Anisotropy and the contributions to it"; Timkey and van Schijndel 2021).
 */
export const contribution: Additive = {
  collect: inWindows(async (context, text) => {
    const { model, settings } = context;
    const cosine = new GroupedCosine(model.info.layers + 1, model.info.dims);
    for await (const batch of treatedPass(model, text, treatmentOf(settings), reporting(context)))
      fold(cosine, batch, batch.treated);
    return cosineSums('treated', cosine);
  }),

  /** @throws TailscopeError("one-sentence") */
  conclude({ sums, shape }) {
    const cosine = cosineOf('treated', sums, shape);
    const contributions = cosine?.contribution();
    const wholes = cosine?.anisotropy();
    if (!contributions || !wholes) throw TailscopeError.of('one-sentence');
    const layers = Array.from(wholes, (whole, layer): ContributionOfLayer => {
      const own = contributions.subarray(layer * shape.dims, (layer + 1) * shape.dims);
      return { anisotropy: rounded(whole), top: largest(own, whole) };
    });
    return { fields: { layers }, text: draw(layers) };
  },
};

/** The first dimension on ties. */
function largest(contributions: Float64Array, whole: number): Contributed[] {
  return Array.from(contributions, (value, dim) => ({ dim, value }))
    .sort((a, b) => b.value - a.value)
    .slice(0, TOP)
    .map(({ dim, value }) => ({ dim, share: rounded(value / whole) }));
}

function draw(layers: readonly ContributionOfLayer[]): string {
  const { columns } = strings.cli;
  const rows = layers.map(({ anisotropy, top }, layer) => [
    String(layer),
    anisotropy.toFixed(3),
    top.map(({ dim, share }) => `${dim} (${share.toFixed(3)})`).join(', '),
  ]);
  return table([columns.layer, columns.anisotropy, columns.largestShares], rows);
}
