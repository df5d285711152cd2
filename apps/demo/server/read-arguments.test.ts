import { expect, test } from 'vitest'
import { readArguments } from './read-arguments.ts'

test('ports come from the line, else from the environment, else by default', () => {
  expect(readArguments([], {})).toEqual({
    type: 'start',
    port: 4300,
    sandboxPort: 4400,
    sandboxOrigin: null,
    dev: false,
  })
  expect(readArguments([], { PORT: '5000', SANDBOX_PORT: '5001' })).toMatchObject({
    port: 5000,
    sandboxPort: 5001,
  })
  expect(readArguments(['--port', '6000', '--dev'], { PORT: '5000' })).toMatchObject({
    port: 6000,
    dev: true,
  })
  expect(readArguments(['--sandbox', 'http://localhost:5002'], {})).toMatchObject({
    sandboxOrigin: 'http://localhost:5002',
  })
})

test.each([
  [['--port', 'abc']],
  [['--port', '65536']],
  [['--port=-1']],
  [['--port', '4400']],
  [['--prot', '4300']],
  [['--sandbox', 'localhost:4400']],
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
