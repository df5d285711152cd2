import { expect, test } from 'vitest'
import { readArguments } from './read-arguments.ts'

test('ports come from the line, else from the environment, else by default', () => {
  expect(readArguments([], {})).toEqual({ type: 'start', port: 4300, sandboxPort: 4400, dev: false })
  expect(readArguments([], { PORT: '5000', SANDBOX_PORT: '5001' })).toMatchObject({
    port: 5000,
    sandboxPort: 5001,
  })
  expect(readArguments(['--port', '6000', '--dev'], { PORT: '5000' })).toMatchObject({
    port: 6000,
    dev: true,
  })
})

test.each([
  [['--port', 'abc']],
  [['--port', '65536']],
  [['--port=-1']],
  [['--port', '4400']],
  [['--prot', '4300']],
  [['extra']],
])('%j is answered with what is wrong, and the usage', (args) => {
  expect(readArguments(args, {})).toEqual({
    type: 'wrong',
    message: expect.stringContaining('--sandbox-port'),
  })
})

test('--help wins', () => {
  expect(readArguments(['--help', '--port', 'abc'], {})).toEqual({ type: 'help' })
})
