import { DEFAULT_API_KEY } from '@nectar-connect/sandbox'
import { expect, test } from 'vitest'
import type { CliIo } from '../lib/command.ts'
import { COMPANY_ID, createCliIo, OTHER_SECRET, SECRET, startCliBench } from '../testing/host-and-nectar.ts'
import { runDoctor } from './run-doctor.ts'

/** What a person reads about a host with two mistakes, whose page was not looked at. */
async function report(more: Partial<CliIo> = {}): Promise<string> {
  const bench = await startCliBench({
    nectar: { webhookSecret: OTHER_SECRET },
    companies: [{ id: COMPANY_ID, name: 'Harrow Lane Hotels' }],
  })
  const io = createCliIo(more)
  io.env = { ...io.env, NECTAR_API_KEY: DEFAULT_API_KEY, NECTAR_WEBHOOK_SECRET: SECRET }
  const { origin } = bench.sandbox
  const code = await runDoctor(
    ['--company', COMPANY_ID, '--url', bench.url, '--api-origin', origin, '--hosted-origin', origin],
    io,
  )
  expect(code).toBe(1)
  return io.printed().replaceAll(/localhost:\d+/g, 'localhost:4400')
}

const COLORS = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')

test('a person reads what is wrong, why, and what to do', async () => {
  await expect(await report()).toMatchFileSnapshot('./report.snapshot.txt')
})

test('colors are for terminals whose owner wants them, and say nothing of their own', async () => {
  const plain = await report()
  expect(plain).not.toMatch(COLORS)
  expect(await report({ isTerminal: true, env: { NO_COLOR: '1' } })).toBe(plain)
  expect(await report({ isTerminal: true, env: { TERM: 'dumb' } })).toBe(plain)
  const colored = await report({ isTerminal: true })
  expect(colored).toMatch(COLORS)
  expect(colored.replaceAll(COLORS, '')).toBe(plain)
})

test('lines fit the terminal, but for addresses', async () => {
  const lines = (await report({ columns: 60 })).split('\n')
  expect(lines.filter((line) => line.length > 60 && !line.includes('  https://'))).toEqual([])
})
