import { expect, test } from 'vitest'
import { parseArguments } from './parse-arguments.ts'

const known = { port: 'port', 'sandbox-port': 'port', full: 'flag' } as const

test.each([
  [[], {}],
  [['--port', '4310'], { port: 4310 }],
  [['--port=4310', '--sandbox-port', '1'], { port: 4310, 'sandbox-port': 1 }],
  [['--full'], { full: true }],
])('reads %j', (argv, expected) => {
  expect(parseArguments(argv, known)).toEqual(expected)
})

test.each([
  [['--prot', '4310'], 'There is no option --prot. Options: --port, --sandbox-port, --full.'],
  [['4310'], 'There is no option 4310.'],
  [['--constructor'], 'There is no option --constructor.'],
  [['--port'], '--port needs a port from 1 to 65535'],
  [['--port', '0'], '--port needs a port'],
  [['--port', '65536'], '--port needs a port'],
  [['--port', '80a'], '--port needs a port'],
  [['--port', '--full'], '--port needs a port'],
  [['--full=yes'], '--full takes no value.'],
])('says what is wrong with %j', (argv, message) => {
  expect(() => parseArguments(argv, known)).toThrow(message)
})
