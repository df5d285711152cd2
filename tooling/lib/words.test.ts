import { expect, test } from 'vitest'
import { findWords } from './words.ts'

test.each([
  ['whole words', 'It is minted once.', '"minted". Say: create.'],
  ['at the beginning of a sentence', 'Strangers are refused.', '"strangers"'],
  ['in camelCase', 'const backendWishes = []', '"wishes". Say: request.'],
  ['in snake_case', "type: 'mint_failed'", '"mint"'],
  ['in constants', 'const CREATED_TICKET = 1', '"ticket"'],
  ['in kebab-case', '[see](who-was-the-caller.md)', '"caller". Say: user.'],
  ['of several parts', 'somebody took it back', '"took it back". Say: revoke.'],
  ['in names of functions', 'tellInvitations()', '"tell"'],
])('finds words that left: %s', (_, line, expected) => {
  expect(findWords('docs/one.md', `# One\n\n${line}`)).toEqual([
    expect.stringContaining(`docs/one.md:3: ${expected}`),
  ])
})

test('finds one in the name of a file', () => {
  expect(findWords('src/testing/ticket.ts', '')).toEqual([
    'src/testing/ticket.ts:0: "ticket". Say: created invitation.',
  ])
})

test.each([
  ['parts of other words', 'minutes', 'docs/one.md'],
  ['what sentences tell', 'as far as browsers tell', 'docs/one.md'],
  ['what is done on purpose', 'It fails on purpose.', 'docs/one.md'],
])('leaves %s alone', (_, line, file) => {
  expect(findWords(file, line)).toEqual([])
})
