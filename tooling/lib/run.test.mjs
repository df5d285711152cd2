import { expect, test } from 'vitest'
import { run } from './run.mjs'

const node = (script, options) => run(process.execPath, ['-e', script], { output: 'capture', ...options })

test('gives the exit code and everything that was printed', async () => {
  const result = await node('console.log("out"); console.error("err"); process.exitCode = 3')
  expect(result).toMatchObject({ code: 3, timedOut: false })
  expect(result.output).toContain('out\n')
  expect(result.output).toContain('err\n')
})

test('adds to the environment', async () => {
  const { output } = await node('console.log(process.env.A_NAME, process.env.PATH !== undefined)', {
    env: { A_NAME: 'a' },
  })
  expect(output).toBe('a true\n')
})

test('stops what takes too long', async () => {
  const result = await node('setInterval(() => {}, 1000)', { timeoutMs: 200 })
  expect(result).toMatchObject({ timedOut: true })
  expect(result.code).not.toBe(0)
})

test('does not throw for a program that is not there', async () => {
  expect(await run('no-such-program-here', [], { output: 'capture' })).toMatchObject({ code: 127 })
})

test('lets go of its signal handlers', async () => {
  const before = process.listenerCount('SIGINT')
  await node('')
  expect(process.listenerCount('SIGINT')).toBe(before)
})
