import { TailscopeError } from '../core/error.ts';
import { seeded } from '../core/random.ts';
import type { PositionMove } from '../protocol/experiments/positions.ts';
import type { EncodeOptions } from './encoder.ts';

/**
 * How a network is run to be told other positions.
 * @param longest tokens of the longest sentence
 * @param most positions that the network has for a sentence
 * @throws TailscopeError("shift-too-far")
 */
export function movePositions(
  move: PositionMove,
  { longest, most }: { readonly longest: number; readonly most: number },
): EncodeOptions {
  switch (move.kind) {
    case 'as-they-are':
      return {};
    case 'zero':
      return { positionScale: 0 };
    case 'shifted':
      requireRoom(move.by, longest, most);
      return {
        places: (ids) => {
          // how long the longest sentence is may not be known before
          requireRoom(move.by, ids.length, most);
          return Uint32Array.from(ids.keys(), (place) => place + move.by);
        },
      };
    case 'shuffled':
      return { places: (ids) => shuffled(ids, move.seed) };
  }
}

function requireRoom(by: number, longest: number, most: number): void {
  if (longest + by > most) throw TailscopeError.of('shift-too-far', { by, longest, most });
}

/** The places of a sentence in another order, which depends on the seed and the sentence alone, not on its batch. */
function shuffled(ids: Uint32Array, seed: number): Uint32Array {
  let hash = seed;
  for (const id of ids) hash = (Math.imul(hash, 31) + id) | 0;
  const random = seeded(hash);
  const places = Uint32Array.from(ids.keys());
  for (let i = places.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const moved = places[i] ?? 0;
    places[i] = places[j] ?? 0;
    places[j] = moved;
  }
  return places;
}
