import { describe, expect, it } from 'vitest';
import { askedPatience, isPassing, waitBefore } from './retry.ts';
import { RateMeter } from './rate.ts';

const headers = (fields: Readonly<Record<string, string>>) => new Headers(fields);

describe('how long to wait before another try', () => {
  it('doubles from one second up to half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((tries) => waitBefore(tries, undefined))).toEqual([
      1, 2, 4, 8, 16, 30, 30,
    ]);
  });
  it('is what the server asks for where that is more', () => {
    expect(waitBefore(1, 60)).toBe(60);
    expect(waitBefore(5, 3)).toBe(16);
  });
  it('is read from Retry-After in seconds or as a date, and from the hub’s RateLimit', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(askedPatience(headers({ 'Retry-After': '12' }), now)).toBe(12);
    expect(askedPatience(headers({ 'Retry-After': 'Thu, 01 Jan 2026 00:01:00 GMT' }), now)).toBe(60);
    expect(askedPatience(headers({ 'Retry-After': 'Thu, 01 Jan 2020 00:01:00 GMT' }), now)).toBe(0);
    expect(askedPatience(headers({ RateLimit: '"resolvers";r=0;t=55' }), now)).toBe(55);
    expect(askedPatience(headers({ 'Retry-After': 'soon' }), now)).toBeUndefined();
    expect(askedPatience(headers({}), now)).toBeUndefined();
  });
  it('only where the server may well answer later', () => {
    expect([408, 425, 429, 500, 502, 503, 504].every(isPassing)).toBe(true);
    expect([400, 401, 403, 404, 416].some(isPassing)).toBe(false);
  });
});

describe('the rate of a download', () => {
  it('is that of the last seconds', () => {
    const meter = new RateMeter();
    for (let at = 0; at <= 10; at++) meter.add(at, 100 * at);
    for (let at = 11; at <= 20; at++) meter.add(at, 1000 + 10 * (at - 10));
    expect(meter.rate).toBeCloseTo(10);
  });
  it('is not known at once, nor across a break', () => {
    const meter = new RateMeter();
    meter.add(0, 0);
    meter.add(0.1, 5000);
    expect(meter.rate).toBeUndefined();
    meter.add(1, 6000);
    expect(meter.rate).toBeCloseTo(6000);
    meter.restart();
    expect(meter.rate).toBeUndefined();
  });
});
