import { GroupedCosine } from '../../measures/grouped-cosine.ts';
import type { Shape } from './additive.ts';
import type { Sums } from './sums.ts';

/** Of a cosine's groups, as arrays that add up; `name` keeps several apart. */
export function cosineSums(name: string, cosine: GroupedCosine): Sums {
  const groups = cosine.sums;
  return {
    [`${name}Unit`]: join(groups.map(({ unit }) => unit)),
    [`${name}Square`]: join(groups.map(({ unitSquare }) => unitSquare)),
    [`${name}Sentences`]: Float64Array.from(groups, ({ sentences }) => sentences),
  };
}

/** The cosine again; undefined where the sums hold none of that name. */
export function cosineOf(name: string, sums: Sums, { layers, dims }: Shape): GroupedCosine | undefined {
  const [unit, square, sentences] = ['Unit', 'Square', 'Sentences'].map((part) => sums[name + part]);
  if (!unit || !square || !sentences) return undefined;
  const cosine = new GroupedCosine(layers, dims);
  const size = layers * dims;
  cosine.addSums(
    Array.from(sentences, (count, group) => ({
      unit: unit.subarray(group * size, (group + 1) * size),
      unitSquare: square.subarray(group * size, (group + 1) * size),
      sentences: count,
    })),
  );
  return cosine;
}

function join(parts: readonly Float64Array[]): Float64Array {
  const size = parts[0]?.length ?? 0;
  const all = new Float64Array(parts.length * size);
  parts.forEach((part, i) => {
    all.set(part, i * size);
  });
  return all;
}
