import * as v from 'valibot';

/** Readers for files that people write for people: what has another type is left out, not complained of. */

/** A text that says something, cut where nobody would read on. */
export const text = v.fallback(
  v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.minLength(1),
      v.transform((long) => Array.from(long).slice(0, 600).join('')),
    ),
  ),
  undefined,
);

export const number = v.fallback(v.optional(v.pipe(v.number(), v.finite())), undefined);

/** A number of things: whole, none or more. */
export const quantity = v.fallback(v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), undefined);

export const flag = v.fallback(v.optional(v.boolean()), undefined);

type Schema<T> = v.GenericSchema<unknown, T>;

/** A part that is wholly there, or not at all. */
export function whole<T>(schema: Schema<T>): Schema<T | undefined> {
  return v.pipe(
    v.optional(v.unknown()),
    v.transform((json) => {
      const read = v.safeParse(schema, json);
      return read.success ? read.output : undefined;
    }),
  );
}

/** A list without the entries that cannot be read, and at most so many of the others. */
export function listOf<T extends object | string>(schema: Schema<T>, most: number): Schema<readonly T[]> {
  return v.pipe(
    placesOf(schema, most),
    v.transform((places) => places.filter((place) => place !== undefined)),
  );
}

/** A list whose entries keep their places: undefined stands where one cannot be read. */
export function placesOf<T extends object | string>(
  schema: Schema<T>,
  most: number,
): Schema<readonly (T | undefined)[]> {
  return v.pipe(
    // a default, or a list that is missing would not be read as an empty one
    v.optional(v.unknown(), []),
    v.transform((json) => {
      if (!Array.isArray(json)) return [];
      const entries: readonly unknown[] = json;
      return entries.slice(0, most).map((entry) => {
        const read = v.safeParse(schema, entry);
        return read.success ? read.output : undefined;
      });
    }),
  );
}
