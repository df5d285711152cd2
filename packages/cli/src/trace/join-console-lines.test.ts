import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { joinConsoleLines } from './join-console-lines.ts'

async function collect(lines: AsyncIterable<string>) {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}

async function* linesOf(text: string) {
  yield* text.split('\n')
}

const fields = {
  reference: 'NC-7F3K-92QD',
  invitationId: '0c44d2d7-6c55-408e-b458-d80e5b880479',
  cause: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:4400' },
}

test('what the console wrote below a line belongs to it', async () => {
  const text = `before\n[nectar-connect] An invitation was made. ${inspect(fields)}\nafter {\n}`
  expect(text.split('\n').length).toBeGreaterThan(4)
  const joined = await collect(joinConsoleLines(linesOf(text)))
  expect(joined).toHaveLength(4)
  expect(joined[1]).toMatch(
    /^\[nectar-connect\] An invitation was made\. \{ reference: 'NC-7F3K-92QD', .* \}$/,
  )
})

test('a log that ends in the middle loses nothing', async () => {
  const joined = joinConsoleLines(linesOf("[nectar-connect] It failed. {\n  reference: 'NC-7F3K-92QD',"))
  expect(await collect(joined)).toEqual(["[nectar-connect] It failed. { reference: 'NC-7F3K-92QD',"])
})
