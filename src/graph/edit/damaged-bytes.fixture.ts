import fc from 'fast-check';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const below = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** A file that ends early, has bytes changed, or a part of it over another. */
export function damagedBytes(whole: Uint8Array<ArrayBuffer>): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  return fc
    .record({
      cut: fc.option(share, { freq: 5 }),
      changes: fc.array(fc.tuple(below, fc.nat(255)), { maxLength: 8 }),
      moved: fc.option(fc.tuple(share, share, fc.nat(400)), { freq: 3 }),
    })
    .map(({ cut, changes, moved }) => {
      const bytes = whole.slice(0, cut === null ? whole.length : Math.floor(cut * whole.length));
      for (const [place, value] of changes) bytes[Math.floor(place * bytes.length)] = value;
      if (moved) {
        const [from, to, length] = moved;
        const start = Math.floor(from * bytes.length);
        bytes.copyWithin(Math.floor(to * bytes.length), start, start + length);
      }
      return bytes;
    });
}
