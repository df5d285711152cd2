import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { knownOr } from './known-or.ts'

const schema = z.object({ live: knownOr(['stream', 'poll'], 'stream') })

test.each([
  [{ live: 'poll' }, 'poll'],
  [{ live: 'carrier pigeon' }, 'stream'],
  [{ live: 7 }, 'stream'],
  [{ live: null }, 'stream'],
  [{ live: undefined }, 'stream'],
  [{}, 'stream'],
])('%o is read as %s', (value, live) => {
  expect(schema.parse(value)).toEqual({ live })
})
