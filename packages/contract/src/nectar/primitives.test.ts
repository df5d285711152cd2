import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import {
  isTimestamp,
  isUuid,
  NECTAR_API_ORIGIN,
  NECTAR_API_VERSIONS,
  nectarTimestamp,
  nectarVersionPath,
  timestampToIso,
  timestampToMs,
  uuid,
} from './primitives.ts'

test('mounts each version where Nectar documents it', () => {
  expect(NECTAR_API_VERSIONS.map((version) => NECTAR_API_ORIGIN + nectarVersionPath(version))).toEqual([
    'https://external.nectarclimate.com/v2.2',
    'https://external.nectarclimate.com/v2.1',
    'https://external.nectarclimate.com/v2',
  ])
})

test('takes every UUID, whatever its version and letter case', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.boolean(), (id, upper) => {
      const text = upper ? id.toUpperCase() : id
      expect(uuid.parse(text)).toBe(text)
    }),
  )
})

test.each([
  '',
  'a6c70a54',
  '../a6c70a54-34e7-4277-80b0-412869ce087c',
  'a6c70a54-34e7-4277-80b0-412869ce087c/revoke',
  'a6c70a54-34e7-4277-80b0-412869ce087c\n',
  '{a6c70a54-34e7-4277-80b0-412869ce087c}',
  null,
  7,
])('refuses %j', (value) => {
  expect(uuid.safeParse(value).success).toBe(false)
})

afterEach(() => {
  vi.unstubAllEnvs()
})

const instant = fc.date({
  min: new Date('1970-01-01T00:00:00.000Z'),
  max: new Date('2099-12-31T23:59:59.999Z'),
  noInvalidDate: true,
})

/** An instant in one of the notations, with the milliseconds that a reader should find in it. */
const written = fc
  .record({
    at: instant,
    digits: fc.integer({ min: 0, max: 9 }),
    tail: fc.integer({ min: 0, max: 999_999 }),
    separator: fc.constantFrom('T', ' '),
    offset: fc.constantFrom('', 'Z'),
  })
  .map(({ at, digits, tail, separator, offset }) => {
    const iso = at.toISOString()
    const fraction = `${iso.slice(20, 23)}${String(tail).padStart(6, '0')}`.slice(0, digits)
    const text = `${iso.slice(0, 10)}${separator}${iso.slice(11, 19)}${fraction && `.${fraction}`}${offset}`
    const wholeSeconds = Math.floor(at.getTime() / 1000) * 1000
    return { text, ms: wholeSeconds + Number(fraction.slice(0, 3).padEnd(3, '0')) }
  })

test.each([
  ['REST', '2023-11-07T05:31:56Z', Date.UTC(2023, 10, 7, 5, 31, 56)],
  ['webhook, six digits', '2024-09-06T00:15:43.073014', Date.UTC(2024, 8, 6, 0, 15, 43, 73)],
  ['webhook, nine digits', '2024-09-06T00:15:43.073014999', Date.UTC(2024, 8, 6, 0, 15, 43, 73)],
  ['one digit', '2024-09-06T00:15:43.5', Date.UTC(2024, 8, 6, 0, 15, 43, 500)],
  ['no seconds', '2024-09-06T00:15', Date.UTC(2024, 8, 6, 0, 15)],
  ['ahead of UTC', '2024-09-06T02:15:43+02:00', Date.UTC(2024, 8, 6, 0, 15, 43)],
  ['behind UTC, no colon', '2024-09-05T18:45:43-0530', Date.UTC(2024, 8, 6, 0, 15, 43)],
  ['leap day', '2024-02-29T00:00:00', Date.UTC(2024, 1, 29)],
])('reads %s', (_, text, ms) => {
  expect(nectarTimestamp.parse(text)).toBe(text)
  expect(timestampToMs(text)).toBe(ms)
})

test('reads every number of fractional digits, with an offset or as UTC', () => {
  fc.assert(
    fc.property(written, ({ text, ms }) => {
      expect(nectarTimestamp.parse(text)).toBe(text)
      expect(timestampToMs(text)).toBe(ms)
    }),
  )
})

test('reads a time without an offset as UTC, wherever the server stands', () => {
  vi.stubEnv('TZ', 'Asia/Kathmandu')
  expect(new Date(0).getHours()).not.toBe(0)
  expect(timestampToMs('2024-09-06T00:15:43.073014')).toBe(Date.UTC(2024, 8, 6, 0, 15, 43, 73))
})

test('keeps the order of instants', () => {
  fc.assert(
    fc.property(written, written, (one, other) => {
      expect(Math.sign(timestampToMs(one.text) - timestampToMs(other.text))).toBe(
        Math.sign(one.ms - other.ms),
      )
    }),
  )
})

test.each([
  '',
  'yesterday',
  '2024-09-06',
  '06/09/2024 00:15',
  '2024-9-6T0:15:43Z',
  '2024-13-01T00:00:00Z',
  '2023-02-29T00:00:00',
  '2024-04-31T00:00:00Z',
  '2024-09-06T25:00:00Z',
  '2024-09-06T00:61:00Z',
  '2024-09-06T00:15:43.Z',
  '2024-09-06T00:15:43.0123456789Z',
  '2024-09-06T00:15:43 UTC',
  '2024-09-06T00:15:43+99:99',
  ' 2024-09-06T00:15:43Z',
  '2024-09-06T00:15:43Z\n',
  '+275760-09-13T00:00:00Z',
])('refuses %j', (text) => {
  expect(nectarTimestamp.safeParse(text).success).toBe(false)
  expect(timestampToMs(text)).toBeNaN()
})

test('never throws, and says NaN exactly where the schema refuses', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), instant.map(String)), (text) => {
      expect(nectarTimestamp.safeParse(text).success).toBe(!Number.isNaN(timestampToMs(text)))
    }),
  )
})

/** Like date-times, and mostly none: each digit and mark may be another one. */
const similar = fc
  .tuple(fc.constantFrom<string>('2024-02-28T23:59:59Z', '2024-12-09T19:07:60.123456Z'), fc.array(fc.nat(30)))
  .chain(([text, places]) =>
    fc
      .array(fc.constantFrom(...'0123456789-:.TZ '), { minLength: places.length, maxLength: places.length })
      .map((marks) =>
        places.reduce<string>(
          (changed, at, index) => changed.slice(0, at) + (marks[index] ?? '') + changed.slice(at + 1),
          text,
        ),
      ),
  )

test('the quick ways say the same as the careful ones', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        similar,
        written.map(({ text }) => text),
        fc.string(),
      ),
      (text) => {
        const ms = timestampToMs(text)
        expect(isTimestamp(text)).toBe(nectarTimestamp.safeParse(text).success)
        expect(timestampToIso(text)).toBe(Number.isNaN(ms) ? null : new Date(ms).toISOString())
      },
    ),
    { numRuns: 2_000 },
  )
  const nearly = fc
    .tuple(fc.uuid(), fc.nat(40), fc.constantFrom('', '0', 'F', 'g', '-', '\n'))
    .map(([id, at, mark]) => id.slice(0, at) + mark + id.slice(at + 1))
  fc.assert(
    fc.property(fc.oneof(nearly, fc.anything()), (value) => {
      expect(isUuid(value)).toBe(uuid.safeParse(value).success)
    }),
  )
})
